"""From the case to the reference and back: each is one action away, and nothing is lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.case.scenario import Scenario
from gui.layouts.column import Column
from gui.reference.sections import Disclosure, Section
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import look_over
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

CTRL = Qt.KeyboardModifier.ControlModifier


def show(window: MainWindow, screen: Screen, case: Scenario) -> None:
    window.state.show_scenario(case)
    screen.settle()


def pressed(name: str, window: MainWindow, screen: Screen) -> QPushButton:
    """Press the visible button of this name by keyboard, and return it."""
    (button,) = [b for b in window.findChildren(QPushButton, name) if b.isVisible()]
    button.setFocus()
    screen.settle()
    QTest.keyClick(button, Qt.Key.Key_Space)
    screen.settle()
    return button


def opened(window: MainWindow) -> list[str]:
    """Return the open entries of the current page."""
    return [d.objectName() for d in window.reference.findChildren(Disclosure) if d.isVisible() and d.body.isVisible()]


def scroll(window: MainWindow) -> dict[str, int]:
    return {column.objectName(): column.verticalScrollBar().value() for column in window.decide.findChildren(Column)}


def test_out_of_scope_one_press_opens_the_fitting_variant(window: MainWindow, screen: Screen) -> None:
    untreated = {"treated": False, "surgery": None, "hardware": None, "months_since_treatment": None}
    for answers, words, entries in (
        ({"tumor_origin": "soft_tissue"}, "Open the variant that fits", ["criteria_local_recurrence_soft_tissue"]),
        (
            untreated,
            "Open the variants that fit",
            ["criteria_staging_pulmonary", "criteria_staging_extrapulmonary"],
        ),
    ):
        window.show_decide()
        show(window, screen, eligible(**answers))
        button = pressed("open_variant", window, screen)
        assert button.text() == words
        assert set(entries) <= set(opened(window))
        assert focus().objectName() == f"{entries[0]}_head"
        for name in entries:
            (entry,) = window.reference.findChildren(Disclosure, name)
            assert badge(entry) == "Fits the case"
            assert any(label.text().startswith("Reference reading, not the answer") for label in visible_labels(entry))


def badge(entry: Disclosure) -> str:
    return entry.findChild(QAbstractButton).accessibleDescription()


def visible_labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if label.isVisible()]


def test_without_a_variant_to_go_to_there_is_no_button(window: MainWindow, screen: Screen) -> None:
    conflict = {"radiograph_result": "stable", "radiograph_findings": ("periosteal_reaction",)}
    for answers in ({}, {"symptoms": ("new_pain",)}, {"symptoms": None}, conflict):
        show(window, screen, eligible(**answers))
        assert not screen.find("open_variant").isVisible(), answers


def test_in_scope_only_the_decided_table_answers_the_case(window: MainWindow, screen: Screen) -> None:
    show(window, screen, eligible())
    window.show_reference()
    entries = [d for d in window.reference.findChildren(Disclosure) if d.objectName().startswith("criteria_")][:5]
    for entry in entries:
        entry.set_open(True)
    screen.settle()
    unmarked = [e.objectName() for e in entries if not any("not the answer" in x.text() for x in visible_labels(e))]
    assert unmarked == ["criteria_local_recurrence_bone"]
    assert [e.objectName() for e in entries if badge(e)] == unmarked
    show(window, screen, eligible(symptoms=("palpable_mass",)))
    assert all(any("not the answer" in x.text() for x in visible_labels(e)) for e in entries)
    assert not any(badge(e) for e in entries)


def test_the_protocol_of_the_advised_study_is_one_press_away(window: MainWindow, screen: Screen) -> None:
    for answers, card in (
        ({}, "radiographs"),
        ({"radiograph_result": "suspicious", "gadolinium_contraindicated": True}, "mri_tumor"),
        ({"radiograph_result": "indeterminate", "mri_limitation": "contraindicated"}, "ct_metal"),
    ):
        window.show_decide()
        show(window, screen, eligible(**answers))
        pressed("open_protocol", window, screen)
        assert f"protocol_{card}" in opened(window)
        assert focus().objectName() == f"protocol_{card}_head"
        (entry,) = window.reference.findChildren(Disclosure, f"protocol_{card}")
        assert badge(entry) == "Advised now"


def test_a_card_longer_than_the_page_is_shown_from_its_top(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    show(window, screen, eligible(radiograph_result="suspicious"))
    pressed("open_protocol", window, screen)
    (section,) = window.reference.findChildren(Section, "protocols")
    (entry,) = window.reference.findChildren(Disclosure, "protocol_mri_tumor")
    # This many rows are laid out in several steps.
    qtbot.waitUntil(lambda: entry.height() > section.viewport().height())
    screen.settle()
    assert 0 <= entry.mapTo(section.viewport(), QPoint(0, 0)).y() < 24


def test_without_a_study_to_order_there_is_no_protocol(window: MainWindow, screen: Screen) -> None:
    for answers in ({"radiograph_result": "stable"}, {"symptoms": ("new_pain",)}, {"purpose": None}):
        show(window, screen, eligible(**answers))
        assert not screen.find("open_protocol").isVisible()


def test_the_card_says_what_the_case_changes_and_why(window: MainWindow, screen: Screen) -> None:
    show(window, screen, eligible(radiograph_result="suspicious", hardware="endoprosthesis"))
    pressed("open_protocol", window, screen)
    assert "Because of Hardware: Endoprosthesis" in screen.words("case_mri_tumor")
    pressed("case_mri_tumor_0_card", window, screen)
    assert focus().objectName() == "protocol_mri_metal_head"
    show(window, screen, eligible(radiograph_result="suspicious", hardware="none", gadolinium_contraindicated=True))
    assert "Because of Hardware: Endoprosthesis" not in screen.words("case_mri_tumor")
    assert "Because of Gadolinium contraindicated: Yes" in screen.words("case_mri_tumor")


@pytest.mark.parametrize("way_back", ["button", "keys"])
def test_there_and_back_keeps_case_scroll_and_focus(
    window: MainWindow, screen: Screen, qtbot: QtBot, way_back: str
) -> None:
    window.resize(1024, 640)
    case = eligible(tumor_origin="soft_tissue", hardware="endoprosthesis", age_years=44)
    show(window, screen, case)
    button = pressed("open_variant", window, screen)
    window.show_decide()
    screen.settle()
    # Scroll the focused widget out of view, as a reader does.
    for column in window.decide.findChildren(Column):
        column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())
    before = scroll(window)
    assert any(before.values())
    button.click()
    screen.settle()
    assert not window.decide.isVisible()
    if way_back == "button":
        pressed("back_to_decide", window, screen)
    else:
        QTest.keyClick(focus(), Qt.Key.Key_1, CTRL)
        screen.settle()
    assert window.decide.isVisible()
    assert window.state.scenario == case
    assert focus() is button
    assert scroll(window) == before
    assert not window.state.undo_stack.canUndo()


def test_keys_and_clicks_on_the_places_keep_focus_and_scroll(window: MainWindow, screen: Screen) -> None:
    window.resize(1024, 768)
    show(window, screen, eligible())
    field = screen.segments("treated")["yes"]
    field.setFocus()
    screen.settle()
    left = screen.find("column_left", Column)
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum())
    before = scroll(window)
    assert before["column_left"] > 0
    for number in (Qt.Key.Key_2, Qt.Key.Key_1):
        QTest.keyClick(focus(), number, CTRL)
        screen.settle()
    assert (focus(), scroll(window)) == (field, before)
    for place in ("place_reference", "place_decide"):
        QTest.mouseClick(screen.find(place), Qt.MouseButton.LeftButton)
        screen.settle()
    assert window.decide.isVisible()
    assert (focus(), scroll(window)) == (field, before)


def test_the_reference_is_as_it_was_left(window: MainWindow, screen: Screen) -> None:
    show(window, screen, eligible(tumor_origin="soft_tissue"))
    pressed("open_variant", window, screen)
    (section,) = window.reference.findChildren(Section, "criteria")
    place = section.verticalScrollBar().value()
    window.show_decide()
    screen.settle()
    window.show_reference()
    screen.settle()
    assert section.isVisible() and section.verticalScrollBar().value() == place
    assert focus().objectName() == "criteria_local_recurrence_soft_tissue_head"


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_everything_on_the_pages_has_its_place(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    window.resize(1024, 768)
    show(window, screen, eligible(radiograph_result="suspicious", hardware="endoprosthesis"))
    window.show_reference()
    for page in ("criteria", "protocols"):
        (section,) = window.reference.findChildren(Section, page)
        window.reference.open_entries(page, list(section.entries))
        # So many rows take their places in several steps.
        qtbot.waitUntil(lambda: look_over(window)[0] == [])
        assert look_over(window)[1] > 300
