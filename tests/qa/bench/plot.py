"""The plot of the bench in the README: each figure as a part of its goal.

All figures share one scale: 100 % meets the goal exactly, and less is better, for ratios, times and sizes alike.
`docs/bench.json` was written by `make bench` on an idle machine.
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
    """Return the plot of the stored figures."""
    return plot_of(json.loads(FIGURES.read_text(encoding="utf-8")))


def plot_of(document: dict[str, Any]) -> Plot:
    """Return the plot of a bench result: each row with a goal, with its goal for a release if it has one."""
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
    """Return a figure in percent of its goal, inverted if more is better."""
    share = _value(row, goal) / goal["limit"]
    return 100 / share if goal["at_least"] else 100 * share


def _words(row: dict[str, Any], goal: dict[str, Any]) -> str:
    value, sign = _value(row, goal), "≥" if goal["at_least"] else "≤"
    unit = "x" if goal["on"] == "ratio" else f" {row['unit']}"
    return f"{value:.3g}{unit}  {sign} {goal['limit']:g}"
