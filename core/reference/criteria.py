"""Compare the variants of the ACR topic, and its 2015 edition with the present one.

Categories of the present edition come from the content pack. The program decides one variant only. The tables of the
other variants are for reading and do not answer a case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from core.base.duplicates import duplicates
from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.content import Category, Content, References, Variant, by_id
from core.engine.decision import Decision

Shift = Literal["lower", "higher", "same", "only_left", "only_right"]
"""How a category differs from the one to its left. "only" means that the other table has no such row."""

_SHIFTS = get_args(Shift)

_ORDER: tuple[Category, ...] = ("usually_not_appropriate", "may_be_appropriate", "usually_appropriate")


class EarlierRating(Model):
    """A category of an earlier edition."""

    procedure: Id
    category: Category


class EarlierScenario(Model):
    """A clinical scenario of an earlier edition. `becomes` is the variant that replaced it."""

    id: Id
    title: Text
    becomes: Id
    sources: References
    ratings: OneOrMore[EarlierRating]


class EarlierEdition(Model):
    """An earlier edition of the topic.

    A study without a row was not listed. This says nothing about its value.
    """

    id: Id
    title: Text
    year: int
    summary: Text
    seen: Text
    sources: References
    scenarios: OneOrMore[EarlierScenario]


class EditionChange(Model):
    """A change in the present edition."""

    id: Id
    title: Text
    text: Text
    sources: References


class VariantComparison(Model):
    """Two variants whose tables are worth comparing."""

    id: Id
    title: Text
    text: Text
    left: Id
    right: Id
    sources: References


class CriteriaTables(Model):
    """The comparison of variants and of editions on the reference shelf."""

    reading_notice: Text = described("What is said of every rating table that does not answer the case.")
    comparison: VariantComparison
    earlier_edition: EarlierEdition
    edition_changes: Several[EditionChange]


@dataclass(frozen=True)
class Compared:
    """One procedure in several tables: its category in each, or None if a table has no such row."""

    procedure: str
    categories: tuple[Category | None, ...]


def side_by_side(content: Content) -> tuple[Compared, ...]:
    """Return every rated procedure, in the order of the pack, with its category in each variant."""
    return _compared([_categories(variant) for variant in content.variants], content)


def contrasted(comparison: VariantComparison, content: Content) -> tuple[tuple[Compared, Shift], ...]:
    """Return the studies of two variants with the difference of the right one. Changed categories come first."""
    variants = by_id(content.variants)
    pair = [_categories(variants[name]) for name in (comparison.left, comparison.right)]
    rows = [(row, shift(*row.categories)) for row in _compared(pair, content)]
    return tuple(sorted(rows, key=lambda row: _SHIFTS.index(row[1])))


def scenarios_before(variant: str, edition: EarlierEdition) -> tuple[EarlierScenario, ...]:
    """Return the scenarios of the earlier edition that the variant replaced."""
    return tuple(scenario for scenario in edition.scenarios if scenario.becomes == variant)


def editions(variant: str, edition: EarlierEdition, content: Content) -> tuple[Compared, ...]:
    """Return a variant's studies with their category in each scenario of `scenarios_before` and, last, today."""
    before: list[dict[str, Category]] = [
        {rating.procedure: rating.category for rating in scenario.ratings}
        for scenario in scenarios_before(variant, edition)
    ]
    return _compared([*before, _categories(by_id(content.variants)[variant])], content)


def shift(left: Category | None, right: Category | None) -> Shift:
    """Return how the right category differs from the left one. At least one of them is not None."""
    if left is None or right is None:
        return "only_right" if left is None else "only_left"
    difference = _ORDER.index(right) - _ORDER.index(left)
    return "higher" if difference > 0 else "lower" if difference < 0 else "same"


def variants_that_fit(decision: Decision, content: Content) -> tuple[str, ...]:
    """Return the variants that fit the case.

    For a case in scope this is the decided variant. For a case out of scope these are its redirects. Otherwise there
    are none.
    """
    return (content.variant,) if decision.status == "in_scope" else decision.redirects


def criteria_faults(tables: CriteriaTables, content: Content, files: Mapping[str, str]) -> Iterator[str]:
    """Yield a fault for every procedure or variant that the content pack lacks, and for every duplicate row."""
    procedures, variants = by_id(content.procedures), by_id(content.variants)
    for name in (tables.comparison.left, tables.comparison.right):
        if name not in variants:
            yield f"{files['comparison']}: comparison: variant {name} is not listed"
    for scenario in tables.earlier_edition.scenarios:
        place = f"{files['earlier_edition']}: earlier_edition.{scenario.id}"
        if scenario.becomes not in variants:
            yield f"{place}: variant {scenario.becomes} is not listed"
        rated = [rating.procedure for rating in scenario.ratings]
        repeated = duplicates(rated)
        for name in dict.fromkeys(rated):
            if name not in procedures:
                yield f"{place}: procedure {name} is not listed"
            if name in repeated:
                yield f"{place}.{name}: stands twice"


def _categories(variant: Variant) -> dict[str, Category]:
    return {rating.procedure: rating.category for rating in variant.ratings}


def _compared(tables: list[dict[str, Category]], content: Content) -> tuple[Compared, ...]:
    """Return every procedure listed in at least one table, in the order of the pack."""
    return tuple(
        Compared(procedure.id, tuple(table.get(procedure.id) for table in tables))
        for procedure in content.procedures
        if any(procedure.id in table for table in tables)
    )
