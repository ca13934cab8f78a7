"""What the commands share: reading input, the packaged content, complaining."""

import sys
from datetime import date
from pathlib import Path

from core.case_file import LARGEST_BYTES, Case, CaseError, parse_case
from core.content import Content, load_content
from core.resources import resource_path


def packaged_content() -> Content:
    """The content pack that ships with the program."""
    return load_content(resource_path("content"))


def today() -> date:
    """The present day, by this computer's clock."""
    return date.today()


def read_case(name: str) -> Case:
    """The case in a file, or on standard input for "-".

    Raises CaseError with every problem, and for a file that cannot be read with the reason.
    """
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_BYTES + 1)
    except IsADirectoryError:
        raise CaseError([f"{name}: is a folder; name a case file in it"]) from None
    except OSError as error:
        raise CaseError([f"{name}: cannot be read: {error.strerror}"]) from None
    except ValueError as error:  # a NUL byte in the name
        raise CaseError([f"{name!r}: is not a file name: {error}"]) from None
    return parse_case(data)


def complain(problems: list[str], prefix: str = "") -> None:
    """Writes one line a problem to standard error."""
    for problem in problems:
        print(f"{prefix}{problem}", file=sys.stderr)
