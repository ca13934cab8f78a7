"""A vertical layout that caches its heights."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.base.heights import Heights


class Rows(QVBoxLayout):
    """A vertical layout that remembers its height at each width until something in it changes.

    Qt remembers only one width, but a column that may need to scroll keeps asking for two.
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
