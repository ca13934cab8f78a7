"""`bonewatch verify` as a user meets it: it passes what ships, and says of an altered copy what is wrong with it, and where."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core.base.resources import resource_path

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
Alter = Callable[[str, str, str], None]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the packaged content, vignettes and all."""
    folder = tmp_path / "pack"
    shutil.copytree(resource_path("content"), folder)
    return folder


@pytest.fixture
def alter(pack: Path) -> Alter:
    """Gives a function that replaces, in one file of the copy, the only match of a pattern."""

    def replace(file: str, pattern: str, new: str) -> None:
        path = pack / file
        text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        assert count == 1
        path.write_text(text, encoding="utf-8")

    return replace


def lines_of(result: "subprocess.CompletedProcess[bytes]", exit_status: int) -> list[str]:
    """The lines on standard output of a run that ended like this, with nothing on standard error."""
    assert (result.returncode, result.stderr) == (exit_status, b"")
    return result.stdout.decode("utf-8").splitlines()


# --- what ships ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_ships_is_proven_over_the_whole_decision_space(run_program: Run) -> None:
    lines = lines_of(run_program("verify"), 0)
    assert lines[-1] == "pass"
    counts = dict(line.split(": ") for line in lines[:-1] if not line.startswith("taught"))
    assert counts["scenarios"] == "1,944,000"
    assert counts["scenarios in_scope"] == "3,024"
    assert int(counts["vignettes"]) >= 45


@pytest.mark.slow
def test_unaltered_copy_passes(run_program: Run, pack: Path) -> None:
    assert lines_of(run_program("verify", "--content", pack), 0)[-1] == "pass"


# --- an altered copy -------------------------------------------------------------------------------------------------


ALTERATIONS = [
    (
        "pathway.toml",
        r'^when = \{ radiograph_result = \["stable"\], clinical_suspicion = \["low"\], advanced_study = \["none"\] \}\n',
        "",
        "pathway.toml: edges.stable: holds together with suspicious where radiograph_result = suspicious, ",
    ),
    (
        "pathway.toml",
        r'\[\[nodes\]\]\nid = "plan_biopsy".*?(?=\[\[nodes\]\])',
        "",
        "pathway.toml: edges.mri_suspicious: node plan_biopsy is not listed",
    ),
    (
        "sources.toml",
        r'\[\[sources\]\]\nid = "S70".*?(?=\[\[sources\]\])',
        "",
        "pitfalls.toml: pitfalls.single_modality.sources: source S70 is not listed",
    ),
    (
        "scope.toml",
        r'^when = \{ symptoms = \["any"\] \}',
        'when = { symptoms = ["new_pain", "palpable_mass"] }',
        "vignettes/scope.toml: The bone breaks at the former tumor site, and the film taken that day is suspicious: "
        "exclusions, from scope.toml: symptomatic is missing",
    ),
    (
        "pitfalls.toml",
        r'hardware = \["internal_fixation", "endoprosthesis"\]',
        'hardware = ["endoprosthesis"]',
        "vignettes/pitfalls.toml: Screws and a plate cross the resection: cannot be decided: ",
    ),
    (
        "vignettes/notices.toml",
        r"as_of = 2027-05-31",
        "as_of = 2027-05-29",
        "vignettes/notices.toml: The content is used a day later than twelve months after its review: "
        "notices, from pitfalls.toml: stale_content is missing",
    ),
]


def test_alteration_of_a_copy_is_named_on_a_line(
    run_here: Run, pack: Path, alter: Alter, subtests: pytest.Subtests
) -> None:
    for file, pattern, new, fault in ALTERATIONS:
        with subtests.test(fault):
            sound = (pack / file).read_bytes()
            alter(file, pattern, new)
            lines = lines_of(run_here("verify", "--content", pack), 1)
            (pack / file).write_bytes(sound)
            assert any(line.startswith(fault) for line in lines), lines
            assert "pass" not in lines
            assert not any(line.startswith("scenarios") for line in lines)


def test_broken_toml_is_located(run_here: Run, pack: Path, alter: Alter) -> None:
    alter("topic.toml", r'^version = "', 'version = 1.0"')
    (line,) = lines_of(run_here("verify", "--content", pack), 1)
    assert line.startswith("topic.toml: is not TOML: ")
    assert "line 9" in line


def test_broken_vignette_is_located(run_here: Run, pack: Path, alter: Alter) -> None:
    alter("vignettes/notices.toml", r'site = "skull_or_jaw"', 'site = "jaw"')
    lines = lines_of(run_here("verify", "--content", pack), 1)
    assert lines[0].startswith(
        "vignettes/notices.toml: An osteosarcoma of the jaw is followed: scenario.site: Input should"
    )


def test_pack_without_vignettes_does_not_pass(run_here: Run, pack: Path) -> None:
    shutil.rmtree(pack / "vignettes")
    lines = lines_of(run_here("verify", "--content", pack), 1)
    assert lines[0].startswith("vignettes: the pack carries no vignettes")


def test_empty_folder_is_no_pack(run_here: Run, tmp_path: Path) -> None:
    assert lines_of(run_here("verify", "--content", tmp_path), 1) == [f"{tmp_path}: no content files (*.toml) here"]


# --- bad use ---------------------------------------------------------------------------------------------------------


def test_folder_which_is_not_there_and_a_file_are_bad_use(run_here: Run, tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text("", encoding="utf-8")
    for name in (tmp_path / "nowhere", file):
        result = run_here("verify", "--content", name)
        assert (result.returncode, result.stdout) == (2, b"")
        assert result.stderr.decode("utf-8") == f"--content: {name} is not a folder\n"
