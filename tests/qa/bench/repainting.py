"""The time the window takes from an answer to the painted result, compared with a bare window whose one word changes.

Offscreen and, if available, on an X server. The changes lead the index case through every radiograph result and, after
each, through every answer that pathway, pitfalls and notices read. "Painted" is the cost of a change. A second figure
is the cost of the whole window. "Until the panels have it" is the time to decide the answer and pass it to the panels.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from tests.qa.bench.figures import Goal, Row, Spread
from tests.qa.bench.large_screen import large_screen
from tests.qa.bench.turns import in_turns
from tests.qa.bench.x_server import x_server

ROOT = Path(__file__).resolve().parents[3]
SECTION = "Answer to picture"
SIZES = ((1280, 800), (1920, 1080))

_DRIVER = Path(__file__).with_name("repaint_driver.py")
_CHANGES = 170  # Once through all of them.

Times = dict[str, list[float]]


def measure(quick: bool) -> list[Row]:
    """Return rows for each platform and size."""
    with x_server() as screen:
        platforms = {"offscreen": large_screen()}
        display = screen.display if screen else os.environ.get("DISPLAY")
        if display:
            platforms["X"] = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        return [
            row
            for platform, variables in platforms.items()
            for width, height in SIZES
            for row in _rows(f"{platform}, {width}x{height}", width, height, variables, 1 if quick else 3)
        ]


def _rows(where: str, width: int, height: int, variables: dict[str, str], rounds: int) -> list[Row]:
    def run(which: str) -> Callable[[], Times]:
        command = [sys.executable, str(_DRIVER), which, str(width), str(height), str(_CHANGES)]

        def once() -> Times:
            environment = {**os.environ, **variables}
            done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
            times: Times = json.loads(done.stdout)
            return times

        return once

    measured = in_turns({"ours": run("bonewatch"), "bare": run("bare")}, rounds)

    def spread(who: str, name: str) -> Spread:
        return Spread.of(list(chain.from_iterable(times[name] for times in measured[who])))

    def row(what: str, name: str, *goals: Goal) -> Row:
        ours, bare = spread("ours", name), spread("bare", name)
        return Row(
            SECTION, f"{where}: {what}", "ms", ours, "bare window, its word changes", bare, "times the baseline", *goals
        )

    goals = (Goal(16, "p95"), Goal(8, "p95"))
    return [
        row("painted", "painted", *goals),
        row("until the panels have it", "decided"),
        row("processor time", "busy"),
        row("all painted anew", "whole", *goals),
    ]
