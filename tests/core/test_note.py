"""The note for the chart: short, plain, and open about its basis."""

from datetime import date

from core.content import Content
from core.decide import decide
from core.note import LONGEST, to_note
from core.report import report
from core.scenario import Scenario
from tests.decision_space import random_scenarios, spread_sample
from tests.strategies import eligible


def note(scenario: Scenario, content: Content, today: date) -> str:
    return to_note(report(scenario, decide(scenario, content, today), content), content, today)


def test_that_no_note_is_longer_than_a_chart_takes(content: Content, today: date) -> None:
    for scenario in (*spread_sample(500), *random_scenarios(500, seed=21)):
        text = note(Scenario(**scenario), content, today)
        assert len(text) <= LONGEST
        assert content.topic.judgment_notice in text


def test_that_the_note_says_what_was_decided_from_what_and_when(content: Content, today: date) -> None:
    scenario = eligible(radiograph_result="indeterminate", hardware="endoprosthesis", age_years=24)
    text = note(scenario, content, today)
    for words in (
        "Radiographs: Indeterminate", "Age: 24 years", "Order MRI without and with IV contrast", "usually appropriate",
        "Tumor board", "Assumed", "2026-06-01", content.topic.version,
    ):  # fmt: skip
        assert words in text


def test_that_a_note_on_a_case_out_of_scope_holds_no_rating(content: Content, today: date) -> None:
    assert "appropriate:" not in note(eligible(symptoms=("new_pain",)), content, today)
    assert "ACR rating" not in note(eligible(symptoms=("new_pain",)), content, today)


def test_that_a_study_rated_by_the_capture_alone_is_noted_with_the_advice_to_confirm(
    content: Content, today: date
) -> None:
    text = note(eligible(radiograph_result="suspicious", gadolinium_contraindicated=True), content, today)
    assert content.topic.confirm_notice in text


def test_that_an_inferred_step_is_noted_as_such(content: Content, today: date) -> None:
    text = note(eligible(radiograph_result="suspicious", mri_limitation="contraindicated"), content, today)
    assert content.topic.inferred_notice in text
