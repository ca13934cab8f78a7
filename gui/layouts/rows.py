"""A vertical layout that caches its heights."""

from PySide6.QtWidgets import QVBoxLayout

from gui.base.heights import CachedHeights


class Rows(CachedHeights, QVBoxLayout):
    """A vertical layout that remembers its height at each width until something in it changes.

    Qt remembers only one width, but a column that may need to scroll keeps asking for two.
    """

    def invalidate(self) -> None:
        self.forget_heights()
        super().invalidate()
