"""Runs the window of the program or the bare one, and prints a line when it has been painted for the first time.

Where a screen can be read from outside this is not needed; it tells of windows that nobody sees (offscreen).
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[3]


def tell_when_painted(kind: "type[QWidget]") -> None:
    """Have the first window of this kind print a line once it and all that is in it has been painted."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent
    told: list[bool] = []

    def paint_and_tell(window: "QWidget", event: "QPaintEvent") -> None:
        paint(window, event)
        if not told:
            told.append(True)
            # What is in a window is painted after it, before the next turn of the event loop.
            QTimer.singleShot(0, lambda: print("painted", flush=True))

    kind.paintEvent = paint_and_tell  # type: ignore[method-assign]


def main(which: str) -> int:
    """Stay until it is ended from outside."""
    sys.path.insert(0, str(ROOT))
    if which == "bonewatch":
        from gui.__main__ import main as bonewatch
        from gui.base.qt import load_qt

        # As the program does before it loads anything else of Qt.
        load_qt()
        gc.disable()
        from gui.window.main_window import MainWindow

        tell_when_painted(MainWindow)
        return bonewatch([])
    from PySide6.QtWidgets import QApplication

    from tests.qa.bench.bare_window import BareWindow

    tell_when_painted(BareWindow)
    app = QApplication([])
    window = BareWindow()
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
