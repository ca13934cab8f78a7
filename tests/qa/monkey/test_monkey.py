"""A short run of the monkey, with the program as it is and with faults put into it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import require
from tests.qa.monkey.__main__ import WARM_UP, _judged

ROOT = Path(__file__).resolve().parents[3]
SECONDS_UNTIL_HUNG = 600


def run(folder: Path, *options: str) -> tuple[int, dict[str, Any], str]:
    """Return the exit status of a run, its figures, and its output."""
    if not sys.platform.startswith("linux"):
        pytest.skip("X servers are part of Linux")
    require("Xvfb")
    file = folder / "monkey.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.qa.monkey", "--output", str(file), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS_UNTIL_HUNG,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, json.loads(file.read_text(encoding="utf-8")), done.stdout


def test_that_a_short_run_finds_nothing_and_does_all_kinds_of_things(tmp_path: Path) -> None:
    status, figures, said = run(tmp_path, "--events", "250", "--seed", "3", "--rest-every", "100")

    assert (status, figures["finding"]) == (0, ""), said
    assert figures["events"] == 250
    assert {"click", "key", "type", "wheel", "move"} <= figures["events_by_kind"].keys()
    assert {"decide", "teach"} <= figures["places"].keys()
    assert figures["scenarios"] > 10
    assert len((tmp_path / "monkey-events.jsonl").read_text(encoding="utf-8").splitlines()) == 250


@pytest.mark.parametrize(
    ("fault", "word"), [("stale_ratings", "the ratings shown is"), ("qt_warning", "Qt: default: QPixmap::scaled")]
)
def test_that_a_planted_fault_is_found(tmp_path: Path, fault: str, word: str) -> None:
    status, figures, said = run(tmp_path, "--events", "300", "--seed", "3", "--plant", fault)

    assert (status, word in figures["finding"]) == (1, True), said
    assert f"FOUND at event {figures['events']:,} of seed 3" in said
    assert (tmp_path / "monkey.png").exists()


def test_that_what_was_found_is_found_again_at_the_same_event(tmp_path: Path) -> None:
    status, figures, said = run(tmp_path, "--events", "300", "--seed", "3", "--plant", "exception")
    assert (status, "LookupError: planted" in figures["finding"]) == (1, True), said
    assert figures["events"] > 1

    (again := tmp_path / "again").mkdir()
    events = str(tmp_path / "monkey-events.jsonl")
    status, repeated, said = run(again, "--replay", events, "--plant", "exception")
    assert (status, repeated["events"]) == (1, figures["events"]), said
    assert "LookupError: planted" in repeated["finding"]


def test_that_memory_that_grows_after_the_warm_up_is_a_finding() -> None:
    def samples(first: int, held: list[float]) -> list[dict[str, float]]:
        return [
            {"event": first + 1_000 * number, "rss_mib": mebibytes, "own_mib": mebibytes - 80}
            for number, mebibytes in enumerate(held)
        ]

    warming_up = samples(0, [100.0 + 4 * number for number in range(20)])
    assert _judged([*warming_up, *samples(WARM_UP, [180.0] * 16)])["memory_finding"] == ""
    growing = _judged([*warming_up, *samples(WARM_UP, [180.0 + number for number in range(16)])])
    assert growing["memory_finding"] == "The memory grew from 181.5 to 193.5 MiB."
    assert growing["own_memory_growth"] == pytest.approx(113.5 / 101.5, abs=1e-4)
    assert _judged(warming_up)["memory_growth"] is None, "too few to judge"
