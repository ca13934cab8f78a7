"""Banner, ratings and warnings, read by another program in every theme and as every kind of color vision sees them.

In a window of 1024 x 768 pixels, and with half the pixels: so a cheap projector shows it, or a picture in a chat. At half
the pixels the small words of a window at 100 % are six pixels high, which nobody reads; there the window is at 200 %,
and the presenter, whose words are made for a room, at its own size.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.content import Content
from core.teaching.lesson import make_lesson
from core.teaching.session import TeachingSession
from gui.color_vision import VISIONS
from gui.look.theme import THEMES, theme_manager
from gui.state import CaseState
from gui.teach.presenter import Presenter
from gui.window.main_window import MainWindow
from tests.gui import reading
from tests.gui.screen import Screen, plain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)")

SIZE = (1024, 768)
CASES = ("index", "residual_cartilage", "gadolinium_declined", "lump_after_soft_tissue_sarcoma")
LOOKS = [(theme, vision) for theme in THEMES for vision in VISIONS]
SAMPLE = [("light", "protan"), ("dark", "deutan"), ("contrast", "tritan"), ("light", "gray")]


def looks() -> list[object]:
    """Every theme in every vision; a few of them are looked at each time."""
    return [look if look in SAMPLE else pytest.param(look, marks=pytest.mark.slow) for look in LOOKS]


@pytest.fixture
def reader() -> str:
    """The program that reads pictures."""
    return reading.reader()


@pytest.fixture
def look(request: pytest.FixtureRequest, qapp: object) -> Iterator[bool]:
    """Wears the look that the test is given; whether it is dark."""
    theme, vision = request.param
    theme_manager().set_theme(theme)
    theme_manager().set_vision(vision)
    yield theme != "light"
    theme_manager().set_vision("normal")
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


def unread(program: str, part: QWidget, dark: bool, half: bool, enlarged: int) -> tuple[int, set[str]]:
    """How many words the labels of a part say, and which of them its picture does not show, looked at in three ways.

    Without numbers: a reader of words needs more of a line to tell a figure that stands alone.
    """
    labels = [label for label in part.findChildren(QLabel) if label.isVisible()]
    texts = [reading.in_order(plain(label.text())) for label in labels]
    wanted = {word for text in texts for word in text if word.isalpha()}
    picture = reading.picture_of(part)
    if half:
        picture = picture.reduce(2)
    picture = reading.prepared(picture, dark, enlarged)
    missing = wanted
    for way in (reading.LINES, reading.SCATTERED, reading.PAGE):
        if missing:
            read = reading.read(program, picture, way)
            # Two words that were read as one were read.
            joined = {word for text in texts for pair in pairwise(text) if "".join(pair) in read for word in pair}
            missing = missing - read - joined
    return len(wanted), missing


@pytest.mark.parametrize("half", [False, True], ids=["whole", "half"])
@pytest.mark.parametrize("look", looks(), indirect=True, ids=lambda look: "-".join(look))
def test_that_banner_ratings_and_warnings_are_read(
    look: bool, half: bool, reader: str, content: Content, today: date, qtbot: QtBot
) -> None:
    theme_manager().set_zoom(200 if half else 100)
    window = MainWindow(CaseState(content, today))
    qtbot.addWidget(window)
    window.resize(*SIZE)
    window.show()
    lost, count = {}, 0
    for name in CASES:
        window.open_case(read_case_file(resource_path(f"cases/{name}.case.json")))
        window.state.belongs_to(None)
        Screen(window).settle()
        for part in (window.decide.banner, window.decide.ratings, window.decide.warnings):
            words, missing = unread(reader, part, look, half, enlarged=4)
            count += words
            if missing:
                lost[name, part.objectName()] = missing
    print(f"{count} words read")
    assert lost == {}
    assert count > 200


@pytest.mark.parametrize("half", [False, True], ids=["whole", "half"])
@pytest.mark.parametrize("look", looks(), indirect=True, ids=lambda look: "-".join(look))
def test_that_the_presenter_is_read_with_half_the_pixels_too(
    look: bool, half: bool, reader: str, content: Content, today: date, qtbot: QtBot
) -> None:
    lesson = make_lesson(read_case_file(resource_path("cases/residual_cartilage.case.json")), content, today)
    session = TeachingSession((lesson,))
    presenter = Presenter(session)
    qtbot.addWidget(presenter)
    presenter.resize(*SIZE)
    presenter.show()
    lost, count = {}, 0
    for step in ("answer", "ratings", "pitfalls", "teaching_point"):
        while session.step.id != step:
            presenter.go_on()
        Screen(presenter).settle()
        words, missing = unread(reader, presenter, look, half, enlarged=4 if half else 2)
        count += words
        if missing:
            lost[step] = missing
    print(f"{count} words read")
    assert lost == {}
    assert count > 100
