"""The time the palette takes from a key to the painted result, with all entries, compared with Qt's own filter.

Offscreen, in a new process for each round. The same letters are typed into the palette of the real window and into a
line above a list with the same titles, which Qt's proxy model filters.
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

ROOT = Path(__file__).resolve().parents[3]
SECTION = "Find: key to picture"

_DRIVER = Path(__file__).with_name("finding_driver.py")


def measure(quick: bool) -> list[Row]:
    """Return rows for a key in the open palette, and for opening it the first time and again."""
    runs = in_turns({name: _running(name) for name in ("palette", "filter")}, 1 if quick else 5)

    def spread(who: str, name: str) -> Spread:
        return Spread.of(list(chain.from_iterable(times[name] for times in runs[who])))

    def row(what: str, name: str, *goals: Goal) -> Row:
        its = spread("filter", name)
        return Row(SECTION, what, "ms", spread("palette", name), "Qt's filter", its, "times the baseline", *goals)

    return [
        row("a key, painted", "key", Goal(16, "p95")),
        row("opened for the first time, painted", "first"),
        row("opened again, painted", "again"),
    ]


def _running(which: str) -> Callable[[], dict[str, list[float]]]:
    def run() -> dict[str, list[float]]:
        environment = {**os.environ, **large_screen()}
        command = [sys.executable, str(_DRIVER), which]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
        times: dict[str, list[float]] = json.loads(done.stdout)
        return times

    return run
