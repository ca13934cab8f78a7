"""Preferences on real files: saved, shared between windows, and harmless if the file is damaged."""

import os
import re
import subprocess
import sys
from pathlib import Path

from gui.base.preferences import Preferences

ROOT = Path(__file__).resolve().parents[3]


def test_the_program_uses_no_qsettings() -> None:
    code = (path.read_text(encoding="utf-8") for path in (ROOT / "gui").rglob("*.py"))
    assert not [
        line for text in code for line in text.splitlines() if re.search(r"import.*QSettings|QSettings\(", line)
    ]


def test_recent_files_are_kept_with_the_last_one_first(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "preferences.json"
    names = [Path(f'/cases/{number} é, ü; "x" & = % [1].case.json') for number in range(11)]
    names[5] = Path(os.fsdecode(b"/cases/\xff.case.json"))  # no text
    for path in (*names, names[5]):
        Preferences(file).add_recent_file(path)

    assert Preferences(file).recent_files == (names[5], *[path for path in names[:1:-1] if path != names[5]])
    assert Preferences(file).problem == ""


def test_nothing_is_written_before_something_is_preferred(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    assert (preferences.recent_files, preferences["keep_recent_files"]) == ((), True)
    assert list(tmp_path.iterdir()) == []


def test_a_list_not_wanted_is_emptied_and_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    Preferences(file).add_recent_file(Path("/cases/femur.case.json"))
    Preferences(file)["keep_recent_files"] = False
    assert b"femur" not in file.read_bytes()
    Preferences(file).add_recent_file(Path("/cases/knee.case.json"))
    assert b"knee" not in file.read_bytes()
    assert (Preferences(file).recent_files, Preferences(file)["keep_recent_files"]) == ((), False)


def test_two_programs_share_one_list(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    here = Preferences(file)
    here.add_recent_file(Path("/cases/here.case.json"))
    program = (
        "import sys; from pathlib import Path; from gui.base.preferences import Preferences\n"
        "Preferences(Path(sys.argv[1])).add_recent_file(Path('/cases/there.case.json'))"
    )
    subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=True, timeout=300)
    here.add_recent_file(Path("/cases/last.case.json"))

    assert [path.name for path in here.recent_files] == ["last.case.json", "there.case.json", "here.case.json"]


def test_a_file_cut_off_anywhere_is_reported_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "whole.json"
    paths = (Path('/cases/a "b", c.case.json'), Path("/cases/fémur.case.json"))
    preferences = Preferences(file)
    for path in reversed(paths):
        preferences.add_recent_file(path)
    preferences["keep_recent_files"] = True
    whole = file.read_bytes()
    assert Preferences(file).recent_files == paths
    for length in range(0, len(whole), 3):
        file.write_bytes(whole[:length])
        cut = Preferences(file)
        assert cut.recent_files == (), length
        assert str(file) in cut.problem
        assert "delete the file" in cut.problem
        cut.add_recent_file(Path("/new.case.json"))
        assert Preferences(file).recent_files == (Path("/new.case.json"),)
        assert Preferences(file).problem == "", length


def test_values_of_another_kind_count_as_not_set(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(
        '{"recent_files": [1, null, "", {}, "/a.case.json"], "keep_recent_files": "no", "zoom": 1e2, "theme": true, "window": {}, "other": 1}'
    )
    preferences = Preferences(file)
    assert preferences.recent_files == (Path("/a.case.json"),)
    assert preferences["keep_recent_files"]
    assert (preferences["zoom"], preferences["theme"], preferences.window_place) == (100, "system", None)


def test_a_file_of_another_kind_is_reported_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    long_number, long = '{"zoom": 1' + "0" * 5_000 + "}", '{"recent_files": ["' + "x" * 300_000 + '"]}'
    noise = bytes(range(256)).decode("latin-1") * 8
    for text in ("", "[]", "null", long_number, long, "[" * 100_000, noise):
        file.write_text(text, encoding="latin-1")
        preferences = Preferences(file)
        assert preferences.recent_files == ()
        assert str(file) in preferences.problem, text[:20]
        preferences.add_recent_file(Path("/cases/femur.case.json"))
        assert Preferences(file).recent_files == (Path("/cases/femur.case.json"),)
        assert Preferences(file).problem == ""


def test_a_preference_not_written_is_named_and_kept_next_time(tmp_path: Path) -> None:
    file, femur = tmp_path / "preferences.json", Path("/cases/femur.case.json")
    file.mkdir()
    preferences = Preferences(file)
    preferences.add_recent_file(femur)
    preferences["theme"] = "dark"
    assert (preferences.recent_files, preferences["theme"]) == ((femur,), "dark")
    assert str(file) in preferences.problem
    assert "Ask for permission to read and write this file" in preferences.problem
    file.rmdir()
    preferences["theme"] = "light"
    Preferences(file)["theme"] = "contrast"
    assert preferences["theme"] == "contrast"
