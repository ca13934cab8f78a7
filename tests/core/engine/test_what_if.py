"""What would change the answer, against brute force: every other answer to every field, put to the truth table.

The results of the advised study, each against the engine.
"""

import os
from array import array
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.engine.what_if import what_follows, what_if
from tests.decision_space import FINDINGS, STEERING_ANSWERS, SYMPTOMS, complete_space, random_scenarios, spread_sample
from tests.strategies import eligible
from tests.truth_table import expected

CHOICES: dict[str, tuple[Any, ...]] = {
    "purpose": ("local_recurrence_surveillance", "pulmonary_surveillance", "initial_staging"),
    "tumor_origin": ("bone", "soft_tissue"),
    "treated": (True, False),
    "radiograph_result": ("not_done", "stable", "suspicious", "indeterminate"),
    "clinical_suspicion": ("low", "high"),
    "baseline_available": (True, False),
    "priors_available": (True, False),
    "hardware": ("none", "internal_fixation", "endoprosthesis"),
    "mri_limitation": ("none", "severe_artifact", "contraindicated"),
    "mars_available": (True, False),
    "gadolinium_contraindicated": (True, False),
    "advanced_study": ("none", "mri", "ct"),
    "advanced_result": ("no_recurrence", "suspicious", "equivocal", "nondiagnostic"),
    "age_years": (0, 17, 18, 120),
    "histology": ("osteosarcoma", "ewing_sarcoma", "chondrosarcoma", "giant_cell_tumor", "chordoma", "other"),
    "grade": ("low", "high"),
    "site": ("femur", "spine", "other"),
    "surgery": ("none", "limb_sparing_resection", "curettage", "amputation"),
    "radiation_therapy": (True, False),
    "months_since_treatment": (0, 18, 1200),
}
"""Every answer of every field with one answer, typed by hand; of numbers and sites those that could matter."""

Outcome = tuple[str, str | None, str]
"""Action, procedure and status."""


def outcome(scenario: dict[str, Any], day: date) -> Outcome:
    """What the truth table says of a scenario."""
    truth = expected(scenario, day)
    return truth.action, truth.procedure, truth.status


class WholeSpace:
    """What the truth table says of every scenario of the decision space, worked out once: each is asked for often."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._kinds: dict[Outcome, int] = {}
        self._found = array(
            "H", (self._kinds.setdefault(outcome(each, day), len(self._kinds)) for each in complete_space())
        )
        self._outcomes = list(self._kinds)

    def __call__(self, scenario: dict[str, Any], day: date) -> Outcome:
        place = 0
        for field, answers in STEERING_ANSWERS.items():
            if scenario[field] not in answers:
                return outcome(scenario, day)
            place = place * len(answers) + answers.index(scenario[field])
        if len(scenario) > len(STEERING_ANSWERS) or day != self._day:
            return outcome(scenario, day)
        return self._outcomes[self._found[place]]


def changes_by_brute_force(
    scenario: dict[str, Any], day: date, truth: Callable[[dict[str, Any], date], Outcome] = outcome
) -> set[tuple[Any, ...]]:
    """(field, value, action, procedure, status) of every change of one answer that leads elsewhere."""
    action, procedure, _ = truth(scenario, day)
    found = set()
    for field, value in _every_change(scenario):
        then = truth({**scenario, field: value}, day)
        if then[:2] != (action, procedure):
            found.add((field, tuple(value) if isinstance(value, list) else value, *then))
    return found


def _every_change(scenario: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for field, answers in CHOICES.items():
        yield from ((field, answer) for answer in answers if answer != scenario.get(field) or field not in scenario)
    for field, items in (("symptoms", SYMPTOMS), ("radiograph_findings", FINDINGS)):
        now = scenario.get(field)
        if now is None:
            yield field, []
        for item in items:
            yield field, [i for i in items if (i in (now or [])) != (i == item)]


def assert_equal_to_brute_force(
    scenario: dict[str, Any],
    content: Content,
    day: date,
    truth: Callable[[dict[str, Any], date], Outcome] = outcome,
) -> None:
    changes = what_if(checked(Scenario, scenario), content, day)
    found = {(change.field, change.value, change.action, change.procedure, change.status) for change in changes}
    assert len(found) == len(changes)
    assert found == changes_by_brute_force(scenario, day, truth), scenario


def test_every_change_is_found_for_a_sample_of_decision_space(content: Content, today: date) -> None:
    for scenario in spread_sample(400):
        assert_equal_to_brute_force(scenario, content, today)


def test_every_change_is_found_whatever_else_is_answered(content: Content, today: date) -> None:
    for scenario in random_scenarios(300, seed=5):
        assert_equal_to_brute_force(scenario, content, today)


@pytest.fixture(scope="module")
def whole_space(today: date) -> WholeSpace:
    return WholeSpace(today)


_PARTS = 24
# Nine in ten scenarios are out of scope, and a case takes a millisecond: WHAT_IF_STEP=1 looks at every one of them, which
# takes half an hour of processor time; otherwise at each of the others and at so many fewer of these.
_OUT_OF_SCOPE_STEP = int(os.environ.get("WHAT_IF_STEP", "11"))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(_PARTS))
def test_every_change_is_found_in_the_whole_decision_space(
    content: Content, today: date, whole_space: WholeSpace, part: int
) -> None:
    for number, scenario in enumerate(complete_space(part, _PARTS)):
        if whole_space(scenario, today)[2] != "out_of_scope" or number % _OUT_OF_SCOPE_STEP == 0:
            assert_equal_to_brute_force(scenario, content, today, whole_space)


def test_no_change_goes_back_to_not_recorded(content: Content, today: date) -> None:
    for scenario in random_scenarios(100, seed=6):
        assert all(change.value is not None for change in what_if(checked(Scenario, scenario), content, today))


# What follows the advised study


def headlines_that_follow(scenario: Scenario, content: Content, today: date) -> dict[tuple[str, str], str]:
    found = what_follows(scenario, decide(scenario, content, today), content, today)
    return {(outcome.field, outcome.value): outcome.headline for outcome in found}


def test_each_result_of_advanced_study_leads_where_engine_goes(
    content: Content, today: date, subtests: pytest.Subtests
) -> None:
    for study in ["mri", "ct"]:
        with subtests.test(study=study):
            limitation = "none" if study == "mri" else "contraindicated"
            before = eligible(radiograph_result="indeterminate", mri_limitation=limitation)
            by_engine = {}
            for result in CHOICES["advanced_result"]:
                after = before.but(advanced_study=study, advanced_result=result)
                by_engine["advanced_result", result] = decide(after, content, today).recommendation.headline
            found = headlines_that_follow(before, content, today)
            assert list(found.items()) == list(by_engine.items())


def test_ct_after_an_mri_without_answer_is_study_which_is_read(content: Content, today: date) -> None:
    after_mri = eligible(radiograph_result="suspicious", advanced_study="mri", advanced_result="nondiagnostic")
    found = headlines_that_follow(after_mri, content, today)
    assert found["advanced_result", "nondiagnostic"] == "Discuss at the tumor board"


def test_results_of_an_advised_study_stay_in_scope(content: Content, today: date) -> None:
    for answers in spread_sample(300):
        scenario = checked(Scenario, answers)
        decision = decide(scenario, content, today)
        found = what_follows(scenario, decision, content, today)
        assert bool(found) == (decision.recommendation.procedure is not None)
        assert not any(outcome.headline.startswith(("Answers disagree", "Still to answer")) for outcome in found)
