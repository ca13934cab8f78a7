"""Decide whether the ratings apply to a case: exclusions, conflicts, missing answers and redirects."""

from typing import NamedTuple

from core.case.condition import Condition, fields_of
from core.case.scenario import Scenario, field_specs, in_form_order
from core.content import Conflict, Content, Exclusion, Requirement, Status


class Scope(NamedTuple):
    """Everything found about the scope of a case, and the resulting status. Fields are in form order."""

    status: Status
    exclusions: tuple[Exclusion, ...]
    redirects: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    requirements: tuple[Requirement, ...]


def scope_of(scenario: Scenario, content: Content) -> Scope:
    """Return the scope of a case.

    Exclusions take precedence over conflicts, and conflicts over missing answers.
    """
    exclusions = tuple(e for e in content.exclusions if e.when.holds(scenario))
    conflicts = tuple(c for c in content.conflicts if c.when.holds(scenario))
    order = list(field_specs())
    missing = sorted(
        (r for r in content.requirements if r.when.holds(scenario)),
        key=lambda requirement: order.index(requirement.field),
    )
    status: Status = "in_scope"
    if exclusions:
        status = "out_of_scope"
    elif conflicts:
        status = "conflict"
    elif missing:
        status = "incomplete"
    return Scope(status, exclusions, _redirects(exclusions, scenario, content), conflicts, tuple(missing))


def scope_conditions(content: Content) -> tuple[Condition, ...]:
    """Return every condition that `scope_of` evaluates."""
    return (
        *(exclusion.when for exclusion in content.exclusions),
        *(redirect.when for exclusion in content.exclusions for redirect in exclusion.redirects),
        *(conflict.when for conflict in content.conflicts),
        *(requirement.when for requirement in content.requirements),
    )


def scope_fields(content: Content) -> frozenset[str]:
    """Return every field that `scope_of` reads."""
    return fields_of(*scope_conditions(content))


def _redirects(exclusions: tuple[Exclusion, ...], scenario: Scenario, content: Content) -> tuple[str, ...]:
    """Return the variants to refer to, in the order of the content."""
    wanted = {r.variant for e in exclusions for r in e.redirects if r.when.holds(scenario)}
    return tuple(variant.id for variant in content.variants if variant.id in wanted)


def fields_that_decided(scope: Scope, scenario: Scenario) -> tuple[str, ...]:
    """Return the answers, or missing answers, that keep the case out of scope. Return none for a case in scope."""
    if scope.status == "out_of_scope":
        return in_form_order({field for e in scope.exclusions for field in e.when.reasons(scenario)})
    if scope.status == "conflict":
        return in_form_order({field for c in scope.conflicts for field in c.when.reasons(scenario)})
    return in_form_order({requirement.field for requirement in scope.requirements})
