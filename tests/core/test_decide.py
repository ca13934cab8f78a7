"""The one entry point: scenario and content in, decision out."""

import json
import os
import random
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import _Engine, add_months, decide, is_stale
from core.proof.pathway_check import space_of_the_walk
from tests import truth_table
from tests.strategies import eligible, eligible_scenarios, scenarios

RATINGS = truth_table.RATINGS["local_recurrence_bone"]


def printed(content: Content, day: date, **answers: Any) -> Any:
    return json.loads(decide(eligible(**answers), content, day).to_json())


# --- what is printed ---------------------------------------------------------------------------------------------


def test_that_the_keys_are_the_contracts_in_its_order(content: Content, today: date) -> None:
    document = printed(content, today, radiograph_result="stable", radiograph_findings=("periosteal_reaction",))
    assert list(document) == [
        *("schema", "status", "exclusions", "redirects", "conflicts", "missing", "assumptions", "recommendation"),
        *("tumor_board", "ratings", "path", "pitfalls", "notices", "content"),
    ]
    assert document["schema"] == "bonewatch.decision/1"
    assert list(document["conflicts"][0]) == ["id", "fields", "message"]
    assert list(document["content"]) == ["version", "sha256", "reviewed"]


def test_that_the_parts_of_a_decision_have_the_contracts_keys_in_its_order(content: Content, today: date) -> None:
    document = printed(content, today, radiograph_result="stable")
    assert document["assumptions"] == [{"field": "clinical_suspicion", "value": "low"}]
    assert list(document["recommendation"]) == [
        *("action", "procedure", "headline", "rationale", "basis", "sources"),
    ]
    assert list(document["ratings"][0]) == [
        *("procedure", "category", "role", "recommended", "instead", "provenance", "sources"),
    ]
    assert list(document["pitfalls"][0]) == ["id", "level", "because"]


def test_that_the_index_case_gets_radiographs(content: Content, today: date) -> None:
    document = printed(content, today)
    assert (document["status"], document["path"]) == ("in_scope", ["eligible", "radiographs"])
    advice = document["recommendation"]
    assert (advice["action"], advice["procedure"]) == ("order_radiographs", "radiography")
    assert (advice["basis"], advice["sources"]) == ("source", ["S1"])
    assert document["content"] == {
        "version": content.topic.version,
        "sha256": content.sha256,
        "reviewed": "2026-05-30",
    }


def test_that_the_ratings_are_those_typed_by_hand(content: Content, today: date) -> None:
    rows = printed(content, today)["ratings"]
    assert tuple((row["procedure"], row["category"], row["role"], tuple(row["provenance"])) for row in rows) == RATINGS
    assert all("S2" in row["sources"] for row in rows)
    assert all(("S1" in row["sources"]) == ("article" in row["provenance"]) for row in rows)


@given(eligible_scenarios())
def test_that_no_answer_changes_a_category_a_role_or_an_order(
    content: Content, today: date, scenario: Scenario
) -> None:
    decision = decide(scenario, content, today)
    if decision.status == "in_scope":
        assert tuple((row.procedure, row.category, row.role, row.provenance) for row in decision.ratings) == RATINGS


@given(scenarios() | eligible_scenarios())
def test_that_there_is_a_rating_exactly_in_scope(content: Content, today: date, scenario: Scenario) -> None:
    decision = decide(scenario, content, today)
    assert bool(decision.ratings) == (decision.status == "in_scope")
    inside = (decision.path, decision.edges, decision.pitfalls, decision.tumor_board, decision.assumptions)
    if decision.status != "in_scope":
        assert not any(inside)
        assert decision.recommendation.procedure is None
    assert (
        decision.recommendation.action
        in {
            "out_of_scope": {"use_other_pathway"},
            "conflict": {"resolve_conflict"},
            "incomplete": {"complete_form"},
            "in_scope": {
                *("order_radiographs", "order_mri", "consider_ct"),
                *("continue_surveillance", "plan_biopsy", "discuss_at_tumor_board"),
            },
        }[decision.status]
    )


def test_that_a_soft_tissue_tumor_gets_no_rating(content: Content, today: date) -> None:
    document = printed(content, today, tumor_origin="soft_tissue")
    assert (document["status"], document["ratings"]) == ("out_of_scope", [])
    assert document["redirects"] == ["local_recurrence_soft_tissue"]


@given(eligible_scenarios())
def test_that_at_most_one_row_is_recommended_and_it_is_the_advice(
    content: Content, today: date, scenario: Scenario
) -> None:
    decision = decide(scenario, content, today)
    recommended = [row.procedure for row in decision.ratings if row.recommended]
    assert recommended == [p for p in [decision.recommendation.procedure] if p is not None]


@given(eligible_scenarios())
def test_that_every_weaker_row_names_another_procedure_instead(
    content: Content, today: date, scenario: Scenario
) -> None:
    for row in decide(scenario, content, today).ratings:
        assert (row.instead is None) == (row.category == "usually_appropriate")
        assert row.instead != row.procedure
        if scenario.mri_limitation == "contraindicated":
            assert "mri" not in (row.instead or "")
        if scenario.gadolinium_contraindicated:
            assert row.instead != "mri_without_and_with_iv_contrast"


STABLE, DOUBTFUL = {"radiograph_result": "stable"}, {"radiograph_result": "indeterminate"}
METAL = {"mri_limitation": "severe_artifact", "mars_available": False}


@pytest.mark.parametrize(
    ("answers", "usual", "beside_ct"),
    [
        ({}, "radiography", "radiography"),
        (STABLE, "radiography", "radiography"),
        (STABLE | {"clinical_suspicion": "high"}, "mri_without_and_with_iv_contrast", None),
        (DOUBTFUL, "mri_without_and_with_iv_contrast", None),
        (DOUBTFUL | {"gadolinium_contraindicated": True}, "mri_without_iv_contrast", None),
        (DOUBTFUL | {"mri_limitation": "contraindicated"}, "ct_with_iv_contrast", "fdg_pet_ct_whole_body"),
        (DOUBTFUL | METAL, "ct_with_iv_contrast", "fdg_pet_ct_whole_body"),
        (DOUBTFUL | METAL | {"mars_available": None}, "mri_without_and_with_iv_contrast", None),
        (
            DOUBTFUL | {"advanced_study": "mri", "advanced_result": "nondiagnostic"},
            "ct_with_iv_contrast",
            "fdg_pet_ct_whole_body",
        ),
        (
            STABLE | {"advanced_study": "ct", "advanced_result": "nondiagnostic"},
            "mri_without_and_with_iv_contrast",
            None,
        ),
    ],
)
def test_that_what_to_do_instead_fits_the_case(
    content: Content, today: date, answers: dict[str, Any], usual: str, beside_ct: str | None
) -> None:
    rows = {row["procedure"]: row["instead"] for row in printed(content, today, **answers)["ratings"]}
    assert rows.pop("ct_with_iv_contrast") == (beside_ct or usual)
    assert {
        rows[procedure] for procedure, category, *_ in RATINGS if procedure in rows and category != RATINGS[0][1]
    } == {usual}


def test_that_the_advice_says_which_answers_led_to_it(content: Content, today: date) -> None:
    decision = decide(eligible(radiograph_result="stable"), content, today)
    assert decision.recommendation.because == ("radiograph_result", "clinical_suspicion", "advanced_study")


@pytest.mark.parametrize(
    ("answers", "basis"),
    [
        ({}, "source"),
        ({"radiograph_result": "stable"}, "source"),
        ({"radiograph_result": "suspicious"}, "source"),
        ({"radiograph_result": "suspicious", "mri_limitation": "contraindicated"}, "inferred"),
        (
            {"radiograph_result": "suspicious", "mri_limitation": "severe_artifact", "mars_available": False},
            "source",
        ),
        ({"radiograph_result": "suspicious", "advanced_study": "mri", "advanced_result": "no_recurrence"}, "inferred"),
        ({"radiograph_result": "suspicious", "advanced_study": "mri", "advanced_result": "nondiagnostic"}, "inferred"),
        ({"radiograph_result": "suspicious", "advanced_study": "ct", "advanced_result": "nondiagnostic"}, "inferred"),
        ({"radiograph_result": "suspicious", "advanced_study": "mri", "advanced_result": "suspicious"}, "source"),
    ],
)
def test_that_advice_over_an_inferred_step_says_so(
    content: Content, today: date, answers: dict[str, Any], basis: str
) -> None:
    assert printed(content, today, **answers)["recommendation"]["basis"] == basis


# --- outside the scope -------------------------------------------------------------------------------------------


def test_that_the_most_urgent_exclusion_speaks_first(content: Content, today: date) -> None:
    scenario = eligible(purpose="pulmonary_surveillance", tumor_origin="soft_tissue", symptoms=("new_pain",))
    advice = decide(scenario, content, today).recommendation
    assert "symptom" in advice.headline
    assert advice.because == ("purpose", "tumor_origin", "symptoms")


def test_that_a_conflict_and_an_incomplete_form_name_the_fields_in_words(content: Content, today: date) -> None:
    conflict = printed(content, today, radiograph_result="stable", radiograph_findings=("new_lytic_lesion",))
    assert conflict["recommendation"]["headline"].endswith("Radiographs, Radiograph findings")
    assert conflict["conflicts"][0]["message"] == conflict["recommendation"]["rationale"]
    missing = printed(content, today, treated=None, symptoms=None)
    assert missing["recommendation"]["headline"].endswith("Treated, Symptoms")
    assert missing["missing"] == ["treated", "symptoms"]


@pytest.mark.parametrize("answers", [{"treated": False}, {"treated": None}, {"advanced_result": "equivocal"}])
def test_that_advice_outside_the_scope_has_its_sources_too(
    content: Content, today: date, answers: dict[str, Any]
) -> None:
    decision = decide(eligible(**answers), content, today)
    assert decision.status != "in_scope"
    assert decision.recommendation.sources
    assert decision.recommendation.rationale


# --- pitfalls, tumor board, notices ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "id_", "level", "because"),
    [
        ({"baseline_available": False}, "neglected_comparison", "warning", ["baseline_available"]),
        (
            {"baseline_available": True, "priors_available": False},
            "neglected_comparison",
            "warning",
            ["priors_available"],
        ),
        ({"baseline_available": True}, "neglected_comparison", "reminder", ["priors_available"]),
        ({}, "neglected_comparison", "reminder", ["baseline_available", "priors_available"]),
        (
            {"baseline_available": True, "priors_available": True},
            "neglected_comparison",
            "clear",
            ["baseline_available", "priors_available"],
        ),
        ({"hardware": "endoprosthesis"}, "hardware_artifact", "warning", ["hardware"]),
        ({"hardware": "internal_fixation"}, "hardware_artifact", "warning", ["hardware"]),
        ({}, "hardware_artifact", "reminder", ["hardware"]),
        ({"hardware": "none"}, "hardware_artifact", "clear", ["hardware"]),
        (
            {"radiograph_result": "stable", "clinical_suspicion": "high"},
            "single_modality",
            "warning",
            ["radiograph_result", "clinical_suspicion", "advanced_study"],
        ),
        ({"radiograph_result": "stable"}, "single_modality", "reminder", ["radiograph_result", "advanced_study"]),
        ({}, "single_modality", "reminder", ["radiograph_result"]),
        ({"radiograph_result": "suspicious"}, "single_modality", "clear", ["radiograph_result"]),
        (
            {"radiograph_result": "stable", "advanced_study": "mri", "advanced_result": "equivocal"},
            "single_modality",
            "clear",
            ["advanced_study"],
        ),
    ],
)
def test_that_a_pitfall_has_its_level_and_says_why(
    content: Content, today: date, answers: dict[str, Any], id_: str, level: str, because: list[str]
) -> None:
    pitfalls = {pitfall["id"]: pitfall for pitfall in printed(content, today, **answers)["pitfalls"]}
    assert list(pitfalls) == ["neglected_comparison", "hardware_artifact", "single_modality"]
    assert pitfalls[id_] == {"id": id_, "level": level, "because": because}


@pytest.mark.parametrize(
    ("answers", "reasons"),
    [
        ({"radiograph_result": "stable"}, []),
        ({"radiograph_result": "indeterminate"}, ["equivocal_imaging"]),
        ({"radiograph_result": "stable", "clinical_suspicion": "high"}, ["suspicion_imaging_discrepancy"]),
        ({"radiograph_result": "stable", "advanced_study": "ct", "advanced_result": "equivocal"}, ["equivocal_imaging"]),
        (
            {
                "radiograph_result": "suspicious",
                "clinical_suspicion": "high",
                "advanced_study": "mri",
                "advanced_result": "no_recurrence",
            },
            ["suspicion_imaging_discrepancy", "discordant_imaging"],
        ),
        (
            {"radiograph_result": "stable", "advanced_study": "ct", "advanced_result": "nondiagnostic"},
            ["nondiagnostic_imaging"],
        ),
        ({"radiograph_result": "stable", "advanced_study": "mri", "advanced_result": "nondiagnostic"}, []),
    ],
)  # fmt: skip
def test_that_the_tumor_board_is_named_with_its_reasons(
    content: Content, today: date, answers: dict[str, Any], reasons: list[str]
) -> None:
    assert printed(content, today, **answers)["tumor_board"] == reasons


@pytest.mark.parametrize(
    ("answers", "notices"),
    [
        ({"site": "femur", "age_years": 18}, []),
        ({"age_years": 17.9}, ["pediatric_radiation_levels"]),
        ({"age_years": 0, "site": "spine"}, ["site_not_itemised", "pediatric_radiation_levels"]),
        *(({"site": site}, ["site_not_itemised"]) for site in ("spine", "sacrum", "skull_or_jaw", "other")),
        ({"site": "spine", "treated": False}, ["site_not_itemised"]),
    ],
)
def test_that_notices_stand_whatever_the_status(
    content: Content, today: date, answers: dict[str, Any], notices: list[str]
) -> None:
    assert printed(content, today, **answers)["notices"] == notices


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        (date(2026, 5, 30), False),
        (date(2027, 5, 30), False),
        (date(2027, 5, 31), True),
        (date(2040, 1, 1), True),
    ],
)
def test_that_content_is_stale_from_the_day_after_twelve_months(content: Content, day: date, stale: bool) -> None:
    assert is_stale(content, day) is stale
    assert printed(content, day)["notices"] == ["stale_content"] * stale
    assert printed(content, day, site="spine")["notices"] == ["site_not_itemised"] + ["stale_content"] * stale


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 5, 30), 12, date(2027, 5, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
    ],
)
def test_that_months_are_counted_to_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


# --- purity ------------------------------------------------------------------------------------------------------


@given(scenarios() | eligible_scenarios())
def test_that_the_same_case_gets_the_same_decision_to_the_byte(
    content: Content, today: date, scenario: Scenario
) -> None:
    before = deepcopy(scenario)
    first, second = decide(scenario, content, today), decide(deepcopy(scenario), content, today)
    assert first == second
    assert first.to_json() == second.to_json()
    assert scenario == before


@settings(max_examples=60)
@given(scenarios() | eligible_scenarios())
def test_that_what_is_remembered_is_what_would_be_worked_out_anew(
    content: Content, today: date, scenario: Scenario
) -> None:
    assert decide(scenario, content, today) == _Engine(content).decide(scenario, today)


def test_that_no_answer_that_the_walk_depends_on_is_forgotten(content: Content, today: date) -> None:
    shuffled = list(space_of_the_walk(content).scenarios)
    random.Random(0).shuffle(shuffled)
    remembering = [decide(scenario, content, today) for scenario in shuffled]
    assert remembering[::5] == [_Engine(content).decide(scenario, today) for scenario in shuffled[::5]]


def test_that_decisions_do_not_depend_on_the_order_of_hashing() -> None:
    program = """if True:
        import datetime
        from core.content.loading import load_content
        from core.engine.decide import decide
        from core.proof.pathway_check import after_assumptions, space_of_the_walk
        from core.base.resources import resource_path
        content = load_content(resource_path("content"))
        for scenario in after_assumptions(space_of_the_walk(content), content).scenarios[::7]:
            print(decide(scenario, content, datetime.date(2026, 6, 1)).to_json())
    """
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == 864
