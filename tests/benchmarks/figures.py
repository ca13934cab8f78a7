"""Figures with their spread, beside a baseline and a goal; how they are printed and kept."""

import dataclasses
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich import box
from rich.console import Console
from rich.table import Table

Unit = Literal["µs", "ms", "s", "MiB"]
Compared = Literal["times the baseline", "times as fast as the baseline"]


@dataclass(frozen=True)
class Spread:
    """What a number of runs gave. `n` is their number; times and memory in the unit of the row."""

    median: float
    low: float
    high: float
    p95: float
    n: int

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of measured values, of which there must be one at least."""
        ordered = sorted(values)
        p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
        return cls(statistics.median(ordered), ordered[0], ordered[-1], p95, len(ordered))

    def __str__(self) -> str:
        return f"{_short(self.median)} ({_short(self.low)} to {_short(self.high)})"


@dataclass(frozen=True)
class Goal:
    """A bound that a row's ratio or 95th percentile should keep."""

    limit: float
    on: Literal["ratio", "p95"]
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}{'' if self.on == 'ratio' else ' ms p95'}"


@dataclass(frozen=True)
class Row:
    """One figure of the program, the baseline's beside it, and what was aimed at, now and for a release."""

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
        """Median against median, the way that `compared` says."""
        if self.compared == "times the baseline":
            return self.ours.median / self.baseline.median
        return self.baseline.median / self.ours.median

    def met(self, goal: Goal | None) -> bool | None:
        """Whether a goal is met; None where there is none."""
        if goal is None:
            return None
        value = self.ratio if goal.on == "ratio" else self.ours.p95
        return value >= goal.limit if goal.at_least else value <= goal.limit

    def as_json(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            **dataclasses.asdict(self),
            "ratio": self.ratio,
            "goal_met": self.met(self.goal),
            "release_goal_met": self.met(self.release_goal),
        }


def print_rows(rows: Sequence[Row], console: Console) -> None:
    """Prints one table a section."""
    for section in dict.fromkeys(row.section for row in rows):
        table = Table(title=section, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
        table.add_column("what", overflow="fold")
        for heading in ("median (min to max)", "p95", "baseline", "n", "ratio", "goal", "release goal"):
            table.add_column(heading, justify="right" if heading != "baseline" else "left", overflow="fold")
        for row in (row for row in rows if row.section == section):
            table.add_row(
                row.what,
                f"{row.ours} {row.unit}",
                _short(row.ours.p95),
                f"{row.baseline} {row.unit}: {row.baseline_is}",
                str(row.ours.n),
                f"{row.ratio:.2f} {'as fast' if 'fast' in row.compared else ''}".strip(),
                *(_verdict(row, goal) for goal in (row.goal, row.release_goal)),
            )
        console.print(table)


def _verdict(row: Row, goal: Goal | None) -> str:
    if goal is None:
        return ""
    return f"{goal} {'met' if row.met(goal) else 'NOT met'}"


def _short(value: float) -> str:
    """Three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
