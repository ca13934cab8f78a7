"""The decision table for other engines: zen-engine, reading it, must agree with decide() on every case."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest
import zen

from core.base.validation import checked
from core.case.condition import AtLeast, Below, Condition, Value
from core.case.scenario import Answer, Scenario
from core.content import Content
from core.engine.decide import decide
from tests.core.proof.decision_model import to_jdm
from tests.decision_space import ELIGIBLE_ANSWERS, complete_space, random_scenarios, spread_sample
from tests.strategies import eligible

Outcome = tuple[str, str, str | None]


def read_by_zen(content: Content) -> zen.ZenEngine:
    return zen.ZenEngine({"loader": {"type": "static", "content": {"table": to_jdm(content)}}})


def disagreements(scenarios: Iterable[Scenario], content: Content, table: zen.ZenEngine, today: date) -> Iterator[Any]:
    for scenario in scenarios:
        decision = decide(scenario, content, today)
        ours: Outcome = (decision.status, decision.recommendation.action, decision.recommendation.procedure)
        result = table.evaluate("table", vars(scenario))["result"]
        theirs = (result.get("status"), result.get("action"), result.get("procedure"))
        if ours != theirs:
            yield scenario, ours, theirs


def eligible_cases() -> Iterator[Scenario]:
    for answers in itertools.product(*ELIGIBLE_ANSWERS.values()):
        yield checked(Scenario, dict(zip(ELIGIBLE_ANSWERS, answers, strict=True)))


def with_exclusion(when: Condition, content: Content) -> Content:
    """Return the content with one more exclusion in first place."""
    exclusion = content.exclusions[0].but(when=when)
    return content.but(exclusions=(exclusion, *content.exclusions[1:]), sha256=str(when))


def test_zen_engine_takes_the_table_for_valid(content: Content) -> None:
    read_by_zen(content).get_decision("table").validate()


def test_zen_engine_agrees_on_every_eligible_case(content: Content, today: date) -> None:
    assert not list(disagreements(eligible_cases(), content, read_by_zen(content), today))


def test_zen_engine_agrees_on_a_sample_of_all_other_cases(content: Content, today: date) -> None:
    samples = itertools.chain(spread_sample(10_000), random_scenarios(10_000, seed=3))
    scenarios = (checked(Scenario, sample) for sample in samples)
    assert not list(disagreements(scenarios, content, read_by_zen(content), today))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_zen_engine_agrees_on_the_whole_decision_space(content: Content, today: date, part: int) -> None:
    scenarios = (checked(Scenario, sample) for sample in complete_space(part, 4))
    assert not list(disagreements(scenarios, content, read_by_zen(content), today))


@pytest.mark.parametrize("edge", ["stable", "mri_possible", "mri_nondiagnostic", "ct_negative"])
def test_table_without_one_edge_is_found_out(content: Content, today: date, edge: str) -> None:
    left = tuple(other for other in content.edges if other.id != edge)
    table = read_by_zen(content.but(edges=left))
    assert list(disagreements(eligible_cases(), content, table, today))


@pytest.mark.parametrize("assumption", ["clinical_suspicion", "mri_limitation", "mars_available"])
def test_table_without_one_assumption_is_found_out(content: Content, today: date, assumption: str) -> None:
    left = tuple(other for other in content.assumptions if other.field != assumption)
    table = read_by_zen(content.but(assumptions=left))
    assert list(disagreements(eligible_cases(), content, table, today))


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("age_years", (Below(below=18),)),
        ("age_years", (AtLeast(at_least=18),)),
        ("age_years", (Below(below=7), AtLeast(at_least=18), "not_recorded")),
        ("age_years", ("recorded",)),
        ("radiograph_findings", ("any",)),
        ("radiograph_findings", ("empty",)),
        ("radiograph_findings", ("not_recorded",)),
        ("radiograph_findings", ("empty", "periosteal_reaction")),
        ("grade", ("recorded",)),
        ("grade", ("not_recorded", "low")),
        ("radiation_therapy", (True, "not_recorded")),
    ],
)
def test_every_kind_of_condition_means_the_same_in_the_table(
    content: Content, today: date, field: str, values: tuple[Value, ...]
) -> None:
    changed = with_exclusion(Condition(alternatives=({field: values},)), content)
    answers: dict[str, tuple[Answer, ...]] = {
        "age_years": (None, 0, 6.5, 7, 17.9, 18, 60),
        "radiograph_findings": (None, (), ("periosteal_reaction",), ("new_lytic_lesion", "periosteal_reaction")),
        "grade": (None, "low", "high"),
        "radiation_therapy": (None, True, False),
    }
    cases = [eligible(**{"radiograph_result": "suspicious", field: answer}) for answer in answers[field]]
    outcomes = {decide(case, changed, today).status for case in cases}
    assert outcomes == {"out_of_scope", "in_scope"}
    assert not list(disagreements(cases, changed, read_by_zen(changed), today))


def test_conditions_on_one_list_hold_together_in_the_table(content: Content, today: date) -> None:
    findings = Condition(alternatives=({"radiograph_findings": ("any",)},))
    periosteal = Condition(alternatives=({"radiograph_findings": ("periosteal_reaction",)},))
    edges = tuple(
        edge.but(when=findings)
        if edge.id == "radiographs_done"
        else edge.but(when=periosteal)
        if edge.id == "suspicious"
        else edge
        for edge in content.edges
    )
    changed = content.but(edges=edges, sha256="conditions on one list")
    cases = [
        eligible(radiograph_result="suspicious", radiograph_findings=found)
        for found in ((), ("periosteal_reaction",), ("new_lytic_lesion", "periosteal_reaction"))
    ]
    assert {decide(case, changed, today).recommendation.action for case in cases} == {"order_radiographs", "order_mri"}
    assert not list(disagreements(cases, changed, read_by_zen(changed), today))
