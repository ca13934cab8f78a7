"""The small language of conditions."""

from typing import Any

import pytest

from core.base.validation import ModelError, checked
from core.case.condition import ALWAYS, AtLeast, Below, Condition, When, fields_of
from core.case.scenario import Scenario
from core.proof.case_space import whole_space
from tests.strategies import eligible


def condition(tables: Any) -> Condition:
    return checked(When, tables)


def refusal(tables: Any) -> str:
    with pytest.raises(ModelError) as caught:
        condition(tables)
    return caught.value.faults[0]["msg"]


def test_every_field_named_must_have_one_of_its_values() -> None:
    when = condition({"radiograph_result": ["stable", "indeterminate"], "clinical_suspicion": ["low"]})
    assert when.holds(Scenario(radiograph_result="stable", clinical_suspicion="low"))
    assert when.holds(Scenario(radiograph_result="indeterminate", clinical_suspicion="low"))
    assert not when.holds(Scenario(radiograph_result="suspicious", clinical_suspicion="low"))
    assert not when.holds(Scenario(radiograph_result="stable", clinical_suspicion="high"))


def test_one_table_of_several_is_enough() -> None:
    when = condition([{"treated": [False]}, {"purpose": ["initial_staging"]}])
    assert when.holds(Scenario(treated=False))
    assert when.holds(Scenario(purpose="initial_staging", treated=True))
    assert not when.holds(Scenario(treated=True))


def test_empty_table_always_holds() -> None:
    assert condition({}).holds(Scenario())
    assert ALWAYS.holds(Scenario())


def test_what_is_not_recorded_meets_no_other_value(subtests: pytest.Subtests) -> None:
    for tables in [
        {"treated": [True, False]},
        {"treated": ["recorded"]},
        {"clinical_suspicion": ["low", "high"]},
        {"symptoms": ["any", "empty"]},
        {"symptoms": ["new_pain"]},
        {"age_years": [{"below": 121}]},
        {"age_years": [{"at_least": 0}]},
    ]:
        with subtests.test(tables=tables):
            assert not condition(tables).holds(Scenario())


def test_not_recorded_and_recorded_are_opposites() -> None:
    for scenario in (Scenario(), Scenario(treated=False)):
        assert condition({"treated": ["recorded"]}).holds(scenario) is not condition(
            {"treated": ["not_recorded"]}
        ).holds(scenario)


def test_false_is_an_answer() -> None:
    assert condition({"treated": [False]}).holds(Scenario(treated=False))
    assert condition({"treated": ["recorded"]}).holds(Scenario(treated=False))


def test_list_is_asked_whether_it_is_empty_and_what_is_in_it() -> None:
    none, pain, both = (
        Scenario(symptoms=()),
        Scenario(symptoms=("new_pain",)),
        Scenario(symptoms=("palpable_mass", "new_pain")),
    )
    assert [condition({"symptoms": ["any"]}).holds(s) for s in (none, pain, both)] == [False, True, True]
    assert [condition({"symptoms": ["empty"]}).holds(s) for s in (none, pain, both)] == [True, False, False]
    assert [condition({"symptoms": ["palpable_mass"]}).holds(s) for s in (none, pain, both)] == [False, False, True]


def test_below_leaves_out_the_bound_itself() -> None:
    when = condition({"age_years": [{"below": 18}]})
    assert when.holds(Scenario(age_years=0))
    assert when.holds(Scenario(age_years=17.9))
    assert not when.holds(Scenario(age_years=18))
    assert condition({"age_years": ["not_recorded", {"below": 18}]}).holds(Scenario(age_years=17))


def test_at_least_takes_the_bound_itself() -> None:
    when = condition({"months_since_treatment": [{"at_least": 60}]})
    assert when.holds(Scenario(months_since_treatment=60))
    assert when.holds(Scenario(months_since_treatment=60.5))
    assert not when.holds(Scenario(months_since_treatment=59.9))


def test_one_bound_of_several_is_enough() -> None:
    when = condition({"age_years": [{"below": 18}, {"at_least": 65}]})
    assert [when.holds(Scenario(age_years=age)) for age in (17, 18, 64, 65)] == [True, False, False, True]


def test_bound_reads_as_words() -> None:
    assert str(Below(below=18)) == "below 18"
    assert str(AtLeast(at_least=0.5)) == "at least 0.5"


def test_both_sides_of_every_bound_are_among_cases_told_apart() -> None:
    when = condition({"months_since_treatment": [{"below": 6}, {"at_least": 60}]})
    space = whole_space([when])
    assert [case.months_since_treatment for case in space.scenarios] == [0, 6, 60, 1200, None]
    assert space.meeting(when) == {0, 2, 3}


def test_bound_which_adds_nothing_is_named_in_words() -> None:
    when = condition({"months_since_treatment": [{"at_least": 60}, {"at_least": 120}]})
    space = whole_space([when])
    assert list(space.dead_values(when, space.all)) == ["'months_since_treatment' never needs the value at least 120"]


def test_reasons_are_the_fields_of_the_tables_which_hold() -> None:
    when = condition([{"priors_available": [False]}, {"hardware": ["none"], "baseline_available": [False]}])
    assert when.reasons(eligible(priors_available=False)) == ("priors_available",)
    assert when.reasons(eligible(baseline_available=False, hardware="none")) == ("baseline_available", "hardware")
    assert when.reasons(eligible(priors_available=False, baseline_available=False, hardware="none")) == (
        "baseline_available", "priors_available", "hardware",
    )  # fmt: skip
    assert when.reasons(eligible()) == ()


def test_fields_of_conditions_are_gathered() -> None:
    first, second = condition([{"site": ["spine"]}, {"grade": ["low"]}]), condition({"grade": ["high"]})
    assert first.fields == {"site", "grade"}
    assert fields_of(first, second, ALWAYS) == {"site", "grade"}


def test_condition_on_an_answer_which_does_not_exist_is_refused(subtests: pytest.Subtests) -> None:
    for tables, reason in [
        ({"sight": ["spine"]}, "'sight' is not a field of the scenario"),
        ({"grade": []}, "'grade' names no value, so nothing could satisfy it"),
        ({"grade": ["medium"]}, "'grade' has no value 'medium' (it has low, high, recorded, not_recorded)"),
        ({"treated": ["true"]}, "'treated' has no value 'true' (it has True, False, recorded, not_recorded)"),
        (
            {"treated": [1]},
            "1 is not a value: name one of the field's own, or {below = a number} or {at_least = a number}",
        ),
        ({"grade": [True]}, "'grade' has no value True (it has low, high, recorded, not_recorded)"),
        ({"site": ["any"]}, "'site' has no value 'any'"),
        ({"grade": [{"below": 3}]}, "'grade' is not a number, so nothing is below 3"),
        ({"grade": [{"at_least": 3}]}, "'grade' is not a number, so nothing is at least 3"),
        ({"age_years": [18]}, "18 is not a value"),
        ({"age_years": ["18"]}, "'age_years' has no value '18' (it has recorded, not_recorded)"),
        ([], "a condition needs at least one table"),
    ]:
        with subtests.test(tables=tables):
            assert reason in refusal(tables)


def test_what_is_no_table_is_refused(subtests: pytest.Subtests) -> None:
    for tables in [
        "stable",
        {"grade": "low"},
        {"age_years": [{"above": 3}]},
        {"age_years": [{"below": "18"}]},
        {"age_years": [{"at_least": "18"}]},
        {"age_years": [{"at_least": 18, "below": 65}]},
        None,
    ]:
        with subtests.test(tables=tables):
            refusal(tables)
