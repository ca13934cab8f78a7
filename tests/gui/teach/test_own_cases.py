"""A teacher's own cases: made from Decide, written in the form, saved, opened, refused with a reason."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import case_to_bytes, read_case_file
from core.content import Content
from gui.state import CaseState
from gui.teach.library import open_library
from gui.teach.own_cases import OwnCases
from gui.teach.place import TeachPlace
from gui.window.main_window import MainWindow
from tests.broken_cases import BROKEN, document, write
from tests.gui.screen import Screen, focus
from tests.strategies import eligible, teaching_cases

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

KEY = Qt.Key


@pytest.fixture
def place(window: MainWindow, screen: Screen, qtbot: QtBot) -> Iterator[TeachPlace]:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.show_teach()
    screen.settle()
    yield window.teach.place
    if window.teach.place.presenter is not None:
        window.teach.place.presenter.close()


@pytest.fixture
def own(place: TeachPlace) -> OwnCases:
    return place.own


def trigger(window: MainWindow, name: str) -> None:
    """Choose an entry of the Teach menu."""
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "&Teach")
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def fill(screen: Screen, **texts: str) -> None:
    """Type into fields of the form."""
    for name, text in texts.items():
        field = screen.find(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, KEY.Key_Delete)
        QTest.keyClicks(field, text)


def write_words(screen: Screen) -> None:
    fill(
        screen,
        vignette="A planned visit. Nothing has been imaged yet.",
        question="Which study comes first?",
        teaching_point="Radiographs come first, read against the whole series.",
    )


def problems(screen: Screen) -> dict[str, str]:
    """Return the form's error messages, by field."""
    return {w.objectName().removeprefix("problem_"): w.text() for w in screen.visible(QLabel, "problem_")}


def told(screen: Screen) -> list[str]:
    """Return the text of the panel above the place, its title first."""
    why = screen.window.teach.why
    return [label.text() for label in why.findChildren(QLabel) if label.isVisible()]


# Making


def test_a_case_is_made_from_decide_saved_and_listed(
    window: MainWindow, screen: Screen, place: TeachPlace, tmp_path: Path
) -> None:
    window.show_decide()
    scenario = eligible(hardware="endoprosthesis", age_years=24)
    window.state.show_scenario(scenario)
    trigger(window, "make_case")
    screen.settle()
    assert window.teach.isVisible()
    assert "Hardware: Endoprosthesis" in screen.find("case_facts", QLabel).text()
    assert screen.find("case_answer", QLabel).text() == window.decide.banner.findChild(QLabel, "headline").text()
    assert focus().objectName() == "title"
    fill(screen, title="My case")
    write_words(screen)
    fill(screen, topics="First step, hardware")
    path = tmp_path / "mine.case.json"
    place.own.save_to(path)
    screen.settle()
    case = read_case_file(path)
    assert case.scenario == scenario
    assert case.title == "My case"
    assert case.teaching is not None
    assert case.teaching.question == "Which study comes first?"
    assert case.teaching.topics == ("first_step", "hardware")
    assert "radiography" in case.teaching.options
    first = place.cases.list.item(0)
    assert first.text() == "My case\nYours"
    assert place.cases.list.currentItem() is first
    assert screen.find("question", QLabel).text() == "Which study comes first?"


def test_an_incomplete_case_is_refused_field_by_field(
    window: MainWindow, screen: Screen, own: OwnCases, tmp_path: Path
) -> None:
    window.state.show_scenario(eligible())
    own.make()
    path = tmp_path / "mine.case.json"
    assert problems(screen) == {}
    own.save_to(path)
    assert not path.exists()
    empty = "is empty; write something"
    assert problems(screen) == {
        "vignette": f"Vignette: {empty}",
        "question": f"Question: {empty}",
        "teaching_point": f"Teaching point: {empty}",
    }
    assert focus().objectName() == "vignette"
    fill(screen, question="What now?")
    assert "question" not in problems(screen)
    assert "vignette" in problems(screen)


def test_options_without_the_answer_are_refused(
    window: MainWindow, screen: Screen, own: OwnCases, tmp_path: Path
) -> None:
    window.state.show_scenario(eligible())
    own.make()
    write_words(screen)
    for number in range(1, 5):
        combo = screen.find(f"options_{number}", QComboBox)
        if combo.currentData() in ("radiography", "order_radiographs"):
            QTest.keyClick(combo, KEY.Key_Home)
    own.save_to(tmp_path / "mine.case.json")
    assert problems(screen) == {"options": "Options: one must be Order radiographs or Radiographs"}


def test_digits_in_the_form_are_text_and_commit_nothing(screen: Screen, place: TeachPlace) -> None:
    place.own.make()
    fill(screen, title="1", vignette="A woman of 24", sources="S1, S2")
    QTest.keyClick(screen.find("options_1"), KEY.Key_1)
    QTest.keyClick(screen.find("case_leave"), KEY.Key_2)
    draft = place.own.editor.draft
    assert (draft.title, draft.vignette, draft.sources) == ("1", "A woman of 24", ("S1", "S2"))
    assert place.page.chosen is None


def test_files_opened_during_a_quiz_leave_its_question_alone(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    place.start_quiz(2, 1)
    screen.settle()
    asked = screen.find("question", QLabel).text()
    write(tmp_path / "mine.case.json", document(question="Mine?"))
    place.own.open_folder(tmp_path)
    screen.settle()
    assert screen.find("question", QLabel).text() == asked
    place.run.end()
    screen.settle()
    assert screen.find("question", QLabel).text() == "Mine?"


def test_the_menu_of_the_place_makes_a_case_too(screen: Screen, place: TeachPlace) -> None:
    menu = screen.find("own_cases", QPushButton).menu()
    next(action for action in menu.actions() if action.objectName() == "make_case").trigger()
    assert place.own.editor.isVisible()


def test_the_form_counts_characters(screen: Screen, own: OwnCases) -> None:
    own.make()
    fill(screen, question="x" * 12)
    assert screen.find("count_question", QLabel).text() == "12 of 110"
    fill(screen, question="x" * 111)
    assert screen.find("count_question", QLabel).text() == "111 of 110"
    assert screen.find("count_question", QLabel).property("tone") == "warning"


def test_a_draft_takes_over_newer_answers_from_decide(
    window: MainWindow, screen: Screen, own: OwnCases, tmp_path: Path
) -> None:
    window.state.show_scenario(eligible())
    own.make()
    write_words(screen)
    window.state.show_scenario(eligible(radiograph_result="stable"))
    screen.click(screen.find("case_scenario"))
    own.save_to(tmp_path / "mine.case.json")
    assert read_case_file(tmp_path / "mine.case.json").scenario.radiograph_result == "stable"


def test_a_draft_is_not_lost_to_the_next_one(screen: Screen, own: OwnCases) -> None:
    own.make()
    fill(screen, question="What now?")
    own.make()
    screen.settle()
    assert own.editor.draft.question == "What now?"
    assert told(screen)[0] == "This case is not saved yet"
    screen.press(KEY.Key_Escape)
    screen.click(screen.find("case_leave"))
    own.make()
    assert own.editor.draft.question == ""


def test_f5_presents_the_draft_and_leads_back_to_the_form(
    window: MainWindow, screen: Screen, place: TeachPlace
) -> None:
    window.state.show_scenario(eligible())
    place.own.make()
    screen.press(KEY.Key_F5)
    assert place.presenter is None
    assert "vignette" in problems(screen)
    write_words(screen)
    screen.click(screen.find("case_present"))
    assert place.presenter is not None
    assert [lesson.teaching.question for lesson in place.presenter.session.lessons] == ["Which study comes first?"]
    QTest.keyClick(place.presenter, KEY.Key_Escape)
    assert place.own.editor.isVisible()
    assert place.own.editor.draft.question == "Which study comes first?"


# Saving


def test_a_failed_save_is_reported_and_loses_nothing(
    window: MainWindow, screen: Screen, own: OwnCases, tmp_path: Path
) -> None:
    window.state.show_scenario(eligible())
    own.make()
    write_words(screen)
    path = tmp_path / "mine.case.json"
    own.save_to(tmp_path / "nowhere" / path.name)
    screen.settle()
    assert told(screen)[0] == "mine.case.json was not saved"
    assert "or choose another. The case is still in the form." in told(screen)[1]
    path.mkdir()  # a file cannot take the place of a folder
    own.save_to(path)
    assert own.editor.isVisible()
    assert own.editor.draft.question == "Which study comes first?"
    assert list(tmp_path.rglob("*")) == [path]


def test_an_own_case_is_edited_in_its_file(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    path = tmp_path / "mine.case.json"
    write(path, document())
    place.own.open_files([path])
    screen.settle()
    screen.click(screen.find("edit_case"))
    screen.settle()
    fill(screen, question="And what now?")
    screen.click(screen.find("case_save"))
    screen.settle()
    assert read_case_file(path).teaching.question == "And what now?"  # type: ignore[union-attr]
    assert screen.find("question", QLabel).text() == "And what now?"
    assert len(place.library.own) == 1


def test_a_bundled_case_is_edited_as_a_copy(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    index = resource_path("cases/index.case.json")
    before = index.read_bytes()
    assert screen.find("edit_case", QPushButton).text() == "E&dit a copy"
    screen.click(screen.find("edit_case"))
    assert not screen.find("case_save_as").isVisible()
    path = tmp_path / "copy.case.json"
    place.own.save_to(path)
    assert path.read_bytes() == case_to_bytes(read_case_file(index))
    assert index.read_bytes() == before
    assert screen.find("edit_case", QPushButton).text() == "E&dit"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
@given(data=st.data())
def test_any_case_passes_the_form_and_its_file_unchanged(
    qtbot: QtBot, content: Content, today: date, tmp_path: Path, data: st.DataObject
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    own = OwnCases(open_library(content, today), CaseState(content, today, host), host)
    path = tmp_path / "any.case.json"
    before = case_to_bytes(data.draw(teaching_cases(content, today, ["S1", "S2", "S62"])))
    path.write_bytes(before)
    own.open_files([path])
    path.unlink()
    own.edit(own.library.own[0])
    own.save()
    assert path.read_bytes() == before


# Opening


def test_the_cases_of_a_folder_are_listed_first_and_marked(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    bundled = len(place.cases.shown)
    for name in ("one", "two"):
        write(tmp_path / f"{name}.case.json", document(question=f"What of {name}?"))
    place.own.open_folder(tmp_path)
    screen.settle()
    assert len(place.cases.shown) == bundled + 2
    texts = [place.cases.list.item(row).text() for row in range(place.cases.list.count())]
    assert [text.endswith("\nYours") for text in texts] == [True, True, *[False] * bundled]
    assert screen.find("question", QLabel).text() == "What of one?"
    assert told(screen) == []


def test_each_broken_case_of_a_folder_is_named_with_its_fault(
    screen: Screen, place: TeachPlace, tmp_path: Path
) -> None:
    for number, (change, _) in enumerate(BROKEN):
        write(tmp_path / f"broken_{number:02}.case.json", document(**change))
    write(tmp_path / "sound.case.json", document())
    place.own.open_folder(tmp_path)
    screen.settle()
    title, *lines = told(screen)
    assert title == f"Some files in “{tmp_path.name}” cannot be used"
    expected = [f"broken_{n:02}.case.json: {problem}" for n, (_, found) in enumerate(BROKEN) for problem in found]
    assert lines == expected
    assert len(BROKEN) >= 30
    assert [case.id for case in place.library.own] == ["sound"]


def test_folders_and_files_without_a_case_say_so(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    place.own.open_folder(tmp_path)
    screen.settle()
    assert told(screen) == [f"No case in “{tmp_path.name}”", "A case is a file that ends in .json."]
    gone = tmp_path / "gone"
    place.own.open_folder(gone)
    screen.settle()
    assert told(screen)[1] == f"{gone}: cannot be read: {os.strerror(2)}"
    path = tmp_path / "plain.json"
    path.write_text(json.dumps({"treated": True}), encoding="utf-8")
    place.own.open_files([path])
    screen.settle()
    assert told(screen)[1] == "plain.json: teaching: is missing; without a vignette and a question nothing can be asked"


def test_a_file_opened_twice_is_listed_once_as_it_is_now(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    """Its name is that of a bundled case, which stays apart; a filter that hides it gives way."""
    screen.find("case_search", QLineEdit).setText("sacral")
    path = tmp_path / "index.case.json"
    for question in ("Then?", "And now?"):
        write(path, document(question=question))
        place.own.open_files([path])
    assert [case.teaching.question for case in place.library.own] == ["And now?"]
    assert screen.find("case_search", QLineEdit).text() == ""
    assert screen.find("question", QLabel).text() == "And now?"
    place.cases.list.setCurrentRow(1)
    assert screen.find("question", QLabel).text() != "And now?"


def test_own_cases_are_presented_and_asked_in_a_quiz(screen: Screen, place: TeachPlace, tmp_path: Path) -> None:
    write(tmp_path / "mine.case.json", document(question="Mine?", topics=["only_this"]))
    place.own.open_folder(tmp_path)
    topic = screen.find("case_topic", QComboBox)
    topic.setCurrentText("Only this")
    place.start_quiz(5, 1)
    assert place.run.quiz is not None
    assert [lesson.teaching.question for lesson in place.run.quiz.lessons] == ["Mine?"]
    place.run.end()
    place.present()
    assert place.presenter is not None
    assert place.presenter.session.lesson.teaching.question == "Mine?"
