"""The real window on Qt's offscreen platform: packaged content, a fixed day, the light theme at 100 %."""

import gc
import os
from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

# This must precede the import of Qt. Set another platform to watch the tests.
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
    """Make the application with its look before any window. Sizes measured earlier would be cached."""
    make_application("light")


@pytest.fixture(autouse=True)
def windows_go_between_tests() -> Iterator[None]:
    """Delete windows only between tests. Python's garbage collector could delete one while Qt is using it."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()


@pytest.fixture
def window(qtbot: QtBot, content: Content, today: date) -> Iterator[MainWindow]:
    """Open the window as at launch, with the focus."""
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    window = MainWindow(CaseState(content, today))
    window.show()
    qtbot.waitActive(window)
    yield window
    window.state.belongs_to(None)  # No question is left to ask.
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Without the window, few widgets are left to restyle.
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


@pytest.fixture
def screen(window: MainWindow) -> Screen:
    """Return an object that reads the window and controls it as a user does."""
    return Screen(window)
