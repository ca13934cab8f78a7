"""Preferences on real files: kept, shared between windows, and never in the way when their file is damaged."""

import subprocess
import sys
from pathlib import Path

import pytest

from gui.preferences import Preferences

ROOT = Path(__file__).resolve().parents[2]


def test_that_no_other_module_keeps_preferences() -> None:
    users = [path.name for path in (ROOT / "gui").rglob("*.py") if "QSettings" in path.read_text(encoding="utf-8")]
    assert users == ["preferences.py"]


def test_that_recent_files_are_kept_with_the_last_one_first_and_each_once(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "preferences.ini"
    names = [Path(f'/cases/{number} é, ü; "x" & = % [1].case.json') for number in range(11)]
    for path in (*names, names[5]):
        Preferences(file).add_recent_file(path)

    assert Preferences(file).recent_files == (names[5], *[path for path in names[:1:-1] if path != names[5]])
    assert Preferences(file).problem == ""


def test_that_nothing_is_written_before_something_is_preferred(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.ini")
    assert (preferences.recent_files, preferences.keeps_recent_files) == ((), True)
    assert list(tmp_path.iterdir()) == []


def test_that_a_list_that_is_not_wanted_is_emptied_and_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "preferences.ini"
    Preferences(file).add_recent_file(Path("/cases/femur.case.json"))
    Preferences(file).keeps_recent_files = False
    assert b"femur" not in file.read_bytes()
    Preferences(file).add_recent_file(Path("/cases/knee.case.json"))
    assert b"knee" not in file.read_bytes()
    assert (Preferences(file).recent_files, Preferences(file).keeps_recent_files) == ((), False)


def test_that_two_programs_share_one_list(tmp_path: Path) -> None:
    file = tmp_path / "preferences.ini"
    here = Preferences(file)
    here.add_recent_file(Path("/cases/here.case.json"))
    program = (
        "import sys; from pathlib import Path; from gui.preferences import Preferences\n"
        "Preferences(Path(sys.argv[1])).add_recent_file(Path('/cases/there.case.json'))"
    )
    subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=True, timeout=60)
    here.add_recent_file(Path("/cases/last.case.json"))

    assert [path.name for path in here.recent_files] == ["last.case.json", "there.case.json", "here.case.json"]


def test_that_a_file_cut_off_anywhere_is_read_as_far_as_it_is_whole_and_mended_by_the_next_preference(
    tmp_path: Path,
) -> None:
    file = tmp_path / "whole.ini"
    paths = (Path('/cases/a "b", c.case.json'), Path("/cases/fémur.case.json"))
    preferences = Preferences(file)
    for path in reversed(paths):
        preferences.add_recent_file(path)
    preferences.keeps_recent_files = True
    whole = file.read_bytes()
    told = 0
    for length in range(len(whole)):
        file = tmp_path / f"{length}.ini"  # of one name, Qt would take files of the same time and size for unchanged
        file.write_bytes(whole[:length])
        cut = Preferences(file)
        assert cut.recent_files in ((), paths), length
        told += bool(cut.problem)
        if cut.problem:
            assert str(file) in cut.problem
            assert "delete the file" in cut.problem
        cut.add_recent_file(Path("/new.case.json"))
        assert Preferences(file).recent_files[0] == Path("/new.case.json")
        assert Preferences(file).problem == "", length
    print(f"preferences cut off at {len(whole)} places: {told} told, all mended")

    assert told > len(whole) // 3


def test_that_values_of_another_kind_count_as_not_set(tmp_path: Path) -> None:
    file = tmp_path / "preferences.ini"
    file.write_text(
        '[General]\nrecent_files="[1, null, \\"\\", {}, \\"/a.case.json\\"]"\nkeep_recent_files="\\"no\\""\n'
    )
    assert Preferences(file).recent_files == (Path("/a.case.json"),)
    assert Preferences(file).keeps_recent_files


def test_that_bytes_that_mean_nothing_are_no_preferences(tmp_path: Path) -> None:
    file = tmp_path / "preferences.ini"
    file.write_bytes(bytes(range(256)) * 8)
    assert Preferences(file).recent_files == ()


@pytest.mark.parametrize(
    "text",
    [
        r"recent_files=@Variant(\0\0\0\t\x89\x89\x89\x89)",
        r"theme=@DateTime(\0\0\0\x10\x89\x89\x89\x89)",
        "recent_files=" + "x" * 300_000,
    ],
)
def test_that_a_file_that_makes_qt_build_objects_is_told_and_mended_by_the_next_preference(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "preferences.ini"
    file.write_text(f"[General]\n{text}\n", encoding="utf-8")
    preferences = Preferences(file)
    assert preferences.recent_files == ()
    assert str(file) in preferences.problem
    preferences.add_recent_file(Path("/cases/femur.case.json"))
    assert Preferences(file).recent_files == (Path("/cases/femur.case.json"),)
    assert Preferences(file).problem == ""


def test_that_a_file_that_cannot_be_written_is_named_and_the_preference_holds_for_now(tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").mkdir()
    preferences = Preferences(tmp_path / "preferences.ini")
    preferences.add_recent_file(Path("/cases/femur.case.json"))

    assert preferences.recent_files == (Path("/cases/femur.case.json"),)
    assert str(tmp_path / "preferences.ini") in preferences.problem
    assert "Ask for the right to read and write it" in preferences.problem
