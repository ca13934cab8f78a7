"""A row of words and pictures that is clickable as a whole."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.look.theme import theme_manager


class RowButton(QAbstractButton):
    """A button that shows the content of its layout.

    It is highlighted under the pointer and has a ring with the keyboard focus.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Let the row shrink to its place. Qt would compute the height for the width at which all words fit on one line.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _: QPaintEvent) -> None:
        manager = theme_manager()
        theme = manager.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = manager.px(manager.scale.radius.small)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.surface.pressed if self.isDown() else theme.surface.hover))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.hasFocus():
            ring = manager.px(manager.scale.stroke.focus)
            inner = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.setPen(QPen(QColor(theme.accent.focus_ring), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, radius, radius)
        painter.end()


def let_clicks_through(widget: QWidget) -> None:
    """Pass clicks on a label through to its row."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
