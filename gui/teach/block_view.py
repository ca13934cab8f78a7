"""A block on the screen: its text, and the shape before it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.teaching.lesson import Block
from gui.look.icons import category_pixmap, level_pixmap
from gui.look.theme import current_theme
from gui.teach.block_layout import Laid
from gui.teach.metrics import Metrics, slide_font
from gui.teach.slide_label import SlideLabel
from gui.widgets.picture import Picture


class BlockView(QWidget):
    """Shows one block, laid out beforehand. `first` and `ruled` say whether a line joins it from above or separates it."""

    def __init__(self, block: Block, laid: Laid, metrics: Metrics, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._block, self._laid, self._metrics, self._first = block, laid, metrics, first
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon: Picture | None = None
        if block.mark.startswith(("category.", "level.")):
            self._icon = Picture(self)
            self._icon.setGeometry(laid.mark)
            self._show_icon()
        for placed in laid.words:
            SlideLabel(placed.text, placed.font, placed.tone, placed.place, self)
        if block.mark.startswith("step."):
            self._add_number()

    def refresh(self) -> None:
        """Apply the colors of a new theme."""
        if self._icon is not None:
            self._show_icon()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._block.look == "quote":
            self._paint_bar(painter)
        elif self._block.mark.startswith("step."):
            self._paint_step(painter)
        elif self._block.mark and not self._first:
            painter.fillRect(
                QRect(0, 0, self.width(), self._metrics.share(0.2)), QColor(current_theme().presenter.rule)
            )
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        width = self._metrics.share(0.8)
        painter.fillRect(QRect(0, 0, width, self.height()), QColor(current_theme().presenter.accent))

    def _paint_step(self, painter: QPainter) -> None:
        """Draw a ring, filled at the current step, on the line that joins it to its neighbors."""
        colors, here = current_theme().presenter, self._block.look == "here"
        stroke = self._metrics.share(0.35)
        ring = QRectF(self._laid.mark).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(QColor(colors.accent), stroke))
        if not self._first:
            painter.drawLine(QPointF(ring.center().x(), 0), QPointF(ring.center().x(), ring.top()))
        if not here:
            painter.drawLine(QPointF(ring.center().x(), ring.bottom()), QPointF(ring.center().x(), self.height()))
        painter.setBrush(QColor(colors.accent if here else colors.ground))
        painter.drawEllipse(ring)

    def _add_number(self) -> None:
        tone = "slide_on_accent" if self._block.look == "here" else "slide_secondary"
        font = slide_font(self._metrics.secondary, strong=self._block.look == "here")
        number = SlideLabel(self._block.mark.removeprefix("step."), font, tone, self._laid.mark, self)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _show_icon(self) -> None:
        kind, _, name = self._block.mark.partition(".")
        draw = category_pixmap if kind == "category" else level_pixmap
        assert self._icon is not None
        self._icon.setPixmap(draw(name, self._laid.mark.width()))
