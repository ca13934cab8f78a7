"""The real window on Qt's offscreen platform: packaged content, a fixed day, the light theme at 100 %."""

import gc
import os
from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

# Before Qt is loaded. Whoever wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from core.content import Content
from gui.application import make_application
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    """The application with its look, as it is before the program makes any window: what is measured sooner is kept."""
    make_application("light")


@pytest.fixture(autouse=True)
def windows_go_between_tests() -> Iterator[None]:
    """Python would take away a window that a test has let go of in the midst of Qt's own work on it."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()


@pytest.fixture
def window(qtbot: QtBot, content: Content, today: date) -> Iterator[MainWindow]:
    """The window as it comes up at launch, with the keyboard."""
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    window = MainWindow(CaseState(content, today))
    window.show()
    qtbot.waitActive(window)
    yield window
    window.state.belongs_to(None)  # nothing is left to ask about
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Once it is gone, there is little left to dress.
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


@pytest.fixture
def screen(window: MainWindow) -> Screen:
    """Read the window as its user sees it, and handles it as its user does."""
    return Screen(window)
