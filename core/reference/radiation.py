"""Radiation data for talking with patients: levels, published doses, and the total of several visits.

The module does not use a patient's earlier examinations, and nothing in it affects the decision.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Interval

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.case.age_group import AgeGroup
from core.case.scenario import Site
from core.content import Reference, References
from core.content.citations import collect
from core.content.statement import Statement

Study = Literal["radiographs", "ct", "mri", "us", "bone_scan", "fdg_pet", "fdg_pet_ct", "background"]


class Range(Model):
    """A range of effective doses from `low_msv` to `high_msv`, in mSv.

    Without a lower end, every dose below the upper end is included.
    """

    low_msv: Annotated[float, Ge(0)] | None = None
    high_msv: Annotated[float, Ge(0)]

    def __post_init__(self) -> None:
        if self.low_msv is not None and self.low_msv > self.high_msv:
            raise ValueError(f"low_msv {self.low_msv:g} is above high_msv {self.high_msv:g}")

    def times(self, count: int) -> "Range":
        """Return the total of `count` such examinations."""
        low = None if self.low_msv is None else self.low_msv * count
        return Range(low_msv=low, high_msv=self.high_msv * count)


class DoseBand(Model):
    """The doses of one of the ACR's relative radiation levels. None if the band was not seen."""

    level: Annotated[int, Interval(ge=0, le=5)] = described(
        "The number of symbols that ACR prints; 0 for its letter O."
    )
    adult: Range | None = None
    child: Range | None = None
    sources: References

    @property
    def title(self) -> str:
        """The name of the level in a list of statements."""
        return f"Level {self.level}"

    def of(self, patient: AgeGroup) -> Range | None:
        """Return the band of an adult or a child."""
        return self.child if patient == "child" else self.adult


class RadiationLevel(Model):
    """The level of a study, or of one region of it. None if it was not seen."""

    id: Id
    title: Text
    study: Study
    sites: Several[Site] = described("The sites of the form that it is for; none: whatever the site.", default=())
    elsewhere: bool = described("The region is no site of the form.", default=False)
    adult: Annotated[int, Interval(ge=0, le=5)] | None = None
    child: Annotated[int, Interval(ge=0, le=5)] | None = None
    sources: References

    def of(self, patient: AgeGroup) -> int | None:
        """Return the level for an adult or a child."""
        return self.child if patient == "child" else self.adult


class Published(Model):
    """An effective dose, in mSv, as published by one or several sources."""

    typical_msv: Annotated[float, Gt(0)] | None = None
    low_msv: Annotated[float, Gt(0)] | None = None
    high_msv: Annotated[float, Gt(0)] | None = None
    images_a_visit: Annotated[int, Ge(1)] = described(
        "How often it counts for a visit, where it is of one image.", default=1
    )
    what: Text = described("What exactly was measured or told.")
    sources: References

    def __post_init__(self) -> None:
        given = [value for value in (self.low_msv, self.typical_msv, self.high_msv) if value is not None]
        if not given or given != sorted(given):
            raise ValueError("needs typical_msv, or low_msv and high_msv, or high_msv, in ascending order")
        if self.low_msv is not None and self.high_msv is None:
            raise ValueError("low_msv needs a high_msv")


class Equivalent(Model):
    """The dose expressed as time of natural background radiation."""

    text: Text
    sources: References


class Examination(Model):
    """An examination with its published doses."""

    id: Id
    title: Text
    study: Study
    sites: Several[Site] = ()
    patient: AgeGroup = "adult"
    published: OneOrMore[Published]
    equivalent: Equivalent | None = None

    @property
    def sources(self) -> tuple[Reference, ...]:
        """All sources of its doses and of its equivalent."""
        return collect([*self.published, *([self.equivalent] if self.equivalent else [])])


class Program(Model):
    """A study that could be done at every visit. Its id is the study's id."""

    id: Literal["radiographs", "ct", "fdg_pet_ct"]
    title: Text
    sources: References


class RadiationTables(Model):
    """The radiation data on the reference shelf."""

    radiation_bands: Several[DoseBand]
    radiation_levels: Several[RadiationLevel]
    doses: Several[Examination]
    programs: Several[Program]
    radiation_notes: Several[Statement]


@dataclass(frozen=True)
class ProgramDose:
    """The total dose of a number of visits, in mSv, and its basis.

    basis: "published" effective doses, the ACR's "level" if no dose was seen, or "unknown" (then `dose` is None).

    images_assumed: at least one dose is for a single image and is multiplied by our own number of images per visit.
    """

    program: Program
    dose: Range | None
    basis: Literal["published", "level", "unknown"]
    rests_on: str
    sources: tuple[Reference, ...]
    images_assumed: bool = False


def levels_for(tables: RadiationTables, site: str | None) -> tuple[RadiationLevel, ...]:
    """Return the levels of the site, and of the studies whose level does not depend on the site."""
    return tuple(
        level for level in tables.radiation_levels if site in level.sites or not (level.sites or level.elsewhere)
    )


def band_of(tables: RadiationTables, level: int | None, patient: AgeGroup) -> Range | None:
    """Return the doses of a level, or None if the level or its band was not seen."""
    return next((band.of(patient) for band in tables.radiation_bands if band.level == level), None)


def program_doses(tables: RadiationTables, visits: int, site: str | None, patient: AgeGroup) -> tuple[ProgramDose, ...]:
    """Return the dose of `visits` visits with each program, at this site.

    Children's doses from radiographs and CT are known only as levels.
    """
    return tuple(_program_dose(tables, program, visits, site, patient) for program in tables.programs)


def _program_dose(
    tables: RadiationTables, program: Program, visits: int, site: str | None, patient: AgeGroup
) -> ProgramDose:
    found = [
        examination
        for examination in tables.doses
        if examination.study == program.id
        and examination.patient == patient
        and (site in examination.sites or not _has_sites(tables, program.id))
    ]
    if found:
        titles = "; ".join(examination.title for examination in found)
        doses = collect(published for examination in found for published in examination.published)
        assumed = any(p.images_a_visit > 1 for e in found for p in e.published)
        return ProgramDose(program, _spanned(found).times(visits), "published", titles, doses, assumed)
    for level in levels_for(tables, site):
        band = band_of(tables, level.of(patient), patient)
        if level.study == program.id and band is not None:
            rests_on = f"{level.title}, level {level.of(patient)}"
            return ProgramDose(program, band.times(visits), "level", rests_on, level.sources)
    return ProgramDose(program, None, "unknown", "", program.sources)


def _has_sites(tables: RadiationTables, study: str) -> bool:
    """Return whether the doses of a study depend on the site."""
    return any(examination.sites for examination in tables.doses if examination.study == study)


def _spanned(examinations: Iterable[Examination]) -> Range:
    """Return the range from the lowest to the highest dose published for one visit."""
    values = [
        value * published.images_a_visit
        for examination in examinations
        for published in examination.published
        for value in (published.low_msv, published.typical_msv, published.high_msv)
        if value is not None
    ]
    return Range(low_msv=min(values), high_msv=max(values))


def in_msv(value: float) -> str:
    """Return a dose with two significant digits, which fits its uncertainty: "0.021", "5.3", "25"."""
    rounded = float(f"{value:.2g}")
    return f"{rounded:,.0f}" if rounded >= 10 else f"{rounded:.10f}".rstrip("0").rstrip(".")


def range_in_msv(low: float | None, high: float) -> str:
    """Return a range of doses with its unit: "4 to 18 mSv", "below 0.1 mSv", "0 mSv"."""
    if low is None:
        return f"below {in_msv(high)} mSv"
    return f"{in_msv(low)} mSv" if in_msv(low) == in_msv(high) else f"{in_msv(low)}\u2013{in_msv(high)} mSv"
