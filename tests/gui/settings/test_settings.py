"""Settings in the window: applied at once, saved in a real file. A window is always restored on a screen."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.content import Content
from gui.base.policy import Policy
from gui.base.preferences import Preferences
from gui.base.profile import PORTABLE, log_folder, portable_folder, settings_folder
from gui.base.settings_table import SETTINGS
from gui.look.theme import theme_manager
from gui.settings.dialog import SettingsDialog
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import look_over
from tests.gui.screen import Screen
from tests.strategies import eligible

ROOT = Path(__file__).resolve().parents[3]

# The offscreen platform prints this for dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


@pytest.fixture
def screen(qtbot: QtBot, content: Content, today: date, file: Path) -> Iterator[Screen]:
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    window = MainWindow(CaseState(content, today), Preferences(file))
    window.show()
    qtbot.waitActive(window)
    yield Screen(window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


def choose(dialog: SettingsDialog, name: str, words: str) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_a_setting_applies_at_once_and_is_kept(screen: Screen, file: Path) -> None:
    screen.window.edit_settings()
    (dialog,) = screen.window.findChildren(SettingsDialog)
    for name, value in (
        ("theme", "Dark"),
        ("zoom", "125 %"),
        ("keep_recent_files", "No"),
        ("ascii_notes", "Yes"),
        ("paper", "Letter"),
    ):
        choose(dialog, name, value)
    assert (theme_manager().theme.name, theme_manager().zoom_percent) == ("dark", 125)
    kept = Preferences(file)
    assert {name: kept[name] for name in SETTINGS} == {
        "theme": "dark",
        "zoom": 125,
        "keep_recent_files": False,
        "ascii_notes": True,
        "paper": "letter",
    }
    choose(dialog, "paper", "As in this computer's region")
    assert Preferences(file)["paper"] is None
    dialog.accept()


def test_the_dialog_shows_the_table_of_settings(screen: Screen) -> None:
    dialog = SettingsDialog(Preferences(), screen.window)
    boxes = dialog.findChildren(QComboBox)
    assert {box.objectName(): box.accessibleName() for box in boxes} == {
        row.name: row.label for row in SETTINGS.values()
    }
    for box in boxes:
        row = SETTINGS[box.objectName()]
        assert box.count() >= 2, row.name
        assert box.parentWidget().toolTip() == row.help, row.name


def test_theme_and_zoom_of_the_view_menu_are_kept(screen: Screen, file: Path) -> None:
    screen.window.findChild(QAction, "theme_contrast").trigger()
    screen.window.findChild(QAction, "zoom_in").trigger()
    assert (Preferences(file)["theme"], Preferences(file)["zoom"]) == ("contrast", 110)
    screen.window.findChild(QAction, "theme_system").trigger()
    screen.window.findChild(QAction, "zoom_reset").trigger()
    assert (Preferences(file)["theme"], Preferences(file)["zoom"]) == ("system", 100)


def test_a_note_is_ascii_if_preferred(screen: Screen) -> None:
    screen.window.state.show_scenario(eligible())
    screen.window.copy_note()
    assert not QGuiApplication.clipboard().text().isascii()
    screen.window.preferences["ascii_notes"] = True
    screen.window.copy_note()
    assert QGuiApplication.clipboard().text().isascii()


def test_the_page_is_on_the_preferred_paper(screen: Screen, tmp_path: Path) -> None:
    sizes = {}
    for paper in ("a4", "letter"):
        screen.window.preferences["paper"] = paper
        screen.window.one_page.save(tmp_path / f"{paper}.pdf")
        text = (tmp_path / f"{paper}.pdf").read_bytes()
        sizes[paper] = text.partition(b"/MediaBox [")[2].partition(b"]")[0].split()[2:]
    assert [round(float(number)) for number in sizes["a4"]] == [595, 842]
    assert [round(float(number)) for number in sizes["letter"]] == [612, 792]


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "pink"), ("zoom", "100"), ("zoom", 1), ("paper", 4), ("ascii_notes", 1), ("window", 7)]
)
def test_nonsense_in_the_file_counts_as_not_set(file: Path, key: str, value: object) -> None:
    file.write_text(json.dumps({key: value}), encoding="utf-8")
    kept = Preferences(file)
    assert kept.problem == ""
    assert {name: kept[name] for name in SETTINGS} == {name: row.default for name, row in SETTINGS.items()}
    assert kept.window_place is None


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_nothing_in_the_settings_is_cut_off_or_too_small(screen: Screen, zoom: int, theme: str) -> None:
    theme_manager().set_theme(theme)
    theme_manager().set_zoom(zoom)
    settled = {"theme": "dark", "zoom": 100, "keep_recent_files": True, "ascii_notes": True, "paper": "a4"}
    dialog = SettingsDialog(Preferences(policy=Policy(settings=settled)), screen.window)
    dialog.show()
    screen.settle()
    problems, count = look_over(dialog)
    assert problems == []
    assert count > 15


# The window's place


def left_at(file: Path, content: Content, today: date, place: QRect, state: Qt.WindowState) -> None:
    """Close a window at this place, so that its place is saved in the file."""
    window = MainWindow(CaseState(content, today), Preferences(file))
    window.setGeometry(place)
    window.show()
    window.setWindowState(state)
    QCoreApplication.processEvents()
    window.close()
    window.deleteLater()


def comes_back(file: Path, content: Content, today: date) -> MainWindow:
    window = MainWindow(CaseState(content, today), Preferences(file))
    window.show()
    QCoreApplication.processEvents()
    return window


def test_the_window_comes_back_where_it_was(qtbot: QtBot, content: Content, today: date, file: Path) -> None:
    place = QRect(40, 60, 640, 500)
    left_at(file, content, today, place, Qt.WindowState.WindowNoState)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    assert window.geometry() == place


def test_a_maximized_window_comes_back_maximized(qtbot: QtBot, content: Content, today: date, file: Path) -> None:
    left_at(file, content, today, QRect(40, 60, 640, 500), Qt.WindowState.WindowMaximized)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    assert window.isMaximized()
    left_at(file, content, today, QRect(40, 60, 640, 500), Qt.WindowState.WindowFullScreen)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    assert not window.isFullScreen()


@pytest.mark.parametrize(
    "place", [(5000, 300, 640, 500), (-3000, -2000, 640, 500), (700, 700, 640, 500), (100, -400, 640, 500)]
)
def test_a_window_left_on_a_lost_screen_comes_back_on_another(
    qtbot: QtBot, content: Content, today: date, file: Path, place: tuple[int, int, int, int]
) -> None:
    left_at(file, content, today, QRect(*place), Qt.WindowState.WindowNoState)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry())


def test_a_window_from_a_larger_screen_fits_this_one(qtbot: QtBot, content: Content, today: date, file: Path) -> None:
    left_at(file, content, today, QRect(0, 0, 3800, 2100), Qt.WindowState.WindowNoState)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    # Qt is off by a pixel if it includes the frame.
    room = QGuiApplication.primaryScreen().availableGeometry().adjusted(0, 0, 1, 0)
    assert room.contains(window.geometry())


def test_damaged_words_on_the_place_are_passed_over(qtbot: QtBot, content: Content, today: date, file: Path) -> None:
    left_at(file, content, today, QRect(40, 60, 640, 500), Qt.WindowState.WindowNoState)
    whole = Preferences(file).window_place
    assert whole is not None
    for length in range(0, whole.size(), 11):
        Preferences(file).window_place = whole.left(length)
        window = comes_back(file, content, today)
        assert QGuiApplication.primaryScreen().geometry().intersects(window.geometry()), length
        window.deleteLater()
    Preferences(file).window_place = QByteArray(b"\xff" * 60)
    window = comes_back(file, content, today)
    qtbot.addWidget(window)
    assert QGuiApplication.primaryScreen().geometry().intersects(window.geometry())


# Portable


def test_a_file_beside_the_program_keeps_everything_there(tmp_path: Path) -> None:
    assert portable_folder(tmp_path) is None
    assert tmp_path not in (settings_folder(tmp_path), log_folder(tmp_path))
    (tmp_path / PORTABLE).touch()
    assert portable_folder(tmp_path) == settings_folder(tmp_path) == log_folder(tmp_path) == tmp_path


def test_a_portable_program_uses_only_its_own_folder(tmp_path: Path) -> None:
    """A portable program in a new folder uses only that folder, and leaves its user's new home empty."""
    program, home = tmp_path / "program", tmp_path / "home"
    program.mkdir()
    home.mkdir()
    (program / PORTABLE).touch()
    (program / "local.toml").write_text('schema = "bonewatch.local/1"\nsite = "Stick"\n', encoding="utf-8")
    script = (
        "import sys; sys.executable = sys.argv[1]\n"
        "from gui.application import make_application, make_window\n"
        "from core.content.packaged import packaged_content\n"
        "from gui.commands.common import today\n"
        "from gui.state import CaseState\n"
        "make_application()\n"
        "window = make_window(CaseState(packaged_content(), today()))\n"
        "window.show()\n"
        "window.preferences['paper'] = 'letter'\n"
        "window.close()\n"
        "print(window.state.local.badge)\n"
    )
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", script, str(program / "bonewatch")]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.stdout == "Local: Stick\n", done.stderr
    assert sorted(path.name for path in program.iterdir()) == ["local.toml", PORTABLE, "preferences.json"]
    assert [path for path in home.rglob("*") if "bonewatch" in path.name.lower()] == []
    assert Preferences(program / "preferences.json")["paper"] == "letter"


# The whole start


def started(tmp_path: Path, then: str) -> str:
    """Start a program as users do, with a separate home and policy, run this code, and return the output."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "import gui.base.policy\n"
        "gui.base.policy.POLICY_FILE = Path(sys.argv[1])\n"
        "from gui.__main__ import main\n"
        "def look():\n"
        "    from gui.look.theme import theme_manager\n"
        "    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == 'main_window')\n"
        f"    {then}\n"
        "    window.close()\n"
        "QTimer.singleShot(0, look)\n"
        "sys.exit(main([]))\n"
    )
    environment = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
    }
    arguments = [sys.executable, "-c", script, str(tmp_path / "policy.toml")]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_program_starts_as_policy_and_user_want_it(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('theme = "contrast"\n', encoding="utf-8")
    folder = tmp_path / "config" / "bonewatch"
    user = Preferences(folder / "preferences.json")
    user["theme"], user["zoom"] = "dark", 125
    said = started(
        tmp_path, "print(theme_manager().theme.name, theme_manager().zoom_percent, window.decide.why.isVisible())"
    )
    assert said == "contrast 125 False\n"


def test_the_start_tells_what_it_could_not_use(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('theme = "pink"\n', encoding="utf-8")
    folder = tmp_path / "config" / "bonewatch"
    folder.mkdir(parents=True)
    (folder / "local.toml").write_text("site = 1\n", encoding="utf-8")
    (folder / "preferences.json").write_bytes(b"\x00[[[recent_files=")
    told = started(tmp_path, "print(*[w.text() for w in window.decide.why.findChildren(QLabel)], sep='\\n')")
    assert f'{tmp_path / "policy.toml"}: theme: "pink" is not valid.' in told
    assert (
        f"{folder / 'local.toml'}\nlocal.toml: schema: Field required\nlocal.toml: site: Input should be a valid string"
        in told
    )


def test_a_start_without_a_local_protocol_loads_nothing_for_one(tmp_path: Path) -> None:
    wanted = (
        "core.schedule.local_protocol",
        "gui.local_protocol.editor",
        "gui.settings.dialog",
        "core.schedule.published",
    )
    assert started(tmp_path, f"print([name for name in {wanted!r} if name in sys.modules])") == "[]\n"
