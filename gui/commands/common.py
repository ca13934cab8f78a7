"""Helpers for all commands: read input, load the packaged content, report errors."""

import sys
from datetime import date
from pathlib import Path

from core.case.case_file import LARGEST_BYTES, Case, CaseError, parse_case, read_case_bytes


def today() -> date:
    """Return the current day, by this computer's clock."""
    return date.today()


def read_case(name: str) -> Case:
    """Read the case in a file, or on standard input for "-".

    Raises CaseError with every problem, or with the reason why the file cannot be read.
    """
    return parse_case(read_input(name))


def read_input(name: str) -> bytes:
    """Return the content of a file, or of standard input for "-". Raises CaseError if the file cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    return read_case_bytes(Path(name))


def output_path(name: str, endings: tuple[str, ...]) -> Path:
    """Return the path of the file to write. Raises CaseError if its extension is none of these."""
    from gui.paper.page_files import ending_fault  # most commands write no file

    path = Path(name)
    fault = ending_fault(path, endings)
    if fault:
        raise CaseError([f"--output: {fault}"])
    return path


def complain(problems: list[str], prefix: str = "") -> None:
    """Write one line per problem to standard error."""
    for problem in problems:
        print(f"{prefix}{problem}", file=sys.stderr)


def complain_of_font() -> None:
    """Warn if the program's font is not available. Needs a QApplication."""
    from gui.look.theme import font_problem, load_fonts

    load_fonts()
    problem = font_problem()
    if problem:
        complain([problem])
