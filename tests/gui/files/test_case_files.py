"""Case files in the window: open, save, recent, dropped. Unsaved changes are marked and never lost without a question."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.case.case_file import SCHEMA, Case, case_to_bytes, read_case_file
from core.case.scenario import Scenario
from gui.base.preferences import Preferences
from gui.files.recent_files import RecentFiles
from gui.window.main_window import MainWindow
from tests.gui.questions import answering
from tests.gui.screen import Screen, plain
from tests.strategies import eligible

# The offscreen platform prints this for every window with a minimum size, and for dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def written(path: Path, title: str = "", **answers: object) -> Path:
    """Return a case file."""
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title=title, scenario=eligible(**answers))))
    return path


def why_words(screen: Screen) -> str:
    """Return the text of the explanation panel."""
    return " ".join(screen.words("why_panel"))


# Saving


def test_ctrl_s_saves_to_the_opened_file(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_S, CTRL)

    assert read_case_file(path).scenario == eligible(age_years=24)
    assert list(tmp_path.iterdir()) == [path]


def test_only_the_first_save_asks_for_a_name(window: MainWindow, screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    window.state.show_scenario(eligible())
    QTimer.singleShot(0, lambda: choose(tmp_path / "knee"))
    screen.press(Qt.Key.Key_S, CTRL)
    path = tmp_path / "knee.case.json"
    assert read_case_file(path).scenario == eligible()
    window.activateWindow()  # The offscreen platform has no window manager to do it.
    qtbot.waitUntil(window.isActiveWindow)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_S, CTRL)

    assert read_case_file(path).scenario == eligible(age_years=24)


def choose(path: Path) -> None:
    """Type a name into the file dialog, once it is open."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(10, lambda: choose(path))
        return
    (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    dialog.selectFile(str(path))  # Replace the suggested file name.
    line.setText(str(path))
    dialog.accept()


def test_no_name_saves_nothing(window: MainWindow, tmp_path: Path) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())
    assert not window.files.save()
    assert window.state.file is None


def test_save_as_goes_on_with_the_second_file(window: MainWindow, tmp_path: Path) -> None:
    first = written(tmp_path / "first.case.json")
    before = first.read_bytes()
    window.files.open_path(first)
    window.state.answer("age_years", 24)
    window.files.save_path(tmp_path / "second.case.json")
    window.state.answer("age_years", 25)
    window.files.save()

    assert first.read_bytes() == before
    assert read_case_file(tmp_path / "second.case.json").scenario.age_years == 25


def test_save_survives_a_change_of_folder(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "femur.case.json")
    monkeypatch.chdir(tmp_path)
    window.files.open_path(Path("femur.case.json"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    window.state.answer("age_years", 24)
    window.files.save()

    assert read_case_file(path).scenario.age_years == 24


# The title


def test_title_names_case_and_file_and_marks_changes(window: MainWindow, tmp_path: Path) -> None:
    assert (window.windowTitle(), window.isWindowModified()) == ("Bonewatch", False)
    window.state.answer("age_years", 9)
    assert not window.isWindowModified(), "a case without a file has no unsaved changes"
    window.files.open_path(written(tmp_path / "femur.case.json", "Second look"))
    assert window.windowTitle() == "Second look · femur.case.json[*] - Bonewatch"
    marked = [window.isWindowModified()]
    window.state.answer("age_years", 24)
    marked.append(window.isWindowModified())
    window.state.undo_stack.undo()
    marked.append(window.isWindowModified())
    window.state.undo_stack.redo()
    window.files.save()
    marked.append(window.isWindowModified())
    assert marked == [False, True, False, False]
    window.reset()
    assert (window.windowTitle(), window.isWindowModified()) == ("Bonewatch", False)
    window.files.open_path(written(tmp_path / "a.case.json", "A[*]\nB"))
    assert window.windowTitle() == "A[*][*] B · a.case.json[*] - Bonewatch"


# The question about unsaved changes

WAYS: dict[str, Callable[[MainWindow, Path], object]] = {
    "close": lambda window, _: window.close(),
    "new case": lambda window, _: window.reset(),
    "open": lambda window, other: window.files.open_path(other),
    "decide a teaching case": lambda window, _: window.teach.decide_requested.emit(
        Case(schema=SCHEMA, title="Taught", scenario=Scenario())
    ),
}


@pytest.mark.parametrize("answer", ["Save", "Discard changes", "Cancel", "Esc"])
def test_unsaved_changes_are_asked_about(window: MainWindow, tmp_path: Path, answer: str) -> None:
    for way, leave in WAYS.items():
        window.state.belongs_to(None)
        path, other = written(tmp_path / "femur.case.json"), written(tmp_path / "other.case.json", treated=False)
        before = path.read_bytes()
        window.files.open_path(path)
        window.state.answer("age_years", 24)
        changed = window.state.case
        with answering(answer) as asked:
            leave(window, other)

        assert "femur.case.json" in asked.words[0], way
        assert asked.choices == [["Save", "Discard changes", "Cancel"]], way
        assert path.read_bytes() == (case_to_bytes(changed) if answer == "Save" else before), way
        left = not window.isVisible() if way == "close" else window.state.case != changed
        assert left == (answer in ("Save", "Discard changes")), way
        if way != "close" and answer == "Discard changes":
            window.state.undo_stack.undo()
            assert (window.state.case, window.isWindowModified()) == (changed, True), (
                f"{way}: undo does not bring it back"
            )


def test_saving_while_reopening_shows_what_was_saved(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 24)
    with answering("Save"):
        window.files.open_path(path)

    assert window.state.scenario.age_years == 24
    assert not window.isWindowModified()


@pytest.mark.parametrize("in_file", [False, True])
def test_nothing_is_asked_where_nothing_is_lost(window: MainWindow, tmp_path: Path, in_file: bool) -> None:
    for leave in WAYS.values():
        window.state.belongs_to(None)
        if in_file:
            window.files.open_path(written(tmp_path / "femur.case.json"))
        window.state.answer("age_years", 24)
        if in_file:
            window.files.save()
        with answering():
            leave(window, written(tmp_path / "other.case.json"))


def test_failed_save_keeps_the_window_open(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
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
    assert str(path.parent) in why_words(screen)


# Changes by other programs


def test_file_changed_by_someone_else_is_asked_about(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.state.answer("age_years", 9)
    written(path)  # The same bytes again
    os.utime(path, (2_000_000_000, 2_000_000_000))
    with answering():
        assert window.files.save()
    window.state.answer("age_years", 24)
    times = path.stat()
    theirs = written(path, age_years=60).read_bytes()
    os.utime(path, (times.st_atime, times.st_mtime))  # A clock that was set back
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


def test_changed_file_can_be_kept(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    theirs = written(path, age_years=60).read_bytes()
    window.state.answer("age_years", 24)
    with answering("Save as…"):
        QTimer.singleShot(0, lambda: choose(tmp_path / "mine.case.json"))
        assert window.files.save()

    assert path.read_bytes() == theirs
    assert read_case_file(tmp_path / "mine.case.json").scenario.age_years == 24


def test_deleted_file_is_written_again_on_request(window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    path.unlink()
    with answering("Cancel"):
        assert not window.files.save()
    assert not path.exists()
    with answering("Make it anew"):
        assert window.files.save()

    assert read_case_file(path).scenario == eligible()


def test_file_of_a_newer_program_is_named_as_such(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "newer.case.json"
    path.write_text('{"schema": "bonewatch.case/2", "title": "", "scenario": {"tracer": "none"}}', encoding="utf-8")
    window.files.open_path(path)

    assert "newer.case.json was not opened" in why_words(screen)
    assert "saved by a newer Bonewatch as bonewatch.case/2; update this one" in why_words(screen)
    assert "tracer" not in why_words(screen)
    assert window.state.file is None


# Undo


def test_undo_takes_back_an_opened_file(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
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
    """Drop something on the window; return whether the window takes it."""
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


def test_drop_opens_one_case_file_in_decide(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "scan.dcm").write_bytes(b"\x00DICM")
    files = [written(tmp_path / f"{number} é.case.json", f"Case {number}", age_years=24) for number in range(3)]
    urls = [QUrl.fromLocalFile(str(path)) for path in files]
    assert not dropped(window, text="some words")
    assert not dropped(window, QUrl("https://example.org/a.case.json"))
    assert not any(line.acceptDrops() for line in window.decide.findChildren(QLineEdit))
    dropped(window, QUrl.fromLocalFile(str(tmp_path / "scan.dcm")))
    assert "scan.dcm was not opened" in why_words(screen)
    dropped(window, *urls)
    assert "Drop one case file; 3 were dropped" in why_words(screen)
    assert (window.state.scenario, window.state.file) == (Scenario(), None)
    window.show_reference()
    assert dropped(window, urls[1])
    assert (window.state.title, window.state.scenario.age_years) == ("Case 1", 24)
    assert window.decide.isVisible()


# Recent files


@pytest.fixture
def recent(window: MainWindow) -> RecentFiles:
    """Return the menu of recent files."""
    (menu,) = window.findChildren(RecentFiles)
    return menu


def listed(menu: RecentFiles) -> list[str]:
    """Return the files that the menu lists when it opens."""
    menu.aboutToShow.emit()
    return [plain(action.text()) for action in menu.actions() if action.data()]


def test_recent_files_are_listed_and_open_again(window: MainWindow, recent: RecentFiles, tmp_path: Path) -> None:
    (tmp_path / "bad.case.json").write_bytes(b"{")
    window.files.open_path(tmp_path / "bad.case.json")
    assert listed(recent) == []
    first = written(tmp_path / "a&b.case.json", "First")
    window.files.open_path(first)
    window.files.save_path(tmp_path / "second.case.json")
    assert listed(recent) == [f"1  second.case.json  ({tmp_path.name})", f"2  a&b.case.json  ({tmp_path.name})"]
    window.reset()
    recent.actions()[1].trigger()

    assert window.state.file is not None
    assert window.state.file.path == first
    assert listed(recent)[0].startswith("1  a&b")


def test_recent_files_are_cleared_and_switched_off(window: MainWindow, recent: RecentFiles, tmp_path: Path) -> None:
    window.files.open_path(written(tmp_path / "femur.case.json"))
    for name, kept in (("recent_clear", True), ("recent_keep", False)):
        listed(recent)
        action = window.findChild(QAction, name)
        assert isinstance(action, QAction)
        action.trigger()
        assert listed(recent) == []
        assert window.preferences["keep_recent_files"] == kept
    window.files.open_path(written(tmp_path / "knee.case.json"))
    assert listed(recent) == []


def test_recent_menu_has_no_key_twice(window: MainWindow, recent: RecentFiles, tmp_path: Path) -> None:
    for number in range(10):
        window.files.open_path(written(tmp_path / f"{number}.case.json"))
    listed(recent)
    keys = [action.text().partition("&")[2][:1].lower() for action in recent.actions() if action.text()]

    assert len(keys) == 11
    assert sorted(keys) == sorted(set(keys) - {""})


def test_missing_recent_file_is_named_with_the_remedy(
    window: MainWindow, screen: Screen, recent: RecentFiles, tmp_path: Path
) -> None:
    path = written(tmp_path / "femur.case.json")
    window.files.open_path(path)
    window.reset()
    path.unlink()
    listed(recent)
    recent.actions()[0].trigger()

    assert str(path) in why_words(screen)
    assert "whether its drive is connected" in why_words(screen)


def test_window_without_preferences_writes_none(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(window.preferences, Preferences)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window.files.open_path(written(tmp_path / "femur.case.json"))

    assert not (tmp_path / "config").exists()
