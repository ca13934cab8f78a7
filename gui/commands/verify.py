"""`bonewatch verify`: prove the content, without Qt."""

import sys
from argparse import Namespace
from pathlib import Path

from core.base.resources import resource_path
from core.content import Content
from core.content.loading import ContentError, load_content
from core.proof.verify import Findings, size_of_decision_space, verify
from core.proof.vignettes import FOLDER
from core.reference.shelf import Shelf, load_shelf
from gui.commands.common import complain, today
from gui.commands.progress import count_progress


def verify_command(options: Namespace) -> int:
    """Prove the packaged content or another pack. Return exit status 0, 1 (faults, one per line) or 2 (bad usage)."""
    own = options.content is None
    folder = resource_path("content") if own else Path(options.content)
    if not folder.is_dir():
        complain([f"--content: {folder} is not a folder"])
        return 2
    try:
        content = load_content(folder)
        shelf = load_shelf(resource_path("reference"), content) if own else None
    except ContentError as error:
        _print_lines(error.faults)
        return 1
    findings = _proven(content, folder / FOLDER, shelf, resource_path("cases") if own else None)
    verdict = "fail" if findings.faults else "pass"
    _print_lines([*findings.faults, *(f"taught: {row}" for row in findings.taught), *_counts(findings), verdict])
    return 1 if findings.faults else 0


def _proven(content: Content, vignettes: Path, shelf: Shelf | None, cases: Path | None) -> Findings:
    with count_progress("proving", size_of_decision_space()) as advance:
        return verify(content, vignettes, shelf, cases, today(), advance)


def _counts(findings: Findings) -> list[str]:
    return [f"{name}: {count:,}" for name, count in findings.counts.items()]


def _print_lines(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
