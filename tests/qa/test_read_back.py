"""The presenter's pictures, read by tesseract: every word that matters is found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.content import Content
from core.teaching.lesson import make_lesson
from core.teaching.session import TeachingSession
from gui.look.theme import theme_manager
from gui.teach.presenter import Presenter
from tests.qa import reading
from tests.qa.reading import picture_of, read, words

SIZE = (1280, 720)
BUNDLED = sorted(resource_path("cases").glob("*.case.json"))
# The first case of a presentation, and those with the longest words, the widest table and the smallest marks.
SAMPLE = ("index", "gadolinium_declined", "metal_and_artifact_reduction", "residual_cartilage", "sacral_chordoma")


@pytest.fixture
def reader() -> str:
    """Return the path of tesseract."""
    return reading.reader()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    theme_manager().set_theme(request.param)
    yield request.param
    theme_manager().set_theme("light")


def unread(reader: str, qtbot: QtBot, content: Content, today: date, path: Path) -> dict[str, set[str]]:
    """Return the words of a case that its pictures do not show, by step."""
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
        if step.id in wanted and (lost := words(wanted[step.id]) - read(reader, picture_of(presenter))):
            missing[step.id] = lost
        presenter.go_on()
    return missing


def in_folder(name: str) -> Path:
    return resource_path(f"cases/{name}.case.json")


@pytest.mark.parametrize("name", SAMPLE)
def test_question_answer_and_teaching_point_are_read_back(
    theme: str, reader: str, qtbot: QtBot, content: Content, today: date, name: str
) -> None:
    assert unread(reader, qtbot, content, today, in_folder(name)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_every_case_is_read_back(
    theme: str, reader: str, qtbot: QtBot, content: Content, today: date, path: Path
) -> None:
    assert unread(reader, qtbot, content, today, path) == {}
