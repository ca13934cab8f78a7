"""The release checklist: everything that has to hold, one line each, and a report on it.

    python3 tools/project.py release

Each line is a command of its own with a log of its own. None stops the others; where one fails, the exit status is 1.
What a machine cannot do (no root, no X server) is skipped, with the reason. The report is out/release.md, and
out/release.json for programs.
"""

import argparse
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.machine import machine_facts

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
BUNDLE = ROOT / "dist" / "bonewatch"
PROJECT = (sys.executable, "tools/project.py")
MINUTES_UNTIL_HUNG = 180
"""A fuzzing run takes two hours; what takes longer than this has come to no end."""

_PYTEST = r"^=*\s*(\d+ (?:passed|failed|skipped|error).*? in [\d.]+s).*$"
_NOT_POSSIBLE = 77  # the exit status of a test program that cannot run here
_NOTHING = r"(?!)"


@dataclass(frozen=True)
class Line:
    """One line of the checklist: what it proves, the command, where its figures stand in what the command says.

    `quick` is the command of a quick run, None where a quick run leaves the line out. `obstacle` tells why the line is
    not possible on this machine, or gives an empty text.
    """

    name: str
    proves: str
    command: tuple[str, ...]
    quick: tuple[str, ...] | None
    figures: str = _PYTEST
    obstacle: Callable[[], str] = lambda: ""
    finds: Callable[[], str] = lambda: ""


@dataclass(frozen=True)
class Outcome:
    """What came of a line: "passed", "failed" or "skipped", why where it did not pass, and how long it took."""

    name: str
    proves: str
    status: str
    reason: str
    figures: tuple[str, ...]
    seconds: float
    log: str


def lines(python: str) -> tuple[Line, ...]:
    """The checklist, with the Python of the project's environment."""
    pytest = (python, "-m", "pytest", "-q")
    packaging = (*pytest, "-m", "packaging")
    return (
        Line(
            "test", "style, types, every quick test, a clean build, the tests of the executable",
            (*PROJECT, "test"), (*PROJECT, "test"),
        ),
        Line("slow", "the complete decision space, and other enumerations", (*pytest, "-n", "2", "-m", "slow"), None),
        Line(
            "verify", "the content is proven over its whole decision space",
            (python, "-m", "gui", "verify"), (python, "-m", "gui", "verify"),
            r"^(\w+ \w+: [\d,]+|pass)$",
        ),
        Line(
            "dist", "the archives, their checksums and the bill of materials",
            (*PROJECT, "dist", "--built"), (*PROJECT, "dist", "--built"),
            r"^[0-9a-f]{64}\s+(\S+)$", _unbuilt,
        ),
        Line(
            "contents", "every bundled file has a part and a license, the bill of materials is valid, no tool came along",
            (*packaging, "tests/packaging/test_contents.py"), (*packaging, "tests/packaging/test_contents.py"),
            obstacle=_unbuilt,
        ),
        Line(
            "offline", "no module, no library and no system call that reaches a network",
            (*packaging, "tests/packaging/test_offline.py"), (*packaging, "tests/packaging/test_offline.py"),
            obstacle=_unbuilt,
        ),
        Line(
            "clean-machine", "the executable in a minimal Debian without Python, network and rights",
            (*pytest, "-m", "clean_machine", "tests/packaging"), (*pytest, "-m", "clean_machine", "tests/packaging"),
            obstacle=_no_machine,
        ),
        Line(
            "audit", "names, contrast, targets and the order of focus in every view and theme",
            (python, "-m", "tests.gui.audit"), (python, "-m", "tests.gui.audit"), r"^\s+(\d+ [a-zA-Z][\w ]+)$",
        ),
        Line(
            "transcript", "what a screen reader says",
            (*pytest, "tests/desktop/test_transcript.py"), (*pytest, "tests/desktop/test_transcript.py"),
            obstacle=_not_linux,
        ),
        Line(
            "bench", "speed and memory, each beside its goal for a release",
            (python, "-m", "tests.benchmarks"), (python, "-m", "tests.benchmarks", "--quick"),
            _NOTHING, finds=_goals_missed,
        ),
        Line(
            "monkey", "100,000 events on a real X server: no fault, no warning, flat memory, always the right answer",
            (python, "-m", "tests.monkey", "--events", "100000", "--seed", "1"),
            (python, "-m", "tests.monkey", "--events", "2000", "--seed", "1"),
            r"^([\d,]+ events \(.*|[\d,]+ scenarios decided.*|after the warm-up.*|nothing found|FOUND.*)$", _not_linux,
        ),
        Line(
            "fuzz", "20 minutes of processor time of hostile input for each reader",
            (*PROJECT, "fuzz"), (*PROJECT, "fuzz", "--minutes", "0.5"),
            r"^(\w+: [\d,]+ inputs.*)$", _no_fuzzer,
        ),
    )  # fmt: skip


def _unbuilt() -> str:
    return "" if BUNDLE.is_dir() else "no dist/bonewatch: `make build` makes it"


def _not_linux() -> str:
    return "" if sys.platform.startswith("linux") else "X servers are part of Linux"


def _no_machine() -> str:
    if _unbuilt() or _not_linux():
        return _unbuilt() or _not_linux()
    if os.geteuid() != 0:
        return "needs root: `sudo make clean-machine`"
    return "" if shutil.which("debootstrap") else "needs debootstrap: `apt-get install debootstrap`"


def _no_fuzzer() -> str:
    # atheris is made for nothing else.
    fits = sys.platform.startswith("linux") and platform.machine() == "x86_64"
    return "" if fits else "the fuzzer runs on Linux on x86-64 alone"


def _goals_missed() -> str:
    """The goals for a release that the figures of the bench miss; empty where it meets them all."""
    rows = json.loads((OUT / "bench.json").read_text(encoding="utf-8"))["rows"]
    missed = [f"{row['what']} {row['ratio']:.2f}x" for row in rows if row["release_goal_met"] is False]
    return "not met: " + "; ".join(missed) if missed else ""


def check(line: Line, quick: bool) -> Outcome:
    """Does one line of the checklist."""
    log = OUT / "release" / f"{line.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("", encoding="utf-8")
    begin = time.monotonic()

    def outcome(status: str, reason: str = "", figures: Sequence[str] = ()) -> Outcome:
        seconds = round(time.monotonic() - begin, 1)
        return Outcome(
            line.name, line.proves, status, reason, tuple(figures), seconds, log.relative_to(OUT.parent).as_posix()
        )

    command = line.quick if quick else line.command
    if command is None:
        return outcome("skipped", "left out by --quick")
    if obstacle := line.obstacle():
        return outcome("skipped", obstacle)
    status = _logged(command, log)
    said = log.read_text(encoding="utf-8", errors="replace")
    figures = re.findall(line.figures, said, re.MULTILINE)
    if status == _NOT_POSSIBLE:
        return outcome("skipped", said.strip().splitlines()[-1] if said.strip() else "")
    if status is None:
        return outcome("failed", f"came to no end in {MINUTES_UNTIL_HUNG} minutes", figures)
    if status:
        return outcome("failed", f"exit status {status}", figures)
    if figures and line.figures is _PYTEST and " passed" not in figures[-1]:
        why = re.findall(r"^SKIPPED \[\d+\] \S+ (.*)$", said, re.MULTILINE)
        return outcome("skipped", why[0] if why else figures[-1])
    if found := line.finds():
        return outcome("failed", found, figures)
    return outcome("passed", "", figures)


def _logged(command: Sequence[str], log: Path) -> int | None:
    """Runs a command, with all that it says in the log; its exit status, None where it had to be ended."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        try:
            return process.wait(timeout=MINUTES_UNTIL_HUNG * 60)
        except BaseException as reason:
            _end(process)
            if isinstance(reason, subprocess.TimeoutExpired):
                return None
            raise


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends a command and what it has started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
    process.wait()


def write_report(facts: dict[str, Any], outcomes: Sequence[Outcome]) -> None:
    """Writes the report, for people and for programs."""
    document = {**facts, "lines": [asdict(outcome) for outcome in outcomes]}
    (OUT / "release.json").write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    page = ["# Release checklist", ""]
    page += [f"- {name.replace('_', ' ')}: {value}" for name, value in facts.items()]
    page += ["", "| line | result | minutes | figures | log |", "|---|---|---|---|---|"]
    for each in outcomes:
        words = "; ".join(filter(None, (each.reason, *each.figures))).replace("|", "\\|")
        row = (f"**{each.name}**: {each.proves}", each.status.upper() if each.status == "failed" else each.status)
        page.append(f"| {' | '.join(row)} | {each.seconds / 60:.1f} | {words} | `{each.log}` |")
    page += ["", summary(outcomes)]
    (OUT / "release.md").write_text("\n".join(page) + "\n", encoding="utf-8")


def summary(outcomes: Sequence[Outcome]) -> str:
    """How many lines passed, failed and were skipped."""
    counts = {status: sum(each.status == status for each in outcomes) for status in ("passed", "failed", "skipped")}
    return ", ".join(f"{count} {status}" for status, count in counts.items())


def main() -> int:
    """Go through the checklist; exit status 1 where a line failed."""
    checklist = lines(sys.executable)
    names = [line.name for line in checklist]
    parser = argparse.ArgumentParser(prog="make release", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="LINE", help=", ".join(names))
    parser.add_argument("--quick", action="store_true", help="shorter runs, without the slow tests")
    options = parser.parse_args()
    facts, outcomes = {**machine_facts(), "quick": options.quick}, list[Outcome]()
    OUT.mkdir(exist_ok=True)
    for line in checklist:
        if line.name in options.only:
            print(f"{line.name:14}", end="", flush=True)
            outcomes.append(check(line, options.quick))
            last = outcomes[-1]
            print(f"{last.status:8} {last.seconds:7.0f} s  {last.reason or '; '.join(last.figures)}", flush=True)
            write_report(facts, outcomes)
    print(f"{summary(outcomes)}: out/release.md, out/release.json")
    return int(any(each.status == "failed" for each in outcomes))


if __name__ == "__main__":
    sys.exit(main())
