"""`bonewatch cases`: the list of teaching cases, as a table and as JSON."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.base.resources import resource_path
from core.case.scenario import field_specs
from gui.__main__ import main

FILES = sorted(resource_path("cases").glob("*.case.json"))
TEACHING = {"vignette", "question", "options", "teaching_point", "sources", "difficulty", "topics"}
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def listed(run_program: Any) -> list[dict[str, Any]]:
    """What `bonewatch cases --format json` prints."""
    done = run_program("cases", "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\r" not in done.stdout and done.stdout.endswith(b"]\n")
    documents: list[dict[str, Any]] = json.loads(done.stdout)
    return documents


def test_that_the_list_holds_every_bundled_case_in_the_form_that_is_promised(listed: list[dict[str, Any]]) -> None:
    assert {case["id"] for case in listed} == {path.name.removesuffix(".case.json") for path in FILES}
    assert len(listed) == len(FILES) >= 24
    for case in listed:
        assert list(case) == ["id", "title", "scenario", "status", "action", "teaching"]
        assert list(case["scenario"]) == list(field_specs())
        assert set(case["teaching"]) == TEACHING
        stored = json.loads((resource_path("cases") / f"{case['id']}.case.json").read_bytes())
        assert (case["title"], case["scenario"]) == (stored["title"], stored["scenario"])
        assert case["teaching"] == stored["teaching"]


def test_that_the_index_case_is_listed_first_and_the_hardest_last(listed: list[dict[str, Any]]) -> None:
    assert listed[0]["id"] == "index"
    levels = [case["teaching"]["difficulty"] for case in listed]
    assert levels == sorted(levels, key=["basic", "intermediate", "advanced"].index)


@pytest.fixture
def decided(run_program: Any) -> dict[str, dict[str, Any]]:
    """What `bonewatch decide` says of each of the files, by id."""
    done = run_program("decide", "--format", "json", *FILES)
    assert (done.returncode, done.stderr) == (0, b"")
    names = (path.name.removesuffix(".case.json") for path in FILES)
    return dict(zip(names, json.loads(done.stdout), strict=True))


def test_that_the_list_says_what_deciding_the_file_says(
    listed: list[dict[str, Any]], decided: dict[str, dict[str, Any]]
) -> None:
    for case in listed:
        decision = decided[case["id"]]
        assert (case["status"], case["action"]) == (decision["status"], decision["recommendation"]["action"])
    assert {case["status"] for case in listed} == {"in_scope", "out_of_scope", "conflict", "incomplete"}


def test_that_exactly_one_option_is_what_the_program_advises(
    listed: list[dict[str, Any]], decided: dict[str, dict[str, Any]]
) -> None:
    for case in listed:
        advice = decided[case["id"]]["recommendation"]
        assert sum(option in (advice["action"], advice["procedure"]) for option in case["teaching"]["options"]) == 1


def test_that_the_table_names_every_case_with_its_decision_in_words(
    listed: list[dict[str, Any]], run_program: Any
) -> None:
    done = run_program("cases")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert "\x1b" not in text
    lines = [line.strip() for line in text.splitlines()]
    assert [line for line in lines if line in {case["id"] for case in listed}] == [case["id"] for case in listed]
    assert lines[0].split() == ["Case", "Difficulty", "Status", "Decision"]
    (row,) = (line for line in lines if line.startswith("An MRI without an answer"))
    assert row.split("  ")[-1].strip() == "Consider CT"
    (row,) = (line for line in lines if line.startswith("A question about the lungs"))
    assert "Out of scope" in row and row.endswith("Use another pathway")
    assert max(map(len, lines)) <= 88


def test_that_the_list_loads_no_qt() -> None:
    for arguments in (["cases"], ["cases", "--format", "json"]):
        program = (
            f"import sys\nfrom gui.__main__ import main\nassert main({arguments!r}) == 0\n"
            "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))], file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"[]\n")


def test_that_an_unknown_form_of_the_list_is_bad_use(run_program: Any) -> None:
    done = run_program("cases", "--format", "toml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"toml" in done.stderr


def test_that_help_shows_how_to_list_cases(run_program: Any) -> None:
    assert b"bonewatch cases --format json" in run_program("cases", "--help").stdout
    assert b"bonewatch cases" in run_program("--help").stdout


def test_that_a_damaged_file_is_named_and_the_others_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "cases"
    shutil.copytree(resource_path("cases"), copy)
    (copy / "lungs_only.case.json").write_bytes(b"{")
    monkeypatch.setattr(
        "gui.commands.cases.resource_path", lambda name: copy if name == "cases" else resource_path(name)
    )
    assert main(["cases", "--format", "json"]) == 1
    printed = capfd.readouterr()
    assert printed.err.startswith("lungs_only.case.json: not JSON: ")
    assert {case["id"] for case in json.loads(printed.out)} == {
        path.name.removesuffix(".case.json") for path in FILES if path.stem != "lungs_only.case"
    }


def test_that_the_self_test_decides_every_bundled_case(run_program: Any) -> None:
    done = run_program("--self-test")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(b"pass: ")
    assert f", {len(FILES)} cases decided, ".encode() in done.stdout


@pytest.mark.slow
def test_that_verify_prints_what_the_cases_teach(run_program: Any) -> None:
    done = run_program("verify")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, lines[-1]) == (0, "pass")
    taught = [line for line in lines if line.startswith("taught: ")]
    assert "taught: exclusion pulmonary_surveillance: lungs_only" in taught
    assert len(taught) > 60
    assert [line for line in taught if line.endswith("no case")] == []
    assert f"cases: {len(FILES)}" in lines
