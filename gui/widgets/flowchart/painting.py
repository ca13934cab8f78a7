"""Drawing of the flowchart with any painter: on the screen, in a picture, on a page or in an SVG file."""

from collections.abc import Iterator
from functools import lru_cache
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from core.content import Content
from core.report.report import Report
from gui.look.theme import Theme, load_scale
from gui.widgets.flowchart.geometry import Box, Point
from gui.widgets.flowchart.hand import Hand, fitted
from gui.widgets.flowchart.highlight import Highlight, NodeState, Pair, course_of
from gui.widgets.flowchart.labels import Label
from gui.widgets.flowchart.layout import LEGEND_SAMPLE, Chart, Layout, Place
from gui.widgets.flowchart.routes import RoutedLine
from gui.widgets.flowchart.shapes import TICK

_CORNER = 7.0
_ARROW_LENGTH = 8.0
_ARROW_HALF_WIDTH = 4.0
_DASHES = (4.0, 3.0)
_SMALLEST_PERCENT = 15


class NodeLook(NamedTuple):
    """The colors of one node."""

    fill: str
    border: str
    text: str
    stroke: float
    strong: bool


def paint_flowchart(
    painter: QPainter,
    rect: QRectF,
    content: Content,
    report: Report | None,
    theme: Theme,
    zoom_percent: int = 100,
) -> None:
    """Draw the whole flowchart into `rect`, in the theme's colors, with the report's path highlighted.

    Text has its size at `zoom_percent` on the painter's device, or the largest smaller size that fits. Needs a running
    QApplication.
    """
    size = rect.width(), rect.height()
    chart = Chart(content)
    hand, layout = fitted(chart, size, zoom_percent, _SMALLEST_PERCENT, painter.device())
    course = course_of(report, content)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, QColor(theme.flowchart.canvas))
    painter.translate(rect.topLeft())
    paint_edges(painter, layout, chart, course, theme, hand)
    for place in layout.places.values():
        state = course.states[place.node.id]
        paint_node(painter, place, state, node_look(state, theme), hand)
    painter.restore()


def paint_edges(painter: QPainter, layout: Layout, chart: Chart, course: Highlight, theme: Theme, hand: Hand) -> None:
    """Draw the lines, their labels and the legend: first the lines off the path, then the path over them."""
    colors, stroke = theme.flowchart, load_scale().stroke
    lines = chart.edges
    quiet = [pair for pair in lines if pair not in course.taken]
    inferred = {pair for pair in quiet if all(edge.basis == "inferred" for edge in lines[pair])}
    # Solid lines come last, so that the part they share with dashed lines is solid.
    for pair in sorted(quiet, key=lambda pair: pair not in inferred):
        _paint_line(painter, layout.lines[pair], colors.edge, stroke.edge, pair in inferred, colors.canvas, hand)
    for pair in quiet:
        if pair in layout.quiet:
            _paint_label(painter, layout.quiet[pair], colors.label, hand.label)
    for pair, edge in course.taken.items():
        dashed = edge.basis == "inferred"
        _paint_line(painter, layout.lines[pair], colors.edge_on_path, stroke.path, dashed, colors.canvas, hand)
        if edge.id in layout.taken:
            _paint_label(painter, layout.taken[edge.id], colors.label_on_path, hand.strong_label)
    _paint_legend(painter, layout.legend, chart.legend, theme, hand)


def line_boxes(layout: Layout, chart: Chart, pair: Pair, unit: float) -> Iterator[Box]:
    """Return the boxes that a line covers with its arrowhead and its label, on the path or off it."""
    # Add a pixel on every side for antialiased edges and for letters that extend past their box.
    yield from layout.lines[pair].strokes(2 * (max(_ARROW_HALF_WIDTH, load_scale().stroke.path) * unit + 1))
    labels = [layout.quiet.get(pair), *(layout.taken.get(edge.id) for edge in chart.edges[pair])]
    yield from (label.box.grown(1) for label in labels if label is not None)


def _paint_line(
    painter: QPainter, line: RoutedLine, color: str, width: float, dashed: bool, canvas: str, hand: Hand
) -> None:
    shaft, width = _shaft(line.points, hand.unit), width * hand.unit
    # A line of odd width is sharp and has its full color only if centered between whole pixels.
    shift = 0.5 if int(width) % 2 else 0.0
    painter.translate(shift, shift)
    if dashed:
        # Erase what lies below, so that it does not show in the gaps of a dashed line.
        painter.strokePath(shaft, _pen(canvas, width))
    painter.strokePath(shaft, _pen(color, width, dashed))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawPolygon(_arrow(line.points, hand.unit))
    painter.translate(-shift, -shift)


@lru_cache(maxsize=64)
def _pen(color: str, width: float, dashed: bool = False) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern(_DASHES)
    return pen


@lru_cache(maxsize=256)
def _shaft(points: tuple[Point, ...], unit: float) -> QPainterPath:
    """Return the line with rounded corners, up to the arrowhead."""
    corners = [QPointF(*point) for point in points]
    tip = QLineF(corners[-1], corners[-2])
    tip.setLength(_ARROW_LENGTH * unit * 0.8)
    corners[-1] = tip.p2()
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(_CORNER * unit, _length(before, corner) / 2, _length(corner, after) / 2)
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(corners[-1])
    return path


def _length(one: QPointF, other: QPointF) -> float:
    return hypot(other.x() - one.x(), other.y() - one.y())


def _towards(start: QPointF, end: QPointF, length: float) -> QPointF:
    line = QLineF(start, end)
    line.setLength(length)
    return line.p2()


@lru_cache(maxsize=256)
def _arrow(points: tuple[Point, ...], unit: float) -> QPolygonF:
    tip, before = QPointF(*points[-1]), QPointF(*points[-2])
    base = _towards(tip, before, _ARROW_LENGTH * unit)
    side = QLineF(tip, before).normalVector()
    side.setLength(_ARROW_HALF_WIDTH * unit)
    offset = QPointF(side.dx(), side.dy())
    return QPolygonF([tip, base + offset, base - offset])


def _paint_label(painter: QPainter, label: Label, color: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    _paint_text(painter, label.box, label.lines, label.align)


_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_FLAGS = {
    "left": Qt.AlignmentFlag.AlignLeft | _ONE_LINE,
    "center": Qt.AlignmentFlag.AlignHCenter | _ONE_LINE,
    "right": Qt.AlignmentFlag.AlignRight | _ONE_LINE,
}


def _paint_text(painter: QPainter, box: Box, lines: tuple[str, ...], align: str) -> None:
    height = box.height / len(lines)
    # Extra space on both sides: rounding must never make the painter wrap or drop a letter.
    spare = height
    for index, text in enumerate(lines):
        line = QRectF(box.left - spare, box.top + index * height, box.width + 2 * spare, height)
        if align == "left":
            line.setLeft(box.left)
        elif align == "right":
            line.setRight(box.right)
        painter.drawText(line, _FLAGS[align], text)


def _paint_legend(painter: QPainter, box: Box, word: str, theme: Theme, hand: Hand) -> None:
    """Draw the explanation of a dashed line."""
    unit = hand.unit
    level = int(box.y) + 0.5
    sample = QPainterPath(QPointF(box.left, level))
    sample.lineTo(box.left + LEGEND_SAMPLE * unit, level)
    painter.strokePath(sample, _pen(theme.flowchart.edge, load_scale().stroke.edge * unit, dashed=True))
    _paint_label(painter, Label(box, (word,), "right"), theme.flowchart.label, hand.label)


def node_look(state: NodeState, theme: Theme, hovered: bool = False, pressed: bool = False) -> NodeLook:
    """Return the look of a node in this state."""
    colors, accent, surface, stroke = theme.flowchart, theme.accent, theme.surface, load_scale().stroke
    if state is NodeState.CURRENT:
        fill = accent.fill_pressed if pressed else accent.fill_hover if hovered else colors.current_fill
        border = fill if hovered or pressed else colors.current_border
        return NodeLook(fill, border, colors.current_text, stroke.path, strong=True)
    if state is NodeState.OFF_PATH:
        fill = surface.pressed if pressed else surface.hover if hovered else colors.fill
        return NodeLook(fill, colors.border, colors.text, stroke.edge, strong=False)
    fill = surface.pressed if pressed else surface.hover if hovered else colors.path_fill
    return NodeLook(fill, colors.path_border, colors.path_text, stroke.edge, strong=False)


def paint_node(painter: QPainter, place: Place, state: NodeState, look: NodeLook, hand: Hand) -> None:
    """Draw a node at its place."""
    width = look.stroke * hand.unit
    painter.setPen(QPen(QColor(look.border), width))
    painter.setBrush(QBrush(QColor(look.fill)))
    painter.drawPath(outline(place, hand.unit, -width / 2))
    painter.setFont(hand.strong_name if look.strong else hand.name)
    painter.setPen(QColor(look.text))
    height = len(place.lines) * hand.name_line
    ticked = state is NodeState.DONE
    shift = -TICK / 2 * hand.unit if ticked else 0.0
    words = Box(place.box.left + shift, place.box.y - height / 2, place.box.width, height)
    _paint_text(painter, words, place.lines, "center")
    if ticked:
        text = max(QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(line) for line in place.lines)
        _paint_tick(painter, QPointF(words.x + text / 2 + 6 * hand.unit, words.y), look.text, hand.unit)


def _paint_tick(painter: QPainter, start: QPointF, color: str, unit: float) -> None:
    path = QPainterPath(start)
    path.lineTo(start + QPointF(3.5, 3.5) * unit)
    path.lineTo(start + QPointF(10, -4) * unit)
    pen = QPen(QColor(color), 1.8 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def paint_ring(painter: QPainter, place: Place, theme: Theme, unit: float) -> None:
    """Draw the focus ring around a node, with a gap between the two."""
    width = load_scale().stroke.focus * unit
    painter.setPen(QPen(QColor(theme.accent.focus_ring), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(place, unit, 2 * unit + width / 2))


def outline(place: Place, unit: float, grown: float = 0) -> QPainterPath:
    """Return the shape of a node of this kind, enlarged by this much on every side."""
    box = place.box.grown(grown)
    rect = QRectF(box.left, box.top, box.width, box.height)
    path = QPainterPath()
    if place.node.kind == "question":
        path.addPolygon(QPolygonF(_hexagon(box, place.tip)))
        path.closeSubpath()
    elif place.node.kind == "action":
        radius = load_scale().radius.control * unit + max(grown, 0)
        path.addRoundedRect(rect, radius, radius)
    else:
        path.addRoundedRect(rect, box.height / 2, box.height / 2)
    return path


def _hexagon(box: Box, tip: float) -> list[QPointF]:
    corners = (
        (box.left, box.y),
        (box.left + tip, box.top),
        (box.right - tip, box.top),
        (box.right, box.y),
        (box.right - tip, box.bottom),
        (box.left + tip, box.bottom),
    )
    return [QPointF(x, y) for x, y in corners]
