"""The overlay of a slide: the blank screen, the spotlight that follows the pointer, and the laser dot."""

from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import current_theme

Blank = Literal["", "black", "white"]

_SHADE = 0.82
_SPOT = 0.17  # The radius of the spotlight, as a part of the screen's height.
_DOT = 0.011


class Overlay(QWidget):
    """Covers a blank slide, darkens the slide around the spotlight, and draws the dot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.blank: Blank = ""
        self.spotlight = False
        self.laser = False
        self._at = QPointF()

    def point_at(self, at: QPointF) -> None:
        """Follow the pointer."""
        self._at = at
        if self.spotlight or self.laser:
            self.update()

    def set_blank(self, blank: Blank) -> None:
        """Blank the screen, or show the slide again."""
        self.blank = blank
        self.update()

    def toggle_spotlight(self) -> None:
        """Turn the spotlight on or off."""
        self.spotlight = not self.spotlight
        self.update()

    def toggle_laser(self) -> None:
        """Turn the dot on or off."""
        self.laser = not self.laser
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = current_theme().presenter
        if self.blank:
            painter.fillRect(self.rect(), QColor(colors.black if self.blank == "black" else colors.white))
            painter.end()
            return
        if self.spotlight:
            self._paint_spotlight(painter)
        if self.laser:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.laser))
            radius = self.height() * _DOT
            painter.drawEllipse(self._at, radius, radius)
        painter.end()

    def _paint_spotlight(self, painter: QPainter) -> None:
        shade = QColor(current_theme().presenter.black)
        shade.setAlphaF(_SHADE)
        path = QPainterPath()
        path.addRect(self.rect())
        radius = self.height() * _SPOT
        path.addEllipse(self._at, radius, radius)  # The even-odd rule leaves a hole.
        painter.fillPath(path, shade)
