"""What a plot shows, before any drawing: rows on one scale, each with its words, so that a table can say the same."""

from dataclasses import dataclass
from math import log10
from typing import Literal


@dataclass(frozen=True)
class Axis:
    """The scale, from `low` to `high`, with the ticks that it names. A logarithmic one begins above 0."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False

    def fraction(self, value: float) -> float:
        """How far along the scale a value is, from 0 to 1; what lies beyond is at the end."""
        if self.logarithmic:
            share = log10(max(value, self.low) / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, share))


@dataclass(frozen=True)
class Mark:
    """One thing in a row.

    interval: a line from `low` to `high` with a dot at `value`, each where given; an interval without `low` comes from
    below the scale. bar: a box from `low` to `high` with its text inside; without `high` it goes on beyond the scale.
    `open` ones are hollow and dashed, which tells them apart without color.
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
    """A name, what is drawn beside it, and its value in words. A heading has no marks.

    `spoken` says in words what the marks show, where the value at the right does not.
    """

    label: str
    value: str = ""
    marks: tuple[Mark, ...] = ()
    heading: bool = False
    spoken: str = ""


@dataclass(frozen=True)
class PlotLine:
    """A value marked over all rows, with its name."""

    value: float
    label: str
    strong: bool = False


@dataclass(frozen=True)
class Key:
    """What a kind of mark means."""

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
        """The rows as one text."""
        said = ((row.label, row.spoken or row.value) for row in self.rows)
        return "; ".join(f"{label}: {words}" if words else label for label, words in said)
