"""The plot of the bench in the README: how much of its goal each figure takes up.

One scale holds all: at 100 % a figure meets its goal exactly, and less is better, whether the goal is a bound for a
ratio, for a time or for a size. `docs/bench.json` is what `make bench` wrote on an idle machine.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gui.widgets.plot.model import Axis, Mark, Plot, PlotLine, PlotRow

FIGURES = Path(__file__).resolve().parents[3] / "docs" / "bench.json"
_LOWEST, _HIGHEST = 10.0, 400.0
_TICKS = (10.0, 25.0, 50.0, 100.0, 200.0, 400.0)


def bench_plot() -> Plot:
    """Return the plot of the figures that are kept."""
    return plot_of(json.loads(FIGURES.read_text(encoding="utf-8")))


def plot_of(document: dict[str, Any]) -> Plot:
    """Return the plot of what a bench wrote: each row that has a goal, for a release where it has one."""
    ticks = tuple((tick, f"{tick:g} %") for tick in _TICKS)
    axis = Axis("share of the goal that is taken up: less is better, dashed is not met", _LOWEST, _HIGHEST, ticks, True)
    return Plot("Figures beside their goals", axis, tuple(_rows(document)), (PlotLine(100, "goal", strong=True),))


def _rows(document: dict[str, Any]) -> Iterator[PlotRow]:
    section = ""
    for row in document["rows"]:
        goal = row["release_goal"] or row["goal"]
        if goal is None:
            continue
        if row["section"] != section:
            section = row["section"]
            yield PlotRow(section, heading=True)
        share = _share(row, goal)
        bar = Mark("bar", low=_LOWEST, high=min(max(share, _LOWEST + 1), _HIGHEST), open=share > 100)
        yield PlotRow(row["what"], _words(row, goal), (bar,))
    facts = document["machine"]
    cores = f"{facts['logical_cores']} cores"
    yield PlotRow(f"{facts['cpu']}, {cores}, Python {facts['python']}, {facts['date'][:10]}. Times: 95 % are as fast.")


def _value(row: dict[str, Any], goal: dict[str, Any]) -> float:
    value: float = row["ratio"] if goal["on"] == "ratio" else row["ours"][goal["on"]]
    return value


def _share(row: dict[str, Any], goal: dict[str, Any]) -> float:
    """Return the percentage of its goal that a figure takes up; turned round where more is better."""
    share = _value(row, goal) / goal["limit"]
    return 100 / share if goal["at_least"] else 100 * share


def _words(row: dict[str, Any], goal: dict[str, Any]) -> str:
    value, sign = _value(row, goal), "≥" if goal["at_least"] else "≤"
    unit = "x" if goal["on"] == "ratio" else f" {row['unit']}"
    return f"{value:.3g}{unit}  {sign} {goal['limit']:g}"
