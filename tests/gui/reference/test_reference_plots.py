"""Radiation, schedules and numbers in the real window: they follow the case, and never change it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QGroupBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from core.base.resources import resource_path
from core.case.scenario import Scenario
from core.reference.shelf import load_shelf
from gui.look.theme import theme_manager
from gui.reference.lazy_section import LazySection
from gui.reference.plot_panel import PlotPanel
from gui.widgets.plot import Plot, PlotView
from gui.widgets.segments import RadioSegment
from gui.widgets.text_table import TableToggle, TextTable
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import look_over
from tests.gui.screen import Screen
from tests.strategies import eligible

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CASE = eligible(age_years=24, site="knee", grade="high", months_since_treatment=18)
PAGES = ("radiation", "schedules", "numbers")


@pytest.fixture
def reference(window: MainWindow) -> Iterator[MainWindow]:
    window.state.show_scenario(CASE)
    window.show_reference()
    yield window
    theme_manager().set_zoom(100)
    theme_manager().set_theme("light")


def page(window: MainWindow, name: str) -> LazySection:
    window.findChild(QPushButton, f"page_{name}").click()
    section = window.findChild(LazySection, name)
    assert section.isVisible()
    Screen(window).settle()
    return section


def plot(window: MainWindow, name: str) -> Plot:
    return window.findChild(PlotView, f"{name}_plot").plot


def rows(window: MainWindow, name: str) -> dict[str, str]:
    return {row.label: row.value for row in plot(window, name).rows}


def words(table: QWidget) -> list[str]:
    return [label.text() for label in table.findChildren(QLabel) if not label.isHidden()]


def press(window: MainWindow, name: str) -> None:
    window.findChild(RadioSegment, name).click()


# --- filled when looked at ---------------------------------------------------------------------------------------


def test_a_page_is_filled_when_first_shown(reference: MainWindow) -> None:
    assert reference.findChildren(PlotView, "timeline_plot") == []
    page(reference, "schedules")
    assert len(reference.findChildren(PlotView, "timeline_plot")) == 1
    page(reference, "radiation")
    page(reference, "schedules")
    assert len(reference.findChildren(PlotView, "timeline_plot")) == 1


# --- radiation ---------------------------------------------------------------------------------------------------


def test_programs_are_compared_for_the_patient_and_site(reference: MainWindow) -> None:
    page(reference, "radiation")
    assert rows(reference, "programs") == {
        "Radiographs at every visit": "0.016\u20130.08 mSv",
        "CT of the site at every visit instead": "below 0.8 mSv",
        "FDG-PET/CT at every visit instead": "94\u2013200 mSv",
    }
    assert plot(reference, "programs").axis.logarithmic


def test_the_user_sets_the_number_of_visits(reference: MainWindow) -> None:
    page(reference, "radiation")
    number = reference.findChild(QSpinBox, "visits")
    assert (number.minimum(), number.maximum()) == (1, 60)
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "16")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert plot(reference, "programs").title.startswith("16 visits to come")
    assert rows(reference, "programs")["Radiographs at every visit"] == "0.032\u20130.16 mSv"


def test_a_child_gets_the_levels_of_a_child(reference: MainWindow) -> None:
    page(reference, "radiation")
    press(reference, "radiation_patient_child")
    assert rows(reference, "programs")["CT of the site at every visit instead"] == "0.24\u20132.4 mSv"
    assert all(mark.open for row in plot(reference, "programs").rows for mark in row.marks)
    press(reference, "radiation_patient_child")  # Clearing the choice still leaves a patient.
    assert reference.findChild(RadioSegment, "radiation_patient_child").isChecked()


def test_a_site_without_a_dose_says_so_and_draws_nothing(reference: MainWindow) -> None:
    reference.state.show_scenario(eligible(age_years=24, site="femur"))
    page(reference, "radiation")
    assert rows(reference, "programs")["CT of the site at every visit instead"] == "not known"
    assert plot(reference, "programs").rows[1].marks == ()
    assert any("neither a dose nor a level was seen" in label.text() for label in visible(reference))


def visible(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible()]


def test_choices_here_hold_until_the_case_changes(
    reference: MainWindow,
) -> None:
    section = page(reference, "radiation")
    before = reference.state.snapshot.decision
    press(reference, "radiation_patient_child")
    site = section.findChild(QComboBox, "site")
    site.setCurrentIndex(site.findData("pelvis"))
    site.activated.emit(site.currentIndex())
    assert rows(reference, "programs")["CT of the site at every visit instead"] == "24\u201380 mSv"
    assert reference.state.scenario == CASE
    assert reference.state.snapshot.decision is before
    reference.show_decide()
    reference.show_reference()
    assert rows(reference, "programs")["CT of the site at every visit instead"] == "24\u201380 mSv"
    reference.state.show_scenario(eligible(age_years=30, site="pelvis"))
    assert rows(reference, "programs")["CT of the site at every visit instead"] == "26\u201380 mSv"


def test_the_page_has_no_field_for_doses_received(reference: MainWindow) -> None:
    section = page(reference, "radiation")
    fields = [w for w in section.findChildren(QWidget) if isinstance(w, QSpinBox | QComboBox | RadioSegment)]
    typed = [line for line in section.findChildren(QLineEdit) if not isinstance(line.parentWidget(), QSpinBox)]
    patients = {"radiation_patient_adult", "radiation_patient_child"}
    assert {w.objectName() for w in fields} == {"visits", "site", *patients}
    assert typed == []
    assert section.findChild(QWidget, "radiation_note_position").isVisible()


def test_levels_are_listed_for_the_site_and_all_in_a_fold(reference: MainWindow) -> None:
    section = page(reference, "radiation")
    here = words(section.findChild(TextTable, "levels_here"))
    assert "CT, knee" in here and "Level 1 \u00b7 below 0.1 mSv" in here and "CT, pelvis, one pass" not in here
    section.findChild(QPushButton, "levels_all_toggle").click()
    shelf = load_shelf(resource_path("reference"), reference.state.content)
    assert {level.title for level in shelf.radiation_levels} <= set(words(section.findChild(TextTable, "levels_all")))


# --- schedules ---------------------------------------------------------------------------------------------------


def headings(window: MainWindow) -> list[str]:
    return [row.label for row in plot(window, "timeline").rows if row.heading]


def test_schedules_are_those_for_age_and_grade_of_the_case(reference: MainWindow) -> None:
    page(reference, "schedules")
    shown = headings(reference)
    assert len(shown) >= 6
    assert "Ultrasound of the limb, high grade" in shown
    assert "Ultrasound of the limb, low grade" not in shown and "Canadian Cancer Society, children" not in shown
    press(reference, "schedule_grade_any")
    press(reference, "schedule_patient_any")
    shelf = load_shelf(resource_path("reference"), reference.state.content)
    assert headings(reference) == [schedule.title for schedule in shelf.schedules]


def test_you_are_here_is_the_month_of_the_case(reference: MainWindow) -> None:
    page(reference, "schedules")
    (line,) = plot(reference, "timeline").lines
    assert (line.value, line.label) == (18, "You are here: month 18")
    reference.state.show_scenario(Scenario())
    assert plot(reference, "timeline").lines == ()
    assert any("not recorded" in label.text() for label in visible(reference))
    reference.state.show_scenario(eligible(months_since_treatment=300))
    assert plot(reference, "timeline").lines[0].label == "You are here: month 300, beyond this scale"


def test_the_table_names_visits_as_months_after_treatment(reference: MainWindow) -> None:
    section = page(reference, "schedules")
    section.findChild(QPushButton, "timeline_table_toggle").click()
    table = words(section.findChild(TextTable, "schedules_table"))
    assert "Visit: months 21, 24, 30, 36" in table
    assert "cannot be said" in table
    local, timeline = section.findChild(QGroupBox, "local_protocol"), section.findChild(PlotPanel, "timeline")
    assert "None is set up" in " ".join(words(local))
    assert local.mapTo(section, QPoint()).y() < timeline.mapTo(section, QPoint()).y()


# --- numbers -----------------------------------------------------------------------------------------------------


def test_every_figure_has_a_plot_with_a_dot_for_each_finding(reference: MainWindow) -> None:
    page(reference, "numbers")
    shelf = load_shelf(resource_path("reference"), reference.state.content)
    for figure in shelf.figures:
        drawn = plot(reference, f"figure_{figure.id}").rows
        assert [row.marks[0].value for row in drawn] == [finding.value for finding in figure.findings]
        axis = plot(reference, f"figure_{figure.id}").axis
        assert all(axis.low <= finding.value <= axis.high for finding in figure.findings)
        for row, finding in zip(drawn, figure.findings, strict=True):
            assert (row.marks[0].low, row.marks[0].high) == (finding.interval or (None, None))


# --- all three ---------------------------------------------------------------------------------------------------


def test_every_plot_can_be_read_as_a_table_by_keyboard(reference: MainWindow) -> None:
    for name in PAGES:
        panels = page(reference, name).findChildren(PlotPanel)
        assert panels
        for panel in panels:
            toggle = panel.findChild(QPushButton, f"{panel.objectName()}_table_toggle")
            assert not panel.table.isVisible()
            toggle.setFocus()
            QTest.keyClick(toggle, Qt.Key.Key_Space)
            assert panel.table.isVisible()
            text = " ".join(words(panel.table))
            assert [row for row in panel.plot.plot.rows if not row.heading and row.value not in text] == []
            assert panel.plot.accessibleName() == panel.accessibleName() == panel.plot.plot.title
            QTest.keyClick(toggle, Qt.Key.Key_Space)
            assert not panel.table.isVisible()


def test_tab_visits_named_widgets_in_reading_order(reference: MainWindow) -> None:
    for name in PAGES:
        section = page(reference, name)
        reference.findChild(QPushButton, f"page_{name}").setFocus()
        stops = [stop for stop in Screen(reference).tab_stops() if section.page.isAncestorOf(stop)]
        taking = [w for w in section.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        takers = [w for w in taking if w.isVisible() and not isinstance(w.parentWidget(), QSpinBox)]
        assert len(stops) >= len(takers) > 5
        assert [taker for taker in takers if not (taker.objectName() and taker.accessibleName())] == []
        places = [stop.mapTo(section.page, stop.rect().center()) for stop in stops]
        for one, other in pairwise(places):
            assert other.y() > one.y() + 8 or (abs(other.y() - one.y()) <= 8 and other.x() > one.x())


def test_a_plot_is_saved_and_a_missing_folder_reported(reference: MainWindow, tmp_path: Path) -> None:
    section = page(reference, "numbers")
    panel = section.findChildren(PlotPanel)[0]
    panel.save(tmp_path / "plot")
    assert "<image" not in (tmp_path / "plot.svg").read_text(encoding="utf-8")
    panel.save(tmp_path / "nowhere" / "plot.pdf")
    assert reference.reference.why.isVisible()
    assert not (tmp_path / "nowhere").exists()


def test_nothing_is_cut_off_or_on_top_of_anything(reference: MainWindow) -> None:
    reference.resize(1024, 768)
    for name in PAGES:
        section = page(reference, name)
        for toggle in section.findChildren(TableToggle):
            toggle.setChecked(True)
        Screen(reference).settle()
        problems, count = look_over(reference)
        assert problems == []
        assert count > 60
        for view in section.findChildren(PlotView):
            assert view.height() >= view.heightForWidth(view.width())
