"""What follows the advised study: every result of it, each decided by the engine."""

from datetime import date

import pytest

from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.engine.what_follows import what_follows
from tests.decision_space import spread_sample
from tests.strategies import eligible


def outcomes(scenario: Scenario, content: Content, today: date) -> dict[tuple[str, str], str]:
    found = what_follows(scenario, decide(scenario, content, today), content, today)
    return {(outcome.field, outcome.value): outcome.headline for outcome in found}


def test_each_result_of_advanced_study_leads_where_engine_goes(
    content: Content, today: date, subtests: pytest.Subtests
) -> None:
    for study in ["mri", "ct"]:
        with subtests.test(study=study):
            limitation = "none" if study == "mri" else "contraindicated"
            before = eligible(radiograph_result="indeterminate", mri_limitation=limitation)
            found = outcomes(before, content, today)
            assert [value for _, value in found] == ["no_recurrence", "suspicious", "equivocal", "nondiagnostic"]
            for (field, value), headline in found.items():
                after = before.but(**{"advanced_study": study, field: value})
                assert decide(after, content, today).recommendation.headline == headline
            assert len(set(found.values())) == (4 if study == "mri" else 3)


def test_ct_after_an_mri_without_answer_is_study_which_is_read(content: Content, today: date) -> None:
    after_mri = eligible(radiograph_result="suspicious", advanced_study="mri", advanced_result="nondiagnostic")
    assert outcomes(after_mri, content, today)["advanced_result", "nondiagnostic"] == "Discuss at the tumor board"


def test_results_of_an_advised_study_stay_in_scope(content: Content, today: date) -> None:
    for answers in spread_sample(300):
        scenario = checked(Scenario, answers)
        decision = decide(scenario, content, today)
        found = what_follows(scenario, decision, content, today)
        assert bool(found) == (decision.recommendation.procedure is not None)
        assert not any(outcome.headline.startswith(("Answers disagree", "Still to answer")) for outcome in found)
