"""Faults of the drive, of other programs and of the clock, made for real: nothing is lost, and what to do is said."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from core.case.case_file import SCHEMA, Case, case_to_bytes, parse_case
from core.case.scenario import Scenario
from core.content import Content
from gui.base.preferences import Preferences
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.drives import connect, disconnect, make_read_only, mounted
from tests.gui.questions import answering
from tests.gui.saving_driver import CASES
from tests.gui.screen import Screen
from tests.strategies import eligible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ROOT = Path(__file__).resolve().parents[2]


def opened(window: MainWindow, path: Path) -> bytes:
    """Opens a case file that is made here, and answers once more; the bytes of the file."""
    data = case_to_bytes(Case(schema=SCHEMA, title="Femur", scenario=eligible()))
    path.write_bytes(data)
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    return data


def check_refusal(window: MainWindow, path: Path, *words: str) -> None:
    """Nothing is lost in the window, and what it tells names the file and these words."""
    told = " ".join(Screen(window).words("why_panel"))
    assert f"{path.name} was not saved" in told
    for word in (str(path), *words, "Save case as…"):
        assert word in told, told
    assert window.state.scenario == eligible(age_years=24)
    assert window.isWindowModified()
    with answering("Cancel"):
        window.close()
    assert window.isVisible()


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A folder on a drive of 64 KiB."""
    with mounted(tmp_path / "drive", "size=64k") as folder:
        yield folder


def fill(drive: Path) -> int:
    """Leaves no byte free on a drive; how many it took."""
    written = 0
    with (drive / "filler").open("wb", buffering=0) as file:
        while True:
            try:
                written += file.write(b"x" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
                return written


def test_that_a_full_drive_keeps_the_old_file_and_room_lets_the_case_be_saved(
    window: MainWindow, small_drive: Path
) -> None:
    path = small_drive / "femur.case.json"
    before = opened(window, path)
    assert fill(small_drive) > 0
    assert not window.files.save()

    assert path.read_bytes() == before
    assert sorted(file.name for file in small_drive.iterdir()) == ["femur.case.json", "filler"]
    check_refusal(window, path, "No space left", "Make room on that drive")
    (small_drive / "filler").unlink()
    assert window.files.save()
    assert parse_case(path.read_bytes()).scenario.age_years == 24


def test_that_preferences_on_a_full_drive_are_not_kept_and_nothing_else_suffers(
    content: Content, today: date, small_drive: Path, tmp_path: Path, qapp: object
) -> None:
    file = small_drive / "preferences.json"
    Preferences(file).add_recent_file(Path("/cases/old.case.json"))
    before = file.read_bytes()
    fill(small_drive)
    window = MainWindow(CaseState(content, today), Preferences(file))
    window.show()
    window.show_reference()
    (tmp_path / "femur.case.json").write_bytes(CASES[0])
    window.files.open_path(tmp_path / "femur.case.json")

    told = " ".join(Screen(window).words("why_panel"))
    assert str(file) in told
    assert "holds until you close the window" in told
    assert [path.name for path in window.preferences.recent_files] == ["femur.case.json", "old.case.json"]
    assert file.read_bytes() == before
    window.state.belongs_to(None)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_a_drive_that_is_read_only_is_named(window: MainWindow, small_drive: Path) -> None:
    path = small_drive / "femur.case.json"
    before = opened(window, path)
    make_read_only(small_drive)
    assert not window.files.save()

    assert path.read_bytes() == before
    check_refusal(window, path, "Choose another")


def test_that_a_drive_that_is_gone_is_named_and_the_case_saved_once_it_is_back(
    window: MainWindow, tmp_path: Path
) -> None:
    folder, away = tmp_path / "share", tmp_path / "away"
    folder.mkdir()
    path = folder / "femur.case.json"
    opened(window, path)
    folder.rename(away)
    assert not window.files.save()
    assert not folder.exists()
    check_refusal(window, path, f"There is no folder {folder}", "Make it, or choose another")
    away.rename(folder)
    assert window.files.save()
    assert parse_case(path.read_bytes()).scenario.age_years == 24


def test_that_nothing_is_saved_unasked_into_the_folder_that_a_drive_leaves_behind(
    window: MainWindow, small_drive: Path, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    connect(small_drive, share)
    path = share / "femur.case.json"
    before = opened(window, path)
    disconnect(share)
    assert share.is_dir() and not path.exists()

    with answering("Cancel") as asked:
        assert not window.files.save()
    assert "femur.case.json is no longer there" in asked.words[0]
    assert str(share) in asked.words[0]
    assert not path.exists()
    assert window.isWindowModified()

    connect(small_drive, share)
    try:
        assert path.read_bytes() == before
        assert window.files.save()
        assert parse_case(path.read_bytes()).scenario.age_years == 24
    finally:
        disconnect(share)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Gives a function that locks a file as Linux can: nobody may change, replace or delete it."""
    if not sys.platform.startswith("linux") or not shutil.which("chattr"):
        pytest.skip("needs chattr")
    held: list[Path] = []

    def lock(path: Path) -> None:
        if subprocess.run(["chattr", "+i", str(path)], capture_output=True).returncode:
            pytest.skip("files cannot be locked here")
        held.append(path)

    yield lock
    for path in held:
        subprocess.run(["chattr", "-i", str(path)], check=True)


def test_that_a_locked_file_is_named_and_kept(
    window: MainWindow, tmp_path: Path, locked: Callable[[Path], None]
) -> None:
    path = tmp_path / "femur.case.json"
    before = opened(window, path)
    locked(path)
    assert not window.files.save()

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    check_refusal(window, path, "write-protected", "Choose another name")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_that_a_program_killed_while_saving_leaves_a_whole_file_each_time(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.gui.saving_driver", str(tmp_path / "femur.case.json"), "200"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    print(f"killed while saving: {seen}")

    assert seen["whole"] == seen["kills"] == 200
    assert seen["first"] > 0
    assert seen["second"] > 0
    assert seen["drafts"] > 0, "none was killed in the middle of it"


def test_that_two_programs_that_save_one_file_at_a_time_never_mix(tmp_path: Path) -> None:
    path = tmp_path / "femur.case.json"
    path.write_bytes(CASES[0])
    program = (
        "import sys; from pathlib import Path; from gui.base.saving import save_whole\n"
        "from tests.gui.saving_driver import CASES\n"
        "for _ in range(300): assert save_whole(Path(sys.argv[1]), CASES[int(sys.argv[2])]) is None"
    )
    savers = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)], cwd=ROOT) for n in (0, 1)]
    reads = dict.fromkeys(CASES, 0)
    while any(saver.poll() is None for saver in savers):
        reads[path.read_bytes()] += 1  # a KeyError where it is neither
    print(f"two programs, 300 saves each: {sum(reads.values())} reads, each the whole of one or of the other")

    assert [saver.returncode for saver in savers] == [0, 0]
    assert all(reads.values())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("day", [date.min, date(1970, 1, 1), date(2038, 1, 20), date.max], ids=str)
def test_that_a_clock_that_is_wrong_changes_no_advice_and_stops_nothing(
    qapp: object, content: Content, today: date, day: date, tmp_path: Path
) -> None:
    right, wrong = CaseState(content, today), CaseState(content, day)
    for state in (right, wrong):
        state.show_scenario(eligible(radiograph_result="suspicious"))
    assert right.report is not None
    assert wrong.report is not None
    assert wrong.report.headline == right.report.headline
    window = MainWindow(wrong)
    assert window.files.save_path(tmp_path / "femur.case.json")
    os.utime(tmp_path / "femur.case.json", (0, 0))
    with answering():
        assert window.files.save()
    right.deleteLater()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_a_case_file_cut_off_anywhere_is_refused_and_the_window_goes_on(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "femur.case.json"
    whole = case_to_bytes(Case(schema=SCHEMA, title="Fémur", scenario=eligible()))
    for length in range(len(whole) - 2):
        path.write_bytes(whole[:length])
        window.files.open_path(path)
        assert window.state.file is None, length
    print(f"a case file cut off at {len(whole) - 2} places: each refused")

    assert window.state.scenario == Scenario()
    assert "was not opened" in " ".join(Screen(window).words("why_panel"))
