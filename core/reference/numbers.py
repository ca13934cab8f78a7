"""Published numbers on recurrence and on the studies, with the uncertainty of small counts."""

from math import sqrt
from typing import Annotated, Literal

from annotated_types import Ge, Gt

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.content import References
from core.content.statement import Statement

_NORMAL_95 = 1.959964
"""The number of standard deviations around the mean that cover 95 % of a normal distribution."""


class Finding(Model):
    """One published number of one cohort, in the unit of its figure."""

    id: Id
    label: Text
    cohort: Text
    value: Annotated[float, Ge(0)]
    low: Annotated[float, Ge(0)] | None = described("Lower end of a range that the source prints.", default=None)
    high: Annotated[float, Ge(0)] | None = described("Upper end of that range.", default=None)
    events: Annotated[int, Ge(0)] | None = described("How many of `of` the value is the share of.", default=None)
    of: Annotated[int, Gt(0)] | None = None
    sources: References

    def __post_init__(self) -> None:
        if (self.events is None) != (self.of is None) or (self.low is None) != (self.high is None):
            raise ValueError("events and of stand together, and so do low and high")
        if self.events is not None and self.of is not None and round(100 * self.events / self.of, 1) != self.value:
            raise ValueError(f"{self.events} of {self.of} is {100 * self.events / self.of:.1f} %, not {self.value:g}")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value:g} is not between {self.low:g} and {self.high:g}")

    @property
    def interval(self) -> tuple[float, float] | None:
        """The printed range or, from counts, the 95 % interval in percent. None if neither is known."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return wilson(self.events, self.of) if self.events is not None and self.of is not None else None


class Figure(Model):
    """Numbers shown together on one scale."""

    id: Id
    title: Text
    unit: Literal["%", "months"]
    measure: Text = described("What the numbers are the share or the time of.")
    lead: Text
    sources: References
    findings: OneOrMore[Finding]

    def __post_init__(self) -> None:
        if self.unit != "%" and any(finding.events is not None for finding in self.findings):
            raise ValueError("counts belong to a share in %")

    def in_words(self, finding: Finding) -> str:
        """Return a value with its unit, counts and range: "5.8 % (80 of 1,369)", "18 months (2 to 149)"."""
        text = f"{finding.value:g} {self.unit}"
        if finding.events is not None:
            return f"{text} ({finding.events:,} of {finding.of:,})"
        return text if finding.low is None else f"{text} ({finding.low:g}\u2013{finding.high:g})"


class FigureNote(Statement):
    """A statement shown below the figure that it names, or above all figures if it names none."""

    after: Id | None = None


class EvidenceTables(Model):
    """The numbers and their notes on the reference shelf."""

    figures: Several[Figure]
    figure_notes: Several[FigureNote]

    def __post_init__(self) -> None:
        figures = {figure.id for figure in self.figures}
        for note in self.figure_notes:
            if note.after is not None and note.after not in figures:
                raise ValueError(f"figure_notes.{note.id}: there is no figure {note.after}")


def wilson(events: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, in percent, by Wilson's score method.

    Unlike simpler methods, it gives a nonzero width for shares of 0 % and 100 %.
    """
    share, z = events / of, _NORMAL_95
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)
