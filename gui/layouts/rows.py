"""Rows below each other that remember how high they are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.base.heights import Heights


class Rows(QVBoxLayout):
    """A vertical layout that remembers its height in each width until something in it changes.

    Qt's own remembers one width, and a column that may or may not have to scroll asks for two, again and again.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: Heights[int] = Heights()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()
