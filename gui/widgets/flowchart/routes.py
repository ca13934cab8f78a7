"""Routing of the lines between the nodes: horizontal and vertical pieces that cross no other node.

Five shapes are enough. A line is straight where possible. Otherwise it leaves a side of its source: to turn down
(elbow), to reach its target's side over a short trunk next to the source (trunk), or, if nodes of its lane are in the
way, to go down a channel left of everything (channel). Lines that leave the same side share their beginning.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol

from core.content import Edge
from gui.widgets.flowchart.geometry import Box, Point, spanned, strokes
from gui.widgets.flowchart.highlight import Pair

Kind = Literal["down", "across", "elbow", "trunk", "channel"]

_CHANNEL = 10.0
_TRUNK = 10.0
_PORTS_APART = 14.0


class Outlined(Protocol):
    """The position of a node, as far as routing needs it."""

    @property
    def box(self) -> Box:
        """The box around it."""

    def inset(self, y: float) -> float:
        """Return how far inside the box its outline is at this height."""


class RoutedLine(NamedTuple):
    """A line between nodes. The arrowhead is at the last point; `bend` is the x of the vertical piece."""

    kind: Kind
    points: tuple[Point, ...]
    bend: float

    @property
    def has_trunk(self) -> bool:
        """Whether it shares its beginning with the other lines that leave the same side."""
        return self.kind == "trunk"

    def strokes(self, width: float) -> tuple[Box, ...]:
        """Return the boxes that the line covers at this width."""
        return strokes(self.points, width)


def route_lines(
    edges: Mapping[Pair, tuple[Edge, ...]], places: Mapping[str, Outlined], unit: float
) -> dict[Pair, RoutedLine]:
    """Return a line for each pair of nodes that edges join."""
    boxes = {key: place.box for key, place in places.items()}
    lines = {pair: _line(pair, boxes, unit) for pair in edges}
    return _docked(lines, places, unit)


def _line(pair: Pair, boxes: Mapping[str, Box], unit: float) -> RoutedLine:
    source, target = boxes[pair[0]], boxes[pair[1]]
    others = [box for key, box in boxes.items() if key not in pair]

    def clear(start: Point, end: Point) -> bool:
        return not spanned(start, end).grown(unit).overlapped(others)

    below = target.top > source.bottom
    if abs(source.x - target.x) < unit:
        if below and clear((source.x, source.bottom), (target.x, target.top)):
            return RoutedLine("down", ((source.x, source.bottom), (target.x, target.top)), source.x)
        channel = min(box.left for box in boxes.values()) - round(_CHANNEL * unit)
        return _sideways("channel", source, target, channel, to_right=False)
    to_right = target.x > source.x
    edge = source.right if to_right else source.left
    if abs(source.y - target.y) < unit:
        return RoutedLine("across", ((edge, source.y), (target.left if to_right else target.right, source.y)), edge)
    corner = target.x, source.y
    if below and clear((edge, source.y), corner) and clear(corner, (target.x, target.top)):
        return RoutedLine("elbow", ((edge, source.y), corner, (target.x, target.top)), target.x)
    trunk = round(_TRUNK * unit)
    lane = [box for box in boxes.values() if abs(box.x - source.x) < unit]
    outermost = max(box.right for box in lane) if to_right else min(box.left for box in lane)
    return _sideways("trunk", source, target, outermost + (trunk if to_right else -trunk), to_right)


def _sideways(kind: Kind, source: Box, target: Box, bend: float, to_right: bool) -> RoutedLine:
    """Route out of the source's side, along the vertical piece, into the facing side of the target."""
    start = source.right if to_right else source.left
    end = target.left if bend < target.x else target.right
    return RoutedLine(kind, ((start, source.y), (bend, source.y), (bend, target.y), (end, target.y)), bend)


def _docked(lines: dict[Pair, RoutedLine], places: Mapping[str, Outlined], unit: float) -> dict[Pair, RoutedLine]:
    """Return the lines with their ends on the outlines, spread out if several reach one side of a node."""
    sides: dict[tuple[str, bool], list[Pair]] = {}
    for pair, line in lines.items():
        if line.kind in ("trunk", "channel", "across"):
            sides.setdefault((pair[1], line.points[-1][0] < places[pair[1]].box.x), []).append(pair)
    docked = dict(lines)
    for (target, left), pairs in sides.items():
        # The line with the nearest vertical piece enters highest, so that no two lines cross.
        pairs.sort(key=lambda pair: lines[pair].bend, reverse=left)
        for index, pair in enumerate(pairs):
            offset = round((index - (len(pairs) - 1) / 2) * _PORTS_APART * unit)
            docked[pair] = _moved(lines[pair], places[target], offset, left)
    return docked


def _moved(line: RoutedLine, target: Outlined, offset: float, left: bool) -> RoutedLine:
    y = target.box.y + offset
    inset = target.inset(y)
    end = (target.box.left + inset if left else target.box.right - inset), y
    if line.kind == "across":
        return line._replace(points=(*line.points[:-1], (end[0], line.points[-1][1])))
    return line._replace(points=(*line.points[:-2], (line.points[-2][0], y), end))
