"""Which answers put a case out of scope, and in which order. What is in scope is in `test_truth_table.py`."""

from typing import Any

import pytest

from core.case.scenario import Scenario, in_form_order
from core.content import Content
from core.engine.scope import fields_that_decided, scope_conditions, scope_fields, scope_of
from tests.strategies import eligible

FINDING = {"radiograph_findings": ("new_lytic_lesion",)}
DECIDED_BY: list[tuple[dict[str, Any], str, tuple[str, ...]]] = [
    ({}, "in_scope", ()),
    ({"treated": False}, "out_of_scope", ("treated",)),
    ({"tumor_origin": "soft_tissue", "symptoms": ("new_pain",)}, "out_of_scope", ("tumor_origin", "symptoms")),
    ({"radiograph_result": "stable", **FINDING}, "conflict", ("radiograph_result", "radiograph_findings")),
    ({"radiograph_result": "not_done", **FINDING}, "conflict", ("radiograph_result", "radiograph_findings")),
    (
        {"radiograph_result": "not_done", "advanced_study": "ct", "advanced_result": "suspicious"},
        "conflict",
        ("radiograph_result", "advanced_study"),
    ),
    ({"radiograph_result": "stable", "advanced_result": "equivocal"}, "conflict", ("advanced_study", "advanced_result")),
    (
        {
            "radiograph_result": "suspicious",
            "radiograph_findings": ("new_lytic_lesion", "progressive_interface_radiolucency"),
            "hardware": "none",
        },
        "conflict",
        ("radiograph_findings", "hardware"),
    ),
    ({"radiograph_result": None, "advanced_study": None}, "incomplete", ("radiograph_result", "advanced_study")),
    # Exclusions come before conflicts, conflicts before missing answers.
    ({"radiograph_result": "stable", **FINDING, "symptoms": ("new_pain",), "treated": None}, "out_of_scope", ("symptoms",)),
    (
        {"radiograph_result": "stable", **FINDING, "treated": None},
        "conflict",
        ("radiograph_result", "radiograph_findings"),
    ),
]  # fmt: skip


def test_scope_is_decided_by_the_answers_named(content: Content, subtests: pytest.Subtests) -> None:
    for answers, status, fields in DECIDED_BY:
        with subtests.test(answers=answers):
            scope = scope_of(eligible(**answers), content)
            assert (scope.status, fields_that_decided(scope, eligible(**answers))) == (status, fields)


def test_treatment_of_an_untreated_tumor_is_a_conflict(content: Content, subtests: pytest.Subtests) -> None:
    treatments: list[dict[str, Any]] = [
        {"months_since_treatment": 0},
        {"hardware": "internal_fixation"},
        {"hardware": "endoprosthesis"},
        *({"surgery": surgery} for surgery in ("curettage", "amputation", "limb_sparing_resection")),
        {"radiation_therapy": True},
    ]
    for answer in treatments:
        with subtests.test(answer=answer):
            scenario = eligible(treated=False, **answer)
            (conflict,) = scope_of(scenario, content).conflicts
            assert conflict.id == "untreated_with_treatment"
            assert conflict.when.reasons(scenario) == in_form_order({"treated", *answer})


def test_missing_answers_are_in_form_order(content: Content) -> None:
    scenario = Scenario(radiograph_result="stable", advanced_study="mri")
    required = ("purpose", "tumor_origin", "treated", "symptoms", "advanced_result")
    scope = scope_of(scenario, content)
    assert tuple(requirement.field for requirement in scope.requirements) == required
    assert fields_that_decided(scope, scenario) == required


def test_scope_fields_are_those_of_its_conditions(content: Content) -> None:
    assert scope_fields(content) == {
        *("purpose", "tumor_origin", "treated", "symptoms", "radiograph_result", "radiograph_findings", "hardware"),
        *("advanced_study", "advanced_result", "surgery", "radiation_therapy", "months_since_treatment"),
    }
    redirects = sum(len(exclusion.redirects) for exclusion in content.exclusions)
    parts = len(content.exclusions) + redirects + len(content.conflicts) + len(content.requirements)
    assert len(scope_conditions(content)) == parts
