"""A decision in words: nothing without words, and no words that promise what imaging cannot."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from core.case.scenario import Scenario, field_specs
from core.content import Content, Reference, by_id, walk_parts
from core.content.citations import place
from core.engine.decide import decide
from core.proof.pathway_check import space_of_the_walk
from core.report.report import Report, answer_text, make_report
from tests.strategies import eligible, eligible_scenarios, scenarios

DAY = date(2026, 6, 1)
MAY_BE_EMPTY = {"via", "instead", "instead_short", "procedure"}

PROMISES = re.compile(r"\b(exclud\w*|rul\w+ (it )?out|cleared?|cured?|free of|no longer has)\b", re.IGNORECASE)


def page_of(scenario: Scenario, content: Content) -> Report:
    return make_report(scenario, decide(scenario, content, DAY), content)


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with the name of the field that holds it."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), field.name)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?:;])\s", text)


def promises(text: str) -> list[str]:
    """The sentences that say or seem to say that there is no recurrence."""
    return [
        sentence
        for sentence in sentences(text)
        if "recurrence" in sentence.lower()
        and PROMISES.search(sentence)
        and not re.search(r"\b(not|never)\b", sentence)
    ]


def test_no_text_of_the_content_denies_a_recurrence(content: Content) -> None:
    found = [
        sentence
        for _, part in walk_parts(content)
        for value in vars(part).values()
        if isinstance(value, str)
        for sentence in promises(value)
    ]
    assert found == []


def test_stable_film_is_never_left_as_the_last_word(content: Content) -> None:
    page = page_of(eligible(radiograph_result="stable"), content)
    assert "does not exclude recurrence" in page.rationale
    assert "new symptoms" in page.rationale


@pytest.mark.slow
def test_every_case_in_scope_has_words_for_everything(content: Content) -> None:
    words: set[tuple[str, str]] = set()
    references: set[Reference] = set()
    cases = space_of_the_walk(content).scenarios
    assert len(cases) > 3000
    for scenario in cases:
        page = page_of(scenario, content)
        assert page.status == "in_scope"
        assert [step.here for step in page.steps].count(True) == 1
        assert (len(page.ratings), len(page.pitfalls)) == (12, 3)
        assert page.references
        words.update(texts(page))
        references.update(page.references, *(step.references for step in page.steps))
    assert {name for name, text in words if not text.strip()} <= MAY_BE_EMPTY
    assert [sentence for _, text in words for sentence in promises(text)] == []
    assert all(place(reference, by_id(content.sources)) for reference in references)


@given(scenarios() | eligible_scenarios())
def test_every_case_has_a_report_which_agrees_with_its_decision(content: Content, scenario: Scenario) -> None:
    decision = decide(scenario, content, DAY)
    report = make_report(scenario, decision, content)
    assert (report.status, report.headline) == (decision.status, decision.recommendation.headline)
    assert [step.node for step in report.steps] == list(decision.path)
    assert [point.id for point in report.exclusions] == list(decision.exclusions)
    assert [point.id for point in report.redirects] == list(decision.redirects)
    assert [point.id for point in report.conflicts] == [conflict.id for conflict in decision.conflicts]
    assert [point.id for point in report.missing] == list(decision.missing)
    assert [point.id for point in report.tumor_board] == list(decision.tumor_board)
    assert [point.id for point in report.notices] == list(decision.notices)
    assert [assumed.field for assumed in report.assumptions] == [assumed.field for assumed in decision.assumptions]
    assert all(text.strip() for name, text in texts(report) if name not in MAY_BE_EMPTY)


# --- answers in words --------------------------------------------------------------------------------------------


def test_answer_reads_as_people_say_it(content: Content, subtests: pytest.Subtests) -> None:
    for field, answer, text in [
        ("purpose", "pulmonary_surveillance", "Lung surveillance"),
        ("treated", True, "Yes"),
        ("treated", False, "No"),
        ("treated", None, "not recorded"),
        ("symptoms", (), "None"),
        ("symptoms", ("new_pain", "pathologic_fracture"), "New pain, Pathologic fracture"),
        ("radiograph_findings", (), "none"),
        ("age_years", 24, "24 years"),
        ("age_years", 0.5, "0.5 years"),
        ("months_since_treatment", 18, "18 months"),
    ]:
        with subtests.test(field=field):
            assert answer_text(field, answer, content) == text


def test_every_choice_of_every_field_has_words(content: Content) -> None:
    for field, spec in field_specs().items():
        for choice in spec.choices:
            assert answer_text(field, (choice,) if spec.kind == "several" else choice, content)
