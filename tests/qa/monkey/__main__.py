"""Random input for the window: `make monkey`, `python -m tests.qa.monkey --events 100000 --seed 1`, `--minutes 30`.

Prints a summary of events and findings, and writes it to out/monkey.json. Exit status 1 if there is a finding. Then
out/monkey-events.jsonl holds every event so far, for --replay, and out/monkey.png shows the screen.
"""

import argparse
import json
import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.qa.bench.machine import machine_facts
from tests.qa.bench.x_server import x_server

ROOT = Path(__file__).resolve().parents[3]
FLAT_WITHIN = 1.05
"""The permitted growth of memory from the quarter after the warm-up to the last quarter of a run."""

WARM_UP = 20_000
"""The number of events after which nearly every view has been opened once and all caches are full."""

_FEWEST_SAMPLES = 8
_SKIPPED = 77  # The customary exit status of test programs that cannot run.


def main() -> int:
    """Run the monkey with the arguments."""
    parser = argparse.ArgumentParser(prog="make monkey", description=__doc__)
    parser.add_argument("--events", type=int, help="so many (100,000 unless minutes are given)")
    parser.add_argument("--minutes", type=float, help="so long")
    parser.add_argument("--seed", type=int, default=None, help="whoever gives the same gets the same monkey")
    parser.add_argument("--rest-every", type=int, default=1_000, metavar="EVENTS", help="looks at the memory (1,000)")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="does the events in a file instead")
    parser.add_argument("--output", type=Path, default=ROOT / "out" / "monkey.json")
    options = parser.parse_args()
    if options.events is None:
        options.events = sys.maxsize if options.minutes or options.replay else 100_000
    if options.seed is None:
        options.seed = secrets.randbelow(10**6)
    with x_server() as screen:
        if screen is None:
            print("skipped: there is no Xvfb, an X server of its own, on this machine")
            return _SKIPPED
        figures = _run(options, screen.display)
    figures["machine"] = machine_facts()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    _tell(figures, options)
    return int(bool(figures["finding"]))


def _run(options: argparse.Namespace, display: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="bonewatch-monkey-") as name:
        folder = Path(name)
        command = [sys.executable, "-m", "tests.qa.monkey.session", name, "--seed", str(options.seed)]
        command += ["--events", str(options.events), "--rest-every", str(options.rest_every)]
        command += ["--minutes", str(options.minutes)] if options.minutes else []
        command += ["--replay", str(options.replay.resolve())] if options.replay else []
        with (folder / "said").open("w+", encoding="utf-8", errors="replace") as said:
            run = subprocess.run(command, cwd=folder, env=_environment(folder, display), stderr=said, check=False)
            said.seek(0)
            words = said.read().strip()
        events = folder / "events.jsonl"
        figures: dict[str, Any] = {"seed": options.seed, "events": 0, "finding": ""}
        if (folder / "figures.json").exists():
            figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
        elif events.exists():
            figures["events"] = len(events.read_text(encoding="utf-8").splitlines())
        logs = [path.read_text(encoding="utf-8") for path in folder.rglob("faults.log")]
        figures.update(_judged(figures.get("memory", [])))
        findings = [figures["finding"], *logs, figures["memory_finding"]]
        if run.returncode not in (0, 1) or "memory" not in figures:
            findings.append(f"The program ended with {run.returncode}.")
        if words:
            findings.append(f"It said on its standard error:\n{words[-6000:]}")
        figures["finding"] = "\n".join(filter(None, findings))
        options.output.parent.mkdir(parents=True, exist_ok=True)
        for made, kept in (
            (events, _events_file(options)),
            (folder / "screen.png", options.output.with_suffix(".png")),
        ):
            if made.exists():
                shutil.copy(made, kept)
        return figures


def _environment(folder: Path, display: str) -> dict[str, str]:
    """Return an environment that keeps all files in the folder and makes printers and buses unreachable."""
    places = {name: str(folder / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    return {
        **places,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "DISPLAY": display,
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        # Qt's event loop signals when it is about to sleep; GLib's signals on every turn.
        "QT_NO_GLIB": "1",
        "CUPS_SERVER": str(folder / "no-printer"),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }


def _judged(memory: list[dict[str, float]]) -> dict[str, Any]:
    """Return the growth of memory after the warm-up, and whether it is too much."""
    held = [sample for sample in memory if sample["event"] >= WARM_UP]
    if len(held) < _FEWEST_SAMPLES:
        return {"memory_growth": None, "own_memory_growth": None, "memory_finding": ""}
    quarter = len(held) // 4

    def medians(kind: str) -> tuple[float, float]:
        first, last = (statistics.median(sample[kind] for sample in part) for part in (held[:quarter], held[-quarter:]))
        return first, last

    first, last = medians("rss_mib")
    own_first, own_last = medians("own_mib")
    too_much = last > first * FLAT_WITHIN
    return {
        "memory_growth": round(last / first, 4),
        "own_memory_growth": round(own_last / own_first, 4),
        "memory_finding": f"The memory grew from {first:.1f} to {last:.1f} MiB." if too_much else "",
    }


def _tell(figures: dict[str, Any], options: argparse.Namespace) -> None:
    if "seconds" in figures:
        print(
            f"{figures['events']:,} events ({figures['x_events']:,} of the X server) in {figures['seconds']:,.0f} s: ",
            end="",
        )
        print(f"{figures['events_per_second']:.0f} a second; seed {figures['seed']}")
        for what in ("events_by_kind", "places"):
            print(f"{what.replace('_', ' ')}: " + ", ".join(f"{name} {n:,}" for name, n in figures[what].items()))
        print(f"{figures['scenarios']:,} scenarios decided alike, {figures['headlines']} headlines seen, ", end="")
        print(f"{figures['controls_pressed']} kinds of controls pressed")
        curve = figures["memory"][:: max(1, len(figures["memory"]) // 12)]
        print("memory: " + ", ".join(f"{each['event']:,}: {each['rss_mib']:.0f} MiB" for each in curve))
        growth = figures["memory_growth"]
        print("after the warm-up: " + (f"{growth:.3f} times" if growth else "too short a run to judge"), end="")
        print(f"; without pages of files {figures['own_memory_growth']:.3f} times" if growth else "")
        if not figures["fenced_in"]:
            print("This system has no Landlock: that nothing was written elsewhere rests on the monkey's habits alone.")
    if figures["finding"]:
        print(f"\nFOUND at event {figures['events']:,} of seed {figures['seed']}:\n{figures['finding']}\n")
        print(f"Again: {sys.executable} -m tests.qa.monkey --seed {figures['seed']} --replay {_events_file(options)}")
    else:
        print("nothing found")
    print(f"written to {options.output}")


def _events_file(options: argparse.Namespace) -> Path:
    return options.output.with_name(f"{options.output.stem}-events.jsonl")


if __name__ == "__main__":
    sys.exit(main())
