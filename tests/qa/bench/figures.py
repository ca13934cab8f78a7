"""Figures with their spread, a baseline and a goal; printing and saving them."""

import dataclasses
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich import box
from rich.console import Console
from rich.table import Table

Unit = Literal["µs", "ms", "s", "MiB", "MB"]
Compared = Literal["times the baseline", "times as fast as the baseline"]


@dataclass(frozen=True)
class Spread:
    """The result of several runs. `n` is their number. Times and memory are in the unit of the row."""

    median: float
    low: float
    high: float
    p95: float
    n: int

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Return the spread of measured values, of which there must be at least one."""
        ordered = sorted(values)
        p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
        return cls(statistics.median(ordered), ordered[0], ordered[-1], p95, len(ordered))


@dataclass(frozen=True)
class Goal:
    """A bound for a row's ratio, 95th percentile or median. The last two are in the unit of the row."""

    limit: float
    on: Literal["ratio", "p95", "median"]
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}{'' if self.on == 'ratio' else f' {self.on}'}"


@dataclass(frozen=True)
class Row:
    """One figure of the program with its baseline and its goals, for now and for a release."""

    section: str
    what: str
    unit: Unit
    ours: Spread
    baseline_is: str
    baseline: Spread
    compared: Compared = "times the baseline"
    goal: Goal | None = None
    release_goal: Goal | None = None

    @property
    def ratio(self) -> float:
        """The ratio of the medians, in the direction given by `compared`."""
        if self.compared == "times the baseline":
            return self.ours.median / self.baseline.median
        return self.baseline.median / self.ours.median

    def met(self, goal: Goal | None) -> bool | None:
        """Return whether a goal is met, or None without a goal."""
        if goal is None:
            return None
        value = {"ratio": self.ratio, "p95": self.ours.p95, "median": self.ours.median}[goal.on]
        return value >= goal.limit if goal.at_least else value <= goal.limit

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return {
            **dataclasses.asdict(self),
            "ratio": self.ratio,
            "goal_met": self.met(self.goal),
            "release_goal_met": self.met(self.release_goal),
        }


def print_rows(rows: Sequence[Row], console: Console) -> None:
    """Print one table for each section and baseline."""
    for section, baseline in dict.fromkeys((row.section, row.baseline_is) for row in rows):
        table = Table(
            title=f"{section} (baseline: {baseline})", title_justify="left", title_style="bold", box=box.SIMPLE
        )
        table.add_column("")
        for heading in ("median", "min to max", "p95", "n", "baseline", "min to max", "ratio", "goal", "for a release"):
            table.add_column(heading, justify="right", no_wrap=True)
        for row in rows:
            if (row.section, row.baseline_is) == (section, baseline):
                table.add_row(*_cells(row))
        console.print(table)


def _cells(row: Row) -> tuple[str, ...]:
    ours, baseline = row.ours, row.baseline
    return (
        f"{row.what}, {row.unit}",
        _short(ours.median),
        f"{_short(ours.low)} to {_short(ours.high)}",
        _short(ours.p95),
        str(ours.n),
        _short(baseline.median),
        f"{_short(baseline.low)} to {_short(baseline.high)}",
        f"{row.ratio:.2f}x{' as fast' if 'fast' in row.compared else ''}",
        _verdict(row, row.goal),
        _verdict(row, row.release_goal),
    )


def _verdict(row: Row, goal: Goal | None) -> str:
    if goal is None:
        return ""
    return f"{goal}: {'met' if row.met(goal) else 'NOT met'}"


def _short(value: float) -> str:
    """Return a number with three significant digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
