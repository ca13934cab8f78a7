"""Published follow-up schedules side by side on a time line, with the remaining visits of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from core.case.age_group import AgeGroup, age_group
from core.case.scenario import Grade, Scenario
from core.content import Source
from core.content.citations import collect
from core.reference.shelf import Shelf
from core.schedule.published import Period, Plan, Schedule, Track, fitting, visits_to_come
from gui.look.theme import Paragraph
from gui.reference.lazy_section import LazySection
from gui.reference.one_of import ChoiceLine, one_of
from gui.reference.plot_panel import PlotBox, PlotPanel
from gui.state import CaseState
from gui.widgets.plot import Axis, Key, Mark, Plot, PlotLine, PlotRow
from gui.widgets.text_table import TextTable

_END_MONTH = 144
"""The end of the time line: after the tenth year, to show that some schedules continue."""

_SHOWN_VISITS = 4


class SchedulesSection(LazySection):
    """Shows all schedules that fit the patient. None is marked as the right one."""

    parts = ("schedule_note_",)
    main_part = "timeline"

    def __init__(self, state: CaseState, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__(
            "schedules",
            "Schedules",
            "Published schedules beside each other. Months count from the end of treatment.",
            sources,
            parent,
        )
        self._state = state
        self._shelf = shelf
        state.local_changed.connect(self._on_local)
        self._month: float | None = None
        self._patient: AgeGroup | None = None
        self._grade: Grade | None = None
        self._followed: object = None

    def fill(self) -> None:
        gap, *others = self._shelf.schedule_notes
        self.add_note("schedule_note", gap)
        self._add_filters()
        self._add_local()
        self._add_timeline()
        for note in others:
            self.add_note("schedule_note", note)

    def show_case(self, scenario: Scenario) -> None:
        self._month = scenario.months_since_treatment
        wanted = age_group(scenario), scenario.grade
        # A choice made here is kept until the case changes.
        if wanted != self._followed:
            self._followed = wanted
            self._patient, self._grade = wanted
        self._show()

    def _add_filters(self) -> None:
        patients = (("any", "All"), ("adult", "Adult"), ("child", "Child"))
        grades = (("any", "All"), ("low", "Low"), ("high", "High"))
        self._patients = one_of("schedule_patient", "For", patients, self.page)
        self._grades = one_of("schedule_grade", "Grade", grades, self.page)
        for editor in (self._patients, self._grades):
            editor.answered.connect(self._on_filter)
        self.blocks.addWidget(ChoiceLine((self._patients, self._grades), self.page))

    def _add_local(self) -> None:
        """Add the local protocol before everything published."""
        local = PlotBox("local_protocol", "Local protocol", self.page)
        self._local_badge = Paragraph("", "overline", "accent", local)
        self._local_words = Paragraph("", "body", "secondary", local)
        local.rows.addWidget(self._local_badge)
        local.rows.addWidget(self._local_words)
        self.blocks.addWidget(local)

    def _show_local(self, plan: Plan | None) -> None:
        if plan is None:
            words = "None is set up. Your center's own schedule comes first; once set up, it stands here."
        else:
            words = f"{_sentence(_periods(plan.main_track))}. It stands first below, on your site's word and without a source."
        self._local_badge.setText(plan.title if plan else "")
        self._local_badge.setVisible(plan is not None)
        self._local_words.setText(words)

    def _local_plan(self) -> Plan | None:
        """Return the site's own schedule under its badge, or None."""
        local = self._state.local
        if local is None or local.plan is None:
            return None
        visits = local.plan.main_track.but(title="Visit")
        return local.plan.but(title=local.badge, tracks=(visits,))

    @Slot()
    def _on_local(self) -> None:
        self.show_scenario(self._scenario)

    def _add_timeline(self) -> None:
        headings = ("Schedule", "Next visits", "What is done, and how often")
        self._table = TextTable("schedules_table", headings, (3, 2, 5), self.page)
        references = collect(self._shelf.schedules)
        self._panel = PlotPanel(
            "timeline",
            self.timeline(self._shelf.schedules, None),
            "",
            self._table,
            references,
            self.sources,
            self.page,
        )
        self._panel.why_requested.connect(self.why_requested)
        self.blocks.addWidget(self._panel)

    @Slot(str, object)
    def _on_filter(self, field: str, value: object) -> None:
        if field == "schedule_patient":
            self._patient = value if value in ("adult", "child") else None
        else:
            self._grade = value if value in ("low", "high") else None
        self._show()

    def _show(self) -> None:
        self._patients.show_answer(self._patient or "any")
        self._grades.show_answer(self._grade or "any")
        shown = fitting(self._shelf.schedules, self._patient, self._grade)
        plan = self._local_plan()
        self._show_local(plan)
        local = () if plan is None else (plan,)
        self._panel.show_plot(self.timeline((*local, *shown), self._month), self._lead())
        rows = [(p.title, self._next(p), _done(p)) for p in local] + [self._cells(schedule) for schedule in shown]
        self._table.show_rows(rows)

    def _lead(self) -> str:
        if self._month is None:
            return "Months since treatment are not recorded; visits to come are counted from the end of treatment."
        return f"You are at month {self._month:g}. Visits to come are counted from a visit today."

    def _cells(self, schedule: Schedule) -> tuple[str, str, str]:
        return f"{schedule.title}. {schedule.origin}.", self._next(schedule), f"{_done(schedule)} {schedule.remark}"

    def _next(self, schedule: Plan) -> str:
        due = visits_to_come(schedule.main_track, self._month or 0, _SHOWN_VISITS)
        if not due:
            return "cannot be said"
        return "{track}: months {months}".format(
            track=schedule.main_track.title, months=", ".join(str(visit) for visit in due)
        )

    def timeline(self, schedules: Sequence[Plan], month: float | None) -> Plot:
        """Return the schedules as a plot: below each name its periods, and the visits after the current month."""
        rows: list[PlotRow] = []
        for schedule in schedules:
            rows.append(PlotRow(schedule.title, heading=True))
            for track in schedule.tracks:
                bars = tuple(_bar(period) for period in track.periods)
                rows.append(PlotRow(track.title, marks=bars, spoken=_periods(track)))
                if track is schedule.main_track:
                    rows += self._visits_row(schedule, month)
        lines = () if month is None else (PlotLine(month, self._here(month), strong=True),)
        ticks = tuple((12 * year, f"{year}") for year in range(_END_MONTH // 12 + 1))
        axis = Axis("years since the end of treatment; in the boxes, months between visits", 0, _END_MONTH, ticks)
        keys = (
            Key(Mark("bar", low=0, high=1), "period with its interval"),
            Key(Mark("bar", low=0, high=1, open=True), "interval not given"),
            Key(Mark(low=0.1, value=0.5, high=0.9), "next visits, earliest to latest"),
        )
        return Plot("Schedules on a time line", axis, tuple(rows), lines, keys)

    def _visits_row(self, schedule: Plan, month: float | None) -> list[PlotRow]:
        due = visits_to_come(schedule.main_track, month or 0, _SHOWN_VISITS)
        marks = tuple(
            Mark(
                low=visit.earliest_month, value=(visit.earliest_month + visit.latest_month) / 2, high=visit.latest_month
            )
            for visit in due
            if visit.latest_month <= _END_MONTH
        )
        return [PlotRow("Next visits", marks=marks, spoken=self._next(schedule))] if marks else []

    def _here(self, month: float) -> str:
        if month > _END_MONTH:
            return f"You are here: month {month:g}, beyond this scale"
        return f"You are here: month {month:g}"


def _bar(period: Period) -> Mark:
    if period.least_months is None:
        return Mark("bar", low=period.from_month, high=period.to_month, open=True, text=period.interval, short="?")
    return Mark("bar", low=period.from_month, high=period.to_month, text=period.interval, short=period.apart)


def _done(plan: Plan) -> str:
    """Return the examinations at the visits of a plan, in sentences."""
    return " ".join(f"{track.title}: {_periods(track)}." for track in plan.tracks)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _periods(track: Track) -> str:
    """Return the periods of a track in words."""
    return "; ".join(f"{period.interval} ({period.span})" for period in track.periods)
