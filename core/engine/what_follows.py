"""Find the possible results of the advised study, and the advice that follows each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.case.scenario import Scenario, field_specs
from core.content import Content, Edge
from core.engine.decide import decide
from core.engine.decision import Decision


@dataclass(frozen=True)
class Outcome:
    """One result of the advised study, as an answer to a field, and the headline that follows."""

    field: str
    value: str
    headline: str


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
