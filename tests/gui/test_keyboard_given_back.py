"""What opens over the window gives the keyboard back when it closes, and outlives what it was opened at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.report.explain import Explanation
from gui.window.main_window import MainWindow

WORDS = Explanation("Why", ("Because.",), "", (), ())

OPENED: dict[str, Callable[[MainWindow, QWidget], None]] = {
    "why_panel": lambda window, button: window.decide.why.show_explanation(WORDS, button),
    "help_panel": lambda window, _: window.finder.show_help(),
    "find_palette": lambda window, _: window.finder.find(),
}


def opened_at_button(window: MainWindow, name: str) -> tuple[QPushButton, QWidget]:
    button = QPushButton("Why?", window.decide)
    button.setGeometry(300, 200, 80, 30)
    button.show()
    button.setFocus()
    OPENED[name](window, button)
    panel = next(panel for panel in window.findChildren(QWidget, name) if panel.isVisible())
    return button, panel


def take_away(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.mark.parametrize("name", OPENED)
def test_that_closing_gives_the_keyboard_back_to_what_had_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    button, panel = opened_at_button(window, name)
    assert not button.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert button.hasFocus()


@pytest.mark.parametrize("name", OPENED)
def test_that_it_stays_and_closes_when_what_had_the_keyboard_is_gone(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    button, panel = opened_at_button(window, name)
    take_away(button)
    window.resize(window.width() + 40, window.height() + 40)
    QCoreApplication.processEvents()
    assert panel.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_that_the_panel_that_says_why_tells_of_its_end_when_what_was_asked_about_is_gone(
    window: MainWindow, qtbot: QtBot
) -> None:
    button, panel = opened_at_button(window, "why_panel")
    take_away(button)
    with qtbot.waitSignal(window.decide.why.closed):
        qtbot.keyClick(QWidget.focusWidget(window), Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_that_a_column_forgets_what_it_showed_when_that_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    column = window.decide.findChild(QWidget, "column_left")
    shown = QPushButton("Shown", column.body)
    shown.show()
    column.reveal(shown)
    take_away(shown)
    first = window.decide.findChild(QWidget, "purpose_local_recurrence_surveillance")
    first.setFocus()
    qtbot.waitUntil(lambda: not column._soon.isActive())

    assert first.hasFocus()
