"""Radiation, for talking with patients: the usual dose of each study, and the total of a number of visits.

The page does not ask for earlier examinations and has no effect on the decision.
"""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.case.age_group import AgeGroup, age_group
from core.case.scenario import Scenario
from core.content import Content, Source, by_id
from core.content.citations import collect, id_list
from core.reference.radiation import (
    Examination,
    ProgramDose,
    Published,
    RadiationLevel,
    band_of,
    in_msv,
    levels_for,
    program_doses,
    range_in_msv,
)
from core.reference.shelf import Shelf
from gui.look.theme import Paragraph
from gui.reference.lazy_section import LazySection
from gui.reference.one_of import ChoiceLine, one_of
from gui.reference.plot_panel import PlotBox, PlotPanel
from gui.reference.sections import SourcesButton
from gui.reference.visits import VisitsEditor
from gui.widgets.field_editors import field_editor
from gui.widgets.plot import Axis, Key, Mark, Plot, PlotLine, PlotRow
from gui.widgets.text_table import TableToggle, TextTable

_FIRST_VISITS = 8
"""The initial number of visits: two years with a visit every three months."""


class RadiationSection(LazySection):
    """Shows levels, published doses and a comparison of programs. Patient, site and visits are chosen at the top."""

    parts = ("radiation_note_", "")

    def __init__(self, content: Content, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__(
            "radiation",
            "Radiation",
            "For talking with patients: effective doses in millisievert (mSv), as published.",
            sources,
            parent,
        )
        self._content, self._shelf = content, shelf
        self._patient: AgeGroup = "adult"
        self._site: str | None = None
        self._visits = _FIRST_VISITS
        self._followed: object = None

    def fill(self) -> None:
        position, *others = self._shelf.radiation_notes
        self.add_note("radiation_note", position)
        self._add_choices()
        self._add_programs()
        self._add_levels()
        self._add_doses()
        for note in others:
            self.add_note("radiation_note", note)

    def show_case(self, scenario: Scenario) -> None:
        case = age_group(scenario), scenario.site
        # A choice made here is kept until the case changes.
        if case != self._followed:
            self._followed = case
            self._patient, self._site = case[0] or "adult", case[1]
        self._show()

    # Building

    def _add_choices(self) -> None:
        patients = (("adult", "Adult"), ("child", "Child"))
        self._patients = one_of("radiation_patient", "Patient", patients, self.page)
        self._sites = field_editor("site", self._content, self.page)
        self._visits_editor = VisitsEditor(_FIRST_VISITS, self.page)
        self._patients.answered.connect(self._on_choice)
        self._sites.answered.connect(self._on_choice)
        self._visits_editor.changed.connect(self._on_visits)
        self.blocks.addWidget(ChoiceLine((self._patients, self._sites, self._visits_editor), self.page))

    def _add_programs(self) -> None:
        headings = ("Program", "Adds up to", "Rests on")
        table = self._program_table = TextTable("programs_table", headings, (3, 2, 5), self.page)
        studies = {program.id for program in self._shelf.programs}
        doses = [examination for examination in self._shelf.doses if examination.study in studies]
        levels = [level for level in self._shelf.radiation_levels if level.study in studies]
        references = collect([*doses, *levels])
        plot = self._program_plot(self._doses())
        self._programs = PlotPanel("programs", plot, "", table, references, self.sources, self.page)
        self._programs.why_requested.connect(self.why_requested)
        self.blocks.addWidget(self._programs)

    def _add_levels(self) -> None:
        panel = self._levels = _LevelPanel(self._shelf, self.sources, self.page)
        panel.link.why_requested.connect(self.why_requested)
        self.blocks.addWidget(panel)

    def _add_doses(self) -> None:
        headings = ("Examination", "Overall", "Published, one by one", "Sources")
        table = TextTable("doses_table", headings, (3, 3, 4, 2), self.page)
        rows = tuple(_dose_row(examination) for examination in self._shelf.doses if examination.study != "background")
        keys = (
            Key(Mark(value=0.5), "published value"),
            Key(Mark(low=0.1, high=0.9), "published range"),
        )
        axis = self._axis(0.0003, 50, "effective dose of one examination, mSv, each step ten times the last")
        plot = Plot("Published effective doses", axis, rows, self._background(), keys)
        references = collect(self._shelf.doses)
        told = "; ".join(f"{e.title}: {e.equivalent.text}" for e in self._shelf.doses if e.equivalent)
        lead = (
            "Each dot is a source's own value. Take the spread for what is known. "
            f"Told as time of natural background: {told}."
        )
        panel = PlotPanel("doses", plot, lead, table, references, self.sources, self.page)
        table.show_rows([_dose_cells(examination) for examination in self._shelf.doses])
        panel.why_requested.connect(self.why_requested)
        self.blocks.addWidget(panel)

    # Showing

    @Slot(str, object)
    def _on_choice(self, field: str, value: object) -> None:
        if field == "site":
            self._site = value if isinstance(value, str) else None
        elif value in ("adult", "child"):
            self._patient = value
        self._show()

    @Slot(int)
    def _on_visits(self, visits: int) -> None:
        self._visits = visits
        self._show()

    def _show(self) -> None:
        self._patients.show_answer(self._patient)
        self._sites.show_answer(self._site)
        self._levels.show_levels(self._patient, self._site, self._site_name())
        found = self._doses()
        self._programs.show_plot(self._program_plot(found), self._program_lead(found))
        self._program_table.show_rows([(d.program.title, self._sum(d), self._rests_on(d)) for d in found])

    def _doses(self) -> tuple[ProgramDose, ...]:
        """Return the programs for the chosen patient, site and visits."""
        return program_doses(self._shelf, self._visits, self._site, self._patient)

    def _program_plot(self, found: tuple[ProgramDose, ...]) -> Plot:
        rows = tuple(PlotRow(d.program.title, self._sum(d), _program_marks(d)) for d in found)
        keys = (
            Key(Mark(low=0.1, high=0.9), "published doses"),
            Key(Mark(low=0.1, high=0.9, open=True), "ACR's level, where no dose was seen"),
        )
        one = "One visit to come, program by program"
        title = one if self._visits == 1 else f"{self._visits} visits to come, program by program"
        axis = self._axis(0.001, 2000, "effective dose of all visits together, mSv, each step ten times the last")
        return Plot(title, axis, rows, self._background(), keys)

    def _program_lead(self, found: tuple[ProgramDose, ...]) -> str:
        child = "The same number of visits, child, {site}. MRI and ultrasound would add nothing."
        adult = "The same number of visits, adult, {site}. MRI and ultrasound would add nothing."
        sentences = [(child if self._patient == "child" else adult).format(site=self._site_name())]
        if any(dose.images_assumed for dose in found):
            sentences.append("Where a source gives one view, a visit counts as two: our assumption.")
        if any(dose.basis == "unknown" for dose in found):
            sentences.append("A row without a line: neither a dose nor a level was seen for it.")
        return " ".join(sentences)

    def _site_name(self) -> str:
        if self._site is None:
            return "site not chosen"
        choices = by_id(by_id(self._content.fields)["site"].choices)
        return choices[self._site].label.lower()

    def _sum(self, dose: ProgramDose) -> str:
        return "not known" if dose.dose is None else _range(dose.dose.low_msv, dose.dose.high_msv)

    def _rests_on(self, dose: ProgramDose) -> str:
        if dose.basis == "unknown":
            return "Neither a dose nor a level was seen for this site and patient."
        words = {"published": "Published doses", "level": "ACR's level"}
        return f"{words[dose.basis]}: {dose.rests_on}. {id_list(dose.sources)}"

    def _background(self) -> tuple[PlotLine, ...]:
        """Return the dose of a year of natural background radiation, for comparison."""
        found = [e for e in self._shelf.doses if e.study == "background"]
        return tuple(
            PlotLine(dose.typical_msv, f"{examination.title}: {in_msv(dose.typical_msv)} mSv")
            for examination in found
            for dose in examination.published
            if dose.typical_msv is not None
        )

    @staticmethod
    def _axis(low: float, high: float, title: str) -> Axis:
        powers = (0.001, 0.01, 0.1, 1, 10, 100, 1000)
        ticks = tuple((value, f"{value:,g}") for value in powers if low <= value <= high)
        return Axis(title, low, high, ticks, logarithmic=True)


class _LevelPanel(PlotBox):
    """ACR's levels for the chosen site, with all levels in a fold."""

    def __init__(self, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__("levels", "ACR's relative radiation levels", parent)
        self._shelf = shelf
        self._words = Paragraph("", "body", "secondary", self)
        self.rows.addWidget(self._words)
        headings = ("Study", "Adult", "Child")
        self._here = TextTable("levels_here", headings, (4, 3, 3), self)
        self.rows.addWidget(self._here)
        everywhere = TextTable("levels_all", headings, (4, 3, 3), self)
        words = "All sites", "Hide the table of all sites"
        toggle = TableToggle("levels_all_toggle", everywhere, *words, self)
        toggle.setAccessibleName(f"All sites: {self.accessibleName()}")
        everywhere.show_rows([self._cells(level) for level in shelf.radiation_levels])
        links = QHBoxLayout()
        links.addWidget(toggle)
        self.rows.addLayout(links)
        self.rows.addWidget(everywhere)
        references = collect([*shelf.radiation_bands, *shelf.radiation_levels])
        self.link = SourcesButton(self.accessibleName(), references, sources, self)
        self.link.setObjectName("levels_sources")
        links.addWidget(self.link)
        links.addStretch(1)

    def show_levels(self, patient: AgeGroup, site: str | None, name: str) -> None:
        """Show the levels that are listed for this site."""
        levels = levels_for(self._shelf, site)
        listed = {level.study for level in levels}
        missing = tuple(study for study in ("radiographs", "ct") if study not in listed)
        words = {
            (): "Level 0 is none, level 5 the highest. {site}:",
            ("radiographs",): (
                "Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs; "
                "look at a neighbor under All sites."
            ),
            ("ct",): (
                "Level 0 is none, level 5 the highest. {site}: no row of its own was seen for CT; "
                "look at a neighbor under All sites."
            ),
            ("radiographs", "ct"): (
                "Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs and CT; "
                "look at a neighbor under All sites."
            ),
        }[missing]
        self._words.setText(words.format(site=name.capitalize()))
        self._here.show_rows([self._cells(level) for level in levels])

    def _cells(self, level: RadiationLevel) -> tuple[str, str, str]:
        return level.title, self._band(level, "adult"), self._band(level, "child")

    def _band(self, level: RadiationLevel, patient: AgeGroup) -> str:
        number = level.of(patient)
        if number is None:
            return "not seen"
        band = band_of(self._shelf, number, patient)
        words = "band not seen" if band is None else _range(band.low_msv, band.high_msv)
        return f"Level {number} · {words}"


def _program_marks(dose: ProgramDose) -> tuple[Mark, ...]:
    if dose.dose is None:
        return ()
    low, high = dose.dose.low_msv, dose.dose.high_msv
    hollow = dose.basis == "level"
    return (Mark(value=high, open=hollow),) if low == high else (Mark(low=low, high=high, open=hollow),)


def _dose_row(examination: Examination) -> PlotRow:
    marks = tuple(Mark(low=p.low_msv, value=p.typical_msv, high=p.high_msv) for p in examination.published)
    return PlotRow(examination.title, _overall(examination), marks)


def _overall(examination: Examination) -> str:
    """Return the range of published doses for one examination, or for one image where the dose is per image."""
    ends = [v for p in examination.published for v in (p.low_msv, p.typical_msv, p.high_msv) if v is not None]
    return _range(min(ends), max(ends))


def _dose_cells(examination: Examination) -> tuple[str, str, str, str]:
    published = "; ".join(f"{_published(p)} ({p.what})" for p in examination.published)
    if examination.equivalent:
        told = "{doses}; like natural background of {time}"
        published = told.format(doses=published, time=examination.equivalent.text)
    return examination.title, _overall(examination), published, id_list(examination.sources)


def _range(low: float | None, high: float) -> str:
    return range_in_msv(low, high)


def _published(value: Published) -> str:
    """Return a published dose in words: "7 mSv (4 to 18 mSv)"."""
    if value.high_msv is None:
        return f"{in_msv(value.typical_msv or 0)} mSv"
    span = _range(value.low_msv, value.high_msv)
    return span if value.typical_msv is None else f"{in_msv(value.typical_msv)} mSv ({span})"
