"""Content that means harm: it is bounded, it holds no code, and it has no say in which files are opened."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.base.printable import printable
from core.content.loading import LARGEST_FILE_BYTES, ContentError, load_content
from tests.core.conftest import Spoil

ROOT = Path(__file__).resolve().parents[3]
ELSEWHERE = ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\secret.toml")


def faults(pack: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(pack)
    return caught.value.faults


def test_file_may_be_as_large_as_the_limit_and_no_larger(pack: Path) -> None:
    topic = pack / "topic.toml"
    room = LARGEST_FILE_BYTES - topic.stat().st_size
    with topic.open("ab") as file:
        file.write(b"#" * (room - 1) + b"\n")
    load_content(pack)
    with topic.open("ab") as file:
        file.write(b"\n")

    assert faults(pack)[0] == "topic.toml: is larger than 256 KiB, the limit for a content file"


def test_file_may_not_go_too_deep(pack: Path, subtests: pytest.Subtests) -> None:
    for text, fault in [
        ("a." * 200 + "a = 1", "more.toml: a: Extra inputs are not permitted"),
        ("a." * 201 + "a = 1", "more.toml: line 1 has more than 200 dots; no table lies that deep"),
        ("\n\n[" + "a." * 60_000 + "a]", "more.toml: line 3 has more than 200 dots; no table lies that deep"),
        ("a = " + "[" * 50_000, "more.toml: is nested too deeply for a content file"),
        ("a = " + "{a=" * 50_000, "more.toml: is nested too deeply for a content file"),
    ]:
        with subtests.test(fault=fault):
            (pack / "more.toml").write_text(text, encoding="utf-8")
            assert faults(pack)[0] == fault


def test_number_without_end_is_refused(pack: Path) -> None:
    (pack / "more.toml").write_text("a = " + "9" * 5_000, encoding="utf-8")
    (fault,) = faults(pack)

    assert fault.startswith("more.toml: is not TOML: Exceeds the limit")


def test_braces_hold_names_and_nothing_of_pythons(spoil_pack: Spoil, subtests: pytest.Subtests) -> None:
    for gap in ["{fields.__class__}", "{fields!r}", "{fields:>999999999}", "{}", "{0}", "{fields[0]}"]:
        with subtests.test(gap=gap):
            found = spoil_pack("scope.toml", "disagree: {fields}", f"disagree: {gap}")
            assert found == [
                "scope.toml: status_texts.conflict.headline: in braces stand {fields} and {messages} alone"
            ]


def test_no_age_reaches_beyond_the_calendar(spoil_pack: Spoil, subtests: pytest.Subtests) -> None:
    for version in ["9" * 400, "3001-01-01"]:
        with subtests.test(version=version):
            old = "= 12" if "-" not in version else "= 2026-05-30"
            (fault,) = spoil_pack("topic.toml", old, f"= {version}")
            assert fault.startswith(("topic.toml: topic.stale_after_months: ", "topic.toml: topic.reviewed: "))


def test_what_is_printed_is_one_line_and_harmless(subtests: pytest.Subtests) -> None:
    for text, shown in [
        ("plain", "plain"),
        ("a\x1b[31m\n", r"a\x1b[31m\n"),
        ("\ud800", r"\ud800"),
        ("x" * 61, "x" * 57 + "..."),
        ("", ""),
    ]:
        with subtests.test(text=text):
            assert printable(text) == shown


def test_no_word_of_a_case_or_a_pack_names_a_file_to_open(pack: Path) -> None:
    case = json.loads((ROOT / "resources" / "cases" / "index.case.json").read_bytes())
    case["title"], case["teaching"]["vignette"], case["teaching"]["sources"] = ELSEWHERE[0], ELSEWHERE[1], ELSEWHERE[2:]
    for file in pack.rglob("*.toml"):
        file.write_text(file.read_text(encoding="utf-8").replace("where = ", f"where = '{ELSEWHERE[1]}' #"), "utf-8")
    (pack / "case.json").write_text(json.dumps(case), encoding="utf-8")
    program = f"""
import sys
from datetime import date
from pathlib import Path
from core.case.case_file import read_case_file
from core.content.loading import load_content
from core.engine.decide import decide
from core.pages.markdown import to_markdown
from core.pages.decision_page import decided_page
from core.report.report import make_report
from core.proof.vignettes import load_vignettes
load_content(Path({str(ROOT)!r}) / "resources" / "content")  # whatever reading opens by itself, it has opened
read_case_file(Path({str(ROOT)!r}) / "resources" / "cases" / "index.case.json")
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
pack, day = Path({str(pack)!r}), date(2026, 6, 1)
content, case = load_content(pack), read_case_file(pack / "case.json")
load_vignettes(pack / "vignettes")
decision = decide(case.scenario, content, day)
to_markdown(decided_page(case.title, make_report(case.scenario, decision, content), content, day, True))
print(*opened, sep="\\n")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    opened = {Path(name) for name in done.stdout.splitlines() if not name.endswith((".py", ".pyc"))}

    assert opened == {pack / "case.json", *pack.rglob("*.toml")}
