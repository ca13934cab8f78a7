"""The presenter: letters large enough for the back row, nothing cut off, and a session by the clicker alone."""

import re
from collections.abc import Callable, Iterator
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

# What the offscreen platform says of windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

PROJECT = Path(__file__).resolve().parents[3]
SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
KEY = Qt.Key


def every_case() -> dict[str, Case]:
    bundled = {path.name: read_case_file(path) for path in sorted(resource_path("cases").glob("*.case.json"))}
    return {**CASES, **{name: case for name, case in bundled.items() if case.teaching}}


Present = Callable[..., Presenter]


@pytest.fixture
def present(qtbot: QtBot, content: Content, today: date) -> Iterator[Present]:
    """Gives a function that shows cases in the presenter."""
    theme_manager().set_theme("dark")

    def present(*cases: Case, size: tuple[int, int] = (1024, 768)) -> Presenter:
        presenter = Presenter(TeachingSession(tuple(make_lesson(case, content, today) for case in cases)))
        qtbot.addWidget(presenter)
        presenter.resize(*size)
        presenter.show()
        return presenter

    yield present
    theme_manager().set_theme("light")


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
    """Page through the whole show and yield each place."""
    while True:
        session = presenter.session
        before = (session.case_index, session.step_index, session.page)
        yield f"case {session.case_index}, {session.step.id}, page {session.page}"
        press(presenter, KEY.Key_PageDown)
        # What was shown before is gone, not only hidden.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if (session.case_index, session.step_index, session.page) == before:
            return


def faults(presenter: Presenter) -> list[str]:
    """Whatever on the slide is too small, cut off, outside or over something else."""
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


# Everything on every slide


def squeezed(text: str) -> str:
    return " ".join(text.split())


def walk(presenter: Presenter) -> list[str]:
    """What is wrong on the way through a case: too small, cut off, missing, too faint, or red."""
    lesson, found = presenter.session.lesson, []
    said = {step.id: "" for step in lesson.steps}
    large = {step.id: "" for step in lesson.steps}
    for where in stops(presenter):
        step = presenter.session.step
        if step.asking == "open":
            for option in range(len(lesson.options)):
                presenter.vote(option + 1, 27)
        found += [f"{where}: {fault}" for fault in (*faults(presenter), *colored_wrongly(presenter))]
        for words in words_on(presenter):
            said[step.id] += f" {words.text()}"
            if QFontInfo(words.font()).pixelSize() >= presenter.height() * 0.052:
                large[step.id] += f" {words.text()}"
    for step in lesson.steps:
        parts = [part for block in step.blocks for part in (block.text, block.detail, block.aside)]
        parts += [option.text for option in lesson.options] if step.asking else []
        found += [f"{step.id} lacks {part!r}" for part in parts if squeezed(part) not in squeezed(said[step.id])]
        read = squeezed(large[step.id])
        found += [f"{step.id} has {part!r} too small" for part in primary(lesson, step) if part not in read]
    return found


def test_every_slide_shows_all_its_words_large_and_clear(present: Present) -> None:
    assert {name: found for name, case in CASES.items() if (found := walk(present(case)))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_bundled_case_is_shown_on_every_screen(present: Present, size: tuple[int, int], look: str) -> None:
    found = {}
    for name, case in every_case().items():
        presenter = present(case, size=size)
        theme_manager().set_theme(look)
        found[name] = walk(presenter)
        presenter.close()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def primary(lesson: Lesson, step: LessonStep) -> list[str]:
    """What a room reads first at a step: the text of every block and the options, but not what explains them.

    The question of a wordy case gives way to its options: it stood large on the step before.
    """
    blocks = [block.text for block in step.blocks if block.text]
    if step.asking and lesson.title.startswith("A title as long"):
        blocks.remove(lesson.teaching.question)
    options = [option.text for option in lesson.options] if step.asking else []
    return [" ".join(text.split()) for text in (*blocks, *options)]


def test_zoomed_pages_cut_nothing_off_and_say_the_same(present: Present) -> None:
    case = CASES["wordy"]
    assert case.teaching is not None
    for zoom in range(1, len(load_scale().presenter.zoom_steps)):
        presenter = present(case)
        press(presenter, *[KEY.Key_Plus] * zoom)
        said, pages, wrong = body_of(presenter)
        assert wrong == []
        assert squeezed(case.teaching.vignette) in said["vignette"]
        assert squeezed(case.teaching.teaching_point) in said["teaching_point"]
    assert pages > len(said)


def body_of(presenter: Presenter) -> tuple[dict[str, str], int, list[str]]:
    """What the pages of each step say together, apart from the edge of the slide; how many they are; what is wrong."""
    said: dict[str, str] = {}
    pages, wrong = 0, []
    for where in stops(presenter):
        pages += 1
        wrong += [f"{where}: {fault}" for fault in faults(presenter)]
        body = [w.text() for w in words_on(presenter) if not w.objectName().startswith("slide_")]
        step = presenter.session.step.id
        said[step] = squeezed(" ".join([said.get(step, ""), *body]))
    return said, pages, wrong


def test_lines_broken_by_a_teacher_go_on_over_the_page(present: Present) -> None:
    said, pages, wrong = body_of(present(teaching_case(CASES["suspicious"].scenario, vignette="a\n" * 40)))
    assert wrong == []
    assert pages > len(said)
    assert said["vignette"].split() == ["a"] * 40


def test_an_arrow_is_only_before_an_answer_taken(present: Present) -> None:
    presenter = present(CASES["long_path"])
    arrows = set()
    for _ in stops(presenter):
        if presenter.session.step.keeps_end:
            arrows |= {w.text() for w in words_on(presenter) if w.text().startswith("→")}
    assert arrows == {"→ indeterminate", "→ MRI done", "→ nondiagnostic"}


def painted(presenter: Presenter) -> Iterator[tuple[str, str, str]]:
    """The text, its color and that of what it stands on, for everything written on the slide, measured in the picture."""
    picture = Image.fromqimage(presenter.grab().toImage()).convert("RGB")
    for words in words_on(presenter):
        place = place_on(presenter, words)
        shades = picture.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1)).getcolors(4096)
        ground = QColor(*max(shades)[1])
        ink = words.palette().color(words.foregroundRole())
        assert ink.getRgb()[:3] in [shade for _, shade in shades], f"{words.text()!r} is not painted in its color"
        yield words.text(), ink.name(), ground.name()


def colored_wrongly(presenter: Presenter) -> list[str]:
    """What is too faint for the back row, or red."""
    found = []
    for text, ink, ground in painted(presenter):
        if contrast(ink, ground) < 7:
            found.append(f"{text!r}: {ink} on {ground}")
        shade = QColor(ink)
        if shade.hsvSaturationF() > 0.3 and not 25 <= shade.hsvHue() <= 330:
            found.append(f"{text!r} is red: {ink}")
    return found


# Motion


def test_nothing_moves_by_itself(present: Present, qapp: QApplication) -> None:
    """There is no animation to reduce: no step, blank, zoom or spotlight leaves anything running behind."""
    presenter = present(CASES["suspicious"])
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


def test_the_program_uses_no_animation() -> None:
    moving = re.compile(r"\bQ\w*(Animation\w*|TimeLine|Movie|StateMachine)\b")
    sources = sorted((PROJECT / "gui").rglob("*.py"))
    assert len(sources) > 50
    assert [path.name for path in sources if moving.search(path.read_text(encoding="utf-8"))] == []


# Keys


def test_a_whole_session_runs_by_the_clicker(present: Present) -> None:
    presenter = present(*list(CASES.values())[:5])
    seen = list(stops(presenter))
    lessons = presenter.session.lessons
    assert len(seen) == sum(len(lesson.steps) for lesson in lessons)
    assert presenter.session.case_index == 4
    while (presenter.session.case_index, presenter.session.step_index) != (0, 0):
        press(presenter, KEY.Key_PageUp)
    assert lessons[0].teaching.vignette in text_on(presenter)


def test_every_clicker_key_goes_on_or_back(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    onward = (KEY.Key_PageDown, KEY.Key_Right, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_Down)
    back = (KEY.Key_PageUp, KEY.Key_Left, KEY.Key_Backspace, KEY.Key_Up)
    for key in onward:
        press(presenter, key)
        assert presenter.session.step.id == "question", key
        press(presenter, KEY.Key_PageUp)
        assert presenter.session.step_index == 0
    for key in back:
        press(presenter, KEY.Key_PageDown, key)
        assert presenter.session.step_index == 0, key


def test_going_back_shows_the_last_page_of_the_step_before(present: Present) -> None:
    presenter = present(CASES["wordy"])
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


def test_digits_vote_and_shift_takes_back(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_3, KEY.Key_3, KEY.Key_1, KEY.Key_1)
    assert presenter.session.step.id == "commit"
    assert [presenter.session.tally.count(o.id) for o in presenter.session.lesson.options] == [2, 0, 2, 0]
    QTest.keyClick(presenter, KEY.Key_1, Qt.KeyboardModifier.ShiftModifier)
    press(presenter, KEY.Key_Exclam, KEY.Key_Exclam)
    assert [presenter.session.tally.count(o.id) for o in presenter.session.lesson.options] == [0, 0, 2, 0]
    assert "votes: 2" in text_on(presenter)


def test_votes_end_once_the_answer_is_shown(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_2, KEY.Key_PageDown, KEY.Key_2)
    assert presenter.session.tally.total == 1
    press(presenter, KEY.Key_PageUp)
    assert "votes: 1" in text_on(presenter)


def test_a_click_votes_and_its_button_takes_back(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    row = presenter.findChild(OptionView, "vote_2")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert presenter.session.tally.total == 2
    minus = next(child for child in row.findChildren(QWidget) if child.objectName() == "vote_2_back")
    QTest.mouseClick(minus, Qt.MouseButton.LeftButton)
    assert presenter.session.tally.total == 1
    assert row.accessibleName() == "2: CT with IV contrast, votes: 1"


def test_the_right_option_shows_a_mark_and_bold_words(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    assert not [w for w in words_on(presenter) if w.text() == "MRI without and with IV contrast" and w.font().bold()]
    press(presenter, KEY.Key_PageDown)
    (right,) = [w for w in words_on(presenter) if w.text() == "MRI without and with IV contrast"]
    assert right.font().bold()
    assert right.parentWidget().accessibleName() == "3: MRI without and with IV contrast, the answer"
    assert [w.text() for w in words_on(presenter) if w.text() in "1234"] == ["1", "2", "4"]


def test_a_blank_screen_is_blank_until_the_next_key(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown)
    before = presenter.grab().toImage()

    def all_of(shade: str) -> bool:
        image, wanted = presenter.grab().toImage(), QColor(getattr(theme_manager().theme.presenter, shade))
        return all(image.pixelColor(x, y) == wanted for x in range(0, 1024, 16) for y in range(0, 768, 16))

    for key, shade in (
        (KEY.Key_B, "black"),
        (KEY.Key_Period, "black"),
        (KEY.Key_W, "white"),
        (KEY.Key_Comma, "white"),
    ):
        press(presenter, key)
        assert all_of(shade), key
        press(presenter, KEY.Key_PageDown)
        assert presenter.session.step.id == "question"
        assert presenter.grab().toImage() == before
    press(presenter, KEY.Key_B, KEY.Key_W)
    assert all_of("white")
    press(presenter, KEY.Key_W)
    assert presenter.grab().toImage() == before


def test_the_spotlight_darkens_all_but_the_pointer(present: Present) -> None:
    theme_manager().set_theme("light")
    presenter = present(CASES["suspicious"])
    ground = presenter.grab().toImage().pixelColor(900, 700)
    press(presenter, KEY.Key_S)
    QTest.mouseMove(presenter.windowHandle(), QPoint(900, 700))
    assert presenter.grab().toImage().pixelColor(900, 700) == ground
    assert presenter.grab().toImage().pixelColor(100, 740).lightness() < ground.lightness() / 2
    QTest.mouseMove(presenter.windowHandle(), QPoint(100, 740))
    assert presenter.grab().toImage().pixelColor(100, 740) == ground
    press(presenter, KEY.Key_S)
    assert presenter.grab().toImage().pixelColor(900, 700) == ground


def test_the_spotlight_follows_the_pointer_over_the_options(present: Present) -> None:
    presenter = present(CASES["suspicious"])
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


def test_the_laser_is_a_dot_at_the_pointer(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_L)
    QTest.mouseMove(presenter.windowHandle(), QPoint(900, 700))
    assert presenter.grab().toImage().pixelColor(900, 700) == QColor(theme_manager().theme.presenter.laser)
    press(presenter, KEY.Key_L)
    assert presenter.grab().toImage().pixelColor(900, 700) == QColor(theme_manager().theme.presenter.ground)


def test_the_zoom_has_names_and_ends(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    names = [presenter.zoom_name]
    for _ in range(5):
        press(presenter, KEY.Key_Plus)
        names.append(presenter.zoom_name)
    assert names == ["Standard", "Large", "Larger", "Largest", "Largest", "Largest"]
    assert "Largest" in text_on(presenter)
    press(presenter, KEY.Key_Minus, KEY.Key_0)
    assert presenter.zoom_name == "Standard"


def test_ctrl_and_the_wheel_zoom(present: Present) -> None:
    presenter = present(CASES["suspicious"])
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


# Keeping its place


def test_the_place_and_the_votes_outlive_the_window(present: Present, qtbot: QtBot) -> None:
    presenter = present(CASES["out_of_scope"], CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_1)
    with qtbot.waitSignal(presenter.closed):
        press(presenter, KEY.Key_Escape)
    assert not presenter.isVisible()
    again = Presenter(presenter.session)
    qtbot.addWidget(again)
    again.show()
    assert again.session.step.id == "commit"
    assert "votes: 1" in text_on(again)


def test_a_new_size_keeps_place_zoom_and_blank(present: Present) -> None:
    presenter = present(CASES["wordy"], size=(1920, 1080))
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_Plus, KEY.Key_4, KEY.Key_B)
    presenter.resize(1024, 768)
    assert (presenter.session.step.id, presenter.zoom_name, presenter.session.tally.total) == ("commit", "Large", 1)
    assert presenter.overlay.blank
    assert faults(presenter) == []


def test_the_presenter_fills_its_screen(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    presenter.start()
    assert presenter.isFullScreen()
    assert presenter.size() == presenter.screen().size()
    assert faults(presenter) == []


def test_a_theme_changes_under_a_slide(present: Present) -> None:
    presenter = present(CASES["suspicious"])
    press(presenter, KEY.Key_PageDown, KEY.Key_PageDown)
    for name in THEMES:
        theme_manager().set_theme(name)
        tokens = theme_manager().theme.presenter
        assert presenter.grab().toImage().pixelColor(3, 3) == QColor(tokens.ground), name
        assert colored_wrongly(presenter) == [], name
        assert tokens.text in {ink for _, ink, _ in painted(presenter)}, name


def test_the_slide_shown_can_be_heard(present: Present) -> None:
    presenter = present(teaching_case(CASES["suspicious"].scenario, "Heard"))
    assert presenter.accessibleName() == "Heard: The case, step 1 of 13"
    assert presenter.accessibleDescription() == presenter.session.lesson.teaching.vignette
