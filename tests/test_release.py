"""The release checklist: what it makes of the commands that it runs, and that each of them is one."""

import json
import re
import sys
from pathlib import Path

import pytest

import tools.release
from tools.release import ROOT, Line, check, lines, write_report


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for report and logs."""
    monkeypatch.setattr(tools.release, "OUT", tmp_path / "out")
    return tmp_path / "out"


def line(code: str, **more: object) -> Line:
    command = (sys.executable, "-c", code)
    return Line("a_line", "something", command, command, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "status", "reason", "figures"),
    [
        ("print('=== 3 passed, 1 skipped in 2.50s ===')", "passed", "", ("3 passed, 1 skipped in 2.50s",)),
        ("print('== 1 failed in 2.5s =='); raise SystemExit(1)", "failed", "exit status 1", ("1 failed in 2.5s",)),
        ("raise SystemExit('broken')", "failed", "exit status 1", ()),
        ("print('SKIPPED [2] tests/x.py:8: needs root\\n== 2 skipped in 0.1s ==')", "skipped", "needs root", ()),
        ("print('skipped: there is no Xvfb'); raise SystemExit(77)", "skipped", "skipped: there is no Xvfb", ()),
    ],
)
def test_that_a_line_says_what_came_of_its_command(
    out: Path, code: str, status: str, reason: str, figures: tuple[str, ...]
) -> None:
    outcome = check(line(code), quick=False)
    assert (outcome.status, outcome.reason, outcome.figures) == (status, reason, figures)
    assert outcome.log == "out/release/a_line.log"
    assert (out.parent / outcome.log).exists()


def test_that_what_is_not_possible_here_or_left_out_is_not_run() -> None:
    code = "raise SystemExit(1)"
    assert check(line(code, obstacle=lambda: "needs root"), quick=False).reason == "needs root"
    command = (sys.executable, "-c", code)
    assert check(Line("slow", "much", command, None), quick=True).reason == "left out by --quick"


def test_that_a_goal_that_is_missed_fails_its_line_and_is_named() -> None:
    outcome = check(line("print(1)", finds=lambda: "not met: first window 4.20x"), quick=False)
    assert (outcome.status, outcome.reason) == ("failed", "not met: first window 4.20x")


def test_that_the_report_has_each_line_with_its_result_and_the_sum(out: Path) -> None:
    outcomes = [check(line(code), quick=False) for code in ("print('= 1 passed in 1s =')", "raise SystemExit(2)")]
    write_report({"commit": "abc"}, outcomes)

    report = (out / "release.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \*\*a_line\*\*: something \| (\w+) \|", report, re.MULTILINE) == ["passed", "FAILED"]
    assert report.endswith("1 passed, 1 failed, 0 skipped\n")
    written = json.loads((out / "release.json").read_text(encoding="utf-8"))
    assert [each["status"] for each in written["lines"]] == ["passed", "failed"]


def test_that_every_line_names_files_and_modules_that_are_there() -> None:
    for each in lines(sys.executable):
        for word in each.command[1:]:
            if word.endswith((".py", "/packaging")):
                assert (ROOT / word).exists(), f"{each.name}: {word}"
            elif re.fullmatch(r"(gui|tests\.\w+)(\.\w+)*", word):
                place = ROOT.joinpath(*word.split("."))
                assert place.is_dir() or place.with_suffix(".py").exists(), f"{each.name}: {word}"
