"""Measure, print tables, and write the same as JSON."""

import argparse
import json
import sys
from pathlib import Path

import psutil
from rich.console import Console

from tests.qa.bench import command_line, deciding, finding, paper, proving, repainting, starting
from tests.qa.bench.figures import Row, print_rows
from tests.qa.bench.machine import ROOT, machine_facts

SECTIONS = {
    "decide": deciding.measure,
    "verify": proving.measure,
    "repaint": repainting.measure,
    "find": finding.measure,
    "start": starting.measure,
    "paper": paper.measure,
    "command": command_line.measure,
}


def main() -> None:
    """Measure the named sections, by default all of them."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--output", type=Path, default=ROOT / "out" / "bench.json", help="out/bench.json by default")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    facts, rows = machine_facts(), list[Row]()
    for name in options.sections or SECTIONS:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        rows += SECTIONS[name](options.quick)
    facts["load_average_at_the_end"] = [round(load, 2) for load in psutil.getloadavg()]
    console = Console(width=None if sys.stdout.isatty() else 160)
    print_rows(rows, console)
    for name, value in facts.items():
        console.print(f"{name.replace('_', ' ')}: {value}", highlight=False)
    if max(facts["load_average"][0], facts["load_average_at_the_end"][0]) > 0.75 * facts["logical_cores"] + 1:
        console.print("Other programs were busy too: the times are longer than they need be, the ratios less sure.")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    document = {"machine": facts, "rows": [row.as_json() for row in rows]}
    options.output.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    console.print(f"written to {options.output}", highlight=False)


if __name__ == "__main__":
    main()
