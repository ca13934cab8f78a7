"""Whether the ratings apply to a case at all: exclusions, conflicts, missing answers, and where else to go."""

from typing import NamedTuple

from core.case.condition import Condition, fields_of
from core.case.scenario import Scenario, field_specs, in_form_order
from core.content import Conflict, Content, Exclusion, Requirement, Status


class Scope(NamedTuple):
    """What holds of a case, whatever its status, and the status that follows. Fields are in form order."""

    status: Status
    exclusions: tuple[Exclusion, ...]
    redirects: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    requirements: tuple[Requirement, ...]


def scope_of(scenario: Scenario, content: Content) -> Scope:
    """The scope of a case. Exclusions come before conflicts, conflicts before missing answers."""
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
    """Every condition that `scope_of` evaluates."""
    return (
        *(exclusion.when for exclusion in content.exclusions),
        *(redirect.when for exclusion in content.exclusions for redirect in exclusion.redirects),
        *(conflict.when for conflict in content.conflicts),
        *(requirement.when for requirement in content.requirements),
    )


def scope_fields(content: Content) -> frozenset[str]:
    """Every field that `scope_of` reads."""
    return fields_of(*scope_conditions(content))


def _redirects(exclusions: tuple[Exclusion, ...], scenario: Scenario, content: Content) -> tuple[str, ...]:
    """The variants to go to, in the order in which the content lists the variants."""
    wanted = {r.variant for e in exclusions for r in e.redirects if r.when.holds(scenario)}
    return tuple(variant.id for variant in content.variants if variant.id in wanted)


def fields_that_decided(scope: Scope, scenario: Scenario) -> tuple[str, ...]:
    """The answers, or missing answers, that keep the case out of scope; none in scope."""
    if scope.status == "out_of_scope":
        return in_form_order({field for e in scope.exclusions for field in e.when.reasons(scenario)})
    if scope.status == "conflict":
        return in_form_order({field for c in scope.conflicts for field in c.when.reasons(scenario)})
    return in_form_order({requirement.field for requirement in scope.requirements})
