"""What the commands share: reading input, the packaged content, complaining."""

import sys
from datetime import date
from pathlib import Path

from core.case.case_file import LARGEST_BYTES, Case, parse_case, read_case_bytes


def today() -> date:
    """Return the present day, by this computer's clock."""
    return date.today()


def read_case(name: str) -> Case:
    """Return the case in a file, or on standard input for "-".

    Raises CaseError with every problem, and for a file that cannot be read with the reason.
    """
    return parse_case(read_input(name))


def read_input(name: str) -> bytes:
    """Return what a file holds, or standard input for "-". Raises CaseError for a file that cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    return read_case_bytes(Path(name))


def complain(problems: list[str], prefix: str = "") -> None:
    """Write one line a problem to standard error."""
    for problem in problems:
        print(f"{prefix}{problem}", file=sys.stderr)


def complain_of_font() -> None:
    """Say where the font that everything is drawn in is not the program's own. Needs a QApplication."""
    from gui.look.theme import font_problem, load_fonts

    load_fonts()
    problem = font_problem()
    if problem:
        complain([problem])
