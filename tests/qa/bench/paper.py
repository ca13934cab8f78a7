"""The time for one page as PDF, on the command line and in a running program, compared with the least that Qt can write.

The baseline is a PDF by Qt with one word: from a program that does nothing else, and in this one.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.content.loading import load_content
from core.pages.decision_page import one_page
from gui.application import make_application
from gui.paper.pdf import to_pdf
from tests.qa.bench.deciding import TODAY
from tests.qa.bench.figures import Row, Spread
from tests.qa.bench.turns import in_turns

ROOT = Path(__file__).resolve().parents[3]
SECTION = "One page as PDF"
INDEX_CASE = "resources/cases/index.case.json"

_ONE_WORD = """
import sys
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
app = QApplication([])
writer = QPdfWriter(sys.argv[1])
painter = QPainter(writer)
painter.drawText(1000, 1000, "Bare")
painter.end()
"""


def measure(quick: bool) -> list[Row]:
    """Return rows for the command and for the page alone."""
    rounds = 3 if quick else 11
    baseline = "a PDF of Qt's with one word"
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "page.pdf")
        commands = in_turns(
            {
                "ours": _running([sys.executable, "-m", "gui", "export", INDEX_CASE, "-o", made]),
                "bare": _running([sys.executable, "-c", _ONE_WORD, made]),
            },
            rounds,
        )
    pages = in_turns({"ours": _writing_ours(), "bare": _writing_one_word}, rounds + 1)
    return [
        Row(SECTION, what, "ms", Spread.of(times["ours"]), baseline, Spread.of(times["bare"]))
        for what, times in (("bonewatch export -o page.pdf", commands), ("the page alone, in a running program", pages))
    ]


def _running(command: list[str]) -> Callable[[], float]:
    def run() -> float:
        begin = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True)
        return (time.perf_counter() - begin) * 1e3

    return run


def _writing_ours() -> Callable[[], float]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    content, case = load_content(resource_path("content")), read_case_file(resource_path("cases/index.case.json"))

    def write() -> float:
        begin = time.perf_counter()
        to_pdf(one_page(case, content, TODAY), content, "a4")
        return (time.perf_counter() - begin) * 1e3

    return write


def _writing_one_word() -> float:
    begin = time.perf_counter()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(1000, 1000, "Bare")
    painter.end()
    return (time.perf_counter() - begin) * 1e3
