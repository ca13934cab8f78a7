"""Run the window of the program or the bare one, and print a line after its first paint.

This is needed only offscreen. A screen of an X server can be read from outside.
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
    """Make the first window of this kind print a line once it and its children have been painted."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent
    told: list[bool] = []

    def paint_and_tell(window: "QWidget", event: "QPaintEvent") -> None:
        paint(window, event)
        if not told:
            told.append(True)
            # Children are painted after the window, before the next turn of the event loop.
            QTimer.singleShot(0, lambda: print("painted", flush=True))

    kind.paintEvent = paint_and_tell  # type: ignore[method-assign]


def main(which: str) -> int:
    """Run until the process is ended from outside."""
    sys.path.insert(0, str(ROOT))
    if which == "bonewatch":
        from gui.__main__ import main as bonewatch

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
