"""How large each node is: its name in one line or two, and around it what its kind of node needs."""

from math import ceil
from typing import NamedTuple, Protocol

from core.content import Node
from gui.widgets.flowchart.wrapping import narrowest

TICK = 16.0
"""Room for the tick of a node that is done, which stands after its name."""


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


class Style(NamedTuple):
    """The ways to save room: names in two lines, nodes only as wide as they must be, labels in more lines."""

    wrapped: frozenset[str]
    even: bool = True
    label_lines: int = 2


class Shape(NamedTuple):
    """A node's name in lines and its size. `tip` is how far a question's points or a pill's ends reach in."""

    lines: tuple[str, ...]
    width: float
    height: float
    tip: float


def styles(nodes: tuple[Node, ...], measure: Measure) -> list[Style]:
    """The styles to try, the calmest first and the most compact last."""
    steps = _wrappings(nodes, measure)
    calm = [Style(wrapped) for wrapped in steps[:3]]
    return calm + [Style(wrapped, even, label_lines=3) for even in (True, False) for wrapped in steps]


def shapes_of(
    nodes: tuple[Node, ...], measure: Measure, style: Style, row_height: float, width: float
) -> dict[str, Shape]:
    """Each node's shape in rows of this height, in a picture of this width.

    All outcomes are equally wide. In the even style so are the steps in the middle lane, and those beside it.
    """
    shapes = {node.id: _shape(node, measure, style, row_height) for node in nodes}
    lanes = {node.lane for node in nodes}
    outer = {min(lanes), max(lanes)}

    def group(node: Node) -> str:
        if node.kind == "outcome":
            return "outcomes"
        if not style.even:
            return node.id
        return "beside" if node.lane in outer else "middle"

    ample = 1 + min(max((width / measure.unit - 640) / 1600, 0), 0.3) if style.even else 1
    widths: dict[str, float] = {}
    for node in nodes:
        widths[group(node)] = max(widths.get(group(node), 0), shapes[node.id].width * ample)
    return {
        node.id: shapes[node.id]._replace(width=_even(widths[group(node)]), height=_even(shapes[node.id].height))
        for node in nodes
    }


def _even(length: float) -> int:
    """The next even number of pixels: around a whole pixel it ends on whole pixels."""
    return 2 * ceil(length / 2)


def _shape(node: Node, measure: Measure, style: Style, row_height: float) -> Shape:
    unit = measure.unit
    lines = narrowest(node.label, 2 if node.id in style.wrapped else 1, measure.name_width)
    text = max(map(measure.name_width, lines))
    height = len(lines) * measure.name_line + 2 * min(max(row_height * 0.11, 5 * unit), 11 * unit)
    beside = (8 if style.even else 4) * unit
    if node.kind == "question":
        height += 4 * unit
        tip = min(height * 0.38, 14 * unit)
        return Shape(lines, text + 2 * tip + beside, height, tip)
    if node.kind == "action":
        return Shape(lines, text + TICK * unit + 2 * beside, height, 0)
    return Shape(lines, text + 8 * unit + 2 * beside, height, height / 2)


def _wrappings(nodes: tuple[Node, ...], measure: Measure) -> list[frozenset[str]]:
    """Which nodes have their names in two lines, from none on: each time, one that makes the most room across."""
    crowded = _crowded(nodes)

    def width(fellows: list[Node], wrapped: frozenset[str]) -> float:
        return max(_shape(node, measure, Style(wrapped), 0).width for node in fellows)

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
