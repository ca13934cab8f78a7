"""Run every check before a release, one after the other, and write a report.

    python3 tools/project.py qa

Each check is one command with one log. A failed check does not stop the others; the exit status is then 1.
A check that this machine cannot run (no root, no X server) says so and counts as skipped. The report is out/qa.md.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
NOT_POSSIBLE_HERE = 77
"""The exit status of a check that cannot run on this machine."""

_FIGURES = re.compile(
    r"^(=* *\d+ (?:passed|failed|skipped|error).*|\w+ \w+: [\d,]+|\w+: [\d,]+ inputs.*|[\d,]+ events .*|FOUND.*|pass)$",
    re.MULTILINE,
)
_PYTHON = sys.executable
_PROJECT = (_PYTHON, "tools/project.py")
_PYTEST = (_PYTHON, "-m", "pytest", "-q")


@dataclass(frozen=True)
class Check:
    """One check: its name, what it proves, its command and, if it has one, its quick command."""

    name: str
    proves: str
    command: tuple[str, ...]
    quick: tuple[str, ...] = ()


CHECKS = (
    Check("test", "style, types, the everyday tests, the executable", (*_PROJECT, "test")),
    Check("verify", "the content, over its whole decision space", (_PYTHON, "-m", "gui", "verify")),
    Check("slow", "complete enumerations and content mutants", (*_PYTEST, "-n", "2", "-m", "slow")),
    Check(
        "thorough",
        "every property, with ten times as many examples",
        (*_PYTEST, "-n", "2", "--hypothesis-profile=thorough", "tests/core"),
    ),
    Check("screens", "every size, theme and zoom, read back by OCR", (*_PYTEST, "-n", "2", "tests/qa")),
    Check("audit", "names, contrast, targets and focus order in every view", (_PYTHON, "-m", "tests.qa.audit")),
    Check("dist", "archives, checksums and bill of materials", (*_PROJECT, "dist", "--built")),
    Check("clean-machine", "the executable in a minimal Debian", (*_PROJECT, "clean-machine")),
    Check(
        "bench",
        "speed and memory against their goals",
        (_PYTHON, "-m", "tests.qa.bench"),
        (_PYTHON, "-m", "tests.qa.bench", "--quick"),
    ),
    Check(
        "monkey",
        "100,000 events on a real X server",
        (_PYTHON, "-m", "tests.qa.monkey", "--events", "100000", "--seed", "1"),
        (_PYTHON, "-m", "tests.qa.monkey", "--events", "2000", "--seed", "1"),
    ),
    Check(
        "fuzz",
        "hostile input for each reader",
        (*_PROJECT, "fuzz"),
        (*_PROJECT, "fuzz", "--minutes", "0.5"),
    ),
)


def run(check: Check, quick: bool) -> tuple[str, str, float]:
    """Run one check. Return "passed", "failed" or "skipped", its figures, and its seconds."""
    log = OUT / "qa" / f"{check.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    command = check.quick if quick and check.quick else check.command
    begin = time.monotonic()
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file, stderr=file, check=False)
    figures = "; ".join(_FIGURES.findall(log.read_text(encoding="utf-8", errors="replace"))[-6:])
    status = {0: "passed", NOT_POSSIBLE_HERE: "skipped"}.get(done.returncode, "failed")
    return status, figures, time.monotonic() - begin


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks and write the report. Return 1 if one failed."""
    names = [check.name for check in CHECKS]
    parser = argparse.ArgumentParser(prog="make qa", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="CHECK", help=", ".join(names))
    parser.add_argument("--quick", action="store_true", help="shorter bench, monkey and fuzz runs")
    options = parser.parse_args(arguments)
    report = [
        "# Checks before a release",
        "",
        "| check | proves | result | minutes | figures |",
        "|---|---|---|---|---|",
    ]
    failed = False
    for check in CHECKS:
        if check.name in options.only:
            status, figures, seconds = run(check, options.quick)
            failed |= status == "failed"
            print(f"{check.name:14}{status:8} {seconds:6.0f} s  {figures}", flush=True)
            report.append(f"| {check.name} | {check.proves} | {status} | {seconds / 60:.1f} | {figures} |")
            (OUT / "qa.md").write_text("\n".join(report) + "\n", encoding="utf-8")
    print("Report: out/qa.md; logs: out/qa/")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
