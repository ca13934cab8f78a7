"""The time `decide` takes for one case, and its time and memory by the number of lines of JSON Lines.

The baseline of one case is Python doing nothing. That of JSON Lines is Python reading and writing the same lines with
its json module.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil

from core.base.validation import checked
from core.case.scenario import Scenario
from tests.decision_space import random_scenarios
from tests.qa.bench.figures import Row, Spread, Unit
from tests.qa.bench.turns import in_turns

ROOT = Path(__file__).resolve().parents[3]
INDEX_CASE = "resources/cases/index.case.json"
STARTS = "One case on the command line"
LINES = "JSON Lines"

_ECHO = "import json, sys\nfor line in open(sys.argv[1]): print(json.dumps(json.loads(line)))"


@dataclass(frozen=True)
class Run:
    """Seconds of one run, and its peak memory in MiB (0 if the system does not report it)."""

    seconds: float
    peak: float


def measure(quick: bool) -> list[Row]:
    """Return rows for one case, then for growing numbers of lines."""
    return [*_one_case(quick), *_many_lines(quick)]


def _one_case(quick: bool) -> list[Row]:
    program = [sys.executable, "-m", "gui"]
    ways = {
        "decide --format json": [*program, "decide", "--format", "json", INDEX_CASE],
        "decide (text)": [*program, "decide", INDEX_CASE],
        "decide --why --format markdown": [*program, "decide", "--why", "--format", "markdown", INDEX_CASE],
    }
    nothing, pydantic = "python -c pass", "python -c 'import pydantic.main'"
    baselines = {nothing: [sys.executable, "-c", "pass"], pydantic: [sys.executable, "-c", "import pydantic.main"]}
    contenders = {name: _running(command) for name, command in {**ways, **baselines}.items()}
    in_turns(contenders, 1)
    runs = in_turns(contenders, 3 if quick else 15)
    times = {name: Spread.of([run.seconds * 1e3 for run in of_it]) for name, of_it in runs.items()}
    return [
        *(Row(STARTS, way, "ms", times[way], nothing, times[nothing]) for way in ways),
        Row(STARTS, "of that, loading pydantic", "ms", times[pydantic], nothing, times[nothing]),
    ]


def _many_lines(quick: bool) -> list[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000) if quick else (1_000, 10_000, 100_000, 1_000_000):
            file = Path(folder) / f"{count}.jsonl"
            with file.open("w", encoding="utf-8") as lines:
                lines.writelines(_lines(count))
            contenders = {
                "ours": _running([sys.executable, "-m", "gui", "decide", str(file)]),
                "json": _running([sys.executable, "-c", _ECHO, str(file)]),
            }
            runs = in_turns(contenders, 5 if count < 100_000 else 3 if count < 1_000_000 else 1)
            rows += _line_rows(count, runs["ours"], runs["json"])
    return rows


def _line_rows(count: int, ours: Sequence[Run], echo: Sequence[Run]) -> list[Row]:
    def row(what: str, unit: Unit, value: Callable[[Run], float]) -> Row:
        mine, its = (Spread.of([value(run) for run in runs]) for runs in (ours, echo))
        return Row(LINES, f"{count:,} lines: {what}", unit, mine, "read and written by json", its)

    return [
        row("time per line with the start", "µs", lambda run: run.seconds / count * 1e6),
        row("most memory held (RSS)", "MiB", lambda run: run.peak),
    ]


def _lines(count: int) -> Iterator[str]:
    for each in random_scenarios(count, seed=2):
        yield json.dumps(vars(checked(Scenario, each))) + "\n"


def _running(command: list[str]) -> Callable[[], Run]:
    def run() -> Run:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        ended = threading.Event()
        with ThreadPoolExecutor(1) as watcher:
            peak = watcher.submit(_peak_until, ended, process.pid)
            code = process.wait()
            seconds = time.perf_counter() - begin
            ended.set()
        assert code == 0, f"{' '.join(command)} ended with {code}"
        return Run(seconds, peak.result())

    return run


def _peak_until(ended: threading.Event, pid: int) -> float:
    peak = 0.0
    while not ended.wait(0.02):
        peak = max(peak, _peak(pid))
    return peak


def _peak(pid: int) -> float:
    """Return the peak memory of a process so far, in MiB."""
    try:
        if os.name == "nt":
            return float(psutil.Process(pid).memory_info().peak_wset) / 2**20
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
    except (OSError, psutil.Error):
        return 0.0
