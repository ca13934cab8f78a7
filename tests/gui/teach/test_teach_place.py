"""The Teach place: find a case, choose an answer, see the solution and its reasons, present, take the quiz."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import theme_manager
from gui.teach.choice import Choice
from gui.teach.place import TeachPlace
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def keyboard(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


@pytest.fixture
def place(keyboard: None, window: MainWindow, screen: Screen) -> Iterator[TeachPlace]:
    screen.press(KEY.Key_3, CTRL)
    QApplication.processEvents()
    yield window.teach.place
    if window.teach.place.presenter is not None:
        window.teach.place.presenter.close()


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def choose(screen: Screen, place: TeachPlace, right: bool) -> Choice:
    """Click on the right option, or on a wrong one."""
    QApplication.processEvents()
    choice = next(c for c in screen.visible(Choice, "option_") if c.option.right == right)
    screen.click(choice)
    return choice


# Opening


def test_the_place_is_made_when_it_is_first_opened(window: MainWindow, screen: Screen) -> None:
    assert window.teach.findChildren(TeachPlace) == []
    screen.press(KEY.Key_3, CTRL)
    assert len(window.teach.findChildren(TeachPlace)) == 1


def test_the_window_starts_without_the_modules_of_the_place() -> None:
    program = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "import gui.window.main_window\n"
        "print([m for m in sys.modules if m.startswith(('gui.teach.', 'core.teaching.lesson', 'core.teaching.quiz', 'core.teaching.cases'))])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "['gui.teach.launcher']"


def test_the_index_case_stands_first(place: TeachPlace) -> None:
    assert place.cases.shown[0].id == "index"
    assert place.page.lesson is not None
    assert place.page.lesson.case is place.cases.shown[0].case


# Finding


def test_cases_are_found_by_text_difficulty_and_topic(screen: Screen, place: TeachPlace) -> None:
    everything = len(place.cases.shown)
    screen.click(screen.find("case_search", QLineEdit))
    screen.type("femur")
    assert 0 < len(place.cases.shown) < everything
    assert all("femur" in f"{c.case.title} {c.teaching.vignette}".casefold() for c in place.cases.shown)
    screen.find("case_search", QLineEdit).clear()
    difficulty = screen.find("case_difficulty", QComboBox)
    difficulty.setCurrentIndex(difficulty.findData("advanced"))
    assert {case.teaching.difficulty for case in place.cases.shown} == {"advanced"}
    topic = screen.find("case_topic", QComboBox)
    topic.setCurrentText("Discordance")
    assert place.cases.shown
    assert all("discordance" in case.teaching.topics for case in place.cases.shown)
    assert f"{len(place.cases.shown)} of {everything} cases" in labels(place.cases)


def test_nothing_found_leaves_the_page_as_it_is(screen: Screen, place: TeachPlace) -> None:
    before = place.page.lesson
    screen.find("case_search", QLineEdit).setText("no case says this")
    assert place.cases.shown == ()
    assert place.page.lesson is before


def test_the_arrow_keys_go_from_case_to_case(screen: Screen, place: TeachPlace) -> None:
    screen.find("case_list", QListWidget).setFocus()
    screen.press(KEY.Key_Down)
    assert place.page.lesson is place.library.lesson(place.cases.shown[1])


# Committing


def test_the_answer_comes_after_the_commitment(screen: Screen, place: TeachPlace) -> None:
    lesson = place.page.lesson
    assert lesson is not None
    assert lesson.report.headline not in labels(place.page)
    choose(screen, place, right=False)
    assert lesson.report.headline in labels(place.page)
    assert "Not the answer" in labels(place.page)
    assert "Your choice" in labels(place.page)
    assert "The answer" in labels(place.page)


def test_the_right_choice_is_called_right_and_cannot_be_changed(screen: Screen, place: TeachPlace) -> None:
    chosen = choose(screen, place, right=True)
    assert "Right" in labels(place.page)
    assert chosen.accessibleName().endswith("The answer, Your choice")
    other = next(c for c in screen.visible(Choice, "option_") if c is not chosen)
    screen.click(other)
    assert place.page.chosen == chosen.option.id


def test_a_digit_commits_and_enter_reveals_to_the_end(screen: Screen, place: TeachPlace) -> None:
    lesson = place.page.lesson
    assert lesson is not None
    screen.press(KEY.Key_2)
    assert place.page.chosen == lesson.options[1].id
    for _ in lesson.steps:
        if focus().objectName() == "reveal_next":
            screen.press(KEY.Key_Space)
    assert lesson.teaching.teaching_point in labels(place.page)
    assert screen.visible(QAbstractButton, "reveal_") == []
    assert focus().objectName() == "case_list"


def test_a_digit_in_the_search_field_is_text(screen: Screen, place: TeachPlace) -> None:
    screen.click(screen.find("case_search", QLineEdit))
    screen.type("2")
    assert screen.find("case_search", QLineEdit).text() == "2"
    assert place.page.chosen is None


def test_trying_again_starts_over(screen: Screen, place: TeachPlace) -> None:
    choose(screen, place, right=False)
    screen.click(screen.find("try_again"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.page.chosen is None
    assert "The answer" not in labels(place.page)


def test_every_case_can_be_answered_and_read_to_its_end(screen: Screen, place: TeachPlace) -> None:
    for case in place.cases.shown:
        place.cases.select(case)
        lesson = place.library.lesson(case)
        place.page.commit(1)
        place.page.reveal_all()
        QApplication.processEvents()
        assert lesson.report.headline in labels(place.page)
        assert lesson.teaching.teaching_point in labels(place.page)


def test_a_case_opens_in_decide(window: MainWindow, screen: Screen, place: TeachPlace) -> None:
    case = place.cases.shown[1].case
    place.cases.select(place.cases.shown[1])
    screen.click(screen.find("teach_decide"))
    assert window.decide.isVisible()
    assert window.state.scenario == case.scenario
    assert window.state.title == case.title


# Presentation


def test_f5_presents_and_esc_leads_back(window: MainWindow, screen: Screen, place: TeachPlace, qtbot: QtBot) -> None:
    scenario = window.state.scenario
    screen.press(KEY.Key_F5)
    presenter = place.presenter
    assert presenter is not None
    assert presenter.isVisible()
    assert presenter.isFullScreen()
    qtbot.waitActive(presenter)
    qtbot.waitUntil(presenter.hasFocus)
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_3):
        QTest.keyClick(presenter, key)
    QTest.keyClick(presenter, KEY.Key_Escape)
    assert not presenter.isVisible()
    assert window.teach.isVisible()
    assert window.state.scenario == scenario
    place.present()
    assert place.presenter is not None
    assert place.presenter.session.step.id == "commit"
    assert place.presenter.session.tally.total == 1


def test_f5_works_from_any_place(window: MainWindow, screen: Screen) -> None:
    screen.press(KEY.Key_F5)
    presenter = window.teach.place.presenter
    assert presenter is not None
    assert presenter.isVisible()
    presenter.close()


def test_the_list_follows_to_the_case_where_the_room_was_left(screen: Screen, place: TeachPlace) -> None:
    place.present()
    presenter = place.presenter
    assert presenter is not None
    while presenter.session.case_index < 2:
        QTest.keyClick(presenter, KEY.Key_PageDown)
    QTest.keyClick(presenter, KEY.Key_Escape)
    assert place.cases.list.currentRow() == 2
    place.present()
    assert place.presenter is not None
    assert place.presenter.session.case_index == 2


def test_the_menu_lists_the_screens_and_presents_on_one(window: MainWindow, screen: Screen) -> None:
    menu = screen.find("present_on", QMenu)
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(QGuiApplication.screens())
    menu.actions()[0].trigger()
    presenter = window.teach.place.presenter
    assert presenter is not None
    assert presenter.screen() is QGuiApplication.screens()[0]
    presenter.close()


# Quiz


def test_a_quiz_runs_by_the_keyboard_and_ends_with_a_score(screen: Screen, place: TeachPlace) -> None:
    screen.find("quiz_start").setFocus()
    screen.press(KEY.Key_Space)
    quiz = place.run.quiz
    assert quiz is not None
    assert len(quiz.lessons) == 5
    for number, lesson in enumerate(quiz.lessons):
        assert f"Case {number + 1} of 5" in screen.find("quiz_progress", QLabel).text()
        assert lesson.title not in labels(place.page)
        assert not screen.find("quiz_next").isEnabled()
        right = next(i for i, option in enumerate(lesson.options) if option.right)
        wanted = right if number else (right + 1) % len(lesson.options)  # The first one wrongly
        screen.press([KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4][wanted])
        screen.find("quiz_next").setFocus()
        screen.press(KEY.Key_Space)
    QApplication.processEvents()
    assert screen.find("quiz_score", QLabel).text() == "4 of 5"
    assert [b.text() for b in screen.visible(QAbstractButton, "quiz_review_")] == [quiz.lessons[0].title]


def test_a_finished_quiz_case_leads_on_by_keyboard(screen: Screen, place: TeachPlace) -> None:
    place.start_quiz(2, 3)
    screen.press(KEY.Key_1)
    screen.find("reveal_all").setFocus()
    screen.press(KEY.Key_Space)
    assert focus().objectName() == "quiz_next"


def test_a_missed_case_is_reviewed_before_the_score_returns(screen: Screen, place: TeachPlace) -> None:
    place.start_quiz(1, 3)
    choose(screen, place, right=False)
    screen.click(screen.find("quiz_next"))
    screen.click(screen.find("quiz_review_0"))
    assert place.run.quiz is not None
    assert place.run.quiz.lessons[0].teaching.teaching_point in labels(place.page)
    screen.click(screen.find("quiz_next"))
    assert screen.find("quiz_score", QLabel).text() == "0 of 1"


def test_the_result_is_copied_only_when_asked(screen: Screen, place: TeachPlace) -> None:
    QGuiApplication.clipboard().setText("before")
    place.start_quiz(1, 3)
    choose(screen, place, right=True)
    screen.click(screen.find("quiz_next"))
    assert QGuiApplication.clipboard().text() == "before"
    screen.click(screen.find("quiz_copy"))
    assert QGuiApplication.clipboard().text() == "1 of 1\n"
    screen.click(screen.find("quiz_close"))
    assert place.run.quiz is None
    assert place.cases.isVisible()


# Names and room


def test_everything_to_press_has_a_name(screen: Screen, place: TeachPlace) -> None:
    choose(screen, place, right=False)
    nameless = [
        widget
        for widget in screen.visible(QWidget)
        if place.isAncestorOf(widget)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.objectName() and (widget.accessibleName() or getattr(widget, "text", str)()))
    ]
    assert nameless == []


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800)], ids=str)
def test_no_button_is_cut_off(
    window: MainWindow, screen: Screen, place: TeachPlace, size: tuple[int, int], zoom: int
) -> None:
    theme_manager().set_zoom(zoom)
    window.resize(*size)
    place.page.commit(1)
    place.page.reveal_all()
    for _ in range(5):  # A new height reaches the columns one event after the other.
        QApplication.processEvents()
    for widget in screen.visible(QWidget):
        if not place.isAncestorOf(widget) or not isinstance(widget, QAbstractButton | QLabel | QComboBox):
            continue
        spot = widget.mapTo(window, QPoint(0, 0))
        assert 0 <= spot.x() <= spot.x() + widget.width() <= window.width(), widget.objectName()
        if isinstance(widget, QAbstractButton) and not isinstance(widget, Choice):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


def test_what_was_missed_leads_to_its_why(screen: Screen, place: TeachPlace) -> None:
    place.start_quiz(1, 3)
    lesson = place.page.lesson
    assert lesson is not None
    choose(screen, place, right=False)
    screen.click(screen.find("quiz_next"))
    screen.click(screen.find("quiz_why_0"))
    assert place.why.isVisible()
    assert lesson.report.headline in labels(place.why)
    assert lesson.report.rationale in labels(place.why)
    assert any(lesson.report.references[0].source in words for words in labels(place.why))
    screen.press(KEY.Key_Escape)
    assert focus().objectName() == "quiz_why_0"


def test_the_result_is_saved_where_the_teacher_says(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    place.start_quiz(2, 3)
    for _ in range(2):
        choose(screen, place, right=False)
        screen.click(screen.find("quiz_next"))
    assert place.run.quiz is not None
    assert screen.find("quiz_save").isVisible()
    path = tmp_path / "result.txt"
    place.run.result.save_to(path)
    assert path.read_text(encoding="utf-8") == place.run.quiz.result()
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    place.run.result.save_to(tmp_path / "nowhere" / "result.txt")
    assert "result.txt was not saved" in labels(place.why)
    assert list(tmp_path.iterdir()) == [path]
