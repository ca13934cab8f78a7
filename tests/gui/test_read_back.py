"""The presenter's pictures, read by a program that knows nothing of ours: tesseract finds every word that matters.

Words are compared without case, punctuation and line breaks, none may be missing. One thing is forgiven: letters that
look the same. Alone in a word, the bundled font's capital I, small l and figure 1 are told apart by no reader, and O
from 0 by few; a room tells them by what they mean.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from pytestqt.qtbot import QtBot

from core.case_file import read_case_file
from core.content import Content
from core.lesson import make_lesson
from core.resources import resource_path
from core.teaching_session import TeachingSession
from gui.teach.presenter import Presenter
from gui.theme import theme_manager
from tests.programs import require

SIZE = (1280, 720)
BUNDLED = sorted(resource_path("cases").glob("*.case.json"))
# The first one that a room sees, and those of the longest words, the widest table and the smallest marks.
SAMPLE = ("index", "gadolinium_declined", "metal_and_artifact_reduction", "residual_cartilage", "sacral_chordoma")

SAME = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})


@pytest.fixture
def reader() -> str:
    """The program that reads pictures."""
    if not sys.platform.startswith("linux"):
        pytest.skip("how the program is got is known for Linux only")
    return require("tesseract")[0]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    theme_manager().set_theme(request.param)
    yield request.param
    theme_manager().set_theme("light")


def words(text: str) -> set[str]:
    """The words of a text, with those letters made equal that look the same."""
    return set(re.findall(r"[a-z0-9]+", text.lower().translate(SAME)))


def read(reader: str, presenter: Presenter) -> set[str]:
    """The words on the presenter's screen."""
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    presenter.grab().toImage().save(picture, "PNG")  # type: ignore[call-overload]
    answer = subprocess.run(
        [reader, "-", "-", "-l", "eng"],
        input=bytes(picture.data().data()),
        capture_output=True,
        # One processor: the pictures are small, and others work here too.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return words(answer.stdout.decode())


def unread(reader: str, qtbot: QtBot, content: Content, today: date, path: Path) -> dict[str, set[str]]:
    """The words of a case that its pictures do not show, by step."""
    lesson = make_lesson(read_case_file(path), content, today)
    presenter = Presenter(TeachingSession((lesson,)))
    qtbot.addWidget(presenter)
    presenter.resize(*SIZE)
    presenter.show()
    wanted = {
        "question": f"{lesson.teaching.question} {lesson.teaching.vignette}",
        "answer": " ".join((lesson.report.headline, *(option.text for option in lesson.options))),
        "teaching_point": lesson.teaching.teaching_point,
    }
    missing = {}
    for step in lesson.steps:
        if step.id in wanted and (lost := words(wanted[step.id]) - read(reader, presenter)):
            missing[step.id] = lost
        presenter.go_on()
    return missing


def in_folder(name: str) -> Path:
    return resource_path(f"cases/{name}.case.json")


@pytest.mark.parametrize("name", SAMPLE)
def test_that_question_answer_and_teaching_point_are_read_back(
    theme: str, reader: str, qtbot: QtBot, content: Content, today: date, name: str
) -> None:
    assert unread(reader, qtbot, content, today, in_folder(name)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_that_every_case_is_read_back(
    theme: str, reader: str, qtbot: QtBot, content: Content, today: date, path: Path
) -> None:
    assert unread(reader, qtbot, content, today, path) == {}
