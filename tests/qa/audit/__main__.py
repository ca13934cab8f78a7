"""Write the report: `python -m tests.qa.audit`. Exit status 1 if problems were found."""

import argparse
import csv
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from core.base.resources import resource_path
from core.content.loading import load_content
from gui.application import make_application
from gui.look.theme import THEMES, theme_manager
from tests.qa.audit.elements import Element, Findings, examine
from tests.qa.audit.screens import VIEWS, open_view

OUT = Path(__file__).resolve().parents[3] / "out"

_ABOUT = """\
# Accessibility report

Made by `python -m tests.qa.audit` from the real window on Qt's offscreen platform, every view in every theme.
Contrast is measured on painted pixels: words 4.5 : 1 (7 : 1 in high contrast and before a room), edges of controls and
pictures 3 : 1. Targets are 24 by 24 pixels or more. The Tab key is walked through every view, forth and back; Esc
leads out of what holds the keyboard; a stop whose focus does not show at 3 : 1 counts as a trap.
Every element with its name, role, description, contrast, size and place in the order of focus: accessibility.csv.
"""


def audit(themes: Sequence[str] = THEMES, places: Sequence[str] = ()) -> dict[tuple[str, str], Findings]:
    """Return the findings for each view of these places, by theme and view. Without places, audit all of them."""
    content = load_content(resource_path("content"))
    found = {}
    for theme in themes:
        theme_manager().set_theme(theme)
        for view in VIEWS:
            if places and view.place not in places:
                continue
            for root in open_view(view, content):
                found[theme, view.title] = examine(root, view.title)
    theme_manager().set_theme("light")
    return found


def totals(found: dict[tuple[str, str], Findings]) -> dict[str, int]:
    """Return the number of elements, and the number with each kind of problem."""
    elements = [element for findings in found.values() for element in findings.elements]
    kinds = Counter(_kind(problem) for element in elements for problem in element.problems)
    return {
        "views": len(found),
        "elements": len(elements),
        "stops of the Tab key": sum(element.focus.isdigit() for element in elements),
        "unnamed": kinds["unnamed"],
        "contrast failures": kinds["contrast"],
        "small targets": kinds["target"],
        "focus traps": sum(len(findings.traps) for findings in found.values()),
    }


def problems(found: dict[tuple[str, str], Findings]) -> list[str]:
    """Return all problems, one per line."""
    lines = [
        f"{e.theme}, {e.view}: {e.element} {e.name[:40]!r}: {problem}"
        for findings in found.values()
        for e in findings.elements
        for problem in e.problems
    ]
    return lines + [f"{theme}: {trap}" for (theme, _), findings in found.items() for trap in findings.traps]


def write_report(found: dict[tuple[str, str], Findings], folder: Path) -> None:
    """Write accessibility.md and accessibility.csv. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = problems(found)
    lines = [_ABOUT, "| | |", "|---|---:|", *(f"| {name} | {count} |" for name, count in totals(found).items()), ""]
    lines += ["## Found", "", *(f"- {line}" for line in wrong or ["nothing"]), "", "## Views", ""]
    lines += ["| view | theme | elements | stops | least contrast of words | of edges and pictures | problems |"]
    lines += ["|---|---|---:|---:|---:|---:|---:|"]
    lines += [
        _row(theme, view, findings) for (theme, view), findings in sorted(found.items(), key=lambda i: i[0][::-1])
    ]
    (folder / "accessibility.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (folder / "accessibility.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [column.name for column in fields(Element)])
        writer.writeheader()
        for findings in found.values():
            writer.writerows(_plain(element) for element in findings.elements)


def _row(theme: str, view: str, findings: Findings) -> str:
    words = [e.text_contrast for e in findings.elements if e.text_contrast is not None]
    graphics = [e.graphic_contrast for e in findings.elements if e.graphic_contrast is not None]
    stops = sum(element.focus.isdigit() for element in findings.elements)
    wrong = sum(bool(element.problems) for element in findings.elements) + len(findings.traps)
    least = [f"{min(ratios):.1f}" if ratios else "" for ratios in (words, graphics)]
    return f"| {view} | {theme} | {len(findings.elements)} | {stops} | {least[0]} | {least[1]} | {wrong} |"


def _plain(element: Element) -> dict[str, object]:
    row = asdict(element) | {"problems": "; ".join(element.problems)}
    for name in ("text_contrast", "graphic_contrast"):
        row[name] = "" if row[name] is None else f"{row[name]:.2f}"
    return row


def _kind(problem: str) -> str:
    if problem.startswith("a target"):
        return "target"
    return "unnamed" if problem.startswith(("unnamed", "a picture")) else "contrast"


def main() -> int:
    """Audit, write the report, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.qa.audit", description=__doc__)
    parser.add_argument("--output", type=Path, default=OUT, metavar="FOLDER", help="out by default")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application("light")
    found = audit()
    write_report(found, options.output)
    for name, count in totals(found).items():
        print(f"{count:6} {name}")
    for line in problems(found):
        print(line)
    print(f"{options.output / 'accessibility.md'}, {options.output / 'accessibility.csv'}")
    return 1 if problems(found) else 0


if __name__ == "__main__":
    sys.exit(main())
