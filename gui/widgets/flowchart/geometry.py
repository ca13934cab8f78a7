"""Boxes and lines on a plane: x grows to the right and y downward, in pixels of the drawing."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_NOTHING = 0.01

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def x(self) -> float:
        """The x of its center."""
        return self.left + self.width / 2

    @property
    def y(self) -> float:
        """The y of its center."""
        return self.top + self.height / 2

    def grown(self, by: float) -> "Box":
        """Return the box extended by this much on every side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two share more than an edge. Less than a hundredth of a pixel is ignored."""
        return bool(self.overlapped((other,)))

    def overlapped(self, others: Iterable["Box"]) -> list["Box"]:
        """Return those of the others that share more than an edge with it."""
        # Inlined for speed: an arrangement checks tens of thousands of pairs.
        start, end = self.left + _NOTHING, self.left + self.width - _NOTHING
        above, below = self.top + _NOTHING, self.top + self.height - _NOTHING
        return [
            box
            for box in others
            if box[0] < end and start < box[0] + box[2] and box[1] < below and above < box[1] + box[3]
        ]

    def within(self, other: "Box") -> bool:
        """Return whether the box lies entirely within the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def centered(x: float, y: float, width: float, height: float) -> Box:
    """Return the box of this size around a point."""
    return Box(x - width / 2, y - height / 2, width, height)


def spanned(one: Point, other: Point) -> Box:
    """Return the box between two points. It is flat if they lie on a vertical or horizontal line."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return Box(left, top, right - left, bottom - top)


def strokes(points: tuple[Point, ...], width: float) -> tuple[Box, ...]:
    """Return the boxes that a line through these points covers at this width, one for each of its pieces."""
    return tuple(spanned(start, end).grown(width / 2) for start, end in pairwise(points))
