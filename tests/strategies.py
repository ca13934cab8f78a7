"""Scenarios and cases for tests: a plain one to start from, and random ones out of every answer that a field can have."""

from datetime import date
from functools import partial
from typing import Any, get_args

from hypothesis import strategies as st

from core.base.validation import checked
from core.case.case_file import Case, Difficulty, Teaching
from core.case.scenario import FieldSpec, Scenario, field_specs
from core.content import Content
from core.engine.decide import decide
from core.teaching.cases import same_answer

ELIGIBLE: dict[str, Any] = {
    "purpose": "local_recurrence_surveillance",
    "tumor_origin": "bone",
    "treated": True,
    "symptoms": (),
}
"""The answers of the patient that the ratings are about."""


def eligible(**answers: Any) -> Scenario:
    """An eligible patient's scenario with some more answers."""
    return checked(Scenario, {**ELIGIBLE, **answers})


def answers_to(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Every answer that a field can have, "not recorded" among them."""
    if spec.kind == "yes_no":
        return st.none() | st.booleans()
    if spec.kind == "choice":
        return st.none() | st.sampled_from(spec.choices)
    if spec.kind == "several":
        return st.none() | st.lists(st.sampled_from(spec.choices), unique=True).map(tuple)
    whole = st.integers(int(spec.minimum or 0), int(spec.maximum or 0))
    return st.none() | whole | st.floats(spec.minimum, spec.maximum, allow_nan=False)


def scenarios(**fixed: Any) -> st.SearchStrategy[Scenario]:
    """Scenarios of every kind, contradictory ones included; `fixed` answers stay as they are."""
    answers = {name: answers_to(spec) for name, spec in field_specs().items()}
    answers |= {name: st.just(answer) for name, answer in fixed.items()}
    return st.fixed_dictionaries(answers).map(partial(checked, Scenario))


def eligible_scenarios() -> st.SearchStrategy[Scenario]:
    """Scenarios of eligible patients, most of them in scope."""
    findings_hidden = {**ELIGIBLE, "radiograph_findings": ()}
    return scenarios(**findings_hidden, advanced_study="none", advanced_result=None) | scenarios(**findings_hidden)


def cases() -> st.SearchStrategy[Case]:
    """Case files of every kind, teaching cases among them."""
    text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
    prose = text.filter(str.strip)
    teaching = st.builds(
        Teaching,
        vignette=prose,
        question=prose,
        options=st.lists(text, min_size=2, max_size=4, unique=True).map(tuple),
        teaching_point=prose,
        sources=st.lists(text, min_size=1, max_size=3, unique=True).map(tuple),
        difficulty=st.sampled_from(get_args(Difficulty)),
        topics=st.lists(st.sampled_from(("hardware", "scope", "mri_2")), unique=True).map(tuple),
    )
    return st.builds(
        lambda title, scenario, teaching: Case(
            schema="bonewatch.case/1", title=title, scenario=scenario, teaching=teaching
        ),
        title=text | st.just(""),
        scenario=scenarios(),
        teaching=st.none() | teaching,
    )


def teaching_cases(content: Content, today: date, sources: list[str]) -> st.SearchStrategy[Case]:
    """Teaching cases without a fault: their options hold the answer once and nothing twice."""
    return st.builds(
        partial(_with_options, content=content, today=today, sources=sources),
        cases().filter(lambda case: case.teaching is not None),
        st.permutations([part.id for part in (*content.actions, *content.procedures)]),
        st.integers(1, 3),
    )


def _with_options(
    case: Case, others: list[str], count: int, *, content: Content, today: date, sources: list[str]
) -> Case:
    """The case with its answer and some of the other options, in an order that these decide."""
    advice = decide(case.scenario, content, today).recommendation
    chosen = [advice.procedure or advice.action]
    for other in others:
        if len(chosen) <= count and not any(same_answer(other, option, content) for option in chosen):
            chosen.append(other)
    chosen.sort(key=others.index)
    lesson = case.teaching.but(options=tuple(chosen), sources=tuple(sources[:count]))  # type: ignore[union-attr]
    return case.but(teaching=lesson)
