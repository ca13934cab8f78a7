"""Movement by arrow keys: up and down along the edges, and sideways to the neighbors."""

from collections.abc import Iterable, Mapping
from enum import Enum

from core.content import Edge
from gui.widgets.flowchart.geometry import Box
from gui.widgets.flowchart.highlight import Highlight, Pair


class Direction(Enum):
    """The direction of a move from a node."""

    DOWN = "down"
    UP = "up"
    LEFT = "left"
    RIGHT = "right"
    START = "start"
    CURRENT = "current"


def neighbor(
    start: str,
    direction: Direction,
    boxes: Mapping[str, Box],
    edges: Mapping[Pair, tuple[Edge, ...]],
    course: Highlight,
) -> str | None:
    """Return the node in this direction, or None.

    Up and down follow the path, or the nearest edge for nodes off the path. If no edge leads on, they visit the other
    nodes of the same question that lie above or below in the same lane.
    """
    if direction is Direction.START:
        return next(key for key in boxes if all(target != key for _, target in edges))
    if direction is Direction.CURRENT:
        return course.current
    if direction in (Direction.LEFT, Direction.RIGHT):
        return _beside(start, direction is Direction.RIGHT, boxes)
    along = 0 if direction is Direction.DOWN else 1
    on_path = [pair[1 - along] for pair in course.path if pair[along] == start]
    if on_path:
        return on_path[0]
    joined = [pair[1 - along] for pair in edges if pair[along] == start]
    siblings = [key for key in _siblings(start, edges) if _is_below(boxes[start], boxes[key], along == 0)]
    if direction is Direction.UP:
        return _nearest(start, [*joined, *siblings], boxes)
    return _nearest(start, joined or siblings, boxes)


def _siblings(start: str, edges: Iterable[Pair]) -> set[str]:
    """Return the nodes that share a source with this one."""
    pairs = list(edges)
    sources = {source for source, target in pairs if target == start}
    return {target for source, target in pairs if source in sources and target != start}


def _is_below(start: Box, other: Box, below: bool) -> bool:
    """Return whether it lies below (or else above) in the same lane."""
    return abs(other.x - start.x) < 1 and (other.y > start.y) == below


def _beside(start: str, to_right: bool, boxes: Mapping[str, Box]) -> str | None:
    """Return the nearest node to that side. Vertical distance counts twice."""
    here = boxes[start]
    distances = {}
    for key, box in boxes.items():
        across = box.x - here.x if to_right else here.x - box.x
        away = abs(box.y - here.y)
        if across > 1 and away <= across:
            distances[key] = across + 2 * away
    return min(distances, key=distances.__getitem__, default=None)


def _nearest(start: str, ids: list[str], boxes: Mapping[str, Box]) -> str | None:
    here = boxes[start]

    def distance(key: str) -> float:
        return abs(boxes[key].x - here.x) + abs(boxes[key].y - here.y)

    return min(ids, key=distance, default=None)
