"""The criteria lookup: the variants of the ACR topic side by side, and its edition of 2015 beside the present one.

Every category of the present edition is read from the content pack. Outside the variant that the program decides the
tables are for reading: they answer no case here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from core.base.model import Id, Model, OneOrMore, Text
from core.content import Category, Content, References, Variant, by_id
from core.engine.decision import Decision

Shift = Literal["lower", "higher", "same", "only_left", "only_right"]
"""How a category differs from the one to its left; "only" where the other table has no such row."""

_SHIFTS = get_args(Shift)

_ORDER: tuple[Category, ...] = ("usually_not_appropriate", "may_be_appropriate", "usually_appropriate")


class EarlierRating(Model):
    """A category of an earlier edition."""

    procedure: Id
    category: Category


class EarlierScenario(Model):
    """A clinical scenario of an earlier edition; `becomes` is the variant that took its place."""

    id: Id
    title: Text
    becomes: Id
    sources: References
    ratings: OneOrMore[EarlierRating]


class EarlierEdition(Model):
    """An earlier edition of the topic. A study without a row was not listed, which says nothing of its worth."""

    id: Id
    title: Text
    year: int
    summary: Text
    seen: Text
    sources: References
    scenarios: OneOrMore[EarlierScenario]


class EditionChange(Model):
    """Something that the present edition does otherwise."""

    id: Id
    title: Text
    text: Text
    sources: References


class VariantComparison(Model):
    """Two variants whose tables are worth holding against each other."""

    id: Id
    title: Text
    text: Text
    left: Id
    right: Id
    sources: References


@dataclass(frozen=True)
class Compared:
    """One procedure in several tables: its category in each, None where a table has no such row."""

    procedure: str
    categories: tuple[Category | None, ...]


def side_by_side(content: Content) -> tuple[Compared, ...]:
    """Every procedure that a variant rates, in the order of the pack, with its category in each variant of the pack."""
    return _compared([_categories(variant) for variant in content.variants], content)


def contrasted(comparison: VariantComparison, content: Content) -> tuple[tuple[Compared, Shift], ...]:
    """The studies of two variants, and how the right one differs; those whose category changes come first."""
    variants = by_id(content.variants)
    pair = [_categories(variants[name]) for name in (comparison.left, comparison.right)]
    rows = [(row, shift(*row.categories)) for row in _compared(pair, content)]
    return tuple(sorted(rows, key=lambda row: _SHIFTS.index(row[1])))


def scenarios_before(variant: str, edition: EarlierEdition) -> tuple[EarlierScenario, ...]:
    """The scenarios of the earlier edition whose place the variant took."""
    return tuple(scenario for scenario in edition.scenarios if scenario.becomes == variant)


def editions(variant: str, edition: EarlierEdition, content: Content) -> tuple[Compared, ...]:
    """A variant's studies in each scenario before it, as `scenarios_before` gives them, and last as they are today."""
    before: list[dict[str, Category]] = [
        {rating.procedure: rating.category for rating in scenario.ratings}
        for scenario in scenarios_before(variant, edition)
    ]
    return _compared([*before, _categories(by_id(content.variants)[variant])], content)


def shift(left: Category | None, right: Category | None) -> Shift:
    """How the right one differs from the left one; one of the two is a category."""
    if left is None or right is None:
        return "only_right" if left is None else "only_left"
    difference = _ORDER.index(right) - _ORDER.index(left)
    return "higher" if difference > 0 else "lower" if difference < 0 else "same"


def variants_that_fit(decision: Decision, content: Content) -> tuple[str, ...]:
    """The variants that answer the case: the decided one in scope, those to go to out of scope, and else none."""
    return (content.variant,) if decision.status == "in_scope" else decision.redirects


def criteria_faults(
    edition: EarlierEdition, comparison: VariantComparison, content: Content, files: Mapping[str, str]
) -> Iterator[str]:
    """Procedures and variants that the content pack does not have, and what stands twice."""
    procedures, variants = by_id(content.procedures), by_id(content.variants)
    for name in (comparison.left, comparison.right):
        if name not in variants:
            yield f"{files['comparison']}: comparison: variant {name} is not listed"
    for scenario in edition.scenarios:
        place = f"{files['earlier_edition']}: earlier_edition.{scenario.id}"
        if scenario.becomes not in variants:
            yield f"{place}: variant {scenario.becomes} is not listed"
        rated = [rating.procedure for rating in scenario.ratings]
        for name in dict.fromkeys(rated):
            if name not in procedures:
                yield f"{place}: procedure {name} is not listed"
            if rated.count(name) > 1:
                yield f"{place}.{name}: stands twice"


def _categories(variant: Variant) -> dict[str, Category]:
    return {rating.procedure: rating.category for rating in variant.ratings}


def _compared(tables: list[dict[str, Category]], content: Content) -> tuple[Compared, ...]:
    """Every procedure that stands in a table, in the order of the pack."""
    return tuple(
        Compared(procedure.id, tuple(table.get(procedure.id) for table in tables))
        for procedure in content.procedures
        if any(procedure.id in table for table in tables)
    )
