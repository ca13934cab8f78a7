"""Positions of the parts of a plot at a given width: names left of their rows if there is room, else above them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice

from gui.look.theme import text_font, theme_manager
from gui.widgets.plot.model import Key, Plot, PlotLine, PlotRow

_WRAP = int(Qt.TextFlag.TextWordWrap)
# The narrowest plot, in pixels at 100 % zoom, with names and values next to the marks.
_SIDE_BY_SIDE = 560
_TALLEST = 10000.0


@dataclass(frozen=True)
class PlacedRow:
    """A row with the positions of its name, its value and its marks."""

    row: PlotRow
    label: QRectF
    value: QRectF
    marks: QRectF


@dataclass(frozen=True)
class PlotLayout:
    """The positions of everything. `field` is the area of the marks of all rows."""

    keys: tuple[tuple[Key, QRectF], ...]
    lines: tuple[tuple[PlotLine, QRectF], ...]
    rows: tuple[PlacedRow, ...]
    field: QRectF
    ticks: tuple[tuple[float, str, QRectF], ...]
    title: QRectF
    height: float


class Ruler:
    """Measures text on the device on which the plot is drawn."""

    def __init__(self, device: QPaintDevice | None) -> None:
        fonts = {role: text_font(role) for role in ("caption", "caption_strong")}
        self._metrics = {
            role: QFontMetricsF(font, device) if device else QFontMetricsF(font) for role, font in fonts.items()
        }

    def width(self, text: str, role: str = "caption") -> float:
        """Return the width of a text on one line."""
        return self._metrics[role].horizontalAdvance(text) + 1

    def height(self, text: str, width: float, role: str = "caption") -> float:
        """Return the height of a text that wraps at this width."""
        return self._metrics[role].boundingRect(QRectF(0, 0, width, _TALLEST), _WRAP, text).height()

    @property
    def line(self) -> float:
        """Return the height of one line."""
        return self._metrics["caption"].height()


def arrange(plot: Plot, width: float, device: QPaintDevice | None) -> PlotLayout:
    """Return the positions of everything at this width, from the top left corner."""
    ruler, px = Ruler(device), theme_manager().px
    beside = width >= px(_SIDE_BY_SIDE)
    named = [row for row in plot.rows if not row.heading]
    value_width = min(
        width * (0.3 if beside else 0.5), max((ruler.width(r.value, "caption_strong") for r in named), default=0)
    )
    label_width = min(width * 0.36, max((ruler.width(row.label) for row in named), default=0))
    left = label_width + px("medium") if beside else px("small")
    right = width - (value_width + px("medium") if beside and value_width > 1 else px("small"))
    field = QRectF(left, 0, right - left, 0)
    keys, top = _keys(plot, width, ruler)
    lines, top = _lines(plot, field, width, top, ruler)
    field.setTop(top)
    rows = []
    for row in plot.rows:
        placed, top = _row(row, field, width, label_width, value_width, beside, top, ruler)
        rows.append(placed)
    field.setBottom(top)
    ticks = _ticks(plot, field, width, ruler)
    title = QRectF(field.left(), top + px(6) + ruler.line, field.width(), ruler.height(plot.axis.title, field.width()))
    return PlotLayout(keys, lines, tuple(rows), field, ticks, title, title.bottom() + 1)


def _row(
    row: PlotRow,
    field: QRectF,
    width: float,
    label_width: float,
    value_width: float,
    beside: bool,
    top: float,
    ruler: Ruler,
) -> tuple[PlacedRow, float]:
    """Return a row below `top`, and the top of the next one."""
    px = theme_manager().px
    gap = px(6)
    if row.heading:
        label = QRectF(0, top + px("small"), width, ruler.height(row.label, width, "caption_strong"))
        return PlacedRow(row, label, QRectF(), QRectF()), label.bottom() + gap
    bars = any(mark.kind == "bar" for mark in row.marks)
    mark_height = ruler.line + px(6) if bars else px("large")
    if beside:
        words = max(
            ruler.height(row.label, label_width), ruler.height(row.value, max(1.0, value_width), "caption_strong")
        )
        height = max(words, mark_height)
        label = QRectF(0, top, label_width, height)
        value = QRectF(width - value_width, top, value_width, height) if row.value else QRectF()
        marks = QRectF(field.left(), top + (height - mark_height) / 2, field.width(), mark_height)
        return PlacedRow(row, label, value, marks), top + height + gap
    label_room = width - (value_width + px("small") if row.value else 0)
    height = max(ruler.height(row.label, label_room), ruler.height(row.value, max(1.0, value_width), "caption_strong"))
    label = QRectF(0, top, label_room, height)
    value = QRectF(width - value_width, top, value_width, height) if row.value else QRectF()
    marks = QRectF(field.left(), top + height, field.width(), mark_height)
    return PlacedRow(row, label, value, marks), marks.bottom() + px("small")


def _keys(plot: Plot, width: float, ruler: Ruler) -> tuple[tuple[tuple[Key, QRectF], ...], float]:
    """Return the legend, in rows from the left, and its lower end."""
    px = theme_manager().px
    sample, gap, left, top, placed = px(28), px("large"), 0.0, 0.0, []
    for key in plot.keys:
        wanted = min(width, sample + px("small") + ruler.width(key.text))
        if left and left + wanted > width:
            left, top = 0.0, top + ruler.line + px("tiny")
        placed.append((key, QRectF(left, top, wanted, ruler.line)))
        left += wanted + gap
    return tuple(placed), top + ruler.line + px("medium") if placed else 0.0


def _lines(
    plot: Plot, field: QRectF, width: float, top: float, ruler: Ruler
) -> tuple[tuple[tuple[PlotLine, QRectF], ...], float]:
    """Return the names of the marked values, stacked so that none covers another, and their lower end."""
    placed = []
    for line in plot.lines:
        wanted = min(width, ruler.width(line.label, "caption_strong"))
        middle = field.left() + field.width() * plot.axis.fraction(line.value)
        left = min(max(0.0, middle - wanted / 2), width - wanted)
        placed.append((line, QRectF(left, top, wanted, ruler.line)))
        top += ruler.line + theme_manager().px(2)
    return tuple(placed), top + (theme_manager().px("tiny") if placed else 0)


def _ticks(plot: Plot, field: QRectF, width: float, ruler: Ruler) -> tuple[tuple[float, str, QRectF], ...]:
    """Return the ticks below the field. A tick whose text would touch the previous one's has no text."""
    px = theme_manager().px
    placed, taken = [], -1.0
    for value, text in plot.axis.ticks:
        middle = field.left() + field.width() * plot.axis.fraction(value)
        wanted = ruler.width(text)
        left = min(max(0.0, middle - wanted / 2), width - wanted)
        shown = text if left > taken else ""
        if shown:
            taken = left + wanted + px("small")
        placed.append((middle, shown, QRectF(left, field.bottom() + px(4), wanted, ruler.line)))
    return tuple(placed)
