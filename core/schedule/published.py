"""Published follow-up schedules.

They are shown side by side, because none is proven. The local protocol takes precedence. Months count from the end of
treatment. The module uses no clock and no date.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

from annotated_types import Ge, Gt

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.case.age_group import AgeGroup
from core.case.scenario import Grade
from core.content import References
from core.content.statement import Statement


class Period(Model):
    """A span of months with a fixed or varying interval between visits.

    `least_months` and `most_months` are None if the source gives no interval.
    """

    from_month: Annotated[int, Ge(0)]
    to_month: Annotated[int, Gt(0)] | None = described("The month that it ends before; None: it goes on.", default=None)
    least_months: Annotated[int, Gt(0)] | None = None
    most_months: Annotated[int, Gt(0)] | None = None

    def __post_init__(self) -> None:
        if self.to_month is not None and self.to_month <= self.from_month:
            raise ValueError(f"to_month {self.to_month} is not after from_month {self.from_month}")
        if (self.least_months is None) != (self.most_months is None):
            raise ValueError("least_months and most_months stand together")
        if self.least_months is not None and self.most_months is not None and self.least_months > self.most_months:
            raise ValueError(f"least_months {self.least_months} is above most_months {self.most_months}")

    @property
    def interval(self) -> str:
        """The time between visits: "every 2 to 3 months", or "interval not given"."""
        if self.least_months is None:
            return "interval not given"
        return f"every {self.apart} months"

    @property
    def apart(self) -> str:
        """The months between two visits, such as "2 to 3", or "" if no interval is given."""
        if self.least_months is None:
            return ""
        same = self.least_months == self.most_months
        return f"{self.least_months}" if same else f"{self.least_months}\u2013{self.most_months}"

    @property
    def span(self) -> str:
        """The months covered: "months 0 to 24" or "from month 60"."""
        if self.to_month is None:
            return f"from month {self.from_month}"
        return f"months {self.from_month}\u2013{self.to_month}"


def refuse_gaps(periods: tuple[Period, ...]) -> None:
    """Raise ValueError if a period does not begin when the previous one ends."""
    for one, other in pairwise(periods):
        if one.to_month != other.from_month:
            raise ValueError(f"the period from month {other.from_month} does not follow the one before")


class Track(Model):
    """An examination done at the visits of a schedule, with its periods in order."""

    id: Id
    title: Text
    periods: OneOrMore[Period]

    def __post_init__(self) -> None:
        refuse_gaps(self.periods)

    def period_at(self, month: float) -> Period | None:
        """Return the period that contains a month, or None after the last period."""
        inside = (p for p in self.periods if p.from_month <= month and (p.to_month is None or month < p.to_month))
        return next(inside, None)


class Plan(Model):
    """The examinations of a schedule. The next visits are calculated from the track `main`."""

    title: Text
    main: Id
    tracks: OneOrMore[Track]

    def __post_init__(self) -> None:
        if self.main not in [track.id for track in self.tracks]:
            raise ValueError(f"main '{self.main}' is none of its tracks")

    @property
    def main_track(self) -> Track:
        """The track that the next visits are calculated from."""
        return next(track for track in self.tracks if track.id == self.main)


class Schedule(Plan):
    """One published schedule."""

    id: Id
    origin: Text
    patient: AgeGroup | None = described("For adults or children only; None: not limited.", default=None)
    grade: Grade | None = described("For one grade only; None: not limited.", default=None)
    remark: Text
    sources: References


class ScheduleTables(Model):
    """The schedules and their notes on the reference shelf."""

    schedules: Several[Schedule]
    schedule_notes: Several[Statement]


@dataclass(frozen=True)
class Due:
    """A future visit, due between two months after the end of treatment."""

    earliest_month: float
    latest_month: float

    def __str__(self) -> str:
        same = self.earliest_month == self.latest_month
        return f"{self.earliest_month:g}" if same else f"{self.earliest_month:g}\u2013{self.latest_month:g}"


def fitting(
    schedules: tuple[Schedule, ...], patient: AgeGroup | None, grade: Literal["low", "high"] | None
) -> tuple[Schedule, ...]:
    """Return the schedules that apply to this patient and grade. None means any patient or any grade."""
    return tuple(
        schedule
        for schedule in schedules
        if (patient is None or schedule.patient in (None, patient))
        and (grade is None or schedule.grade in (None, grade))
    )


def visits_to_come(track: Track, month: float, count: int) -> tuple[Due, ...]:
    """Return the next `count` visits after `month`, or fewer if the track gives no more intervals.

    The earliest date adds the shortest interval each time, the latest date the longest.
    """
    found: list[Due] = []
    earliest = latest = month
    while len(found) < count:
        first, last = track.period_at(earliest), track.period_at(latest)
        if first is None or last is None or first.least_months is None or last.most_months is None:
            break
        earliest, latest = earliest + first.least_months, latest + last.most_months
        if track.period_at(latest) is None and not _ends_with(track, latest):
            break
        found.append(Due(earliest, latest))
    return tuple(found)


def _ends_with(track: Track, month: float) -> bool:
    """Return whether the track's last visit is in this month."""
    return track.periods[-1].to_month == month
