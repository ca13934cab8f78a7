"""Help: the page about the focused part of the window, and a map of the keys."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QShortcut, QTextFrame, QTextTable
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.reference.help import load_help
from gui.help.panel import HelpPanel
from gui.look.theme import theme_manager
from gui.widgets.menu_commands import plain
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = [page.id for page in load_help(resource_path("help"))]


@pytest.fixture
def panel(window: MainWindow, screen: Screen, qtbot: QtBot) -> HelpPanel:
    """Open the help at its first page."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.finder.show_page(PAGES[0])
    return window.finder.help


def title(panel: HelpPanel) -> str:
    """Return the title of the current page."""
    return panel.text.toPlainText().splitlines()[0]


def test_f1_opens_the_page_about_the_keyboards_place(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.state.show_scenario(eligible(radiograph_result="indeterminate"))
    screen.settle()
    wanted = {
        "purpose_local_recurrence_surveillance": "The five questions",
        "why": "Reading the answer",
        "rating_radiography_why": "Reading the answer",
        "node_radiographs": "The flowchart",
        "what_if_more": "What would change this",
        "place_decide": "What Bonewatch is for",
        "find": "Finding anything",
    }
    shown = {}
    for part in wanted:
        here = screen.find(part)
        here.setFocus()
        screen.press(Qt.Key.Key_F1)
        shown[part] = title(window.finder.help)
        screen.press(Qt.Key.Key_Escape)
        assert not window.finder.help.isVisible()
        assert focus() is here
    assert shown == wanted
    screen.find("why").setFocus()
    for keys, expected in (("2", "The Reference place"), ("3", "Teaching cases"), ("K", "Finding anything")):
        screen.press(Qt.Key(ord(keys)), CTRL)
        if keys == "2":
            window.reference.findChildren(QWidget, "page_questions")[0].setFocus()
        screen.press(Qt.Key.Key_F1)
        assert title(window.finder.help) == expected
        screen.press(Qt.Key.Key_Escape)
    window.show_decide()
    screen.click(screen.find("why"))
    screen.press(Qt.Key.Key_F1)
    assert title(window.finder.help) == "Why, and the sources"


def test_every_part_with_a_page_is_in_the_window(window: MainWindow, screen: Screen) -> None:
    window.show_reference()
    window.show_teach()
    window.finder.find()
    names = {widget.objectName() for widget in window.findChildren(QWidget)}
    parts = {part for page in load_help(resource_path("help")) for part in page.about}
    assert parts - names == {"presenter"}


def test_every_page_is_shown_whole_without_markup(panel: HelpPanel, screen: Screen) -> None:
    for page in panel.pages:
        panel.open_page(page.id)
        screen.settle()
        shown = panel.text.toPlainText()
        assert shown.splitlines()[0] == page.title
        assert all(heading in shown for heading in page.headings)
        assert not re.search(r"\*\*|`|\||\]\(|\{|^#", shown, re.MULTILINE), page.id
        assert panel.text.accessibleName() == f"Help: {page.title}"
        assert panel.text.horizontalScrollBar().maximum() == 0, page.id


def test_closed_pages_leave_no_tables_in_memory(panel: HelpPanel) -> None:
    def frames() -> int:
        gc.collect()
        return sum(isinstance(each, QTextFrame) for each in gc.get_objects())

    before = frames()
    for page in panel.pages:
        panel.open_page(page.id)
    assert frames() == before


def test_palette_and_help_replace_each_other(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    here = focus()
    screen.press(Qt.Key.Key_K, CTRL)
    palette = window.finder.ways.palette
    screen.press(Qt.Key.Key_F1)
    assert (palette.isVisible(), window.finder.help.isVisible()) == (False, True)
    screen.press(Qt.Key.Key_K, CTRL)
    assert (palette.isVisible(), window.finder.help.isVisible()) == (True, False)
    screen.press(Qt.Key.Key_Escape)
    assert focus() is here


# Keys


def shown_keys(panel: HelpPanel) -> dict[str, str]:
    """Return the keyboard map's first table from the screen: the action of each key."""
    panel.open_page("keyboard")
    (table, *_) = [f for f in panel.text.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    cells = [
        [table.cellAt(row, column).firstCursorPosition().block().text() for column in (0, 1)]
        for row in range(table.rows())
    ]
    return {key: does for keys, does in cells[1:] for key in keys.split(" or ")}


def test_key_map_has_exactly_the_keys_of_the_window(window: MainWindow, panel: HelpPanel) -> None:
    actions = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    real = {keys.toString(): plain(action.text()) for action in actions for keys in action.shortcuts()}
    assert shown_keys(panel) == real
    assert len(real) > 15
    window.show_teach()
    assert {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)} == {"1", "2", "3", "4"}
    assert "1 to 4" in panel.text.toPlainText()


# Reading


def test_links_lead_from_page_to_page_by_keyboard(panel: HelpPanel, screen: Screen) -> None:
    assert focus() is panel.text
    for _ in range(4):  # The fourth link of the first page
        screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Return)
    assert title(panel) == "The keyboard"
    assert panel.findChildren(QListWidget)[0].currentItem().text() == "The keyboard"


def test_filter_shows_the_pages_with_the_words(panel: HelpPanel, screen: Screen) -> None:
    line = screen.find("help_filter", QLineEdit)
    line.setFocus()
    screen.type("clicker")
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["Before a room"]
    assert title(panel) == "Before a room"
    panel.open_page("form")
    assert (line.text(), panel.list.count()) == ("", len(PAGES))
    line.setFocus()
    screen.type("xyzzyq")
    assert panel.list.count() == 0


def test_tab_stays_inside_until_the_cross_closes_it(panel: HelpPanel, screen: Screen) -> None:
    # Leave the text first, where Tab moves from link to link.
    screen.find("help_filter").setFocus()
    names = [stop.objectName() for stop in screen.tab_stops()]
    assert {"help_filter", "help_pages"} <= set(names)
    assert all(name.startswith("help_") for name in names), names
    screen.click(screen.find("help_close"))
    assert not panel.isVisible()


def pictures(panel: HelpPanel) -> list[tuple[str, float, int]]:
    """Return the theme of each picture on the page, its width there, and the width of its file."""
    found, block = [], panel.text.document().begin()
    while block.isValid():
        for part in block:
            if part.fragment().charFormat().isImageFormat():
                shown = part.fragment().charFormat().toImageFormat()
                found.append((Path(shown.name()).parent.name, shown.width(), QImage(shown.name()).width()))
        block = block.next()
    return found


def test_pictures_follow_theme_and_zoom_within_the_page(window: MainWindow, panel: HelpPanel) -> None:
    panel.open_page("flowchart")
    theme_manager().set_theme("dark")
    ((shown, width, of_file),) = pictures(panel)
    assert shown == "dark"
    assert width == of_file > 0
    theme_manager().set_zoom(300)
    ((_, width, of_file),) = pictures(panel)
    assert of_file < width <= panel.text.viewport().width()
    assert not panel.text.horizontalScrollBar().isVisible()
