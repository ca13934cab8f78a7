"""The Qt application, created once with the bundled font and a theme, and the handler for unexpected exceptions."""

import gc
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from core import __version__
from gui.base.preferences import Preferences, user_file
from gui.base.profile import log_folder
from gui.look.theme import theme_manager
from gui.look.window_geometry import WindowGeometry
from gui.state import CaseState
from gui.window.main_window import MainWindow

# Qt caches every icon it has drawn in each color and size. Its default limit is ten times this; the window needs less.
_DRAWN_ICONS_KIB = 1024


def named_application() -> QApplication:
    """Return the application, with the name that the desktop and its settings folders use."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["bonewatch"])
    QPixmapCache.setCacheLimit(_DRAWN_ICONS_KIB)
    app.setApplicationName("bonewatch")
    app.setApplicationDisplayName("Bonewatch")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("bonewatch")
    return app


def make_application(theme: str = "system", zoom_percent: int = 100) -> QApplication:
    """Return the application with its look applied."""
    app = named_application()
    # Fix the locale so that accessible values and file dialogs read the same on every system.
    QLocale.setDefault(QLocale("en_US"))
    manager = theme_manager()
    if zoom_percent != manager.zoom_percent:
        manager.set_zoom(zoom_percent)
    manager.wear(theme)
    return app


class FaultHandler:
    """Handles unexpected exceptions: clears the answer from the screen, informs the user and writes a log."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def install(self) -> None:
        """Start handling exceptions."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle one exception and never raise another."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        try:
            path = write_log(kind, trace)
        except OSError as failure:
            where = f"The log could not be written: {failure.strerror}."
        else:
            where = f"A log without any answers of the case is at {path}."
        self._window.state.clear_decision()
        self._window.tell("An internal fault", f"The answer was taken off the screen; your entries are kept. {where}")


def write_log(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Append the origin of an exception to the local log and return the log's path.

    The exception's message and all values are left out because they could contain answers of the case. Raises OSError.
    """
    # Most sessions never need these.
    import platform
    import traceback

    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "faults.log"
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, Bonewatch {__version__}, {platform.platform()}: {kind.__name__}"
    ]
    lines += [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def make_window(state: CaseState, preferences: Preferences | None = None) -> MainWindow:
    """Return the window at its last place, with the user's preferences and the exception handler installed."""
    window = MainWindow(state, preferences or Preferences(user_file()), keep=WindowGeometry)
    window.local.load()
    FaultHandler(window).install()
    # These objects live until exit. Scanning them in each garbage collection would sometimes delay an answer.
    gc.freeze()
    gc.enable()
    return window
