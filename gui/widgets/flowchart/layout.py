"""The layout of the flowchart: nodes from the content's rows and lanes, lines around them, labels along the lines.

Needs no Qt and does not depend on the case: positions follow from the content, the room and the font alone, so they are
the same for every case. In a small room long names take two lines. If something still has no place, the arrangement
does not `fit`, and the caller retries with more room or smaller text.
"""

from bisect import bisect_left
from math import sqrt
from typing import NamedTuple

from core.content import Content, Edge, Node, by_id
from gui.widgets.flowchart.geometry import Box, centered
from gui.widgets.flowchart.highlight import Pair, joined
from gui.widgets.flowchart.labels import Label, place_labels
from gui.widgets.flowchart.routes import RoutedLine, route_lines
from gui.widgets.flowchart.shapes import Measure, Style, shapes_of, styles

Size = tuple[float, float]


class Chart:
    """The input: the nodes, the lines between them, and the word that explains a dashed line."""

    def __init__(self, content: Content) -> None:
        self.nodes: tuple[Node, ...] = content.nodes
        self.edges: dict[Pair, tuple[Edge, ...]] = joined(content.edges)
        self.legend: str = by_id(content.bases)["inferred"].label


class Place(NamedTuple):
    """The position of a node and its name in lines. `tip` is the width of a question's points or a pill's ends."""

    node: Node
    box: Box
    lines: tuple[str, ...]
    tip: float

    def inset(self, y: float) -> float:
        """Return how far inside the box the node's outline is at this height."""
        away = min(abs(y - self.box.y), self.box.height / 2)
        if self.node.kind == "question":
            return self.tip * away / (self.box.height / 2)
        if self.node.kind in ("start", "outcome"):
            return self.tip - sqrt(self.tip**2 - min(away, self.tip) ** 2)
        return 0.0


class Layout(NamedTuple):
    """The arrangement. `quiet` labels are for lines that are not taken, `taken` ones (by edge) for the path."""

    size: Size
    places: dict[str, Place]
    lines: dict[Pair, RoutedLine]
    quiet: dict[Pair, Label]
    taken: dict[str, Label]
    legend: Box
    fits: bool


LEGEND_SAMPLE = 26.0
"""Length of the dashed line in the legend."""

_LEGEND_GAP = 8.0
_COMPACT_SIZE = (500.0, 400.0)
_SMALLEST_PERCENT = 40
_LARGEST_PERCENT = 300
_MARGIN = 7.0
_CHANNEL = 12.0
_WIDEST_LANE = 350.0
_TALLEST_ROW = 108.0


def arrange(chart: Chart, size: Size, measure: Measure) -> Layout:
    """Return the calmest arrangement in which everything fits, or else the most compact one."""
    *calmer, most_compact = styles(chart.nodes, measure)
    compact = _arranged(chart, size, measure, most_compact)
    if not compact.fits:
        return compact
    calm = (_arranged(chart, size, measure, style) for style in calmer)
    return next((layout for layout in calm if layout.fits), compact)


def smallest(chart: Chart, room: Size, measure: Measure) -> Layout:
    """Return the arrangement in this room, or in a larger one if not everything fits."""

    def larger(percent: int) -> Size:
        wide, high = (length * measure.unit * percent / 100 for length in _COMPACT_SIZE)
        return max(wide, room[0]), max(high, room[1])

    def fits(percent: int) -> bool:
        return fits_compactly(chart, larger(percent), measure)

    layout = arrange(chart, room, measure)
    if layout.fits:
        return layout
    enough = bisect_left(range(_LARGEST_PERCENT), True, lo=_SMALLEST_PERCENT, key=fits)
    return arrange(chart, larger(enough), measure)


def fits_compactly(chart: Chart, size: Size, measure: Measure) -> bool:
    """Return whether everything fits in this room with every method of saving space."""
    return _arranged(chart, size, measure, styles(chart.nodes, measure)[-1]).fits


def _arranged(chart: Chart, size: Size, measure: Measure, style: Style) -> Layout:
    unit = measure.unit
    places = _places(chart.nodes, size, measure, style)
    lines = route_lines(chart.edges, places, unit)
    frame = Box(0, 0, *size).grown(-_MARGIN / 2 * unit)
    legend = _legend(chart, places, frame, measure)
    labels = place_labels(chart.edges, places, lines, (legend,), frame, measure, style.label_lines)
    fits = labels.complete and _stands_free(places, lines, frame, unit)
    return Layout(size, places, lines, labels.quiet, labels.taken, legend, fits)


def _legend(chart: Chart, places: dict[str, Place], frame: Box, measure: Measure) -> Box:
    """Return the place of the legend: at the lower right, aligned with the nodes above it."""
    width = measure.label_width(chart.legend) + (LEGEND_SAMPLE + _LEGEND_GAP) * measure.unit
    right = max(place.box.right for place in places.values())
    bottom = max(place.box.bottom for place in places.values())
    return Box(right - width, min(bottom, frame.bottom) - measure.label_line, width, measure.label_line)


def _stands_free(places: dict[str, Place], lines: dict[Pair, RoutedLine], frame: Box, unit: float) -> bool:
    """Return whether the nodes avoid each other and the lines of other nodes, and stay within the frame."""
    boxes = [place.box for place in places.values()]
    if any(one.grown(6 * unit).overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i]):
        return False
    if not all(box.within(frame) for box in boxes):
        return False
    return all(
        not stroke.grown(4 * unit).overlaps(place.box)
        for pair, line in lines.items()
        for stroke in line.strokes(0)
        for key, place in places.items()
        if key not in pair
    )


def _places(nodes: tuple[Node, ...], size: Size, measure: Measure, style: Style) -> dict[str, Place]:
    unit, (width, height) = measure.unit, size
    rows, lanes = sorted({node.row for node in nodes}), sorted({node.lane for node in nodes})
    row_height = min(_TALLEST_ROW * unit, height / (rows[-1] - rows[0] + 1))
    shapes = shapes_of(nodes, measure, style, row_height, width)

    def half_width(lane: float) -> float:
        return max(shapes[node.id].width for node in nodes if node.lane == lane) / 2

    def half_height(row: float) -> float:
        return max(shapes[node.id].height for node in nodes if node.row == row) / 2

    left, right = (_MARGIN + _CHANNEL) * unit + half_width(lanes[0]), width - _MARGIN * unit - half_width(lanes[-1])
    top, bottom = _MARGIN * unit + half_height(rows[0]), height - _MARGIN * unit - half_height(rows[-1])
    across = _ChartScale(lanes, left, right, _WIDEST_LANE * unit)
    down = _ChartScale(rows, top, bottom, _TALLEST_ROW * unit)
    places = {}
    for node in nodes:
        shape = shapes[node.id]
        box = centered(across(node.lane), down(node.row), shape.width, shape.height)
        places[node.id] = Place(node, box, shape.lines, shape.tip)
    return places


class _ChartScale:
    """Maps the content's rows or lanes onto whole pixels, centered in the room, with a maximum step.

    Lines on whole pixels are equally sharp everywhere.
    """

    def __init__(self, positions: list[float], start: float, end: float, most: float) -> None:
        self._first = positions[0]
        extent = positions[-1] - positions[0]
        self._step = min((end - start) / extent, most) if extent else 0.0
        self._start = (start + end) / 2 - self._step * extent / 2

    def __call__(self, position: float) -> float:
        return round(self._start + self._step * (position - self._first))
