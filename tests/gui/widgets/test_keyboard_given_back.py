"""A panel over the window returns the focus when it closes, even if the widget that opened it is gone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
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


def test_closing_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    for name in OPENED:
        button, panel = opened_at_button(window, name)
        assert not button.hasFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not panel.isVisible()
        assert button.hasFocus(), name


def test_panel_outlives_the_widget_it_was_opened_at(window: MainWindow, qtbot: QtBot) -> None:
    closed: list[bool] = []
    window.decide.why.closed.connect(lambda: closed.append(True))
    for name in OPENED:
        button, panel = opened_at_button(window, name)
        take_away(button)
        window.resize(window.width() + 40, window.height() + 40)
        QCoreApplication.processEvents()
        assert panel.isVisible(), name
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not panel.isVisible(), name
    assert closed


def test_column_forgets_a_deleted_widget(window: MainWindow) -> None:
    column = window.decide.findChild(QWidget, "column_left")
    shown = QPushButton("Shown", column.body)
    shown.show()
    column.reveal(shown)
    take_away(shown)
    QTest.qWait(50)  # Scrolling waits for the layout.
    first = window.decide.findChild(QWidget, "purpose_local_recurrence_surveillance")
    first.setFocus()
    assert first.hasFocus()
