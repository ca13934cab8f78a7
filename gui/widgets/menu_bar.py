"""The row of menus."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenuBar, QStyle

from gui.widgets.mirroring import is_mirrored


class MenuBar(QMenuBar):
    """A menu bar that knows its width in either direction of reading."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if is_mirrored():
            # WORKAROUND: from right to left Qt 6.11 adds the places of the menus up as if they grew to the right.
            metric = self.style().pixelMetric
            gap = metric(QStyle.PixelMetric.PM_MenuBarItemSpacing, None, self)
            around = metric(QStyle.PixelMetric.PM_MenuBarHMargin, None, self)
            around += metric(QStyle.PixelMetric.PM_MenuBarPanelWidth, None, self)
            widths = [self.actionGeometry(action).width() + gap for action in self.actions()]
            hint.setWidth(sum(widths) + 2 * around + gap)
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if is_mirrored() else super().minimumSizeHint()
