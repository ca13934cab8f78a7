"""Where everything stands: nodes from the content's rows and lanes, lines round them, labels beside the lines.

No Qt here, and nothing of the case at hand: the places follow from the content, the room and the font alone, so
they never move between cases. Where the room is short, long names take two lines; what still finds no place makes
the arrangement one that does not `fit`, and whoever asked for it asks again with more room.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from math import sqrt
from typing import Protocol

from core.content import Edge, Node
from gui.decide.flowchart.course import Pair, joined
from gui.decide.flowchart.geometry import Box, centered
from gui.decide.flowchart.labels import Label, place_labels
from gui.decide.flowchart.routes import Line, route_lines
from gui.decide.flowchart.wrapping import narrowest


class Measure(Protocol):
    """How large words and strokes are. Widths are those of the bolder of the two weights that a text may take."""

    unit: float
    """One pixel of 100 % zoom."""
    name_line: float
    """Height of a line in a node."""
    label_line: float
    """Height of a line of a label."""

    def name_width(self, text: str) -> float:
        """Width of a line in a node."""

    def label_width(self, text: str) -> float:
        """Width of a line of a label."""


@dataclass(frozen=True)
class Place:
    """Where a node stands, and its name in lines. `tip` is how far a question's points or a pill's ends reach in."""

    node: Node
    box: Box
    lines: tuple[str, ...]
    tip: float

    def inset(self, y: float) -> float:
        """How far inside of the box the node's outline is at this height."""
        away = min(abs(y - self.box.y), self.box.height / 2)
        if self.node.kind == "question":
            return self.tip * away / (self.box.height / 2)
        if self.node.kind in ("start", "outcome"):
            return self.tip - sqrt(self.tip**2 - min(away, self.tip) ** 2)
        return 0.0


@dataclass(frozen=True)
class Layout:
    """The arrangement. `quiet` labels stand beside lines that are not taken, `taken` ones (by edge) beside the path."""

    size: tuple[float, float]
    unit: float
    places: dict[str, Place]
    lines: dict[Pair, Line]
    quiet: dict[Pair, Label]
    taken: dict[str, Label]
    legend: Box
    fits: bool


@dataclass(frozen=True)
class _Shape:
    lines: tuple[str, ...]
    width: float
    height: float
    tip: float


@dataclass(frozen=True)
class _Style:
    """The ways to save room: names in two lines, steps only as wide as they must be, labels in more lines."""

    wrapped: frozenset[str]
    even: bool = True
    label_lines: int = 2


_COMPACT_SIZE = (500.0, 400.0)
_SMALLEST_PERCENT = 40
_LARGEST_PERCENT = 300
_MARGIN = 7.0
_CHANNEL = 12.0
_WIDEST_LANE = 350.0
_TALLEST_ROW = 108.0
TICK = 16.0
"""Room for the tick of a node that is done, which stands after its name."""


def arrange(
    nodes: tuple[Node, ...], edges: tuple[Edge, ...], size: tuple[float, float], measure: Measure, legend: str
) -> Layout:
    """The calmest arrangement in which everything has its place, or else the most compact one."""
    for style in _styles(nodes, measure):
        layout = _arranged(nodes, edges, size, measure, legend, style)
        if layout.fits:
            break
    return layout


def smallest(
    nodes: tuple[Node, ...], edges: tuple[Edge, ...], room: tuple[float, float], measure: Measure, legend: str
) -> Layout:
    """The arrangement in this room, or where not everything has its place there in a larger one."""

    def larger(percent: int) -> tuple[float, float]:
        wide, high = (length * measure.unit * percent / 100 for length in _COMPACT_SIZE)
        return max(wide, room[0]), max(high, room[1])

    def fits(percent: int) -> bool:
        return fits_compactly(nodes, edges, larger(percent), measure, legend)

    if fits_compactly(nodes, edges, room, measure, legend):
        return arrange(nodes, edges, room, measure, legend)
    enough = bisect_left(range(_LARGEST_PERCENT), True, lo=_SMALLEST_PERCENT, key=fits)
    return arrange(nodes, edges, larger(enough), measure, legend)


def fits_compactly(
    nodes: tuple[Node, ...], edges: tuple[Edge, ...], room: tuple[float, float], measure: Measure, legend: str
) -> bool:
    """Whether everything has its place in this room when all means to save room are taken."""
    return _arranged(nodes, edges, room, measure, legend, _styles(nodes, measure)[-1]).fits


def _styles(nodes: tuple[Node, ...], measure: Measure) -> list[_Style]:
    """The styles to try, the calmest first."""
    steps = _wrappings(nodes, measure)
    calm = [_Style(wrapped) for wrapped in steps[:3]]
    return calm + [_Style(wrapped, even, label_lines=3) for even in (True, False) for wrapped in steps]


def _wrappings(nodes: tuple[Node, ...], measure: Measure) -> list[frozenset[str]]:
    """Which nodes have their names in two lines, from none on: each time, one that makes the most room across."""
    crowded = _crowded(nodes)

    def width(fellows: list[Node], wrapped: frozenset[str]) -> float:
        return max(_shape(node, measure, _Style(wrapped), 0).width for node in fellows)

    steps = [frozenset[str]()]
    while True:
        gains = {}
        for node in crowded:
            # A narrower node makes room if it was the widest of those that stand below each other.
            fellows = [other for other in crowded if other.lane == node.lane]
            gains[node.id] = width(fellows, steps[-1]) - width(fellows, steps[-1] | {node.id})
        best = max(gains, key=gains.__getitem__, default=None)
        if best is None or gains[best] < measure.unit:
            return steps
        steps.append(steps[-1] | {best})


def _crowded(nodes: tuple[Node, ...]) -> list[Node]:
    """The nodes from the first row on that several lanes share: there the room across is short."""
    rows = [node.row for node in nodes]
    first = min((row for row in rows if rows.count(row) > 1), default=max(rows) + 1)
    return [node for node in nodes if node.row >= first]


def _arranged(
    nodes: tuple[Node, ...],
    edges: tuple[Edge, ...],
    size: tuple[float, float],
    measure: Measure,
    legend: str,
    style: _Style,
) -> Layout:
    places = _places(nodes, size, measure, style)
    lines = route_lines(joined(edges), places, measure.unit)
    frame = Box(0, 0, *size).grown(-_MARGIN / 2 * measure.unit)
    width = measure.label_width(legend) + 36 * measure.unit
    corner = Box(frame.right - width - 4 * measure.unit, frame.bottom - measure.label_line, width, measure.label_line)
    labels = place_labels(joined(edges), places, lines, (corner,), frame, measure, style.label_lines)
    fits = labels.complete and _stands_free(places, lines, frame, measure.unit)
    return Layout(size, measure.unit, places, lines, labels.quiet, labels.taken, corner, fits)


def _stands_free(places: dict[str, Place], lines: dict[Pair, Line], frame: Box, unit: float) -> bool:
    """Whether the nodes keep off each other, off foreign lines and inside of the frame."""
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


def _places(nodes: tuple[Node, ...], size: tuple[float, float], measure: Measure, style: _Style) -> dict[str, Place]:
    unit = measure.unit
    rows, lanes = {node.row for node in nodes}, {node.lane for node in nodes}
    first_row, last_row, first_lane, last_lane = min(rows), max(rows), min(lanes), max(lanes)
    pitch = min(_TALLEST_ROW * unit, size[1] / (last_row - first_row + 1))
    shapes = {node.id: _shape(node, measure, style, pitch) for node in nodes}
    shapes = _matched(nodes, shapes, style.even, size[0] / unit)

    def widest(lane: float) -> float:
        return max(shapes[node.id].width for node in nodes if node.lane == lane)

    def highest(row: float) -> float:
        return max(shapes[node.id].height for node in nodes if node.row == row)

    left = (_MARGIN + _CHANNEL) * unit + widest(first_lane) / 2
    right = size[0] - _MARGIN * unit - widest(last_lane) / 2
    top = _MARGIN * unit + highest(first_row) / 2
    bottom = size[1] - _MARGIN * unit - highest(last_row) / 2
    across = _Scale(first_lane, last_lane, left, right, _WIDEST_LANE * unit)
    down = _Scale(first_row, last_row, top, bottom, _TALLEST_ROW * unit)
    return {
        node.id: Place(
            node, centered(across(node.lane), down(node.row), shape.width, shape.height), shape.lines, shape.tip
        )
        for node in nodes
        for shape in (shapes[node.id],)
    }


class _Scale:
    """Maps the content's rows or lanes onto pixels, at most so many for each, in the middle of the room."""

    def __init__(self, first: float, last: float, start: float, end: float, most: float) -> None:
        self._first = first
        self._step = min((end - start) / max(last - first, 1e-9), most)
        self._start = (start + end) / 2 - self._step * (last - first) / 2

    def __call__(self, position: float) -> float:
        return self._start + self._step * (position - self._first)


def _shape(node: Node, measure: Measure, style: _Style, pitch: float) -> _Shape:
    """A node's size: its name, and around it what its kind needs."""
    unit = measure.unit
    split = narrowest(node.label, 2 if node.id in style.wrapped else 1, measure.name_width)
    text = max(map(measure.name_width, split))
    above = min(max(pitch * 0.11, 5 * unit), 11 * unit)
    height = len(split) * measure.name_line + 2 * above
    beside = (8 if style.even else 4) * unit
    if node.kind == "question":
        height += 4 * unit
        tip = min(height * 0.38, 14 * unit)
        return _Shape(split, text + 2 * tip + beside, height, tip)
    if node.kind == "action":
        return _Shape(split, text + TICK * unit + 2 * beside, height, 0)
    return _Shape(split, text + 8 * unit + 2 * beside, height, height / 2)


def _matched(nodes: tuple[Node, ...], shapes: dict[str, _Shape], even: bool, width: float) -> dict[str, _Shape]:
    """The shapes with one width for all outcomes and, where it is to look even, one in and one beside the middle."""
    lanes = {node.lane for node in nodes}
    outer = {min(lanes), max(lanes)}

    def group(node: Node) -> str:
        if node.kind == "outcome":
            return "outcomes"
        if not even:
            return node.id
        return "beside" if node.lane in outer else "middle"

    ample = 1 + min(max((width - 640) / 1600, 0), 0.3) if even else 1
    widths = {
        key: ample * max(shapes[node.id].width for node in nodes if group(node) == key) for key in map(group, nodes)
    }
    return {node.id: replace(shapes[node.id], width=widths[group(node)]) for node in nodes}
