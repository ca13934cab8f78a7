"""Figures on recurrence and on the studies, as small plots: a dot for each cohort, and its certainty."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core.content import Source
from core.content.citations import collect, id_list
from core.reference.numbers import Figure, Finding
from core.reference.shelf import Shelf
from gui.reference.lazy_section import LazySection
from gui.reference.plot_panel import PlotPanel
from gui.widgets.plot import Axis, Key, Mark, Plot, PlotRow
from gui.widgets.text_table import TextTable


class NumbersSection(LazySection):
    """Shows every figure, followed by its notes."""

    parts = ("figure_", "number_note_")

    def __init__(self, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__(
            "numbers",
            "Numbers",
            "Published figures for teaching and for the tumor board. None of them moves the recommendation.",
            sources,
            parent,
        )
        self._shelf = shelf

    def fill(self) -> None:
        self._add_notes(None)
        for figure in self._shelf.figures:
            self._add_figure(figure)
            self._add_notes(figure.id)

    def _add_notes(self, after: str | None) -> None:
        for note in self._shelf.figure_notes:
            if note.after == after:
                self.add_note("number_note", note)

    def _add_figure(self, figure: Figure) -> None:
        headings = ("Cohort", "Value", "Line", "Sources")
        table = TextTable(f"figure_{figure.id}_table", headings, (5, 3, 3, 2), self.page)
        references = collect([figure, *figure.findings])
        panel = PlotPanel(
            f"figure_{figure.id}", self.plot_of(figure), figure.lead, table, references, self.sources, self.page
        )
        table.show_rows([self._cells(figure, finding) for finding in figure.findings])
        panel.why_requested.connect(self.why_requested)
        self.blocks.addWidget(panel)

    def _cells(self, figure: Figure, finding: Finding) -> tuple[str, ...]:
        names = id_list(finding.sources)
        return f"{finding.label}: {finding.cohort}", figure.in_words(finding), self._line(figure, finding), names

    def _line(self, figure: Figure, finding: Finding) -> str:
        """Return the description of a row."""
        if finding.interval is None:
            return "not known"
        low, high = finding.interval
        if finding.events is None:
            return f"printed, {low:g} to {high:g} {figure.unit}"
        return f"95 %, our arithmetic, {low:.1f} to {high:.1f} %"

    def plot_of(self, figure: Figure) -> Plot:
        """Return the figure as a plot: percent from 0 to 100, or to 50 if all values are small; months on a log scale."""
        rows = tuple(
            PlotRow(f"{finding.label}, {finding.cohort}", figure.in_words(finding), (_mark(finding),))
            for finding in figure.findings
        )
        keys = [Key(Mark(value=0.5), "published value")]
        if any(finding.events is not None for finding in figure.findings):
            keys.append(Key(Mark(low=0.1, value=0.5, high=0.9), "with 95 % interval, from its counts"))
        if any(finding.low is not None for finding in figure.findings):
            keys.append(Key(Mark(low=0.1, value=0.5, high=0.9), "with the range that is printed"))
        return Plot(figure.title, _axis(figure), rows, keys=tuple(keys))


def _axis(figure: Figure) -> Axis:
    title = f"{figure.measure}, {figure.unit}"
    if figure.unit == "months":
        return Axis(title, 1, 200, tuple((m, f"{m}") for m in (1, 3, 6, 12, 24, 60, 120)), logarithmic=True)
    ends = [end for finding in figure.findings for end in (finding.value, *(finding.interval or ()))]
    top, step = (50, 10) if max(ends) <= 45 else (100, 20)
    return Axis(title, 0, top, tuple((n, f"{n}") for n in range(0, top + 1, step)))


def _mark(finding: Finding) -> Mark:
    low, high = finding.interval or (None, None)
    return Mark(low=low, value=finding.value, high=high)
