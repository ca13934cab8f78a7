"""Placement of the line labels: above a horizontal piece or right of a vertical one, without touching anything else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from core.content import Edge
from gui.widgets.flowchart.geometry import Box
from gui.widgets.flowchart.highlight import Pair
from gui.widgets.flowchart.routes import Outlined, RoutedLine
from gui.widgets.flowchart.wrapping import fitting

_ABOVE_LINE = 3.0
_BESIDE_LINE = 8.0
_APART = 2.0


class Label(NamedTuple):
    """A label: text in lines, centered in its box or aligned with its left or right edge."""

    box: Box
    lines: tuple[str, ...]
    align: str


@dataclass
class Labels:
    """All labels. `complete` is false if one does not fit."""

    quiet: dict[Pair, Label] = field(default_factory=dict)
    taken: dict[str, Label] = field(default_factory=dict)
    complete: bool = True


class LabelWords(Protocol):
    """The text size of labels."""

    unit: float
    label_line: float

    def label_width(self, text: str) -> float:
        """Return the width of a line of a label."""


class _Slot(NamedTuple):
    """The space for the labels of one line. A label is placed at the lower end of `room`."""

    room: Box
    align: str
    middle: bool = False
    """Center the label vertically in the room instead."""

    def label(self, text: str, most: int, words: LabelWords) -> Label | None:
        """Return the label for a text in at most this many lines, or None if it does not fit."""
        most = min(most, int((self.room.height + 0.01) / words.label_line))
        lines = fitting(text, self.room.width, most, words.label_width)
        if lines is None:
            return None
        width, height = max(map(words.label_width, lines)), len(lines) * words.label_line
        spare = self.room.width - width
        left = self.room.left + {"left": 0.0, "center": spare / 2, "right": spare}[self.align]
        top = self.room.bottom - height
        if self.middle:
            top -= (self.room.height - height) / 2
        return Label(Box(left, top, width, height), lines, self.align)


def place_labels(
    edges: Mapping[Pair, tuple[Edge, ...]],
    places: Mapping[str, Outlined],
    lines: Mapping[Pair, RoutedLine],
    reserved: tuple[Box, ...],
    frame: Box,
    words: LabelWords,
    most_lines: int,
) -> Labels:
    """Place a label for each edge, shown if it is taken, and for each line, shown if none of its edges is taken."""
    labels = Labels()
    apart = _APART * words.unit
    taken_room = [box.grown(apart) for box in (*(place.box for place in places.values()), *reserved)]
    taken_room += [stroke.grown(apart) for line in lines.values() for stroke in line.strokes(2 * words.unit)]
    # Place labels of vertical lines first: they cannot move upward to make room.
    for pair in sorted(edges, key=lambda pair: lines[pair].kind != "down"):
        named = {edge.id: edge.label for edge in edges[pair] if edge.label}
        if not named:
            continue
        slot = _slot(pair, lines, taken_room, frame, words)
        placed = {key: label for key, text in named.items() if (label := slot.label(text, most_lines, words))}
        quiet = _quiet(list(named.values()), slot, words)
        labels.taken |= placed
        if quiet:
            labels.quiet[pair] = quiet
        labels.complete &= quiet is not None and len(placed) == len(named)
        taken_room += [label.box.grown(apart) for label in (quiet, *placed.values()) if label]
    return labels


def _quiet(names: list[str], slot: _Slot, words: LabelWords) -> Label | None:
    """Return the label of a line that is not taken: its first two answers if they fit on one line, else the first."""
    choices = [(" · ".join(names[:2]), 1), (names[0], 1), (min(names, key=len), 2)]
    return next((label for text, most in choices if (label := slot.label(text, most, words))), None)


def _slot(pair: Pair, lines: Mapping[Pair, RoutedLine], taken_room: list[Box], frame: Box, words: LabelWords) -> _Slot:
    """Return the free space along the piece of a line that carries its label."""
    line, unit = lines[pair], words.unit
    if line.kind == "down":
        (x, top), (_, bottom) = line.points
        room = Box(x + _BESIDE_LINE * unit, top, frame.right - x - _BESIDE_LINE * unit, bottom - top)
        row = Box(room.left, room.y - words.label_line / 2, room.width, words.label_line)
        return _Slot(_kept_clear(room, taken_room, room.left, row), "left", middle=True)
    if line.kind in ("elbow", "channel"):
        # The first piece carries the label, close to the question. The label may extend past the corner.
        (start, y), (end, _) = line.points[:2]
        align = "left" if end > start else "right"
        anchor = start + (_BESIDE_LINE if end > start else -_BESIDE_LINE) * unit
        left, right = (anchor, frame.right) if end > start else (frame.left, anchor)
    else:
        # The last piece carries the label: the pieces before it are shared with other lines of the question.
        end, y = line.points[-1]
        trunks = [other.bend for other_pair, other in lines.items() if other_pair[0] == pair[0] and other.has_trunk]
        start = min([*trunks, line.points[0][0]], key=lambda x: abs(x - end))
        align, (left, right) = "center", sorted((start, end))
        anchor = (left + right) / 2
    bottom = y - _ABOVE_LINE * unit
    room = Box(left, frame.top, right - left, bottom - frame.top)
    row = Box(left, bottom - words.label_line, room.width, words.label_line)
    return _Slot(_kept_clear(room, taken_room, anchor, row), align)


def _kept_clear(room: Box, taken_room: list[Box], anchor: float, row: Box) -> Box:
    """Return the free part of the room: narrowed around the anchor until one row is free, then extended downward."""
    left, right, top = room.left, room.right, room.top
    for box in row.overlapped(taken_room):
        if box.x < anchor:
            left = max(left, box.right)
        else:
            right = min(right, box.left)
    column = Box(left, room.top, max(right - left, 0), room.height)
    for box in column.overlapped(taken_room):
        if box.y < row.y:
            top = max(top, box.bottom)
    return Box(left, top, column.width, max(room.bottom - top, 0))
