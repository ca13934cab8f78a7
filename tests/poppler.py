"""PDF files as another program reads them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest


def _run(program: str, *arguments: str) -> str:
    """What a program of poppler prints. On a person's machine its lack skips the test; in CI it fails."""
    if not shutil.which(program):
        reason = f"needs {program}: `make setup` installs it or says how"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    done = subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


def info(path: Path) -> dict[str, str]:
    """What a PDF file says of itself: "Title", "Pages", "Page size" and more."""
    lines = (line.partition(":") for line in _run("pdfinfo", str(path)).splitlines())
    return {name: value.strip() for name, _, value in lines}


def text(path: Path) -> str:
    """The words of a PDF file in the order in which they were drawn, with single blanks between them."""
    return one_spaced(_run("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"))


def one_spaced(words: str) -> str:
    """Words with single blanks between them, whatever stood there; none where a line may end inside of a word."""
    return re.sub("(?<=[-/\N{EN DASH}]) ", "", " ".join(words.split()))


def fonts(path: Path) -> list[dict[str, str]]:
    """The fonts of a PDF file: name, and whether it is embedded ("emb") and can be read back ("uni")."""
    lines = _run("pdffonts", str(path)).splitlines()[2:]
    rows = [re.match(r"(\S+)\s+.+?\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", line) for line in lines]
    return [{"name": row[1], "emb": row[2], "uni": row[4]} for row in rows if row]
