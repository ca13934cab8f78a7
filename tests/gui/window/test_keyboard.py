"""Everything can be done by keyboard alone, and answers take few keys."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from core.base.model import field_names
from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content, by_id
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

# The offscreen platform prints this for windows with a minimum size, and for menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

SITUATIONS = {
    "index": eligible(hardware="endoprosthesis", age_years=24, site="femur"),
    "tumor board": eligible(radiograph_result="indeterminate", advanced_study="ct", advanced_result="equivocal"),
    "out of scope": Scenario(purpose="initial_staging", tumor_origin="soft_tissue", treated=False),
}


def headlines(content: Content, node: str) -> set[str]:
    """Return the possible banner text for a walk that stops at this node."""
    return {headline.text for headline in by_id(content.nodes)[node].headlines}


# The shortest ways


def test_four_digits_lead_from_launch_to_the_index_answer(screen: Screen, content: Content) -> None:
    screen.type("111")
    screen.press(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)

    assert screen.headline() in headlines(content, "radiographs")
    assert screen.answer("symptoms") == ()


def test_one_key_leads_from_radiographs_to_the_next_step(window: MainWindow, screen: Screen, content: Content) -> None:
    for digit, result, node in (
        ("2", "stable", "continue_surveillance"),
        ("3", "suspicious", "mri"),
        ("4", "indeterminate", "mri"),
    ):
        window.reset()
        screen.type("1111" + digit)
        assert screen.answer("radiograph_result") == result
        assert screen.headline() in headlines(content, node)


def test_digit_without_a_choice_changes_nothing(window: MainWindow, screen: Screen) -> None:
    screen.type("970")

    assert window.state.scenario == Scenario()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"


# Everything can be reached


@pytest.mark.parametrize("situation", SITUATIONS)
def test_tab_reaches_everything_in_reading_order(window: MainWindow, screen: Screen, situation: str) -> None:
    window.resize(1024, 768)
    window.state.show_scenario(SITUATIONS[situation])
    screen.open_folds()
    window.decide.start()
    stops = []
    for stop in screen.tab_stops():
        QApplication.processEvents()
        assert seen(stop), f"{stop.objectName()} has the keyboard out of sight"
        stops.append(stop)
    assert len(stops) > 10
    for stop in [stops[0], *stops[:0:-1]]:
        assert focus() is stop, "Shift+Tab goes another way"
        screen.press(Qt.Key.Key_Tab, SHIFT)
    check_reading_order(stops)
    keys = sorted(keys for keys, _ in alt_keys(window))
    assert keys == sorted(set(keys)), "an Alt key means two things"
    assert len(keys) >= 15  # Menus, questions, folds, two buttons
    if situation != "tumor board":  # The longest walk includes the others.
        return

    shown = [w for w in window.decide.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    takers = {w for w in shown if w.focusPolicy() is not Qt.FocusPolicy.NoFocus}
    walked: set[QWidget] = set()
    for stop in stops:
        if stop in takers - walked:
            walked |= walk_with_arrows(stop)
    assert {w.objectName() or w for w in takers - set(stops) - walked} == set()


def check_reading_order(stops: list[QWidget]) -> None:
    """Check the order: column after column, and each from top to bottom."""
    columns = [column_of(stop) for stop in stops]
    turn = columns.index(min(columns), columns.index(max(columns)))
    stops, columns = stops[turn:] + stops[:turn], columns[turn:] + columns[:turn]
    assert columns == sorted(columns), [stop.objectName() for stop in stops]
    for one, two in pairwise(stops):
        if column_of(one) == column_of(two):
            assert not above(two, one), f"{two.objectName()} is above {one.objectName()} but follows it"


def walk_with_arrows(start: QWidget) -> set[QWidget]:
    """Return the widgets that arrow keys reach from a choice or from a node of the flowchart."""
    found: set[QWidget] = set()
    if not isinstance(start, QAbstractButton):
        return found
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            here.setFocus()
            QTest.keyClick(here, key)
            there = focus()
            if there not in found and there.parentWidget() is start.parentWidget():
                found.add(there)
                waiting.append(there)
    return found


def column_of(widget: QWidget) -> int:
    """Return where a widget is: 0 in the window's header, 1 to 3 in a column of the place, from the left."""
    parent: QWidget | None = widget
    while parent is not None and not parent.objectName().startswith("column_"):
        parent = parent.parentWidget()
    return ("left", "center", "right").index(parent.objectName().removeprefix("column_")) + 1 if parent else 0


def above(one: QWidget, two: QWidget) -> bool:
    """Return whether one widget ends before the other begins."""
    return one.mapToGlobal(one.rect().bottomLeft()).y() < two.mapToGlobal(two.rect().topLeft()).y()


def seen(widget: QWidget) -> bool:
    """Return whether all of a widget is in view, or as much of it as the view has height for."""
    shown = widget.visibleRegion().boundingRect()
    return shown.width() == widget.width() and shown.height() >= min(widget.height(), 100)


# Arrows, taking back, undoing


def test_arrows_choose_within_a_group_and_stay_in_it(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("radiograph_result")
    chosen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        screen.press(key)
        chosen.append(window.state.scenario.radiograph_result)
        assert focus().objectName() == f"radiograph_result_{chosen[-1]}"

    assert chosen == ["stable", "suspicious", "indeterminate", "not_done", "indeterminate", "suspicious"]


def test_arrows_move_among_symptoms_without_choosing(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("symptoms")
    screen.press(Qt.Key.Key_Right)

    assert focus().objectName() == "symptoms_new_pain"
    assert window.state.scenario.symptoms is None
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.symptoms == ("new_pain",)
    screen.press(Qt.Key.Key_Up)
    screen.press(Qt.Key.Key_Left)
    assert focus().objectName() == "symptoms_pathologic_fracture"


def test_delete_takes_an_answer_back(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_Delete)
    assert not window.state.undo_stack.canUndo(), "there was nothing to take back"
    for field, digit in (("purpose", "2"), ("treated", "2"), ("symptoms", "1"), ("symptoms", "3")):
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            window.decide.form.go_to(field)
            screen.type(digit)
            assert getattr(window.state.scenario, field) is not None, field
            window.decide.form.go_to(field)
            screen.press(key)
            assert getattr(window.state.scenario, field) is None, field
            assert screen.answer(field) is None, field


def test_delete_takes_all_symptoms_back_in_one_step(window: MainWindow, screen: Screen) -> None:
    window.state.answer("symptoms", ("new_pain", "palpable_mass", "pathologic_fracture"))
    window.decide.form.go_to("symptoms")
    screen.press(Qt.Key.Key_Delete)

    assert window.state.scenario.symptoms is None
    screen.press(Qt.Key.Key_Z, CTRL)
    assert window.state.scenario.symptoms == ("new_pain", "palpable_mass", "pathologic_fracture")


def test_space_on_the_chosen_answer_takes_it_back(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.purpose == "local_recurrence_surveillance"
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.purpose is None


def test_every_answer_can_be_undone_and_redone(window: MainWindow, screen: Screen) -> None:
    seen = [window.state.scenario]
    for digit in "11113":
        screen.type(digit)
        seen.append(window.state.scenario)
    for scenario in seen[-2::-1]:
        screen.press(Qt.Key.Key_Z, CTRL)
        assert (window.state.scenario, shown(screen)) == (scenario, scenario)
    for scenario in seen[1:]:
        screen.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert (window.state.scenario, shown(screen)) == (scenario, scenario)


def shown(screen: Screen) -> Scenario:
    """Return the answers on the form."""
    return checked(Scenario, {field: screen.answer(field) for field in field_names(Scenario)})


def test_new_case_starts_empty_and_can_be_undone(window: MainWindow, screen: Screen) -> None:
    screen.type("11113")
    before = window.state.scenario
    screen.press(Qt.Key.Key_N, CTRL)

    assert window.state.scenario == shown(screen) == Scenario()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"
    screen.press(Qt.Key.Key_Z, CTRL)
    assert window.state.scenario == shown(screen) == before


# Number fields keep their keys


def test_keys_in_a_number_field_choose_nothing_elsewhere(window: MainWindow, screen: Screen) -> None:
    for text in ("12", "1234 abc p o r", "18 months", "111111111111"):
        window.reset()
        window.decide.form.go_to("age_years")
        screen.type(text)
        assert screen.find("age_years", QLineEdit).text() == text[:12]
        assert window.state.scenario.but(age_years=None) == Scenario()
    screen.press(Qt.Key.Key_Backspace)
    assert screen.find("age_years", QLineEdit).text() == "11111111111"


def test_undo_in_a_number_field_keeps_field_and_case_equal(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("age_years")
    screen.type("24")
    for keys in (CTRL, CTRL, CTRL, CTRL | SHIFT, CTRL | SHIFT, CTRL):
        screen.press(Qt.Key.Key_Z, keys)
        assert screen.answer("age_years") == window.state.scenario.age_years


# Explanations


def test_one_key_explains_and_escape_gives_the_keyboard_back(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(radiograph_result="indeterminate", hardware="endoprosthesis"))
    openers = [
        "why",
        "rating_radiography_why",
        "rating_bone_scan_whole_body_why",
        "pitfall_hardware_artifact",
        "step_mri",
        "chip_tumor_board_equivocal_imaging",
        "node_ct",
    ]
    for opener in openers:
        screen.find(opener).setFocus()
        screen.press(Qt.Key.Key_Return if opener == "node_ct" else Qt.Key.Key_Space)
        assert screen.find("why_panel").isVisible(), opener
        assert focus().objectName() == "why_text", opener
        assert len(screen.words("why_panel")) >= 3, opener
        screen.press(Qt.Key.Key_Escape)
        assert not screen.find("why_panel").isVisible(), opener
        assert focus().objectName() == opener


def test_tab_stays_in_an_explanation_until_it_is_closed(screen: Screen) -> None:
    screen.click(screen.find("why"))
    assert [stop.objectName() for stop in screen.tab_stops()] == ["why_text", "why_close"]
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Space)

    assert not screen.find("why_panel").isVisible()
    assert focus().objectName() == "why"


def test_answer_closes_the_explanation_of_the_old_one(window: MainWindow, screen: Screen) -> None:
    screen.type("1111")
    screen.click(screen.find("why"))
    assert screen.find("why_panel").isVisible()
    window.state.answer("radiograph_result", "stable")

    assert not screen.find("why_panel").isVisible()


# Alt keys


def alt_keys(window: MainWindow) -> list[tuple[str, QWidget]]:
    """Return every Alt key of the window's visible widgets, with its label, button or menu."""
    found = []
    for widget in window.findChildren(QWidget):
        if (isinstance(widget, QLabel) and widget.buddy() is not None and widget.isVisible()) or (
            isinstance(widget, QAbstractButton) and widget.isVisible() and not isinstance(widget.parent(), QMenuBar)
        ):
            found.append((QKeySequence.mnemonic(widget.text()).toString(), widget))
        elif isinstance(widget, QMenu) and isinstance(widget.parent(), QMenuBar):
            found.append((QKeySequence.mnemonic(widget.title()).toString(), widget))
    return [(keys, widget) for keys, widget in found if keys]


def test_no_alt_key_of_the_teach_place_means_two_things(window: MainWindow, screen: Screen) -> None:
    window.show_teach()
    place = window.teach.place
    steps = (lambda: None, lambda: place.start_quiz(1, 1), lambda: place.run.next(), place.own.make)
    for number, step in enumerate(steps):
        step()
        screen.settle()
        keys = sorted(keys for keys, _ in alt_keys(window))
        assert keys == sorted(set(keys)), number
        assert len(keys) > 5  # the menus


def test_no_menu_key_and_no_shortcut_means_two_things(window: MainWindow) -> None:
    shortcuts = []
    for menu in window.findChildren(QMenu):
        keys = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions() if action.text()]
        assert "" not in keys, menu.title()
        assert sorted(keys) == sorted(set(keys)), menu.title()
        shortcuts += [keys.toString() for action in menu.actions() for keys in action.shortcuts()]
    assert sorted(shortcuts) == sorted(set(shortcuts))
    assert {"Ctrl+N", "Ctrl+O", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+C", "F11", "Ctrl+0"} <= set(shortcuts)


def test_alt_key_of_a_question_goes_there_and_changes_nothing(
    window: MainWindow, screen: Screen, content: Content
) -> None:
    window.state.show_scenario(eligible(radiograph_result="stable"))
    before = window.state.scenario
    for field in ("purpose", "tumor_origin", "treated", "symptoms", "radiograph_result"):
        screen.find("why").setFocus()
        QTest.keyClick(focus(), by_id(content.fields)[field].key, ALT)
        assert focus().objectName().startswith(f"{field}_")
        QTest.qWait(150)  # As long as Qt shows a button pressed
        assert window.state.scenario == before


def test_alt_key_of_a_fold_opens_and_closes_it(screen: Screen, content: Content, qtbot: QtBot) -> None:
    for group in content.groups:
        if group.key is None:
            continue
        head = screen.find(f"fold_{group.id}_head", QAbstractButton)
        for wanted in (True, False):
            QTest.keyClick(focus(), group.key, ALT)
            qtbot.waitUntil(lambda head=head, wanted=wanted: head.isChecked() == wanted and not head.isDown())
            assert all(screen.find(f"field_{field}").isVisible() == wanted for field in group.fields)


def test_alt_keys_of_the_banner_explain_and_copy(screen: Screen, qtbot: QtBot) -> None:
    screen.type("1111")
    QApplication.clipboard().clear()
    screen.press(Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
    assert screen.headline() in QApplication.clipboard().text()
    screen.press(Qt.Key.Key_W, ALT)
    qtbot.waitUntil(screen.find("why_panel").isVisible)


def test_alt_key_of_a_menu_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    menus = [menu for menu in window.findChildren(QMenu) if isinstance(menu.parent(), QMenuBar)]
    for menu in menus[:4]:
        QTest.keyClick(focus(), QKeySequence.mnemonic(menu.title())[0].key(), ALT)
        qtbot.waitUntil(menu.isVisible)
        QTest.keyClick(menu, Qt.Key.Key_Escape)


# The view


def test_f11_fills_the_screen_and_goes_back(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    screen.press(Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_keys_zoom_the_window_and_the_flowchart(window: MainWindow, screen: Screen) -> None:
    before = screen.find("headline").font().pointSizeF()
    screen.press(Qt.Key.Key_Plus, CTRL)
    assert screen.find("headline").font().pointSizeF() > before
    screen.press(Qt.Key.Key_Equal, CTRL)
    screen.press(Qt.Key.Key_0, CTRL)
    assert screen.find("headline").font().pointSizeF() == before
    screen.press(Qt.Key.Key_Minus, CTRL)
    assert screen.find("headline").font().pointSizeF() < before
    screen.press(Qt.Key.Key_Plus, CTRL | ALT)
    assert window.decide.flowchart.zoom_percent > 100
    screen.press(Qt.Key.Key_0, CTRL | ALT)
    assert window.decide.flowchart.zoom_percent == 100
