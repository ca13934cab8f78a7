"""The Qt application: made once, with the bundled font and a theme, and a handler for what nobody foresaw."""

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

# Qt keeps every icon that it has drawn in any color or size, up to ten times as much: more than the window shows.
_DRAWN_ICONS_KIB = 1024


def named_application() -> QApplication:
    """The application, known by name to the desktop and to the folders that are its own."""
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
    # Accessible values and file dialogs read the same on every system.
    QLocale.setDefault(QLocale("en_US"))
    manager = theme_manager()
    if zoom_percent != manager.zoom_percent:
        manager.set_zoom(zoom_percent)
    manager.wear(theme)
    return app


class FaultHandler:
    """Takes unforeseen exceptions: the answer leaves the screen, the user is told, a log is written here."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def install(self) -> None:
        """Handles exceptions from now on."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handles one exception, and never raises another."""
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
    """Appends where an exception came from to the local log and returns its path.

    Its message and all values stay out, since they could hold answers of the case. Raises OSError.
    """
    # Most windows never need these.
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
    """The window where the user left it, with their preferences, and unforeseen exceptions taken care of."""
    window = MainWindow(state, preferences or Preferences(user_file()), keep=WindowGeometry)
    window.local.load()
    FaultHandler(window).install()
    # What is there by now stays; going through it again and again would now and then delay an answer by a frame.
    gc.freeze()
    gc.enable()
    return window
