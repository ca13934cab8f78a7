"""The scenario: strict about its answers, frozen, and described well enough to build a form from."""

import json
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given

from core.base.validation import ModelError, checked
from core.case.scenario import Scenario, field_specs, in_form_order
from tests.strategies import scenarios

CONTRACT = {
    "purpose": ("local_recurrence_surveillance", "pulmonary_surveillance", "initial_staging"),
    "tumor_origin": ("bone", "soft_tissue"),
    "treated": "yes_no",
    "symptoms": ["new_pain", "palpable_mass", "pathologic_fracture"],
    "radiograph_result": ("not_done", "stable", "suspicious", "indeterminate"),
    "radiograph_findings": [
        "new_lytic_lesion",
        "new_sclerotic_lesion",
        "progressive_interface_radiolucency",
        "new_soft_tissue_opacity",
        "periosteal_reaction",
    ],
    "clinical_suspicion": ("low", "high"),
    "baseline_available": "yes_no",
    "priors_available": "yes_no",
    "hardware": ("none", "internal_fixation", "endoprosthesis"),
    "mri_limitation": ("none", "severe_artifact", "contraindicated"),
    "mars_available": "yes_no",
    "gadolinium_contraindicated": "yes_no",
    "advanced_study": ("none", "mri", "ct"),
    "advanced_result": ("no_recurrence", "suspicious", "equivocal", "nondiagnostic"),
    "age_years": (0, 120, "years"),
    "histology": ("osteosarcoma", "ewing_sarcoma", "chondrosarcoma", "giant_cell_tumor", "chordoma", "other"),
    "grade": ("low", "high"),
    "site": (
        *("shoulder", "humerus", "elbow", "forearm", "wrist", "hand", "chest", "pelvis", "femur", "knee"),
        *("tibia_fibula", "ankle", "foot", "spine", "sacrum", "skull_or_jaw", "other"),
    ),
    "surgery": ("none", "limb_sparing_resection", "curettage", "amputation"),
    "radiation_therapy": "yes_no",
    "months_since_treatment": (0, 1200, "months"),
}
"""The fields in form order: choices, several choices in brackets, yes or no, or a range with its unit."""


def described(name: str) -> object:
    spec = field_specs()[name]
    if spec.kind == "number":
        return (spec.minimum, spec.maximum, spec.unit)
    if spec.kind == "several":
        return list(spec.choices)
    return spec.kind if spec.kind == "yes_no" else spec.choices


def test_fields_are_the_contracts_in_form_order() -> None:
    assert {name: described(name) for name in field_specs()} == CONTRACT
    assert list(field_specs()) == list(CONTRACT)


def test_empty_scenario_has_the_contracts_defaults() -> None:
    recorded = {name: value for name, value in vars(Scenario()).items() if value is not None}
    assert recorded == {"radiograph_result": "not_done", "radiograph_findings": (), "advanced_study": "none"}


def test_every_field_may_be_not_recorded() -> None:
    assert set(vars(checked(Scenario, dict.fromkeys(CONTRACT))).values()) == {None}


def test_scenario_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Scenario().treated = True  # type: ignore[misc]


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ModelError):
        checked(Scenario, {"patient_name": "Doe"})


def test_field_takes_what_a_case_file_may_say_of_it(subtests: pytest.Subtests) -> None:
    for field in CONTRACT:
        with subtests.test(field=field):
            values = (
                "none",
                "low",
                "femur",
                "ache",
                True,
                False,
                0,
                1,
                -1,
                0.5,
                121,
                1200,
                1201.0,
                float("nan"),
                float("inf"),
            )
            for value in (
                None,
                (),
                ("new_pain",),
                ("new_pain", "new_pain"),
                ("periosteal_reaction", "new_pain"),
                *values,
            ):
                try:
                    checked(Scenario, {field: value})
                except ModelError:
                    assert not field_specs()[field].takes(value), value
                else:
                    assert field_specs()[field].takes(value), value


def test_whole_number_stays_whole() -> None:
    scenario = checked(Scenario, {"age_years": 24.0, "months_since_treatment": 18})
    assert (repr(scenario.age_years), repr(scenario.months_since_treatment)) == ("24", "18")


def test_fields_are_put_into_form_order() -> None:
    assert in_form_order({"site", "purpose", "hardware"}) == ("purpose", "hardware", "site")


@given(scenarios())
def test_every_scenario_survives_being_written_and_read(scenario: Scenario) -> None:
    assert checked(Scenario, json.loads(json.dumps(vars(scenario)))) == scenario
