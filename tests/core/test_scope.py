"""Who is out of scope, which answers contradict each other, what is missing, and where else to go."""

from typing import Any

import pytest

from core.case.scenario import Scenario, in_form_order
from core.content import Content
from core.engine.scope import Scope, fields_that_decided, scope_conditions, scope_fields, scope_of
from tests.strategies import eligible


def exclusions(scope: Scope) -> list[str]:
    return [exclusion.id for exclusion in scope.exclusions]


def conflicts(scope: Scope) -> list[str]:
    return [conflict.id for conflict in scope.conflicts]


def missing(scope: Scope) -> list[str]:
    return [requirement.field for requirement in scope.requirements]


@pytest.mark.parametrize(
    ("answers", "excluded_by", "redirects"),
    [
        ({"purpose": "initial_staging"}, ["initial_staging"], ["staging_pulmonary", "staging_extrapulmonary"]),
        ({"treated": False}, ["initial_staging"], ["staging_pulmonary", "staging_extrapulmonary"]),
        ({"tumor_origin": "soft_tissue"}, ["soft_tissue_tumor"], ["local_recurrence_soft_tissue"]),
        ({"tumor_origin": "soft_tissue", "purpose": None}, ["soft_tissue_tumor"], ["local_recurrence_soft_tissue"]),
        ({"tumor_origin": "soft_tissue", "treated": None}, ["soft_tissue_tumor"], ["local_recurrence_soft_tissue"]),
        ({"tumor_origin": "soft_tissue", "symptoms": None}, ["soft_tissue_tumor"], ["local_recurrence_soft_tissue"]),
        ({"symptoms": ("new_pain",)}, ["symptomatic"], []),
        ({"symptoms": ("palpable_mass", "pathologic_fracture")}, ["symptomatic"], []),
        ({"purpose": "pulmonary_surveillance"}, ["pulmonary_surveillance"], ["surveillance_pulmonary"]),
        (
            {"purpose": "pulmonary_surveillance", "treated": None},
            ["pulmonary_surveillance"],
            ["surveillance_pulmonary"],
        ),
        (
            {"purpose": "pulmonary_surveillance", "tumor_origin": "soft_tissue"},
            ["soft_tissue_tumor", "pulmonary_surveillance"],
            ["surveillance_pulmonary"],
        ),
        (
            {"tumor_origin": "soft_tissue", "symptoms": ("new_pain",)},
            ["soft_tissue_tumor", "symptomatic"],
            [],
        ),
        (
            {"purpose": "pulmonary_surveillance", "symptoms": ("new_pain",)},
            ["symptomatic", "pulmonary_surveillance"],
            [],
        ),
        (
            {"purpose": "pulmonary_surveillance", "treated": False},
            ["initial_staging", "pulmonary_surveillance"],
            ["staging_pulmonary", "staging_extrapulmonary"],
        ),
        (
            {"tumor_origin": "soft_tissue", "treated": False},
            ["initial_staging", "soft_tissue_tumor"],
            ["staging_pulmonary", "staging_extrapulmonary"],
        ),
    ],
)
def test_that_a_case_outside_the_scope_is_told_why_and_where_to_go(
    content: Content, answers: dict[str, Any], excluded_by: list[str], redirects: list[str]
) -> None:
    scope = scope_of(eligible(**answers), content)
    assert scope.status == "out_of_scope"
    assert exclusions(scope) == excluded_by
    assert list(scope.redirects) == redirects
    assert fields_that_decided(scope, eligible(**answers))


@pytest.mark.parametrize(
    ("answers", "id_", "fields"),
    [
        (
            {"radiograph_result": "stable", "radiograph_findings": ("new_lytic_lesion",)},
            "stable_with_findings",
            ("radiograph_result", "radiograph_findings"),
        ),
        (
            {"radiograph_result": "not_done", "radiograph_findings": ("periosteal_reaction",)},
            "findings_without_radiographs",
            ("radiograph_result", "radiograph_findings"),
        ),
        (
            {"radiograph_result": "not_done", "advanced_study": "ct", "advanced_result": "suspicious"},
            "advanced_before_radiographs",
            ("radiograph_result", "advanced_study"),
        ),
        (
            {"radiograph_result": "stable", "advanced_result": "equivocal"},
            "result_without_study",
            ("advanced_study", "advanced_result"),
        ),
        (
            {
                "radiograph_result": "suspicious",
                "radiograph_findings": ("new_lytic_lesion", "progressive_interface_radiolucency"),
                "hardware": "none",
            },
            "interface_without_hardware",
            ("radiograph_findings", "hardware"),
        ),
    ],
)
def test_that_two_answers_that_cannot_both_be_true_are_a_conflict(
    content: Content, answers: dict[str, Any], id_: str, fields: tuple[str, ...]
) -> None:
    scope = scope_of(eligible(**answers), content)
    assert scope.status == "conflict"
    assert conflicts(scope) == [id_]
    assert fields_that_decided(scope, eligible(**answers)) == fields


@pytest.mark.parametrize(
    "answer",
    [
        {"months_since_treatment": 0},
        {"hardware": "internal_fixation"},
        {"hardware": "endoprosthesis"},
        {"surgery": "curettage"},
        {"surgery": "amputation"},
        {"surgery": "limb_sparing_resection"},
        {"radiation_therapy": True},
    ],
)
def test_that_treatment_of_an_untreated_tumor_is_a_conflict_of_those_two_answers(
    content: Content, answer: dict[str, Any]
) -> None:
    scenario = eligible(treated=False, **answer)
    scope = scope_of(scenario, content)
    assert conflicts(scope) == ["untreated_with_treatment"]
    assert scope.conflicts[0].when.reasons(scenario) == in_form_order({"treated", *answer})


@pytest.mark.parametrize("answer", [{"hardware": "none"}, {"surgery": "none"}, {"radiation_therapy": False}])
def test_that_an_untreated_tumor_without_treatment_is_no_conflict(content: Content, answer: dict[str, Any]) -> None:
    assert conflicts(scope_of(eligible(treated=False, **answer), content)) == []


def test_that_interface_lucency_beside_unrecorded_hardware_is_no_conflict(content: Content) -> None:
    scenario = eligible(radiograph_result="suspicious", radiograph_findings=("progressive_interface_radiolucency",))
    assert scope_of(scenario, content).status == "in_scope"


@pytest.mark.parametrize("field", ["purpose", "tumor_origin", "treated", "symptoms"])
def test_that_without_a_required_answer_the_form_is_incomplete(content: Content, field: str) -> None:
    scope = scope_of(eligible(**{field: None}), content)
    assert (scope.status, missing(scope)) == ("incomplete", [field])


def test_that_what_is_missing_is_listed_in_form_order(content: Content) -> None:
    scenario = Scenario(radiograph_result="stable", advanced_study="mri")
    required = ["purpose", "tumor_origin", "treated", "symptoms", "advanced_result"]
    scope = scope_of(scenario, content)
    assert missing(scope) == required
    assert fields_that_decided(scope, scenario) == tuple(required)


def test_that_no_decision_rests_on_radiographs_or_studies_of_which_nothing_is_known(content: Content) -> None:
    scope = scope_of(eligible(radiograph_result=None, advanced_study=None), content)
    assert (scope.status, missing(scope)) == ("incomplete", ["radiograph_result", "advanced_study"])


def test_that_asked_and_none_is_an_answer_about_symptoms(content: Content) -> None:
    scope = scope_of(eligible(symptoms=()), content)
    assert scope.status == "in_scope"
    assert fields_that_decided(scope, eligible()) == ()


def test_that_exclusions_come_before_conflicts_and_conflicts_before_missing_answers(content: Content) -> None:
    contradictory = {"radiograph_result": "stable", "radiograph_findings": ("new_lytic_lesion",)}
    everything = scope_of(eligible(**contradictory, symptoms=("new_pain",), treated=None), content)
    assert (everything.status, exclusions(everything)) == ("out_of_scope", ["symptomatic"])
    assert (conflicts(everything), missing(everything)) == (["stable_with_findings"], ["treated"])
    assert scope_of(eligible(**contradictory, treated=None), content).status == "conflict"
    assert scope_of(eligible(treated=None), content).status == "incomplete"


def test_that_every_exclusion_that_holds_is_listed(content: Content) -> None:
    scenario = eligible(
        purpose="pulmonary_surveillance", treated=False, tumor_origin="soft_tissue", symptoms=("new_pain",)
    )
    scope = scope_of(scenario, content)
    assert exclusions(scope) == ["initial_staging", "soft_tissue_tumor", "symptomatic", "pulmonary_surveillance"]
    assert fields_that_decided(scope, scenario) == ("purpose", "tumor_origin", "treated", "symptoms")


def test_that_the_fields_of_the_scope_are_those_of_all_its_conditions(content: Content) -> None:
    assert scope_fields(content) == {
        *("purpose", "tumor_origin", "treated", "symptoms", "radiograph_result", "radiograph_findings", "hardware"),
        *("advanced_study", "advanced_result", "surgery", "radiation_therapy", "months_since_treatment"),
    }
    redirects = sum(len(exclusion.redirects) for exclusion in content.exclusions)
    parts = len(content.exclusions) + redirects + len(content.conflicts) + len(content.requirements)
    assert len(scope_conditions(content)) == parts
