"""Everything by keyboard alone, and the shortest ways to an answer."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from core.base.model import checked, field_names
from core.case.scenario import Scenario
from core.content import Content, by_id
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

# What the offscreen platform says of windows with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

SITUATIONS = {
    "empty": Scenario(),
    "index": eligible(hardware="endoprosthesis", age_years=24, site="femur"),
    "tumor board": eligible(radiograph_result="indeterminate", advanced_study="ct", advanced_result="equivocal"),
    "out of scope": Scenario(purpose="initial_staging", tumor_origin="soft_tissue", treated=False),
}


def headlines(content: Content, node: str) -> set[str]:
    """What the banner may say where a walk stops at this node."""
    return {headline.text for headline in by_id(content.nodes)[node].headlines}


# The shortest ways


def test_that_four_digits_lead_from_launch_to_the_index_answer(screen: Screen, content: Content) -> None:
    screen.type("1111")

    assert screen.headline() in headlines(content, "radiographs")
    assert screen.answer("symptoms") == ()


def test_that_four_clicks_lead_from_launch_to_the_index_answer(screen: Screen, content: Content) -> None:
    for name in ("purpose_local_recurrence_surveillance", "tumor_origin_bone", "treated_yes", "symptoms_empty"):
        screen.click(screen.find(name))

    assert screen.headline() in headlines(content, "radiographs")


@pytest.mark.parametrize(
    ("digit", "result", "node"),
    [("2", "stable", "continue_surveillance"), ("3", "suspicious", "mri"), ("4", "indeterminate", "mri")],
)
def test_that_one_key_leads_from_a_radiograph_result_to_the_next_step(
    screen: Screen, content: Content, digit: str, result: str, node: str
) -> None:
    screen.type("1111" + digit)

    assert screen.answer("radiograph_result") == result
    assert screen.headline() in headlines(content, node)


def test_that_digits_of_the_keypad_choose_as_well(screen: Screen, content: Content) -> None:
    for _ in range(4):
        screen.press(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)

    assert screen.headline() in headlines(content, "radiographs")


def test_that_a_digit_without_a_choice_changes_nothing(window: MainWindow, screen: Screen) -> None:
    screen.type("970")

    assert window.state.scenario == Scenario()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"


# Everything can be reached


@pytest.mark.parametrize("situation", SITUATIONS)
def test_that_tab_and_arrows_reach_everything_that_takes_the_keyboard(
    window: MainWindow, screen: Screen, situation: str
) -> None:
    window.state.show_scenario(SITUATIONS[situation])
    screen.open_folds()
    window.decide.start()
    shown = [w for w in window.decide.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    takers = {w for w in shown if w.focusPolicy() is not Qt.FocusPolicy.NoFocus}

    stops = set(screen.tab_stops())
    walked = {there for stop in stops & takers for there in walk_with_arrows(stop)}

    assert {w.objectName() or w for w in takers - stops - walked} == set()
    assert len(stops) > 10


def walk_with_arrows(start: QWidget) -> set[QWidget]:
    """The widgets that arrow keys reach from a choice or from a node of the flowchart."""
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


@pytest.mark.parametrize("situation", SITUATIONS)
def test_that_shift_tab_goes_the_same_way_back(window: MainWindow, screen: Screen, situation: str) -> None:
    window.state.show_scenario(SITUATIONS[situation])
    window.decide.start()
    forth = list(screen.tab_stops())
    back = [focus()]
    for _ in forth:
        screen.press(Qt.Key.Key_Tab, SHIFT)
        back.append(focus())

    assert [w.objectName() for w in back[:0:-1]] == [w.objectName() for w in forth]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_that_tab_follows_the_reading_order(window: MainWindow, screen: Screen, situation: str) -> None:
    window.state.show_scenario(SITUATIONS[situation])
    screen.open_folds()
    window.decide.start()
    stops = list(screen.tab_stops())
    columns = [column_of(stop) for stop in stops]
    turn = columns.index(min(columns), columns.index(max(columns)))
    stops, columns = stops[turn:] + stops[:turn], columns[turn:] + columns[:turn]

    assert columns == sorted(columns), [stop.objectName() for stop in stops]
    for one, two in pairwise(stops):
        if column_of(one) == column_of(two):
            assert not above(two, one), f"{two.objectName()} stands above {one.objectName()} but follows it"


def column_of(widget: QWidget) -> int:
    """Where a widget stands: 0 in the window's header, 1 to 3 in a column of the place, from the left."""
    parent: QWidget | None = widget
    while parent is not None and not parent.objectName().startswith("column_"):
        parent = parent.parentWidget()
    return ("left", "center", "right").index(parent.objectName().removeprefix("column_")) + 1 if parent else 0


def above(one: QWidget, two: QWidget) -> bool:
    """Whether one widget ends before the other begins."""
    return one.mapToGlobal(one.rect().bottomLeft()).y() < two.mapToGlobal(two.rect().topLeft()).y()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_that_whatever_has_the_keyboard_is_seen(window: MainWindow, screen: Screen, situation: str) -> None:
    window.resize(1024, 768)
    window.state.show_scenario(SITUATIONS[situation])
    screen.open_folds()
    window.decide.start()

    for stop in screen.tab_stops():
        QApplication.processEvents()
        assert seen(stop), f"{stop.objectName()} has the keyboard out of sight"


def seen(widget: QWidget) -> bool:
    """Whether all of a widget is in view, or as much of it as the view has height for."""
    shown = widget.visibleRegion().boundingRect()
    return shown.width() == widget.width() and shown.height() >= min(widget.height(), 100)


# Arrows, taking back, undoing


def test_that_arrows_choose_within_a_group_and_stay_in_it(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("radiograph_result")
    chosen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        screen.press(key)
        chosen.append(window.state.scenario.radiograph_result)
        assert focus().objectName() == f"radiograph_result_{chosen[-1]}"

    assert chosen == ["stable", "suspicious", "indeterminate", "not_done", "indeterminate", "suspicious"]


def test_that_arrows_move_among_symptoms_without_choosing(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("symptoms")
    screen.press(Qt.Key.Key_Right)

    assert focus().objectName() == "symptoms_new_pain"
    assert window.state.scenario.symptoms is None
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.symptoms == ("new_pain",)
    screen.press(Qt.Key.Key_Up)
    screen.press(Qt.Key.Key_Left)
    assert focus().objectName() == "symptoms_pathologic_fracture"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
@pytest.mark.parametrize(("field", "digit"), [("purpose", "2"), ("treated", "2"), ("symptoms", "1"), ("symptoms", "3")])
def test_that_delete_takes_an_answer_back(
    window: MainWindow, screen: Screen, field: str, digit: str, key: Qt.Key
) -> None:
    window.decide.form.go_to(field)
    screen.type(digit)
    assert getattr(window.state.scenario, field) is not None
    window.decide.form.go_to(field)
    screen.press(key)

    assert getattr(window.state.scenario, field) is None
    assert screen.answer(field) is None


def test_that_delete_takes_all_symptoms_back_in_one_step(window: MainWindow, screen: Screen) -> None:
    window.state.answer("symptoms", ("new_pain", "palpable_mass", "pathologic_fracture"))
    window.decide.form.go_to("symptoms")
    screen.press(Qt.Key.Key_Delete)

    assert window.state.scenario.symptoms is None
    screen.press(Qt.Key.Key_Z, CTRL)
    assert window.state.scenario.symptoms == ("new_pain", "palpable_mass", "pathologic_fracture")


def test_that_delete_where_nothing_is_recorded_changes_nothing(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_Delete)

    assert window.state.scenario == Scenario()
    assert not window.state.undo_stack.canUndo()


def test_that_space_on_the_chosen_one_takes_it_back(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.purpose == "local_recurrence_surveillance"
    screen.press(Qt.Key.Key_Space)
    assert window.state.scenario.purpose is None


def test_that_every_answer_can_be_undone_and_redone(window: MainWindow, screen: Screen) -> None:
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
    """The answers on the form."""
    return checked(Scenario, {field: screen.answer(field) for field in field_names(Scenario)})


def test_that_a_new_case_starts_empty_at_the_first_question_and_can_be_undone(
    window: MainWindow, screen: Screen
) -> None:
    screen.type("11113")
    before = window.state.scenario
    screen.press(Qt.Key.Key_N, CTRL)

    assert window.state.scenario == shown(screen) == Scenario()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"
    screen.press(Qt.Key.Key_Z, CTRL)
    assert window.state.scenario == shown(screen) == before


# Number fields keep their keys


@pytest.mark.parametrize("text", ["12", "1234 abc p o r", "18 months", "111111111111"])
def test_that_keys_in_a_number_field_choose_nothing_elsewhere(window: MainWindow, screen: Screen, text: str) -> None:
    window.decide.form.go_to("age_years")
    screen.type(text)

    assert screen.find("age_years", QLineEdit).text() == text[:12]
    assert window.state.scenario.but(age_years=None) == Scenario()


def test_that_delete_in_a_number_field_deletes_a_character(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("age_years")
    screen.type("245")
    screen.press(Qt.Key.Key_Backspace)

    assert window.state.scenario.age_years == 24


def test_that_undo_in_a_number_field_leaves_field_and_case_of_one_mind(window: MainWindow, screen: Screen) -> None:
    window.decide.form.go_to("age_years")
    screen.type("24")
    for keys in (CTRL, CTRL, CTRL, CTRL | SHIFT, CTRL | SHIFT, CTRL):
        screen.press(Qt.Key.Key_Z, keys)
        assert screen.answer("age_years") == window.state.scenario.age_years


# Explanations


@pytest.mark.parametrize(
    "opener",
    [
        "why",
        "rating_radiography_why",
        "rating_bone_scan_whole_body_why",
        "pitfall_hardware_artifact",
        "step_mri",
        "node_ct",
        "chip_tumor_board_equivocal_imaging",
    ],
)
def test_that_one_key_explains_and_escape_gives_the_keyboard_back(
    window: MainWindow, screen: Screen, opener: str
) -> None:
    window.state.show_scenario(eligible(radiograph_result="indeterminate", hardware="endoprosthesis"))
    screen.find(opener).setFocus()
    screen.press(Qt.Key.Key_Space)

    assert screen.find("why_panel").isVisible()
    assert focus().objectName() == "why_text"
    assert len(screen.words("why_panel")) >= 3
    screen.press(Qt.Key.Key_Escape)
    assert not screen.find("why_panel").isVisible()
    assert focus().objectName() == opener


def test_that_enter_explains_a_node(window: MainWindow, screen: Screen) -> None:
    screen.find("node_mri").setFocus()
    screen.press(Qt.Key.Key_Return)

    assert screen.find("why_panel").isVisible()


def test_that_tab_stays_in_an_explanation_until_its_cross_or_escape_closes_it(screen: Screen) -> None:
    screen.click(screen.find("why"))
    assert [stop.objectName() for stop in screen.tab_stops()] == ["why_text", "why_close"]
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Space)

    assert not screen.find("why_panel").isVisible()
    assert focus().objectName() == "why"


def test_that_an_answer_closes_the_explanation_of_the_old_one(window: MainWindow, screen: Screen) -> None:
    screen.type("1111")
    screen.click(screen.find("why"))
    assert screen.find("why_panel").isVisible()
    window.state.answer("radiograph_result", "stable")

    assert not screen.find("why_panel").isVisible()


# Alt keys


def alt_keys(window: MainWindow) -> list[tuple[str, QWidget]]:
    """Every Alt key of the window's visible widgets, with its label, button or menu."""
    found = []
    for widget in window.findChildren(QWidget):
        if (isinstance(widget, QLabel) and widget.buddy() is not None and widget.isVisible()) or (
            isinstance(widget, QAbstractButton) and widget.isVisible() and not isinstance(widget.parent(), QMenuBar)
        ):
            found.append((QKeySequence.mnemonic(widget.text()).toString(), widget))
        elif isinstance(widget, QMenu) and isinstance(widget.parent(), QMenuBar):
            found.append((QKeySequence.mnemonic(widget.title()).toString(), widget))
    return [(keys, widget) for keys, widget in found if keys]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_that_no_alt_key_means_two_things(window: MainWindow, screen: Screen, situation: str) -> None:
    window.state.show_scenario(SITUATIONS[situation])
    screen.open_folds()
    keys = sorted(keys for keys, _ in alt_keys(window))

    assert keys == sorted(set(keys))
    assert len(keys) >= 15  # four menus, five questions, four folds, two buttons


@pytest.mark.parametrize("doing", ["choosing", "writing", "quiz", "quiz over"])
def test_that_no_alt_key_of_the_teach_place_means_two_things(window: MainWindow, screen: Screen, doing: str) -> None:
    window.show_teach()
    place = window.teach.place
    if doing == "writing":
        place.own.make()
    elif doing.startswith("quiz"):
        place.start_quiz(1, 1)
    if doing == "quiz over":
        place.run.next()
    screen.settle()
    keys = sorted(keys for keys, _ in alt_keys(window))

    assert keys == sorted(set(keys))
    assert len(keys) > 5  # five menus


def test_that_no_key_of_a_menu_means_two_things(window: MainWindow) -> None:
    for menu in window.findChildren(QMenu):
        keys = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions() if action.text()]
        assert "" not in keys, menu.title()
        assert sorted(keys) == sorted(set(keys)), menu.title()


def test_that_no_shortcut_means_two_things(window: MainWindow) -> None:
    actions = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    keys = [sequence.toString() for action in actions for sequence in action.shortcuts()]

    assert sorted(keys) == sorted(set(keys))
    assert {"Ctrl+N", "Ctrl+O", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+C", "F11", "Ctrl+0"} <= set(keys)


@pytest.mark.parametrize("field", ["purpose", "tumor_origin", "treated", "symptoms", "radiograph_result"])
def test_that_the_alt_key_of_a_question_goes_there_and_changes_nothing(
    window: MainWindow, screen: Screen, content: Content, field: str
) -> None:
    window.state.show_scenario(eligible(radiograph_result="stable"))
    before = window.state.scenario
    screen.find("why").setFocus()
    key = by_id(content.fields)[field].key
    assert key is not None
    QTest.keyClick(focus(), key, ALT)

    assert focus().objectName().startswith(f"{field}_")
    QTest.qWait(150)  # as long as Qt holds a button down that it presses by itself
    assert window.state.scenario == before


def test_that_the_alt_key_of_a_fold_opens_and_closes_it(screen: Screen, content: Content, qtbot: QtBot) -> None:
    for group in content.groups:
        if group.key is None:
            continue
        head = screen.find(f"fold_{group.id}_head", QAbstractButton)
        for wanted in (True, False):
            QTest.keyClick(focus(), group.key, ALT)
            qtbot.waitUntil(lambda head=head, wanted=wanted: head.isChecked() == wanted and not head.isDown())
            assert all(screen.find(f"field_{field}").isVisible() == wanted for field in group.fields)


def test_that_the_alt_keys_of_the_banner_explain_and_copy(screen: Screen, qtbot: QtBot) -> None:
    screen.type("1111")
    QApplication.clipboard().clear()
    screen.press(Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
    assert screen.headline() in QApplication.clipboard().text()
    screen.press(Qt.Key.Key_W, ALT)
    qtbot.waitUntil(screen.find("why_panel").isVisible)


@pytest.mark.parametrize("index", range(4))
def test_that_the_alt_key_of_a_menu_opens_it(window: MainWindow, qtbot: QtBot, index: int) -> None:
    menu = [menu for menu in window.findChildren(QMenu) if isinstance(menu.parent(), QMenuBar)][index]
    QTest.keyClick(focus(), QKeySequence.mnemonic(menu.title())[0].key(), ALT)

    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Escape)


# The view


def test_that_f11_fills_the_screen_and_goes_back(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    screen.press(Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_that_keys_zoom_the_window_and_the_flowchart(window: MainWindow, screen: Screen) -> None:
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
