"""The Reference place: a page is filled when first opened, follows the case, and shows its sources."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.scenario import Scenario
from core.reference.shelf import load_shelf
from gui.reference.sections import Disclosure, Section
from gui.window.main_window import MainWindow
from tests.gui.screen import focus
from tests.strategies import eligible

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PAGES = ["criteria", "protocols", "radiation", "schedules", "numbers", "differential", "questions", "sources"]
CASE = eligible(radiograph_result="indeterminate", hardware="endoprosthesis", histology="osteosarcoma")


@pytest.fixture
def reference(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.state.show_scenario(CASE)
    QTest.keyClick(focus(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.reference.isVisible)
    return window


def page(window: MainWindow, name: str) -> Section:
    window.findChild(QPushButton, f"page_{name}").click()
    section = window.findChild(Section, name)
    assert section.isVisible()
    return section


def entries(section: Section, starting: str) -> list[Disclosure]:
    found = [d for d in section.findChildren(Disclosure) if d.objectName().startswith(starting)]
    return sorted(found, key=lambda entry: entry.mapTo(section, entry.rect().topLeft()).y())


def badge(entry: Disclosure) -> str:
    return entry.findChild(QAbstractButton).accessibleDescription()


def test_the_shelf_is_read_when_the_place_is_first_opened(window: MainWindow) -> None:
    assert window.findChildren(Section) == []
    window.show_reference()
    assert {section.objectName() for section in window.findChildren(Section)} == set(PAGES)
    assert [tab.objectName() for tab in window.reference.findChildren(QPushButton) if tab.isCheckable()][
        : len(PAGES)
    ] == [f"page_{name}" for name in PAGES]


def test_coming_back_keeps_the_case_and_the_page(reference: MainWindow) -> None:
    page(reference, "questions")
    reference.show_decide()
    assert reference.state.scenario == CASE
    reference.show_reference()
    assert reference.findChild(Section, "questions").isVisible()


def test_questions_about_the_case_come_first_and_say_so(reference: MainWindow, qtbot: QtBot) -> None:
    section = page(reference, "questions")
    qtbot.wait(0)
    marks = [badge(entry) for entry in entries(section, "question_")]
    raised = [mark for mark in marks if mark]
    assert raised and marks[: len(raised)] == raised
    assert len(marks) >= 12


def test_the_differential_changes_only_its_marks(reference: MainWindow, qtbot: QtBot) -> None:
    section = page(reference, "differential")
    qtbot.wait(0)
    before = [(entry.objectName(), badge(entry)) for entry in entries(section, "diagnosis_")]
    reference.state.show_scenario(Scenario())
    qtbot.wait(0)
    after = [(entry.objectName(), badge(entry)) for entry in entries(section, "diagnosis_")]
    assert [name for name, _ in before] == [name for name, _ in after]
    assert any(mark for _, mark in before)
    assert not any(mark for _, mark in after)


def test_every_entry_opens_by_keyboard_and_shows_its_words(reference: MainWindow, qtbot: QtBot) -> None:
    for name in ("criteria", "protocols", "differential", "questions", "sources"):
        section = page(reference, name)
        entry = section.findChildren(Disclosure)[0]
        head = entry.findChild(QAbstractButton)
        head.setFocus()
        QTest.keyClick(head, Qt.Key.Key_Space)
        assert entry.body.isVisible()
        QTest.keyClick(head, Qt.Key.Key_Space)
        assert not entry.body.isVisible()


def test_sources_of_a_statement_open_and_give_the_focus_back(reference: MainWindow, qtbot: QtBot) -> None:
    section = page(reference, "questions")
    entry = entries(section, "question_")[0]
    entry.set_open(True)
    link = next(b for b in entry.findChildren(QPushButton) if b.text().startswith("Sources"))
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    panel = reference.reference.why
    assert panel.isVisible()
    QTest.keyClick(reference.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert reference.focusWidget() is link


def test_every_source_and_diagnosis_has_an_entry(reference: MainWindow) -> None:
    content = reference.state.content
    shelf = load_shelf(resource_path("reference"), content)
    listed = {entry.objectName() for entry in entries(page(reference, "sources"), "source_")}
    assert listed == {f"source_{source.id}" for source in (*content.sources, *shelf.sources)}
    diagnoses = [diagnosis for group in shelf.differential for diagnosis in group.diagnoses]
    assert len(entries(page(reference, "differential"), "diagnosis_")) == len(diagnoses)


def test_no_word_of_an_open_page_is_cut_off(reference: MainWindow, qtbot: QtBot) -> None:
    reference.resize(1024, 768)
    for name in PAGES:
        section = page(reference, name)
        for entry in section.findChildren(Disclosure):
            entry.set_open(True)
        qtbot.waitUntil(lambda section=section: cut_off(section) == [])


def cut_off(section: QWidget) -> list[str]:
    """Return labels whose text needs more room than they have."""
    cut = []
    for label in section.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if needed > label.height() or (not label.wordWrap() and label.sizeHint().width() > label.width()):
            cut.append(f"{label.text()[:40]} needs {needed}, has {label.size()}")
    return cut
