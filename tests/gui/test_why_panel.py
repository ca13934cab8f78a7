"""The panel that says why outlives what it was opened at."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.explain import Explanation
from gui.main_window import MainWindow

WORDS = Explanation("Why", ("Because.",), "", (), ())


def opened_at_button(window: MainWindow) -> QPushButton:
    button = QPushButton("Why?", window.decide)
    button.setGeometry(300, 200, 80, 30)
    button.show()
    window.decide.why.show_explanation(WORDS, button)
    assert window.decide.why.isVisible()
    return button


def test_that_closing_gives_the_keyboard_back_to_what_was_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    button = opened_at_button(window)
    qtbot.keyClick(QWidget.focusWidget(window), Qt.Key.Key_Escape)
    assert not window.decide.why.isVisible()
    assert button.hasFocus()


def test_that_it_stays_and_closes_when_what_was_asked_about_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    button = opened_at_button(window)
    button.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.resize(window.width() + 40, window.height() + 40)
    QCoreApplication.processEvents()
    with qtbot.waitSignal(window.decide.why.closed):
        qtbot.keyClick(QWidget.focusWidget(window), Qt.Key.Key_Escape)
    assert not window.decide.why.isVisible()
