"""The presenter: text large enough for the back row, nothing cut off, and a whole session by the clicker alone."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontInfo, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import Case, read_case_file
from core.content import Content
from core.teaching.lesson import Lesson, LessonStep, make_lesson
from core.teaching.session import TeachingSession
from gui.look.theme import THEMES, load_scale, theme_manager
from gui.teach.metrics import room_for
from gui.teach.option_view import OptionView
from gui.teach.presenter import Presenter
from gui.teach.slide_label import SlideLabel
from tests.gui.color_vision import contrast
from tests.teaching_cases import CASES, teaching_case

# The offscreen platform prints this for windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

PROJECT = Path(__file__).resolve().parents[2]
SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
KEY = Qt.Key


def every_case() -> dict[str, Case]:
    bundled = {path.name: read_case_file(path) for path in sorted(resource_path("cases").glob("*.case.json"))}
    return {**CASES, **{name: case for name, case in bundled.items() if case.teaching}}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[None]:
    theme_manager().set_theme("dark")
    yield
    theme_manager().set_theme("light")


def present(
    qtbot: QtBot, content: Content, today: date, *cases: Case, size: tuple[int, int] = (1024, 768)
) -> Presenter:
    session = TeachingSession(tuple(make_lesson(case, content, today) for case in cases))
    presenter = Presenter(session)
    qtbot.addWidget(presenter)
    presenter.resize(*size)
    presenter.show()
    return presenter


def words_on(presenter: Presenter) -> list[SlideLabel]:
    return [w for w in presenter.slide.findChildren(SlideLabel) if w.isVisible() and w.text()]


def text_on(presenter: Presenter) -> str:
    return " ".join(" ".join(w.text() for w in words_on(presenter)).split())


def place_on(presenter: Presenter, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(presenter.slide, QPoint(0, 0)), widget.size())


def press(presenter: Presenter, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(presenter, key)


def stops(presenter: Presenter) -> Iterator[str]:
    """Visit every page of a session, and yield the position."""
    while True:
        session = presenter.session
        before = (session.case_index, session.step_index, session.page)
        yield f"case {session.case_index}, {session.step.id}, page {session.page}"
        press(presenter, KEY.Key_PageDown)
        # Earlier widgets are deleted, not only hidden.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if (session.case_index, session.step_index, session.page) == before:
            return


def faults(presenter: Presenter) -> list[str]:
    """Return the problems of the slide: text that is too small, cut off, outside or overlapping."""
    found, height = [], presenter.height()
    shown = words_on(presenter)
    places = [place_on(presenter, w) for w in shown]
    for words, place in zip(shown, places, strict=True):
        pixels = QFontInfo(words.font()).pixelSize()
        if pixels < height * 0.033:
            found.append(f"{words.text()[:30]!r} is small: {pixels}")
        needed = room_for(words.text(), words.font(), words.width())
        if needed.width() > words.width() or needed.height() > words.height():
            found.append(f"{words.text()[:30]!r} is cut off: {needed} in {words.size()}")
        if not presenter.slide.rect().contains(place):
            found.append(f"{words.text()[:30]!r} is outside: {place}")
        parent = words.parentWidget()
        if parent is not presenter.slide and not parent.rect().contains(words.geometry()):
            found.append(f"{words.text()[:30]!r} is cut by its row")
    for index, place in enumerate(places):
        for other in range(index + 1, len(places)):
            if place.intersects(places[other]):
                found.append(f"{shown[index].text()[:30]!r} lies over {shown[other].text()[:30]!r}")
    return found


# Sizes


def hard_to_read(presenter: Presenter, name: str) -> dict[str, list[str]]:
    """Go through a case and return what cannot be read from the back row, by step and page."""
    found: dict[str, list[str]] = {}
    large: dict[str, list[str]] = {}
    for where in stops(presenter):
        step = presenter.session.step
        if step.asking == "open":
            for option in range(4):
                presenter.vote(option + 1, 27)
        if wrong := faults(presenter):
            found[where] = wrong
        if presenter.slide.page_count > 1 and name != "wordy":
            found[where] = ["takes more than one page"]
        large.setdefault(step.id, []).extend(
            words.text()
            for words in words_on(presenter)
            if QFontInfo(words.font()).pixelSize() >= presenter.height() * 0.052
        )
    for step in presenter.session.lesson.steps:
        read = " ".join(" ".join(large[step.id]).split())
        if small := [text for text in primary(presenter.session.lesson, step) if text not in read]:
            found[f"{step.id}, too small to be read first"] = small
    return found


def test_every_kind_of_case_can_be_read(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    for name, case in CASES.items():
        assert hard_to_read(present(qtbot, content, today, case), name) == {}, name


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_case_can_be_read_on_every_screen(
    theme: None, qtbot: QtBot, content: Content, today: date, size: tuple[int, int]
) -> None:
    for name, case in every_case().items():
        assert hard_to_read(present(qtbot, content, today, case, size=size), name) == {}, name


def primary(lesson: Lesson, step: LessonStep) -> list[str]:
    """Return the first text that a room reads at a step: every block and the options, without explanations.

    The question of a long case is left out for its options: it was shown in a large size on the step before.
    """
    blocks = [block.text for block in step.blocks if block.text]
    if step.asking and lesson.title.startswith("A title as long"):
        blocks.remove(lesson.teaching.question)
    options = [option.text for option in lesson.options] if step.asking else []
    return [" ".join(text.split()) for text in (*blocks, *options)]


def test_the_largest_zoom_cuts_nothing_off(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    for name, case in CASES.items():
        presenter = present(qtbot, content, today, case)
        press(presenter, *[KEY.Key_Plus] * (len(load_scale().presenter.zoom_steps) - 1))
        assert {where: wrong for where in stops(presenter) if (wrong := faults(presenter))} == {}, name


def test_that_the_sizes_are_those_that_were_asked_for(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"], size=(1920, 1080))
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    sizes = {QFontInfo(words.font()).pixelSize() for words in words_on(presenter)}
    assert sizes == {57, 36}


def test_the_slides_hold_the_whole_lesson(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    missing = []
    for name, case in CASES.items():
        presenter = present(qtbot, content, today, case)
        lesson = presenter.session.lesson
        said = dict.fromkeys((step.id for step in lesson.steps), "")
        for _ in stops(presenter):
            said[presenter.session.step.id] += text_on(presenter)
        for step in lesson.steps:
            parts = [part for block in step.blocks for part in (block.text, block.detail, block.aside)]
            parts += [option.text for option in lesson.options] if step.asking else []
            missing += [(name, step.id, part) for part in parts if part and " ".join(part.split()) not in said[step.id]]
    assert missing == []


def test_zoomed_pages_together_say_the_same(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["wordy"])
    press(presenter, *[KEY.Key_Plus] * 3)
    said: dict[str, str] = {}
    for _ in stops(presenter):
        step = presenter.session.step.id
        body = [w.text() for w in words_on(presenter) if not w.objectName().startswith("slide_")]
        said[step] = " ".join([said.get(step, ""), *body])
    teaching = CASES["wordy"].teaching
    assert teaching is not None
    assert " ".join(teaching.vignette.split()) in " ".join(said["vignette"].split())
    assert " ".join(teaching.teaching_point.split()) in " ".join(said["teaching_point"].split())


def test_that_lines_that_a_teacher_breaks_go_on_over_the_page(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    scenario = CASES["suspicious"].scenario
    lines = {
        name: "a\n" * (most // 2) for name, most in (("vignette", 320), ("question", 110), ("teaching_point", 200))
    }
    presenter = present(qtbot, content, today, teaching_case(scenario, **lines))
    said: dict[str, str] = {}
    for _ in stops(presenter):
        assert faults(presenter) == []
        body = [w.text() for w in words_on(presenter) if not w.objectName().startswith("slide_")]
        said[presenter.session.step.id] = " ".join([said.get(presenter.session.step.id, ""), *body])
    assert said["vignette"].split() == ["a"] * 160


def test_that_an_arrow_stands_only_before_an_answer_that_was_taken(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["long_path"])
    arrows = set()
    for _ in stops(presenter):
        if presenter.session.step.keeps_end:
            arrows |= {w.text() for w in words_on(presenter) if w.text().startswith("→")}
    assert arrows == {"→ indeterminate", "→ MRI done", "→ nondiagnostic"}


# Colors


def painted(presenter: Presenter) -> Iterator[tuple[str, str, str]]:
    """Yield each text on the slide with its color and its background, measured in the picture."""
    picture = Image.fromqimage(presenter.grab().toImage()).convert("RGB")
    for words in words_on(presenter):
        place = place_on(presenter, words)
        shades = picture.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1)).getcolors(1 << 20)
        ground = QColor(*max(shades)[1])
        ink = words.palette().color(words.foregroundRole())
        assert ink.getRgb()[:3] in [shade for _, shade in shades], f"{words.text()!r} is not painted in its color"
        yield words.text(), ink.name(), ground.name()


def colored_wrongly(presenter: Presenter) -> dict[str, list[str]]:
    """Return text that is too faint for the back row, or red."""
    found: dict[str, list[str]] = {}
    for where in stops(presenter):
        if presenter.session.step.asking == "open":
            presenter.vote(1, 2)
        for text, ink, ground in painted(presenter):
            if contrast(ink, ground) < 7:
                found.setdefault(where, []).append(f"{text!r}: {ink} on {ground}")
            shade = QColor(ink)
            if shade.hsvSaturationF() > 0.3 and not 25 <= shade.hsvHue() <= 330:
                found.setdefault(where, []).append(f"{text!r} is red: {ink}")
    return found


def test_all_text_stands_out_seven_to_one_and_is_not_red(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    for name, case in CASES.items():
        assert colored_wrongly(present(qtbot, content, today, case)) == {}, name


@pytest.mark.slow
@pytest.mark.parametrize("look", THEMES)
def test_all_text_of_every_case_stands_out_in_every_theme(
    theme: None, qtbot: QtBot, content: Content, today: date, look: str
) -> None:
    theme_manager().set_theme(look)
    for name, case in every_case().items():
        assert colored_wrongly(present(qtbot, content, today, case)) == {}, name


# Motion


def test_that_nothing_moves_by_itself(
    theme: None, qtbot: QtBot, qapp: QApplication, content: Content, today: date
) -> None:
    """Check that nothing keeps running after a step, blank, zoom or spotlight: there is no animation to reduce."""
    presenter = present(qtbot, content, today, CASES["suspicious"])
    keys = (
        KEY.Key_PageDown,
        KEY.Key_2,
        KEY.Key_Plus,
        KEY.Key_S,
        KEY.Key_B,
        KEY.Key_W,
        KEY.Key_W,
        KEY.Key_L,
        KEY.Key_Minus,
    )
    for key in (*keys, KEY.Key_PageDown, KEY.Key_PageUp):
        press(presenter, key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        moving = [m for m in qapp.findChildren(QAbstractAnimation) if m.state() != QAbstractAnimation.State.Stopped]
        ticking = [timer for timer in presenter.findChildren(QTimer) if timer.isActive()]
        assert (moving, ticking, presenter.findChildren(QAbstractAnimation)) == ([], [], [])


def test_that_the_program_uses_nothing_of_qt_that_moves() -> None:
    moving = re.compile(r"\bQ\w*(Animation\w*|TimeLine|Movie|StateMachine)\b")
    sources = sorted((PROJECT / "gui").rglob("*.py"))
    assert len(sources) > 50
    assert [path.name for path in sources if moving.search(path.read_text(encoding="utf-8"))] == []


# Keys


def test_that_a_whole_session_runs_by_the_clicker(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, *list(CASES.values())[:5])
    seen = list(stops(presenter))
    lessons = presenter.session.lessons
    assert len(seen) == sum(len(lesson.steps) for lesson in lessons)
    assert presenter.session.case_index == 4
    while (presenter.session.case_index, presenter.session.step_index) != (0, 0):
        press(presenter, KEY.Key_PageUp)
    assert lessons[0].teaching.vignette in text_on(presenter)


def test_every_clicker_key_goes_on_or_back(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    for onward, back in (
        (KEY.Key_PageDown, KEY.Key_PageUp),
        (KEY.Key_Right, KEY.Key_Left),
        (KEY.Key_Space, KEY.Key_Backspace),
        (KEY.Key_Return, KEY.Key_Up),
        (KEY.Key_Enter, KEY.Key_PageUp),
        (KEY.Key_Down, KEY.Key_PageUp),
    ):
        presenter = present(qtbot, content, today, CASES["suspicious"])
        press(presenter, onward, onward)
        assert presenter.session.step.id == "commit", onward
        press(presenter, back)
        assert presenter.session.step.id == "question", back


def test_that_going_back_shows_the_last_page_of_the_step_before(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["wordy"])
    press(presenter, KEY.Key_Plus, KEY.Key_Plus, KEY.Key_Plus)
    ways = []
    for where in stops(presenter):
        ways.append((where, text_on(presenter)))
    for where, text in reversed(ways):
        session = presenter.session
        assert (f"case {session.case_index}, {session.step.id}, page {session.page}", text_on(presenter)) == (
            where,
            text,
        )
        press(presenter, KEY.Key_PageUp)


def test_that_digits_vote_and_shift_takes_back(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_3, KEY.Key_3, KEY.Key_1, KEY.Key_1)
    assert presenter.session.step.id == "commit"
    assert [presenter.session.tally.count(o.id) for o in presenter.session.lesson.options] == [2, 0, 2, 0]
    QTest.keyClick(presenter, KEY.Key_1, Qt.KeyboardModifier.ShiftModifier)
    press(presenter, KEY.Key_Exclam, KEY.Key_Exclam)
    assert [presenter.session.tally.count(o.id) for o in presenter.session.lesson.options] == [0, 0, 2, 0]
    assert "votes: 2" in text_on(presenter)


def test_that_votes_stand_still_once_the_answer_is_shown(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_2, KEY.Key_PageDown, KEY.Key_2)
    assert presenter.session.tally.total == 1
    press(presenter, KEY.Key_PageUp)
    assert "votes: 1" in text_on(presenter)


def test_that_a_click_votes_and_its_button_takes_back(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    row = presenter.findChild(OptionView, "vote_2")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert presenter.session.tally.total == 2
    minus = next(child for child in row.findChildren(QWidget) if child.objectName() == "vote_2_back")
    QTest.mouseClick(minus, Qt.MouseButton.LeftButton)
    assert presenter.session.tally.total == 1
    assert row.accessibleName() == "2: CT with IV contrast, votes: 1"


def test_that_the_right_option_shows_a_mark_and_bold_words(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    assert not [w for w in words_on(presenter) if w.text() == "MRI without and with IV contrast" and w.font().bold()]
    press(presenter, KEY.Key_PageDown)
    (right,) = [w for w in words_on(presenter) if w.text() == "MRI without and with IV contrast"]
    assert right.font().bold()
    assert right.parentWidget().accessibleName() == "3: MRI without and with IV contrast, the answer"
    assert [w.text() for w in words_on(presenter) if w.text() in "1234"] == ["1", "2", "4"]


def test_a_blank_screen_is_blank_until_the_next_key(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown)
    before = presenter.grab().toImage()
    for key, shade in (
        (KEY.Key_B, "black"),
        (KEY.Key_Period, "black"),
        (KEY.Key_W, "white"),
        (KEY.Key_Comma, "white"),
    ):
        press(presenter, key)
        blank = presenter.grab().toImage()
        wanted = QColor(getattr(theme_manager().theme.presenter, shade))
        assert all(blank.pixelColor(x, y) == wanted for x in range(0, 1024, 16) for y in range(0, 768, 16)), key
        press(presenter, KEY.Key_PageDown)
        assert presenter.session.step.id == "question", key
        assert presenter.grab().toImage() == before, key


def test_that_black_goes_over_to_white(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_B, KEY.Key_W)
    assert presenter.overlay.blank == "white"
    press(presenter, KEY.Key_W)
    assert presenter.overlay.blank == ""


def test_that_the_spotlight_darkens_all_but_what_the_pointer_is_at(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    theme_manager().set_theme("light")
    presenter = present(qtbot, content, today, CASES["suspicious"])
    ground = presenter.grab().toImage().pixelColor(900, 700)
    press(presenter, KEY.Key_S)
    QTest.mouseMove(presenter.windowHandle(), QPoint(900, 700))
    assert presenter.grab().toImage().pixelColor(900, 700) == ground
    assert presenter.grab().toImage().pixelColor(100, 740).lightness() < ground.lightness() / 2
    QTest.mouseMove(presenter.windowHandle(), QPoint(100, 740))
    assert presenter.grab().toImage().pixelColor(100, 740) == ground
    press(presenter, KEY.Key_S)
    assert presenter.grab().toImage().pixelColor(900, 700) == ground


def test_that_the_spotlight_follows_the_pointer_over_the_options_of_the_answer(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    for step in ("commit", "answer"):
        presenter.session.go_to_step(step)
        presenter.resize(presenter.size() + QSize(1, 0))
        presenter.overlay.spotlight = False
        row = presenter.findChild(OptionView, "vote_4")
        spot = row.mapTo(presenter, QPoint(row.width() // 2, 4))
        ground = presenter.grab().toImage().pixelColor(spot)
        press(presenter, KEY.Key_S)
        QTest.mouseMove(presenter.windowHandle(), QPoint(5, 5))
        assert presenter.grab().toImage().pixelColor(spot) != ground
        QTest.mouseMove(presenter.windowHandle(), spot)
        assert presenter.grab().toImage().pixelColor(spot) == ground, step


def test_that_the_laser_is_a_dot_at_the_pointer(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_L)
    QTest.mouseMove(presenter.windowHandle(), QPoint(900, 700))
    assert presenter.grab().toImage().pixelColor(900, 700) == QColor(theme_manager().theme.presenter.laser)
    press(presenter, KEY.Key_L)
    assert presenter.grab().toImage().pixelColor(900, 700) == QColor(theme_manager().theme.presenter.ground)


def test_that_the_zoom_has_names_and_ends(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    names = [presenter.zoom_name]
    for _ in range(5):
        press(presenter, KEY.Key_Plus)
        names.append(presenter.zoom_name)
    assert names == ["Standard", "Large", "Larger", "Largest", "Largest", "Largest"]
    assert "Largest" in text_on(presenter)
    press(presenter, KEY.Key_Minus, KEY.Key_0)
    assert presenter.zoom_name == "Standard"


def test_that_ctrl_and_the_wheel_zoom(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    for modifier, name in (
        (Qt.KeyboardModifier.NoModifier, "Standard"),
        (Qt.KeyboardModifier.ControlModifier, "Large"),
    ):
        turn = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(presenter, turn)
        assert presenter.zoom_name == name


# Position


def test_that_the_place_and_the_votes_outlive_the_window(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["out_of_scope"], CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_1)
    with qtbot.waitSignal(presenter.closed):
        press(presenter, KEY.Key_Escape)
    assert not presenter.isVisible()
    again = Presenter(presenter.session)
    qtbot.addWidget(again)
    again.resize(1280, 720)
    again.show()
    assert again.session.step.id == "commit"
    assert "votes: 1" in text_on(again)


def test_a_new_size_keeps_place_zoom_and_blank(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["wordy"], size=(1920, 1080))
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_Plus, KEY.Key_4, KEY.Key_B)
    presenter.resize(1024, 768)
    assert (presenter.session.step.id, presenter.zoom_name, presenter.session.tally.total) == ("commit", "Large", 1)
    assert presenter.overlay.blank
    assert faults(presenter) == []


def test_that_the_presenter_fills_the_screen_that_it_is_on(
    theme: None, qtbot: QtBot, content: Content, today: date
) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    presenter.start()
    assert presenter.isFullScreen()
    assert presenter.size() == presenter.screen().size()
    assert faults(presenter) == []


def test_a_theme_changes_under_a_slide(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    for name in THEMES:
        theme_manager().set_theme(name)
        image = presenter.grab().toImage()
        assert image.pixelColor(3, 3) == QColor(theme_manager().theme.presenter.ground)
        shades = {image.pixelColor(x, y).name() for x in range(0, 1024, 2) for y in range(0, 768, 2)}
        assert theme_manager().theme.presenter.text in shades


def test_that_what_is_shown_can_be_heard(theme: None, qtbot: QtBot, content: Content, today: date) -> None:
    presenter = present(qtbot, content, today, teaching_case(CASES["suspicious"].scenario, "Heard"))
    assert presenter.accessibleName() == "Heard: The case, step 1 of 13"
    assert presenter.accessibleDescription() == presenter.session.lesson.teaching.vignette
