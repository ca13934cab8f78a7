"""`bonewatch cases`: the list of teaching cases, as a table and as JSON."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.base.resources import resource_path
from core.case.scenario import field_specs
from gui.__main__ import main

FILES = sorted(resource_path("cases").glob("*.case.json"))
TEACHING = {"vignette", "question", "options", "teaching_point", "sources", "difficulty", "topics"}


@pytest.fixture
def listed(run_here: Any) -> list[dict[str, Any]]:
    """What `bonewatch cases --format json` prints."""
    done = run_here("cases", "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\r" not in done.stdout and done.stdout.endswith(b"]\n")
    documents: list[dict[str, Any]] = json.loads(done.stdout)
    return documents


def test_list_holds_every_bundled_case(listed: list[dict[str, Any]]) -> None:
    assert {case["id"] for case in listed} == {path.name.removesuffix(".case.json") for path in FILES}
    assert len(listed) == len(FILES) >= 24
    for case in listed:
        assert list(case) == ["id", "title", "scenario", "status", "action", "teaching"]
        assert list(case["scenario"]) == list(field_specs())
        assert set(case["teaching"]) == TEACHING
        stored = json.loads((resource_path("cases") / f"{case['id']}.case.json").read_bytes())
        assert (case["title"], case["scenario"]) == (stored["title"], stored["scenario"])
        assert case["teaching"] == stored["teaching"]


def test_index_case_is_listed_first_and_the_hardest_last(listed: list[dict[str, Any]]) -> None:
    assert listed[0]["id"] == "index"
    levels = [case["teaching"]["difficulty"] for case in listed]
    assert levels == sorted(levels, key=["basic", "intermediate", "advanced"].index)


@pytest.fixture
def decided(run_here: Any) -> dict[str, dict[str, Any]]:
    """What `bonewatch decide` says of each of the files, by id."""
    done = run_here("decide", "--format", "json", *FILES)
    assert (done.returncode, done.stderr) == (0, b"")
    names = (path.name.removesuffix(".case.json") for path in FILES)
    return dict(zip(names, json.loads(done.stdout), strict=True))


def test_list_says_what_deciding_the_file_says(
    listed: list[dict[str, Any]], decided: dict[str, dict[str, Any]]
) -> None:
    for case in listed:
        decision = decided[case["id"]]
        assert (case["status"], case["action"]) == (decision["status"], decision["recommendation"]["action"])
    assert {case["status"] for case in listed} == {"in_scope", "out_of_scope", "conflict", "incomplete"}


def test_exactly_one_option_is_what_the_program_advises(
    listed: list[dict[str, Any]], decided: dict[str, dict[str, Any]]
) -> None:
    for case in listed:
        advice = decided[case["id"]]["recommendation"]
        assert sum(option in (advice["action"], advice["procedure"]) for option in case["teaching"]["options"]) == 1


def test_table_names_every_case_with_its_decision_in_words(listed: list[dict[str, Any]], run_here: Any) -> None:
    done = run_here("cases")
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


def test_unknown_form_of_the_list_is_bad_use(run_here: Any) -> None:
    done = run_here("cases", "--format", "toml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"toml" in done.stderr


def test_help_shows_how_to_list_cases(run_here: Any) -> None:
    assert b"bonewatch cases --format json" in run_here("cases", "--help").stdout
    assert b"bonewatch cases" in run_here("--help").stdout


def test_damaged_file_is_named_and_the_others_are_listed(
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


@pytest.mark.slow
def test_verify_prints_what_the_cases_teach(run_here: Any) -> None:
    done = run_here("verify")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, lines[-1]) == (0, "pass")
    taught = [line for line in lines if line.startswith("taught: ")]
    assert "taught: exclusion pulmonary_surveillance: lungs_only" in taught
    assert len(taught) > 60
    assert [line for line in taught if line.endswith("no case")] == []
    assert f"cases: {len(FILES)}" in lines
