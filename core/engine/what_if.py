"""Find every single answer that would change the advice, and the advice after each result of the advised study."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from core.case.condition import fields_of
from core.case.scenario import Answer, FieldSpec, Scenario, field_specs, in_form_order
from core.content import Content, Edge
from core.engine.decide import decide
from core.engine.decision import Change, Decision
from core.engine.pathway import Pathway
from core.engine.scope import scope_fields


@dataclass(frozen=True)
class Outcome:
    """One result of the advised study, as an answer to a field, and the headline that follows."""

    field: str
    value: str
    headline: str


def what_if(scenario: Scenario, content: Content, today: date) -> tuple[Change, ...]:
    """Return every change of one answer that alters the action or the procedure, in form order.

    A list changes by one added or removed item, or from "not recorded" to empty. No answer is changed to "not
    recorded". Numbers are not tried, because no action depends on one (`bonewatch verify` proves this). Fields that no
    condition on the way to the advice reads are not tried either.
    """
    now = decide(scenario, content, today).recommendation
    changes = []
    for field, value in single_changes(scenario, _deciding_fields(content)):
        decision = decide(scenario.but(**{field: value}), content, today)
        then = decision.recommendation
        if (then.action, then.procedure) != (now.action, now.procedure):
            changes.append(Change(field, value, then.action, then.procedure, decision.status, then.headline))
    return tuple(changes)


def by_consequence(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes in the most helpful order: other steps first, conflicts with other answers last."""
    order = {"in_scope": 0, "out_of_scope": 1, "incomplete": 2, "conflict": 3}
    return tuple(sorted(changes, key=lambda change: order[change.status]))


def one_for_each_end(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return one change for each different headline, other steps first.

    Changes that make the answers conflicting or incomplete are left out.
    """
    ends: dict[str, Change] = {}
    for change in by_consequence(changes):
        if change.status in ("in_scope", "out_of_scope"):
            ends.setdefault(change.headline, change)
    return tuple(ends.values())


@lru_cache(maxsize=8)
def _deciding_fields(content: Content) -> tuple[str, ...]:
    return in_form_order({*scope_fields(content), *fields_of(*Pathway(content).conditions)})


def single_changes(scenario: Scenario, fields: Iterable[str]) -> Iterator[tuple[str, Answer]]:
    """Yield every other answer that each of these fields could have, with the field."""
    for field in fields:
        spec = field_specs()[field]
        now = getattr(scenario, field)
        for value in _other_answers(spec, now):
            yield field, value


def _other_answers(spec: FieldSpec, now: Answer) -> Iterator[Answer]:
    if spec.kind == "yes_no":
        yield from (value for value in (True, False) if value is not now)
    elif spec.kind == "choice":
        yield from (value for value in spec.choices if value != now)
    elif spec.kind == "several":
        chosen = now if isinstance(now, tuple) else ()
        if now is None:
            yield ()
        for item in spec.choices:
            yield tuple(choice for choice in spec.choices if (choice in chosen) != (choice == item))


def what_follows(scenario: Scenario, decision: Decision, content: Content, today: date) -> tuple[Outcome, ...]:
    """Return the possible results of the advised study, in form order, each decided by the engine.

    Return none if no study is advised: the case is out of scope, or the path has ended.
    """
    if not decision.path:
        return ()
    return tuple(
        Outcome(field, value, decide(done.but(**{field: value}), content, today).recommendation.headline)
        for step in _edges_from(decision.path[-1], content)
        for done, field in _with_the_study_done(scenario, step, content)
        for value in _possible(field, step)
    )


def _edges_from(node: str, content: Content) -> list[Edge]:
    return [edge for edge in content.edges if edge.source == node]


def _with_the_study_done(scenario: Scenario, step: Edge, content: Content) -> Iterator[tuple[Scenario, str]]:
    """Yield the scenario with the answers needed to reach the next question, and the field that the question reads."""
    read = [edge.when.fields for edge in _edges_from(step.target, content)]
    # The result is the field that every edge out of the question reads. Other fields are read by only some edges.
    results = frozenset.intersection(*read) if read else frozenset[str]()
    for field in (field for field in field_specs() if field in results):
        asked: dict[str, Any] = {name: values[0] for name, values in step.when.alternatives[0].items()}
        yield scenario.but(**asked), field


def _possible(field: str, step: Edge) -> tuple[str, ...]:
    """Return the values of the result that the step allows, or all values if the step does not restrict it."""
    allowed = step.when.alternatives[0].get(field)
    return tuple(value for value in field_specs()[field].choices if allowed is None or value in allowed)
