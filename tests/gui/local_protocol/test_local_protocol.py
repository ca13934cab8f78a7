"""The local protocol in the window: shown with the answer, edited in its form, removed without a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.report.report import make_report
from core.schedule.local_protocol import LocalProtocol, local_protocol_to_bytes
from gui.base.preferences import Preferences
from gui.local_protocol.editor import LocalProtocolDialog
from gui.look.theme import theme_manager
from gui.reference.plot_panel import PlotPanel
from gui.reference.schedules import SchedulesSection
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen
from tests.local_protocols import FULL, local_protocols
from tests.strategies import eligible, eligible_scenarios, scenarios

# The offscreen platform prints this for dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
EQUIVOCAL = eligible(radiograph_result="indeterminate", advanced_study="mri", advanced_result="equivocal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def screen(qtbot: QtBot, content: Content, today: date, folder: Path) -> Iterator[Screen]:
    """Show a window whose profile is a real, empty folder."""
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    window = MainWindow(CaseState(content, today), Preferences(folder / "preferences.json"))
    window.show()
    qtbot.waitActive(window)
    yield Screen(window)
    window.state.belongs_to(None)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def everything(window: MainWindow) -> list[tuple[str, str, str, str]]:
    """Return name, text and accessible texts of every visible widget."""
    return [
        (w.objectName(), w.text() if isinstance(w, QLabel | QAbstractButton) else "", w.accessibleName(), w.accessibleDescription())
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.window() is window
    ]  # fmt: skip


def form(screen: Screen) -> LocalProtocolDialog:
    screen.window.edit_local_protocol()
    (dialog,) = [d for d in screen.window.findChildren(LocalProtocolDialog) if d.isVisible()]
    return dialog


def press(dialog: LocalProtocolDialog, name: str) -> None:
    button = dialog.findChild(QAbstractButton, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_note_and_contact_are_under_the_banner_with_a_badge(screen: Screen) -> None:
    screen.window.local.save(FULL)
    screen.window.state.show_scenario(eligible())
    assert screen.find("local_badge", QLabel).text() == "Local: St. Mary"
    assert screen.find("local_words", QLabel).text() == "Radiographs: Room 3, ground floor. Two planes."
    screen.window.state.show_scenario(EQUIVOCAL)
    assert screen.find("local_words", QLabel).text() == "Tumor board: Tuesdays at 16:00, extension 4711"
    screen.window.state.show_scenario(eligible(tumor_origin="soft_tissue"))
    assert not screen.find("local_badge").isVisible()


def test_why_shows_the_note_under_the_badge(screen: Screen) -> None:
    screen.window.state.show_scenario(eligible())
    decide_place = screen.window.decide
    asked = (("node", "radiographs", "Room 3, ground floor."), ("rating", "radiography", "Two planes."))
    for kind, name, note in asked:
        screen.window.local.remove()
        decide_place.explain(decide_place.banner.why_button, kind, name)
        before = screen.words(decide_place.why.objectName())
        screen.window.local.save(FULL)
        decide_place.explain(decide_place.banner.why_button, kind, name)
        after = screen.words(decide_place.why.objectName())
        assert [word for word in after if word not in before] == ["Local: St. Mary", note]
        assert [word for word in after if word in before] == before


def test_new_case_starts_with_the_answer_of_the_site(screen: Screen) -> None:
    window = screen.window
    window.local.save(FULL)
    assert window.state.scenario == Scenario(mars_available=True)
    screen.open_folds()
    assert screen.answer("mars_available") is True
    assert screen.find("mars_available_local", QLabel).text() == "Local: St. Mary · Yes"
    window.state.answer("mars_available", None)
    assert window.state.scenario == Scenario()
    window.reset()
    assert window.state.scenario == Scenario(mars_available=True)
    window.state.undo_stack.undo()
    assert window.state.scenario == Scenario()


def test_page_marks_the_answer_of_the_site_only(screen: Screen, tmp_path: Path) -> None:
    window, page = screen.window, tmp_path / "page.txt"
    window.local.save(FULL)
    for answer, mark in ((True, "Yes (Local: St. Mary)"), (False, "No")):
        window.state.show_scenario(eligible(hardware="endoprosthesis", mars_available=answer))
        window.one_page.save(page)
        recorded = " ".join(page.read_text(encoding="utf-8").split())
        assert recorded.count("Local: ") == recorded.count("(Local: St. Mary)") == mark.count("Local")
        assert f"Artifact reduction available: {mark}" in recorded


def test_schedule_of_the_site_comes_first(screen: Screen) -> None:
    window = screen.window
    window.local.save(FULL)
    window.show_reference()
    (tab,) = window.findChildren(QAbstractButton, "page_schedules")
    tab.click()
    (section,) = window.findChildren(SchedulesSection)
    screen.settle()
    words = screen.words("local_protocol")
    assert words[1] == "Local: St. Mary"
    assert words[2].startswith("Every 3 months (months 0\u201324); every 6 months")
    (panel,) = section.findChildren(PlotPanel)
    assert [row.label for row in panel.plot.plot.rows[:3]] == ["Local: St. Mary", "Visit", "Next visits"]
    window.local.remove()
    screen.settle()
    assert "None is set up." in screen.words("local_protocol")[1]
    assert panel.plot.plot.rows[0].label != "Local: St. Mary"


@settings(max_examples=40)
@given(protocol=local_protocols(), scenario=scenarios() | eligible_scenarios())
def test_no_protocol_changes_the_decision(
    content: Content, today: date, protocol: LocalProtocol, scenario: Scenario
) -> None:
    plain = decide(scenario, content, today)
    state = CaseState(content, today)
    state.set_local(protocol)
    state.show_scenario(scenario)
    assert state.snapshot.decision is not None
    assert state.snapshot.decision.to_json() == plain.to_json()
    assert state.snapshot.report == make_report(scenario, plain, content)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(protocol=local_protocols(), scenario=eligible_scenarios())
def test_no_protocol_changes_the_rest_of_the_screen(
    screen: Screen, protocol: LocalProtocol, scenario: Scenario
) -> None:
    window = screen.window
    window.state.show_scenario(scenario)
    screen.settle()
    before = everything(window)
    answer = {name: screen.words(name) for name in ("next_steps", "steps", "warnings", "ratings")}
    headline = screen.headline()
    window.state.set_local(protocol)
    window.state.show_scenario(scenario)
    screen.settle()
    assert {name: screen.words(name) for name in answer} == answer
    assert screen.headline() == headline
    window.state.set_local(None)
    window.state.show_scenario(scenario)
    screen.settle()
    assert everything(window) == before


def test_removing_the_file_restores_the_window(screen: Screen, folder: Path) -> None:
    window = screen.window
    screen.open_folds()
    screen.settle()
    before = everything(window)
    assert window.local.save(FULL) is None
    screen.settle()
    assert everything(window) != before
    assert (folder / "local.toml").read_bytes() == local_protocol_to_bytes(FULL)
    assert window.local.remove() is None
    screen.settle()
    assert everything(window) == before
    assert list(folder.iterdir()) == []


def test_file_is_read_at_the_next_start(screen: Screen, folder: Path, content: Content, today: date) -> None:
    screen.window.local.save(FULL)
    state = CaseState(content, today)
    again = MainWindow(state, Preferences(folder / "preferences.json"))
    again.local.load()
    assert state.local == FULL
    assert state.scenario == Scenario(mars_available=True)
    again.deleteLater()


def test_broken_file_is_named_with_its_faults(screen: Screen, folder: Path) -> None:
    folder.mkdir()
    broken = b'schema = "bonewatch.local/1"\nsite = "A"\nratings = 1\nmars_available = "yes"\n'
    (folder / "local.toml").write_bytes(broken)
    screen.window.local.load()
    assert screen.window.state.local is None
    screen.window.tell_problems()
    (said,) = [w for w in screen.words(screen.window.decide.why.objectName()) if "local.toml" in w]
    assert str(folder / "local.toml") in said
    assert "local.toml: mars_available: " in said
    assert "local.toml: ratings: " in said
    assert (folder / "local.toml").read_bytes() == broken


def test_form_saves_what_was_typed(screen: Screen, folder: Path) -> None:
    dialog = form(screen)
    QTest.keyClicks(dialog.findChild(QLineEdit, "site"), "St. Mary")
    mars = dialog.findChild(QComboBox, "mars_available")
    mars.setCurrentIndex(mars.findData("yes"))
    QTest.keyClicks(dialog.findChild(QLineEdit, "tumor_board_contact"), "Tuesdays at 16:00, extension 4711")
    for number, values in enumerate(((24, 3, 0), (60, 6, 6), (0, 12, 12)), start=1):
        for name, value in zip(("until", "least", "most"), values, strict=True):
            box = dialog.findChild(QSpinBox, f"{name}_{number}")
            assert box.isVisible()
            box.setValue(value)
    assert not dialog.findChild(QSpinBox, "until_4").isVisible()
    for place, note in (("nodes.radiographs", "Room 3, ground floor."), ("procedures.radiography", "Two planes.")):
        where = dialog.findChild(QComboBox, "note_place")
        where.setCurrentIndex(where.findData(place))
        where.activated.emit(where.currentIndex())
        QTest.keyClicks(dialog.findChild(QPlainTextEdit, "note_text"), note)
    press(dialog, "local_save")
    assert not dialog.isVisible()
    assert screen.window.state.local == FULL
    assert (folder / "local.toml").read_bytes() == local_protocol_to_bytes(FULL)


def test_form_reports_problems_at_their_fields(screen: Screen, folder: Path) -> None:
    dialog = form(screen)
    least, most = (dialog.findChild(QSpinBox, f"{name}_1") for name in ("least", "most"))
    least.setValue(6)
    most.setValue(3)
    press(dialog, "local_save")
    assert dialog.isVisible()
    assert dialog.findChild(QLabel, "problem_site").text() == "Name of your site: is empty; write something"
    assert "least_months 6 is above most_months 3" in dialog.findChild(QLabel, "problem_intervals").text()
    assert not (folder / "local.toml").exists()


def test_form_keeps_what_was_not_saved(screen: Screen, folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be")
    dialog = form(screen)
    QTest.keyClicks(dialog.findChild(QLineEdit, "site"), "St. Mary")
    press(dialog, "local_save")
    problem = dialog.findChild(QLabel, "local_told").text()
    assert problem.startswith(f"It was not saved. {folder / 'local.toml'}")
    assert dialog.findChild(QLineEdit, "site").text() == "St. Mary"
    assert screen.window.state.local is None


def test_form_removes_and_brings_back_the_same_file(screen: Screen, folder: Path) -> None:
    window = screen.window
    window.state.answer("purpose", "local_recurrence_surveillance")
    window.local.save(FULL)
    assert window.state.scenario == Scenario(purpose="local_recurrence_surveillance"), "a case in progress is changed"
    dialog = form(screen)
    press(dialog, "local_remove")
    assert window.state.local is None
    assert not (folder / "local.toml").exists()
    assert not dialog.findChild(QAbstractButton, "local_remove").isEnabled()
    press(dialog, "local_save")
    assert window.state.local == FULL
    assert (folder / "local.toml").read_bytes() == local_protocol_to_bytes(FULL)


def test_form_goes_to_the_note_over_the_limit(screen: Screen) -> None:
    screen.window.local.save(FULL)
    dialog = form(screen)
    dialog.notes.go_to("procedures.radiography")
    dialog.findChild(QPlainTextEdit, "note_text").setPlainText("x" * 401)
    dialog.notes.go_to("nodes.mri")
    press(dialog, "local_save")
    assert dialog.findChild(QComboBox, "note_place").currentData() == "procedures.radiography"
    assert "400 characters" in dialog.findChild(QLabel, "problem_note_text").text()


def test_every_field_of_the_form_has_a_name_and_a_tab_stop(screen: Screen) -> None:
    dialog = form(screen)
    dialog.activateWindow()
    wanted = {w.objectName() for w in dialog.findChildren(QWidget) if takes_keyboard(w)}
    assert all(w.accessibleName() or w.text() for w in dialog.findChildren(QWidget) if takes_keyboard(w))
    reached = set()
    dialog.site.take_keyboard()
    for _ in range(40):
        here = dialog.focusWidget()
        reached.add(here.objectName())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert reached == wanted


def takes_keyboard(widget: QWidget) -> bool:
    kinds = QLineEdit | QPlainTextEdit | QComboBox | QSpinBox | QAbstractButton
    whole = not isinstance(widget.parentWidget(), QSpinBox)
    return isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled() and whole
