"""The data of a plot, without drawing: rows on one scale, each with words, so that a table can show the same."""

from dataclasses import dataclass
from math import log10
from typing import Literal


@dataclass(frozen=True)
class Axis:
    """The scale from `low` to `high`, with its labeled ticks. A logarithmic scale starts above 0."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False

    def fraction(self, value: float) -> float:
        """Return the position of a value on the scale, from 0 to 1. Values beyond the scale are placed at its end."""
        if self.logarithmic:
            share = log10(max(value, self.low) / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, share))


@dataclass(frozen=True)
class Mark:
    """One mark in a row.

    interval: a line from `low` to `high` and a dot at `value`, each only if given. Without `low`, the line comes from
    below the scale. bar: a box from `low` to `high` with its text inside. Without `high` it continues beyond the scale.
    `open` marks are hollow and dashed, so they differ from others without color.
    """

    kind: Literal["interval", "bar"] = "interval"
    low: float | None = None
    value: float | None = None
    high: float | None = None
    open: bool = False
    text: str = ""
    short: str = ""


@dataclass(frozen=True)
class PlotRow:
    """A name, its marks, and its value in words. A heading has no marks.

    `spoken` describes the marks in words if the value at the right does not.
    """

    label: str
    value: str = ""
    marks: tuple[Mark, ...] = ()
    heading: bool = False
    spoken: str = ""


@dataclass(frozen=True)
class PlotLine:
    """A value marked across all rows, with its name."""

    value: float
    label: str
    strong: bool = False


@dataclass(frozen=True)
class Key:
    """A legend entry: the meaning of a kind of mark."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class Plot:
    """A whole plot."""

    title: str
    axis: Axis
    rows: tuple[PlotRow, ...]
    lines: tuple[PlotLine, ...] = ()
    keys: tuple[Key, ...] = ()

    def in_words(self) -> str:
        """Return the rows as one text."""
        said = ((row.label, row.spoken or row.value) for row in self.rows)
        return "; ".join(f"{label}: {words}" if words else label for label, words in said)
