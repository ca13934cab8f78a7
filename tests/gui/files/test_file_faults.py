"""Real faults of the drive, of other programs and of the clock: nothing is lost, and the message says what to do."""

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

ROOT = Path(__file__).resolve().parents[3]


def opened(window: MainWindow, path: Path) -> bytes:
    """Open a case file made here, change one answer and return the bytes of the file."""
    data = case_to_bytes(Case(schema=SCHEMA, title="Femur", scenario=eligible()))
    path.write_bytes(data)
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    return data


def check_refusal(window: MainWindow, path: Path, *words: str) -> None:
    """Check that the window has lost nothing, and that its message contains the file and these words."""
    words_shown = " ".join(Screen(window).words("why_panel"))
    assert f"{path.name} was not saved" in words_shown
    for word in (str(path), *words, "Save case as…"):
        assert word in words_shown, words_shown
    assert window.state.scenario == eligible(age_years=24)
    assert window.isWindowModified()
    with answering("Cancel"):
        window.close()
    assert window.isVisible()


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """Mount a drive of 64 KiB, and yield a folder on it."""
    with mounted(tmp_path / "drive", "size=64k") as folder:
        yield folder


def fill(drive: Path) -> int:
    """Fill a drive to the last byte. Return the number of bytes written."""
    written = 0
    with (drive / "filler").open("wb", buffering=0) as file:
        while True:
            try:
                written += file.write(b"x" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
                return written


def test_full_drive_keeps_the_old_file(window: MainWindow, small_drive: Path) -> None:
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


def test_preferences_on_a_full_drive_are_named_as_not_kept(
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

    words_shown = " ".join(Screen(window).words("why_panel"))
    assert str(file) in words_shown
    assert "only until you close the window" in words_shown
    assert [path.name for path in window.preferences.recent_files] == ["femur.case.json", "old.case.json"]
    assert file.read_bytes() == before
    window.state.belongs_to(None)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_read_only_drive_is_named(window: MainWindow, small_drive: Path) -> None:
    path = small_drive / "femur.case.json"
    before = opened(window, path)
    make_read_only(small_drive)
    assert not window.files.save()

    assert path.read_bytes() == before
    check_refusal(window, path, "Choose another")


def test_missing_drive_is_named_until_it_is_back(window: MainWindow, tmp_path: Path) -> None:
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


def test_folder_left_by_a_drive_is_asked_about(window: MainWindow, small_drive: Path, tmp_path: Path) -> None:
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
    """Yield a function that locks a file on Linux: it cannot be changed, replaced or deleted."""
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


def test_locked_file_is_named_and_kept(window: MainWindow, tmp_path: Path, locked: Callable[[Path], None]) -> None:
    path = tmp_path / "femur.case.json"
    before = opened(window, path)
    locked(path)
    assert not window.files.save()

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    check_refusal(window, path, "write-protected", "Choose another name")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_kill_while_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.gui.saving_driver", str(tmp_path / "femur.case.json"), "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)

    assert seen["whole"] == seen["kills"] == 60
    assert seen["first"] > 0
    assert seen["second"] > 0
    assert seen["drafts"] > 0, "none was killed in the middle of it"


def test_two_programs_saving_one_file_never_mix(tmp_path: Path) -> None:
    path = tmp_path / "femur.case.json"
    path.write_bytes(CASES[0])
    program = (
        "import sys; from pathlib import Path; from gui.base.saving import save_whole\n"
        "from tests.gui.saving_driver import CASES\n"
        "for _ in range(100): assert save_whole(Path(sys.argv[1]), CASES[int(sys.argv[2])]) is None"
    )
    savers = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)], cwd=ROOT) for n in (0, 1)]
    reads = dict.fromkeys(CASES, 0)
    while any(saver.poll() is None for saver in savers):
        reads[path.read_bytes()] += 1  # This is a KeyError if the code is neither.

    assert [saver.returncode for saver in savers] == [0, 0]
    assert all(reads.values())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("day", [date.min, date.max], ids=str)
def test_wrong_clock_changes_no_advice(qapp: object, content: Content, today: date, day: date, tmp_path: Path) -> None:
    right, wrong = CaseState(content, today), CaseState(content, day)
    for state in (right, wrong):
        state.show_scenario(eligible(radiograph_result="suspicious"))
    assert right.snapshot.report is not None
    assert wrong.snapshot.report is not None
    assert wrong.snapshot.report.headline == right.snapshot.report.headline
    window = MainWindow(wrong)
    assert window.files.save_path(tmp_path / "femur.case.json")
    os.utime(tmp_path / "femur.case.json", (0, 0))
    with answering():
        assert window.files.save()
    right.deleteLater()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_case_file_cut_off_is_refused(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "femur.case.json"
    whole = case_to_bytes(Case(schema=SCHEMA, title="Fémur", scenario=eligible()))
    for length in range(0, len(whole) - 2, 7):
        path.write_bytes(whole[:length])
        window.files.open_path(path)
        assert window.state.file is None, length

    assert window.state.scenario == Scenario()
    assert "was not opened" in " ".join(Screen(window).words("why_panel"))
