"""A pinned case next to the current one: exactly the differences are marked, and Esc ends the comparison."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from core.case.case_file import SCHEMA, Case
from core.case.scenario import Scenario
from gui.decide.comparison import ComparedLine
from gui.widgets.picture import Picture
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lines(screen: Screen) -> dict[str, list[str]]:
    """Return the visible words of each line of the comparison."""
    shown = screen.visible(ComparedLine, "compared_")
    return {
        row.objectName().removeprefix("compared_"): [
            label.text() for label in row.findChildren(QLabel) if label.isVisible() and label.text()
        ]
        for row in shown
    }


def marked(screen: Screen) -> set[str]:
    """Return the lines that carry the sign and the word for a difference."""
    found = set()
    for row in screen.visible(ComparedLine, "compared_"):
        signs = [mark for mark in row.findChildren(Picture) if mark.isVisible() and not mark.pixmap().isNull()]
        words = [label for label in row.findChildren(QLabel) if label.isVisible() and label.text() == "Differs"]
        assert len(signs) == len(words), row.objectName()
        if words:
            found.add(row.objectName().removeprefix("compared_"))
    return found


def pin(window: MainWindow, screen: Screen, scenario: Scenario) -> None:
    """Pin a scenario by its key."""
    window.state.show_scenario(scenario)
    screen.press(Qt.Key.Key_P, CTRL | SHIFT)
    screen.settle()


def test_pinned_case_differs_once_an_answer_changes(window: MainWindow, screen: Screen) -> None:
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


def test_line_is_marked_exactly_where_its_sides_differ(window: MainWindow, screen: Screen) -> None:
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


def test_comparison_ends_and_the_flowchart_is_back(window: MainWindow, screen: Screen) -> None:
    unpin = window.findChild(QAction, "unpin")
    assert isinstance(unpin, QAction)
    hidden = ("next_steps", "warnings", "ratings")
    screen.open_folds()
    for way in ("age_years", "site", "purpose_local_recurrence_surveillance", "button", "menu"):
        pin(window, screen, eligible())
        assert unpin.isEnabled()
        assert not any(screen.find(name).isVisible() for name in hidden)
        if way == "button":
            screen.find("unpin").setFocus()
            screen.press(Qt.Key.Key_Space)
            assert focus().objectName() == "why"
        elif way == "menu":
            unpin.trigger()
        else:  # Esc works wherever the focus is in the form. It closes an explanation first.
            screen.click(screen.find("why"))
            screen.press(Qt.Key.Key_Escape)
            assert not screen.find("why_panel").isVisible()
            assert screen.find("comparison").isVisible()
            screen.find(way).setFocus()
            screen.press(Qt.Key.Key_Escape)
        screen.settle()

        assert not screen.find("comparison").isVisible(), way
        assert all(screen.find(name).isVisible() for name in hidden)
        assert not unpin.isEnabled()
        assert window.decide.flowchart.isVisible()


def test_present_case_replaces_the_pinned_one(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    window.state.answer("radiograph_result", "suspicious")
    screen.settle()
    screen.click(screen.find("pin_instead"))
    assert marked(screen) == set()


def test_another_case_opens_next_to_the_pinned_one(window: MainWindow, screen: Screen) -> None:
    window.open_case(Case(schema=SCHEMA, title="First", scenario=eligible()))
    window.show_reference()
    window.pin()
    assert screen.find("comparison").isVisible(), "Decide is shown"
    window.open_case(Case(schema=SCHEMA, title="Second", scenario=eligible(age_years=9)))
    screen.settle()

    words = " ".join(screen.words("comparison"))
    assert "Pinned: First" in words
    assert "Now: Second" in words
    assert marked(screen) >= {"age_years"}


def test_fault_clears_the_comparison(window: MainWindow, screen: Screen) -> None:
    pin(window, screen, eligible())
    window.state.clear_decision()
    screen.settle()
    assert lines(screen) == {}
    window.state.answer("radiograph_result", "stable")
    screen.settle()
    assert "radiograph_result" in marked(screen)
