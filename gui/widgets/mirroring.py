"""Windows of languages that are read from right to left. Qt mirrors what its layouts hold; the rest is done by these.

Never mirrored are the flowchart, which people know by its shape, and plots: time and numbers run from left to right
everywhere. What is painted there takes its direction from the words themselves.
"""

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle


def is_mirrored() -> bool:
    """Whether the window is read from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins of which the first is at the side where lines start. Qt's own are not mirrored."""
    left, right = (end, start) if is_mirrored() else (start, end)
    return QMargins(left, top, right, bottom)


def in_reading_direction(place: QRect, whole: QRect) -> QRect:
    """Where a place within the whole, told for lines from left to right, lies for the window's own lines."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), whole, place)


def onward() -> str:
    """The arrow from an answer to where it leads."""
    return "←" if is_mirrored() else "→"
