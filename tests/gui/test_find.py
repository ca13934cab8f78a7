"""Find anything: the palette on the real window, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, case_to_bytes
from core.reference.shelf import load_shelf
from core.search import Target
from gui.files.recent_files import RecentFiles
from gui.look.theme import theme_manager
from gui.reference.sections import Disclosure, Section
from gui.widgets.menu_commands import plain
from gui.window.find_palette import FindPalette
from gui.window.main_window import MainWindow
from gui.window.navigation import Navigation
from tests.gui.layout_walker import look_over
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

CTRL = Qt.KeyboardModifier.ControlModifier
CASE = eligible(radiograph_result="indeterminate", hardware="endoprosthesis")

# What one looks up beside a patient or does at every case, and the keys that must do before Enter.
COMMONEST = {
    "new": "command: New case",
    "cop": "command: Copy note",
    "pre": "command: Present the case",
    "har": "field: Hardware",
    "age": "field: Age",
    "mri": "protocol: MRI, tumor protocol",
    "met": "protocol: MRI with metal",
    "gad": "protocol: Gadolinium safety",
    "sch": "page: Schedules",
    "cri": "page: Criteria",
}


@pytest.fixture
def palette(window: MainWindow, screen: Screen, qtbot: QtBot) -> FindPalette:
    """The palette, open over an eligible case."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.state.show_scenario(CASE)
    screen.press(Qt.Key.Key_K, CTRL)
    return window.finder.ways.palette


@pytest.fixture
def chosen(palette: FindPalette) -> Iterator[list[Target]]:
    """What was chosen in the palette, in order."""
    found: list[Target] = []
    palette.chosen.connect(found.append)
    yield found


def rows(palette: FindPalette, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [palette.rows.index(row).data(role) for row in range(palette.rows.rowCount())]


def every_target(window: MainWindow) -> dict[str, list[Target]]:
    """Everything that the palette lists, by kind."""
    palette = window.finder.ways.palette
    found: dict[str, list[Target]] = {}
    for target in palette._index.find("", 10_000)[0]:
        found.setdefault(target.kind, []).append(target)
    return found


def test_that_nothing_of_it_is_loaded_before_somebody_asks(window: MainWindow, screen: Screen) -> None:
    assert window.findChildren(FindPalette) == [] == window.findChildren(Navigation)
    screen.click(screen.find("find"))
    assert focus().objectName() == "find_line"
    assert window.findChildren(Section) == []


@pytest.mark.parametrize("keys", COMMONEST)
def test_that_three_keys_and_enter_reach_each_of_the_ten_commonest(
    screen: Screen, chosen: list[Target], keys: str
) -> None:
    assert len(keys) <= 3
    screen.type(keys)
    screen.press(Qt.Key.Key_Return)
    assert [f"{target.kind}: {target.title}" for target in chosen] == [COMMONEST[keys]]


def test_that_every_command_of_the_menus_is_listed_with_its_keys(window: MainWindow, palette: FindPalette) -> None:
    actions = [a for menu in window.findChildren(QMenu) for a in menu.actions() if a.text() and not a.menu()]
    listed = {target.title for target in every_target(window)["command"]}
    assert listed == {plain(action.text()) for action in actions if action.isEnabled()}
    texts = rows(palette, Qt.ItemDataRole.AccessibleTextRole)
    assert "New case, Command · File, Ctrl+N" in texts
    assert {"Find anything…, Command · Edit, Ctrl+K", "Help, Command · Help, F1"} <= set(texts)


def test_that_a_command_that_cannot_be_used_now_is_not_listed(window: MainWindow, screen: Screen) -> None:
    screen.press(Qt.Key.Key_K, CTRL)
    assert not any(row.startswith("Undo") for row in rows(window.finder.ways.palette))
    screen.press(Qt.Key.Key_Escape)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_K, CTRL)
    assert any(row.startswith("Undo") for row in rows(window.finder.ways.palette))


def test_that_a_command_acts_on_what_had_the_keyboard_before(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(CASE)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_K, CTRL)
    screen.type("undo")
    screen.press(Qt.Key.Key_Return)
    assert window.state.scenario.age_years is None
    assert not screen.find("find_palette").isVisible()


def test_that_escape_closes_it_and_gives_the_keyboard_back(window: MainWindow, screen: Screen) -> None:
    before = focus()
    for _ in range(2):
        screen.press(Qt.Key.Key_K, CTRL)
        assert focus().objectName() == "find_line"
        screen.type("mri")
        screen.press(Qt.Key.Key_Escape)
        assert focus() is before
        assert not screen.find("find_palette").isVisible()


def test_that_it_begins_anew_when_it_is_opened_again(window: MainWindow, screen: Screen, palette: FindPalette) -> None:
    everything = rows(palette)
    screen.type("mri")
    assert rows(palette) != everything
    screen.press(Qt.Key.Key_K, CTRL)
    assert screen.find("find_line", QLineEdit).text() == ""
    assert rows(palette) == everything


def test_that_a_click_elsewhere_closes_it_and_keeps_the_keyboard_there(screen: Screen, palette: FindPalette) -> None:
    screen.click(screen.find("purpose_local_recurrence_surveillance"))
    assert not palette.isVisible()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"


def test_that_arrows_choose_a_row_and_tab_leaves_the_line_alone(
    screen: Screen, palette: FindPalette, chosen: list[Target]
) -> None:
    screen.type("mri")
    listed = rows(palette)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab):
        screen.press(key)
    assert focus() is palette.line
    screen.press(Qt.Key.Key_Return)
    assert [target.title for target in chosen] == [listed[1]]


def test_that_page_keys_stop_at_the_ends(screen: Screen, palette: FindPalette) -> None:
    for _ in range(20):
        screen.press(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == palette.rows.rowCount() - 1
    for _ in range(20):
        screen.press(Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0


def test_that_a_click_on_a_row_goes_there(window: MainWindow, screen: Screen, palette: FindPalette) -> None:
    screen.type("hardware")
    spot = palette.list.visualRect(palette.rows.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.decide.form.editors["hardware"].isAncestorOf(focus())


def test_that_nothing_found_says_so_and_enter_does_nothing(
    screen: Screen, palette: FindPalette, chosen: list[Target]
) -> None:
    screen.type("xyzzyq")
    screen.press(Qt.Key.Key_Return)
    assert (rows(palette), chosen) == ([], [])
    assert palette.isVisible()
    assert screen.find("find_count", QLabel).text().startswith("Nothing found")


# To every kind of thing


def test_that_every_field_gets_the_keyboard(window: MainWindow, palette: FindPalette) -> None:
    for target in every_target(window)["field"]:
        window.show_reference()
        window.finder.ways.go(target)
        assert window.decide.form.editors[target.id].isAncestorOf(focus()), target.title


def test_that_a_study_leads_to_its_rating_or_else_to_the_criteria(window: MainWindow, palette: FindPalette) -> None:
    rated = {row.procedure for row in window.state.report.ratings} if window.state.report else set()
    assert len(rated) > 5
    for target in every_target(window)["procedure"]:
        window.finder.ways.go(target)
        wanted = f"rating_{target.id}_why" if target.id in rated else "criteria_side_by_side_head"
        assert focus().objectName() == wanted
    window.state.answer("tumor_origin", "soft_tissue")
    window.finder.ways.go(Target("procedure", next(iter(rated)), ""))
    assert focus().objectName() == "criteria_side_by_side_head"


ENTRIES = {
    "variant": ("criteria", "criteria_{}"),
    "comparison": ("criteria", "criteria_comparison"),
    "edition": ("criteria", "criteria_editions"),
    "protocol": ("protocols", "protocol_{}"),
    "differential": ("differential", "diagnosis_{}"),
    "question": ("questions", "question_{}"),
    "source": ("sources", "source_{}"),
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_that_every_entry_is_opened_on_its_page_with_the_keyboard_at_it(
    window: MainWindow, screen: Screen, palette: FindPalette, kind: str
) -> None:
    page, name = ENTRIES[kind]
    for target in every_target(window)[kind][:6]:
        window.finder.ways.go(target)
        (entry,) = window.reference.findChildren(Disclosure, name.format(target.id))
        assert entry.isVisible() and entry.body.isVisible() and entry.isAncestorOf(focus()), target.title
        assert window.reference.findChildren(Section, page)[0].isVisible()


def test_that_radiation_schedules_and_numbers_are_shown_where_they_stand(
    window: MainWindow, palette: FindPalette
) -> None:
    shelf = load_shelf(resource_path("reference"), window.state.content)
    figure, schedule = shelf.figures[0].id, shelf.schedules[0].id
    names = {
        ("number", figure): f"figure_{figure}",
        ("number", shelf.figure_notes[0].id): f"number_note_{shelf.figure_notes[0].id}",
        ("schedule", schedule): "timeline",
        ("schedule", shelf.schedule_notes[0].id): f"schedule_note_{shelf.schedule_notes[0].id}",
        ("radiation", shelf.radiation_notes[0].id): f"radiation_note_{shelf.radiation_notes[0].id}",
        ("dose", shelf.doses[0].id): "doses",
        ("level", shelf.radiation_levels[0].id): "levels",
    }
    for (kind, id_), name in names.items():
        window.finder.ways.go(Target(kind, id_, ""))
        (part,) = [w for w in window.reference.findChildren(QWidget, name) if w.isVisible()]
        assert part.isAncestorOf(focus()), (kind, id_)


def test_that_every_page_of_the_reference_is_listed_by_the_name_of_its_tab(
    window: MainWindow, palette: FindPalette
) -> None:
    pages = every_target(window)["page"]
    window.show_reference()
    tabs = {b.objectName(): b.text() for b in window.reference.findChildren(QPushButton) if b.isCheckable()}
    tabs = {name.removeprefix("page_"): text for name, text in tabs.items() if name.startswith("page_")}
    assert {target.id: target.title for target in pages} == tabs
    for target in pages:
        window.finder.ways.go(target)
        assert window.reference.findChildren(Section, target.id)[0].isVisible()


def test_that_a_case_opens_in_teach_whatever_narrows_the_list(window: MainWindow, palette: FindPalette) -> None:
    cases = every_target(window)["case"]
    assert len(cases) >= 16
    window.teach.place.cases.search.setText("nothing like it")
    for target in cases[3:5]:
        window.finder.ways.go(target)
        assert window.teach.isVisible()
        assert window.teach.place.page.lesson.case.title == target.title


def test_that_a_quiz_under_way_is_not_disturbed(window: MainWindow, palette: FindPalette) -> None:
    window.show_teach()
    window.teach.place.start_quiz(5, 1)
    before = window.teach.place.page.lesson
    window.finder.ways.go(every_target(window)["case"][7])
    assert window.teach.place.page.lesson is before


# For everybody


def test_that_an_assistive_client_reads_every_row_and_hears_the_number(screen: Screen, palette: FindPalette) -> None:
    screen.type("metal")
    assert focus().accessibleName() == "Find anything"
    said = focus().accessibleDescription()
    assert said.startswith(f"{rows(palette)[0]}, Protocols. ") and said.endswith(" found")
    screen.press(Qt.Key.Key_Down)
    assert focus().accessibleDescription().startswith(rows(palette)[1])
    listed = QAccessible.queryAccessibleInterface(palette.list)
    assert listed.role() == QAccessible.Role.List
    assert listed.childCount() == palette.rows.rowCount()
    names = [listed.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert names == rows(palette, Qt.ItemDataRole.AccessibleTextRole)[:3]


@pytest.mark.parametrize(
    ("size", "zoom"),
    [((480, 360), 100), ((1024, 768), 100), ((1024, 768), 200), ((1920, 1080), 100), ((1920, 1080), 200)],
)
def test_that_it_lies_inside_the_window_and_shows_whole_rows(
    window: MainWindow, screen: Screen, palette: FindPalette, size: tuple[int, int], zoom: int
) -> None:
    theme_manager().set_zoom(zoom)
    window.resize(*size)
    screen.settle()
    host = palette.parentWidget()
    assert host.rect().contains(palette.geometry())
    height = palette.list.visualRect(palette.rows.index(0)).height()
    assert palette.list.viewport().height() >= 2 * height
    assert palette.list.viewport().height() % height < 2
    found, widgets = look_over(window)
    assert [problem for problem in found if "find" in problem] == []
    assert widgets > 50


def test_that_a_command_is_done_though_its_menu_was_filled_anew_under_the_open_palette(
    window: MainWindow, screen: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "femur.case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title="Femur", scenario=eligible())))
    window.files.open_path(path)
    window.reset()
    window.finder.find()
    screen.type("femur.case.json")
    (recent,) = window.findChildren(RecentFiles)
    recent.fill()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A row that cannot be painted would tell the exception hook, which ends the test.
    window.grab()
    screen.press(Qt.Key.Key_Return)
    assert window.state.file is not None
    assert window.state.file.path == path
