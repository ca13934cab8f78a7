"""A pinned case beside the present one: what is marked differs, what differs is marked, and Esc ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from core.case.case_file import SCHEMA, Case
from core.case.scenario import Scenario
from gui.decide.comparison import ComparedLine
from gui.look.theme import theme_manager
from gui.widgets.picture import Picture
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lines(screen: Screen) -> dict[str, list[str]]:
    """The visible words of each line of the comparison."""
    shown = screen.visible(ComparedLine, "compared_")
    return {
        row.objectName().removeprefix("compared_"): [
            label.text() for label in row.findChildren(QLabel) if label.isVisible() and label.text()
        ]
        for row in shown
    }


def marked(screen: Screen) -> set[str]:
    """The lines that carry the sign and the word for a difference."""
    found = set()
    for row in screen.visible(ComparedLine, "compared_"):
        signs = [mark for mark in row.findChildren(Picture) if mark.isVisible() and not mark.pixmap().isNull()]
        words = [label for label in row.findChildren(QLabel) if label.isVisible() and label.text() == "Differs"]
        assert len(signs) == len(words), row.objectName()
        if words:
            found.add(row.objectName().removeprefix("compared_"))
    return found


def pin(window: MainWindow, screen: Screen, scenario: Scenario) -> None:
    """Pins a scenario by its key."""
    window.state.show_scenario(scenario)
    screen.press(Qt.Key.Key_P, CTRL | SHIFT)
    screen.settle()


def test_that_a_pinned_case_differs_from_nothing_until_an_answer_changes(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    assert marked(screen) == set()
    assert screen.find("comparison_summary", QLabel).text().startswith("No difference yet")
    screen.click(screen.find("radiograph_result_suspicious"))
    screen.settle()

    assert {"action", "radiograph_result", "step_3"} <= marked(screen)
    shown = lines(screen)
    assert shown["radiograph_result"] == ["Differs", "Radiographs", "Not done", "Suspicious"]
    assert shown["action"][2:] == ["Order radiographs of the tumor site", screen.headline()]
    assert "step_1" not in marked(screen)


def test_that_a_line_is_marked_exactly_when_its_two_sides_read_differently(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible(hardware="endoprosthesis", age_years=24))
    for scenario in (
        eligible(radiograph_result="stable", clinical_suspicion="high"),
        eligible(tumor_origin="soft_tissue"),
        Scenario(),
        eligible(hardware="endoprosthesis", age_years=24),
    ):
        window.state.show_scenario(scenario)
        screen.settle()
        differing = {name for name, words in lines(screen).items() if words[-2] != words[-1]}
        assert marked(screen) == differing, scenario
        rows = screen.visible(ComparedLine, "compared_")
        assert {row.objectName().removeprefix("compared_") for row in rows if "differs" in row.accessibleName()} == (
            differing
        )


@pytest.mark.parametrize("way", ["Esc", "button", "menu"])
def test_that_a_comparison_ends_and_the_flowchart_is_back(window: MainWindow, screen: Screen, way: str) -> None:
    pin(window, screen, eligible())
    unpin = window.findChild(QAction, "unpin")
    assert isinstance(unpin, QAction)
    assert unpin.isEnabled()
    hidden = ("next_steps", "warnings", "ratings")
    assert not any(screen.find(name).isVisible() for name in hidden)
    if way == "Esc":
        screen.press(Qt.Key.Key_Escape)
    elif way == "button":
        screen.find("unpin").setFocus()
        screen.press(Qt.Key.Key_Space)
        assert focus().objectName() == "why"
    else:
        unpin.trigger()
    screen.settle()

    assert not screen.find("comparison").isVisible()
    assert all(screen.find(name).isVisible() for name in hidden)
    assert not unpin.isEnabled()
    assert window.decide.flowchart.isVisible()


def test_that_esc_closes_an_explanation_before_it_ends_the_comparison(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    screen.click(screen.find("why"))
    screen.press(Qt.Key.Key_Escape)
    assert not screen.find("why_panel").isVisible()
    assert screen.find("comparison").isVisible()
    screen.press(Qt.Key.Key_Escape)
    assert not screen.find("comparison").isVisible()


@pytest.mark.parametrize("field", ["age_years", "site", "purpose_local_recurrence_surveillance"])
def test_that_esc_ends_the_comparison_wherever_the_keyboard_is_in_the_form(
    window: MainWindow, screen: Screen, field: str
) -> None:
    pin(window, screen, eligible())
    screen.open_folds()
    screen.find(field).setFocus()
    screen.press(Qt.Key.Key_Escape)

    assert not screen.find("comparison").isVisible()


def test_that_the_present_case_can_be_pinned_in_place_of_the_other(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    window.state.answer("radiograph_result", "suspicious")
    screen.settle()
    screen.click(screen.find("pin_instead"))
    assert marked(screen) == set()


def test_that_another_case_can_be_opened_beside_the_pinned_one(window: MainWindow, screen: Screen) -> None:
    window.open_case(Case(schema=SCHEMA, title="First", scenario=eligible()))
    screen.press(Qt.Key.Key_P, CTRL | SHIFT)
    window.open_case(Case(schema=SCHEMA, title="Second", scenario=eligible(age_years=9)))
    screen.settle()

    words = " ".join(screen.words("comparison"))
    assert "Pinned: First" in words
    assert "Now: Second" in words
    assert marked(screen) >= {"age_years"}


def test_that_a_comparison_asked_for_elsewhere_is_shown_in_decide(window: MainWindow, screen: Screen) -> None:
    window.show_reference()
    window.pin()
    assert screen.find("comparison").isVisible()


def test_that_a_fault_takes_the_comparison_off_the_screen(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    window.state.clear_decision()
    screen.settle()
    assert lines(screen) == {}
    window.state.answer("radiograph_result", "stable")
    screen.settle()
    assert "radiograph_result" in marked(screen)


@pytest.mark.parametrize("width", [500, 800, 1280])
def test_that_form_banner_and_comparison_are_there_in_every_width(
    window: MainWindow, screen: Screen, width: int
) -> None:
    pin(window, screen, eligible())
    window.resize(width, 800)
    screen.settle()
    for name in ("scenario", "recommendation", "comparison"):
        assert screen.find(name).isVisible()
    window.decide.unpin()
    screen.settle()
    for name in ("scenario", "recommendation", "next_steps", "steps", "warnings", "ratings", "what_if"):
        assert screen.find(name).isVisible(), name


def test_that_the_sign_follows_the_theme(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    window.state.answer("radiograph_result", "stable")
    screen.settle()
    seen = set()
    for theme in ("light", "dark", "contrast"):
        theme_manager().set_theme(theme)
        screen.settle()
        row = screen.find("compared_radiograph_result", QWidget)
        (sign,) = [mark for mark in row.findChildren(Picture) if not mark.pixmap().isNull()]
        seen.add(sign.pixmap().toImage().pixelColor(8, 8).name())
        assert marked(screen)
    theme_manager().set_theme("light")

    assert len(seen) > 1
