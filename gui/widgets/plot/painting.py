"""Drawing of a plot with any painter: on the screen, in a picture, in an SVG file or on a page."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from gui.look.theme import Theme, load_scale, text_font, theme_manager
from gui.widgets.plot.layout import PlacedRow, PlotLayout, Ruler, arrange
from gui.widgets.plot.model import Axis, Mark, Plot

_DASHES = (4.0, 3.0)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


def plot_height(plot: Plot, width: float, device: QPaintDevice | None = None) -> float:
    """Return the height that a plot needs at this width, in pixels of the device."""
    return arrange(plot, width, device).height


def paint_plot(painter: QPainter, rect: QRectF, plot: Plot, theme: Theme) -> None:
    """Draw the plot from the top of `rect` across its width, in the theme's colors, on the theme's panel.

    Text has its size at the current zoom. Needs a running QApplication.
    """
    layout = arrange(plot, rect.width(), painter.device())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # "80 to 240 mSv" must keep its order in a right-to-left window.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.fillRect(rect, QColor(theme.surface.panel))
    painter.translate(rect.topLeft())
    _paint_scale(painter, plot, layout, theme)
    for placed in layout.rows:
        _paint_row(painter, placed, plot.axis, theme)
    for key, place in layout.keys:
        sample = QRectF(place.left(), place.top(), theme_manager().px(28), place.height())
        _paint_mark(painter, key.mark, sample, Axis("", 0, 1, ()), theme)
        words = place.adjusted(sample.width() + theme_manager().px("small"), 0, 0, 0)
        _write(painter, words, _LEFT, key.text, "caption", theme.text.secondary)
    painter.restore()


def _paint_scale(painter: QPainter, plot: Plot, layout: PlotLayout, theme: Theme) -> None:
    """Draw the lines behind the rows, and the text above and below them."""
    px, stroke = theme_manager().px, load_scale().stroke
    field = layout.field
    for middle, text, place in layout.ticks:
        painter.setPen(QPen(QColor(theme.surface.panel_border), px(stroke.hairline)))
        painter.drawLine(QLineF(middle, field.top(), middle, field.bottom()))
        _write(painter, place, _CENTER, text, "caption", theme.text.secondary)
    painter.setPen(QPen(QColor(theme.surface.field_border), px(stroke.hairline)))
    painter.drawLine(QLineF(field.left(), field.bottom(), field.right(), field.bottom()))
    title = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
    _write(painter, layout.title, title, plot.axis.title, "caption", theme.text.secondary)
    for line, place in layout.lines:
        color = theme.accent.ink if line.strong else theme.text.secondary
        pen = QPen(QColor(color), px(stroke.path if line.strong else stroke.control))
        if not line.strong:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        x = field.left() + field.width() * plot.axis.fraction(line.value)
        painter.drawLine(QLineF(x, place.bottom(), x, field.bottom()))
        # Keep the line of the name above this one from crossing the text.
        painter.fillRect(place, QColor(theme.surface.panel))
        _write(painter, place, _CENTER, line.label, "caption_strong", color)


def _paint_row(painter: QPainter, placed: PlacedRow, axis: Axis, theme: Theme) -> None:
    row, role = placed.row, "caption_strong" if placed.row.heading else "caption"
    ruler, ground = Ruler(painter.device()), QColor(theme.surface.panel)
    # Keep the lines of the scale from crossing the text.
    words = QRectF(placed.label)
    words.setWidth(min(words.width(), ruler.width(row.label, role)))
    painter.fillRect(words, ground)
    value = QRectF(placed.value)
    value.setLeft(max(value.left(), value.right() - ruler.width(row.value, "caption_strong")))
    painter.fillRect(value, ground)
    _write(painter, placed.label, _LEFT, row.label, role, theme.text.primary)
    _write(painter, placed.value, _RIGHT, row.value, "caption_strong", theme.text.primary)
    for mark in row.marks:
        _paint_mark(painter, mark, placed.marks, axis, theme)


def _paint_mark(painter: QPainter, mark: Mark, place: QRectF, axis: Axis, theme: Theme) -> None:
    def x(value: float) -> float:
        return place.left() + place.width() * axis.fraction(value)

    if mark.kind == "bar" and mark.low is not None:
        right = place.right() if mark.high is None else x(mark.high)
        _paint_bar(painter, mark, QRectF(x(mark.low), place.top(), right - x(mark.low), place.height()), theme)
        return
    px, stroke = theme_manager().px, load_scale().stroke
    ink, y = QColor(theme.accent.ink), place.center().y()
    if mark.high is not None and (mark.low is not None or mark.value is None):
        left, right = place.left() if mark.low is None else x(mark.low), x(mark.high)
        painter.setPen(_pen(ink, px(stroke.path), mark.open))
        painter.drawLine(QLineF(left, y, right, y))
        painter.setPen(QPen(ink, px(stroke.path)))
        cap = px(4)
        for end in (right,) if mark.low is None else (left, right):
            painter.drawLine(QLineF(end, y - cap, end, y + cap))
        if mark.low is None:
            painter.drawPolyline([QPointF(left + cap, y - cap), QPointF(left, y), QPointF(left + cap, y + cap)])
    if mark.value is not None:
        radius = px(4)
        painter.setPen(QPen(ink, px(stroke.path)))
        painter.setBrush(QColor(theme.surface.panel) if mark.open else ink)
        painter.drawEllipse(QPointF(x(mark.value), y), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_bar(painter: QPainter, mark: Mark, box: QRectF, theme: Theme) -> None:
    """Draw a box with its text, or the short form of it, if either fits. A box that continues has no right edge."""
    px, stroke = theme_manager().px, load_scale().stroke
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(inner, QColor(theme.surface.panel if mark.open else theme.accent.soft))
    painter.setPen(_pen(QColor(theme.accent.ink), px(stroke.control), mark.open))
    right = inner.right()
    corners = [QPointF(right, inner.top()), inner.topLeft(), inner.bottomLeft(), QPointF(right, inner.bottom())]
    painter.drawPolyline(corners if mark.high is None else [*corners, corners[0]])
    ruler = Ruler(painter.device())
    room = box.width() - 2 * px(3)
    text = next((words for words in (mark.text, mark.short) if words and ruler.width(words) <= room), "")
    _write(painter, box, _CENTER, text, "caption", theme.accent.ink)


def _pen(color: QColor, width: float, dashed: bool) -> QPen:
    pen = QPen(color, width)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
    return pen


def _write(painter: QPainter, place: QRectF, flags: int, text: str, role: str, color: str) -> None:
    if text:
        painter.setFont(text_font(role))
        painter.setPen(QColor(color))
        painter.drawText(place, flags, text)
