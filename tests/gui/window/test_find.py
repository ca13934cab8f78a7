"""Find: the palette in the real window, by keyboard alone."""

from collections.abc import Iterable, Iterator
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
from core.search import Index, Target
from gui.files.recent_files import RecentFiles
from gui.reference.sections import Disclosure, Section
from gui.widgets.menu_commands import plain
from gui.window import navigation as ways
from gui.window.find_palette import FindPalette
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

CTRL = Qt.KeyboardModifier.ControlModifier
CASE = eligible(radiograph_result="indeterminate", hardware="endoprosthesis")

# Terms and actions of every case, and the three keys that must find each at the top.
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
def palette(window: MainWindow, screen: Screen, qtbot: QtBot, indexed: list[Target]) -> FindPalette:
    """Open the palette over an eligible case."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.state.show_scenario(CASE)
    screen.press(Qt.Key.Key_K, CTRL)
    return window.finder.ways.palette


@pytest.fixture
def chosen(palette: FindPalette) -> Iterator[list[Target]]:
    """Yield the list of targets chosen in the palette, in order."""
    found: list[Target] = []
    palette.chosen.connect(found.append)
    yield found


def rows(palette: FindPalette, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [palette.rows.index(row).data(role) for row in range(palette.rows.rowCount())]


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[Target]:
    """Return everything that the palette lists when it opens."""
    found: list[Target] = []

    def index(targets: Iterable[Target]) -> Index:
        found[:] = targets
        return Index(found)

    monkeypatch.setattr(ways, "Index", index)
    return found


def of_kind(targets: list[Target], kind: str) -> list[Target]:
    return [target for target in targets if target.kind == kind]


def test_three_keys_find_each_of_the_commonest(screen: Screen, palette: FindPalette) -> None:
    first = {}
    for keys in COMMONEST:
        screen.press(Qt.Key.Key_K, CTRL)  # The palette starts again with an empty line.
        screen.type(keys)
        assert screen.find("find_line", QLineEdit).text() == keys
        target = palette.rows.targets[0]
        first[keys] = f"{target.kind}: {target.title}"
    assert first == COMMONEST


def test_every_menu_command_is_listed_with_its_keys(
    window: MainWindow, palette: FindPalette, indexed: list[Target]
) -> None:
    actions = [a for menu in window.findChildren(QMenu) for a in menu.actions() if a.text() and not a.menu()]
    listed = {target.title for target in of_kind(indexed, "command")}
    assert listed == {plain(action.text()) for action in actions if action.isEnabled()}
    texts = rows(palette, Qt.ItemDataRole.AccessibleTextRole)
    assert "New case, Command · File, Ctrl+N" in texts
    assert {"Find anything…, Command · Edit, Ctrl+K", "Help, Command · Help, F1"} <= set(texts)


def test_command_acts_on_what_had_the_keyboard_before(window: MainWindow, screen: Screen, palette: FindPalette) -> None:
    assert not any(row.startswith("Undo") for row in rows(palette)), "it cannot be used now"
    screen.press(Qt.Key.Key_Escape)
    window.state.answer("age_years", 24)
    screen.press(Qt.Key.Key_K, CTRL)
    assert any(row.startswith("Undo") for row in rows(palette))
    screen.type("undo")
    screen.press(Qt.Key.Key_Return)
    assert window.state.scenario.age_years is None
    assert not screen.find("find_palette").isVisible()


def test_escape_closes_and_gives_the_keyboard_back(window: MainWindow, screen: Screen) -> None:
    before = focus()
    for _ in range(2):
        screen.press(Qt.Key.Key_K, CTRL)
        assert focus().objectName() == "find_line"
        screen.type("mri")
        screen.press(Qt.Key.Key_Escape)
        assert focus() is before
        assert not screen.find("find_palette").isVisible()


def test_click_elsewhere_closes_and_takes_the_keyboard(screen: Screen, palette: FindPalette) -> None:
    screen.click(screen.find("purpose_local_recurrence_surveillance"))
    assert not palette.isVisible()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"


def test_arrows_and_page_keys_choose_a_row(screen: Screen, palette: FindPalette, chosen: list[Target]) -> None:
    for key, end in ((Qt.Key.Key_PageDown, palette.rows.rowCount() - 1), (Qt.Key.Key_PageUp, 0)):
        for _ in range(20):
            screen.press(key)
        assert palette.list.currentIndex().row() == end
    screen.type("mri")
    listed = rows(palette)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab):
        screen.press(key)
    assert focus() is palette.line
    screen.press(Qt.Key.Key_Return)
    assert [target.title for target in chosen] == [listed[1]]


def test_click_on_a_row_goes_there(window: MainWindow, screen: Screen, palette: FindPalette) -> None:
    screen.type("hardware")
    spot = palette.list.visualRect(palette.rows.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.decide.form.editors["hardware"].isAncestorOf(focus())


def test_nothing_found_says_so_and_enter_does_nothing(
    screen: Screen, palette: FindPalette, chosen: list[Target]
) -> None:
    screen.type("xyzzyq")
    screen.press(Qt.Key.Key_Return)
    assert (rows(palette), chosen) == ([], [])
    assert palette.isVisible()
    assert screen.find("find_count", QLabel).text().startswith("Nothing found")


# Every kind of entry


def test_every_field_gets_the_keyboard(window: MainWindow, palette: FindPalette, indexed: list[Target]) -> None:
    for target in of_kind(indexed, "field"):
        window.show_reference()
        window.finder.ways.go(target)
        assert window.decide.form.editors[target.id].isAncestorOf(focus()), target.title


def test_study_leads_to_its_rating_or_to_the_criteria(
    window: MainWindow, palette: FindPalette, indexed: list[Target]
) -> None:
    rated = {row.procedure for row in window.state.snapshot.report.ratings} if window.state.snapshot.report else set()
    assert len(rated) > 5
    for target in of_kind(indexed, "procedure"):
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


def test_every_kind_of_entry_opens_on_its_page(window: MainWindow, palette: FindPalette, indexed: list[Target]) -> None:
    for kind, (page, name) in ENTRIES.items():
        for target in of_kind(indexed, kind)[:2]:
            window.finder.ways.go(target)
            (entry,) = window.reference.findChildren(Disclosure, name.format(target.id))
            assert entry.isVisible() and entry.body.isVisible() and entry.isAncestorOf(focus()), (kind, target.title)
            assert window.reference.findChildren(Section, page)[0].isVisible()


def test_numbers_and_schedules_are_shown_on_their_pages(window: MainWindow, palette: FindPalette) -> None:
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


def test_every_reference_page_is_listed_by_its_tab(
    window: MainWindow, palette: FindPalette, indexed: list[Target]
) -> None:
    pages = of_kind(indexed, "page")
    window.show_reference()
    tabs = {b.objectName(): b.text() for b in window.reference.findChildren(QPushButton) if b.isCheckable()}
    tabs = {name.removeprefix("page_"): text for name, text in tabs.items() if name.startswith("page_")}
    assert {target.id: target.title for target in pages} == tabs
    for target in pages:
        window.finder.ways.go(target)
        assert window.reference.findChildren(Section, target.id)[0].isVisible()


def test_case_opens_in_teach_but_not_during_a_quiz(
    window: MainWindow, palette: FindPalette, indexed: list[Target]
) -> None:
    cases = of_kind(indexed, "case")
    window.show_teach()
    window.teach.place.cases.search.setText("nothing like it")
    window.show_decide()
    window.finder.ways.go(cases[3])
    assert window.teach.isVisible()
    assert window.teach.place.page.lesson.case.title == cases[3].title
    window.teach.place.start_quiz(5, 1)
    before = window.teach.place.page.lesson
    window.finder.ways.go(cases[7])
    assert window.teach.place.page.lesson is before, "a quiz under way is disturbed"


# Accessibility


def test_screen_reader_gets_every_row_and_the_count(screen: Screen, palette: FindPalette) -> None:
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


def test_palette_lies_inside_a_small_window(window: MainWindow, screen: Screen, palette: FindPalette) -> None:
    window.resize(window.minimumSize())
    screen.settle()
    assert palette.parentWidget().rect().contains(palette.geometry())
    height = palette.list.visualRect(palette.rows.index(0)).height()
    assert palette.list.viewport().height() >= 2 * height


def test_command_survives_a_refilled_menu(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "femur.case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title="Femur", scenario=eligible())))
    window.files.open_path(path)
    window.reset()
    window.finder.find()
    screen.type("femur.case.json")
    (recent,) = window.findChildren(RecentFiles)
    recent.fill()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # An invalid row would raise an exception and fail the test.
    window.grab()
    screen.press(Qt.Key.Key_Return)
    assert window.state.file is not None
    assert window.state.file.path == path
