"""Case files in the window: open, save, recent, dropped; what is unsaved is marked and asked about, never lost."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.case.case_file import SCHEMA, Case, case_to_bytes, read_case_file
from core.case.scenario import Scenario
from core.content import Content
from gui.base.preferences import Preferences
from gui.files.recent_files import RecentFiles
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.questions import answering
from tests.gui.screen import Screen, plain
from tests.strategies import eligible

# The offscreen platform says so of every window with a smallest size, and of dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def written(path: Path, title: str = "", **answers: object) -> Path:
    """A case file."""
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title=title, scenario=eligible(**answers))))
    return path


def told(screen: Screen) -> str:
    """What the window tells beside its content."""
    return " ".join(screen.words("why_panel"))


# Saving


def test_that_ctrl_s_saves_to_the_file_that_was_opened(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_S, CTRL)

    assert read_case_file(path).scenario == eligible(age_years=24)
    assert list(tmp_path.iterdir()) == [path]


def test_that_the_first_save_asks_for_a_name_and_the_next_one_does_not(
    window: MainWindow, screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    window.state.show_scenario(eligible())
    QTimer.singleShot(0, lambda: choose(tmp_path / "knee"))
    screen.press(Qt.Key.Key_S, CTRL)
    path = tmp_path / "knee.case.json"
    assert read_case_file(path).scenario == eligible()
    window.activateWindow()  # no window manager does it here
    qtbot.waitUntil(window.isActiveWindow)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_S, CTRL)

    assert read_case_file(path).scenario == eligible(age_years=24)


def choose(path: Path) -> None:
    """Types a name into the dialog that asks for one, once it is there."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(10, lambda: choose(path))
        return
    (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    dialog.selectFile(str(path))  # lets go of the file that it offers
    line.setText(str(path))
    dialog.accept()


def test_that_a_name_that_is_not_given_saves_nothing(window: MainWindow, tmp_path: Path) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())
    assert not window.files.save()
    assert window.state.file is None


def test_that_saving_elsewhere_leaves_the_first_file_and_goes_on_with_the_second(
    window: MainWindow, tmp_path: Path
) -> None:
    first = written(tmp_path / "first.case.json")
    before = first.read_bytes()
    window.files.open_path(first)
    window.state.answer("age_years", 24)
    window.files.save_path(tmp_path / "second.case.json")
    window.state.answer("age_years", 25)
    window.files.save()

    assert first.read_bytes() == before
    assert read_case_file(tmp_path / "second.case.json").scenario.age_years == 25


def test_that_the_program_may_change_its_folder_between_opening_and_saving(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "femur.case.json")
    monkeypatch.chdir(tmp_path)
    window.files.open_path(Path("femur.case.json"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    window.state.answer("age_years", 24)
    window.files.save()

    assert read_case_file(path).scenario.age_years == 24


# The title


def test_that_the_title_names_case_and_file_and_marks_what_is_unsaved(window: MainWindow, tmp_path: Path) -> None:
    assert (window.windowTitle(), window.isWindowModified()) == ("Bonewatch", False)
    window.files.open_path(written(tmp_path / "femur.case.json", "Second look"))
    assert window.windowTitle() == "Second look · femur.case.json[*] - Bonewatch"
    assert not window.isWindowModified()
    window.state.answer("age_years", 24)
    assert window.isWindowModified()
    window.state.undo_stack.undo()
    assert not window.isWindowModified()
    window.state.undo_stack.redo()
    window.files.save()
    assert not window.isWindowModified()
    window.reset()
    assert (window.windowTitle(), window.isWindowModified()) == ("Bonewatch", False)


def test_that_a_title_that_looks_like_the_mark_is_none(window: MainWindow, tmp_path: Path) -> None:
    window.files.open_path(written(tmp_path / "a.case.json", "A[*]\nB"))
    assert window.windowTitle() == "A[*][*] B · a.case.json[*] - Bonewatch"


def test_that_a_case_that_never_was_in_a_file_is_not_marked(window: MainWindow) -> None:
    window.state.answer("age_years", 24)
    assert not window.isWindowModified()


# The question before changes are lost

WAYS: dict[str, Callable[[MainWindow, Path], object]] = {
    "close": lambda window, _: window.close(),
    "new case": lambda window, _: window.reset(),
    "open": lambda window, other: window.files.open_path(other),
    "decide a teaching case": lambda window, _: window.teach.decide_requested.emit(
        Case(schema=SCHEMA, title="Taught", scenario=Scenario())
    ),
}


@pytest.mark.parametrize("answer", ["Save", "Discard changes", "Cancel"])
@pytest.mark.parametrize("way", WAYS)
def test_that_unsaved_changes_are_asked_about(window: MainWindow, tmp_path: Path, way: str, answer: str) -> None:
    path, other = written(tmp_path / "femur.case.json"), written(tmp_path / "other.case.json", treated=False)
    before = path.read_bytes()
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    changed = window.state.case
    with answering(answer) as asked:
        WAYS[way](window, other)

    assert "femur.case.json" in asked.words[0]
    assert asked.choices == [["Save", "Discard changes", "Cancel"]]
    assert path.read_bytes() == (case_to_bytes(changed) if answer == "Save" else before)
    left = not window.isVisible() if way == "close" else window.state.case != changed
    assert left == (answer != "Cancel")
    if way != "close" and answer == "Discard changes":
        window.state.undo_stack.undo()
        assert (window.state.case, window.isWindowModified()) == (changed, True), "undo does not bring it back"


def test_that_a_file_that_is_saved_on_the_way_to_opening_it_again_shows_what_was_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    with answering("Save"):
        window.files.open_path(path)

    assert window.state.scenario.age_years == 24
    assert not window.isWindowModified()


def test_that_esc_at_the_question_cancels(window: MainWindow, tmp_path: Path) -> None:
    window.files.open_path(written(tmp_path / "femur.case.json"))
    window.state.answer("age_years", 24)
    with answering("Esc"):
        window.reset()

    assert window.state.scenario.age_years == 24


@pytest.mark.parametrize("way", WAYS)
def test_that_a_case_that_was_never_saved_is_left_without_a_question(
    window: MainWindow, tmp_path: Path, way: str
) -> None:
    window.state.answer("age_years", 24)
    with answering():
        WAYS[way](window, written(tmp_path / "other.case.json"))


@pytest.mark.parametrize("way", WAYS)
def test_that_a_case_as_it_was_saved_is_left_without_a_question(window: MainWindow, tmp_path: Path, way: str) -> None:
    window.files.open_path(written(tmp_path / "femur.case.json"))
    window.state.answer("age_years", 24)
    window.files.save()
    with answering():
        WAYS[way](window, written(tmp_path / "other.case.json"))


def test_that_a_save_that_fails_keeps_the_window_open(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    path = written(tmp_path / "gone" / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    path.unlink()
    path.parent.rmdir()
    with answering("Save"):
        window.close()

    assert window.isVisible()
    assert window.isWindowModified()
    assert str(path.parent) in told(screen)


# What someone else has written meanwhile


def test_that_a_file_changed_by_someone_else_is_not_overwritten_unasked(
    window: MainWindow, screen: Screen, tmp_path: Path
) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    times = path.stat()
    theirs = written(path, age_years=60).read_bytes()
    os.utime(path, (times.st_atime, times.st_mtime))  # a clock that was set back
    with answering("Cancel") as asked:
        screen.press(Qt.Key.Key_S, CTRL)
    assert "femur.case.json has changed on the drive" in asked.words[0]
    assert asked.choices[0][0] == "Save as…", "Enter would overwrite"
    assert path.read_bytes() == theirs
    assert window.isWindowModified()
    with answering("Overwrite"):
        assert window.files.save()
    assert read_case_file(path).scenario.age_years == 24
    assert not window.isWindowModified()


def test_that_a_changed_file_can_be_kept_beside_the_case(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    theirs = written(path, age_years=60).read_bytes()
    window.state.answer("age_years", 24)
    with answering("Save as…"):
        QTimer.singleShot(0, lambda: choose(tmp_path / "mine.case.json"))
        assert window.files.save()

    assert path.read_bytes() == theirs
    assert read_case_file(tmp_path / "mine.case.json").scenario.age_years == 24


def test_that_a_file_written_again_as_it_was_counts_as_unchanged(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    written(path)
    os.utime(path, (2_000_000_000, 2_000_000_000))
    with answering():
        assert window.files.save()


def test_that_a_file_that_was_deleted_is_written_again_on_wish(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    path.unlink()
    with answering("Cancel"):
        assert not window.files.save()
    assert not path.exists()
    with answering("Make it anew"):
        assert window.files.save()

    assert read_case_file(path).scenario == eligible()


def test_that_of_two_windows_with_one_file_the_second_to_save_is_asked(
    window: MainWindow, content: Content, today: date, tmp_path: Path
) -> None:
    path = written(tmp_path / "femur.case.json")
    second = MainWindow(CaseState(content, today))
    for one, age in ((window, 24), (second, 60)):
        one.files.open_path(path)
        one.state.answer("age_years", age)
    assert window.files.save()
    with answering("Cancel"):
        assert not second.files.save()

    assert read_case_file(path).scenario.age_years == 24
    assert second.state.scenario.age_years == 60
    second.state.belongs_to(None)
    second.deleteLater()


def test_that_a_file_of_a_newer_program_is_said_to_be_one(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "newer.case.json"
    path.write_text('{"schema": "bonewatch.case/2", "title": "", "scenario": {"tracer": "none"}}', encoding="utf-8")
    window.files.open_path(path)

    assert "newer.case.json was not opened" in told(screen)
    assert "saved by a newer Bonewatch as bonewatch.case/2; update this one" in told(screen)
    assert "tracer" not in told(screen)
    assert window.state.file is None


# Undo


def test_that_undo_takes_back_an_opened_file_with_all_that_belongs_to_it(
    window: MainWindow, screen: Screen, tmp_path: Path
) -> None:
    screen.type("1111")
    before = window.state.scenario
    window.files.open_path(written(tmp_path / "femur.case.json", "Femur", age_years=24))
    (undo,) = [a for menu in window.findChildren(QMenu) for a in menu.actions() if plain(a.text()).startswith("Undo")]
    assert plain(undo.text()) == "Undo Open Femur"
    screen.press(Qt.Key.Key_Z, CTRL)

    assert (window.state.scenario, window.windowTitle()) == (before, "Bonewatch")
    assert plain(undo.text()) == "Undo Symptoms: None"
    screen.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.windowTitle().startswith("Femur")
    screen.open_folds()
    assert screen.answer("age_years") == 24


# Dropped files


def dropped(window: MainWindow, *urls: QUrl, text: str = "") -> bool:
    """Drops something on the window; whether the window takes it."""
    data = QMimeData()
    if urls:
        data.setUrls(urls)
    if text:
        data.setText(text)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
        QApplication.processEvents()
    return entering.isAccepted()


def test_that_a_case_file_dropped_on_the_window_is_opened_in_decide(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur é.case.json", "Femur", age_years=24)
    window.show_reference()
    assert dropped(window, QUrl.fromLocalFile(str(path)))

    assert (window.state.title, window.state.scenario.age_years) == ("Femur", 24)
    assert window.decide.isVisible()


def test_that_a_file_that_is_no_case_is_refused_with_its_problem(
    window: MainWindow, screen: Screen, tmp_path: Path
) -> None:
    (tmp_path / "scan.dcm").write_bytes(b"\x00DICM")
    dropped(window, QUrl.fromLocalFile(str(tmp_path / "scan.dcm")))

    assert "scan.dcm was not opened" in told(screen)
    assert window.state.scenario == Scenario()


def test_that_several_files_at_once_are_told_to_be_too_many(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    files = [written(tmp_path / f"{number}.case.json") for number in range(3)]
    dropped(window, *[QUrl.fromLocalFile(str(path)) for path in files])

    assert "Drop one case file; 3 were dropped" in told(screen)
    assert window.state.file is None


def test_that_what_is_no_file_of_this_computer_is_not_taken(window: MainWindow) -> None:
    assert not dropped(window, text="some words")
    assert not dropped(window, QUrl("https://example.org/a.case.json"))
    assert not any(line.acceptDrops() for line in window.decide.findChildren(QLineEdit))


# Recent files


@pytest.fixture
def recent(window: MainWindow) -> RecentFiles:
    """The menu of recent files."""
    (menu,) = window.findChildren(RecentFiles)
    return menu


def listed(menu: RecentFiles) -> list[str]:
    """The files that the menu lists when it opens."""
    menu.aboutToShow.emit()
    return [plain(action.text()) for action in menu.actions() if action.data()]


def test_that_opened_and_saved_files_are_listed_and_open_again(
    window: MainWindow, recent: RecentFiles, tmp_path: Path
) -> None:
    first = written(tmp_path / "a&b.case.json", "First")
    window.files.open_path(first)
    window.files.save_path(tmp_path / "second.case.json")
    assert listed(recent) == [f"1  second.case.json  ({tmp_path.name})", f"2  a&b.case.json  ({tmp_path.name})"]
    window.reset()
    recent.actions()[1].trigger()

    assert window.state.file is not None
    assert window.state.file.path == first
    assert listed(recent)[0].startswith("1  a&b")


def test_that_a_refused_file_is_not_listed(window: MainWindow, recent: RecentFiles, tmp_path: Path) -> None:
    (tmp_path / "bad.case.json").write_bytes(b"{")
    window.files.open_path(tmp_path / "bad.case.json")

    assert listed(recent) == []


def test_that_the_list_can_be_cleared_and_switched_off(window: MainWindow, recent: RecentFiles, tmp_path: Path) -> None:
    window.files.open_path(written(tmp_path / "femur.case.json"))
    listed(recent)
    recent.findChild(object, "recent_clear").trigger()  # type: ignore[attr-defined,type-var]
    assert listed(recent) == []
    recent.findChild(object, "recent_keep").trigger()  # type: ignore[attr-defined,type-var]
    window.files.open_path(written(tmp_path / "knee.case.json"))
    assert listed(recent) == []
    assert not window.preferences.keeps_recent_files


def test_that_no_two_keys_of_the_filled_menu_are_the_same(
    window: MainWindow, recent: RecentFiles, tmp_path: Path
) -> None:
    for number in range(10):
        window.files.open_path(written(tmp_path / f"{number}.case.json"))
    listed(recent)
    keys = [action.text().partition("&")[2][:1].lower() for action in recent.actions() if action.text()]

    assert len(keys) == 11
    assert sorted(keys) == sorted(set(keys) - {""})


def test_that_a_listed_file_that_is_gone_is_named_with_what_to_do(
    window: MainWindow, screen: Screen, recent: RecentFiles, tmp_path: Path
) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.reset()
    path.unlink()
    listed(recent)
    recent.actions()[0].trigger()

    assert str(path) in told(screen)
    assert "whether its drive is connected" in told(screen)


def test_that_a_window_without_the_users_preferences_writes_none(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(window.preferences, Preferences)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window.files.open_path(written(tmp_path / "femur.case.json"))

    assert not (tmp_path / "config").exists()
