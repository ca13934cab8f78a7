"""Node sizes: the name on one line or two, plus the space that its kind of node needs."""

from math import ceil
from typing import NamedTuple, Protocol

from core.content import Node
from gui.widgets.flowchart.wrapping import narrowest

TICK = 16.0
"""Space for the check mark after the name of a completed node."""


class Measure(Protocol):
    """The sizes of text and lines. Widths are those of the bolder of a text's two possible weights."""

    unit: float
    """One pixel at 100 % zoom."""
    name_line: float
    """Height of a line of text in a node."""
    label_line: float
    """Height of a line of a label."""

    def name_width(self, text: str) -> float:
        """Return the width of a line of text in a node."""

    def label_width(self, text: str) -> float:
        """Return the width of a line of a label."""


class Style(NamedTuple):
    """The ways to save space: names on two lines, nodes no wider than needed, labels on more lines."""

    wrapped: frozenset[str]
    even: bool = True
    label_lines: int = 2


class Shape(NamedTuple):
    """A node's name in lines and its size. `tip` is the width of a question's points or a pill's rounded ends."""

    lines: tuple[str, ...]
    width: float
    height: float
    tip: float


def styles(nodes: tuple[Node, ...], measure: Measure) -> list[Style]:
    """Return the styles to try, from the calmest to the most compact."""
    steps = _wrappings(nodes, measure)
    calm = [Style(wrapped) for wrapped in steps[:3]]
    return calm + [Style(wrapped, even, label_lines=3) for even in (True, False) for wrapped in steps]


def shapes_of(
    nodes: tuple[Node, ...], measure: Measure, style: Style, row_height: float, width: float
) -> dict[str, Shape]:
    """Return each node's shape, for rows of this height in a picture of this width.

    All outcomes have the same width. In the even style, so do the steps in the middle lane, and those in the other
    lanes.
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
    """Return the next even number of pixels: a box of even width around a whole pixel has its edges on whole pixels."""
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
    """Return the sets of nodes to wrap onto two lines, from none on. Each adds the node that saves the most width."""
    crowded = _crowded(nodes)

    def width(fellows: list[Node], wrapped: frozenset[str]) -> float:
        return max(_shape(node, measure, Style(wrapped), 0).width for node in fellows)

    steps = [frozenset[str]()]
    while True:
        gains = {}
        for node in crowded:
            # Wrapping a node saves width only if it was the widest of those in its lane.
            fellows = [other for other in crowded if other.lane == node.lane]
            gains[node.id] = width(fellows, steps[-1]) - width(fellows, steps[-1] | {node.id})
        best = max(gains, key=gains.__getitem__, default=None)
        if best is None or gains[best] < measure.unit:
            return steps
        steps.append(steps[-1] | {best})


def _crowded(nodes: tuple[Node, ...]) -> list[Node]:
    """Return the nodes from the first row on that has several lanes: there width is scarce."""
    rows = [node.row for node in nodes]
    first = min((row for row in rows if rows.count(row) > 1), default=max(rows) + 1)
    return [node for node in nodes if node.row >= first]
