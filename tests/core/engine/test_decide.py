"""The one entry point: scenario and content in, decision out. What it decides is in `test_truth_table.py`."""

import json
import os
import random
import subprocess
import sys
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from core.case.scenario import Scenario
from core.content import Content
from core.content.staleness import add_months, is_stale
from core.engine.decide import decide
from core.proof.pathway_check import space_of_the_walk
from tests import truth_table
from tests.strategies import eligible, eligible_scenarios, scenarios

RATINGS = truth_table.RATINGS["local_recurrence_bone"]
STABLE, SUSPICIOUS = {"radiograph_result": "stable"}, {"radiograph_result": "suspicious"}
DOUBTFUL = {"radiograph_result": "indeterminate"}
METAL = {"mri_limitation": "severe_artifact", "mars_available": False}
NO_MRI = {"mri_limitation": "contraindicated"}


def after(study: str, result: str) -> dict[str, str]:
    return {"advanced_study": study, "advanced_result": result}


def printed(content: Content, day: date, **answers: Any) -> Any:
    return json.loads(decide(eligible(**answers), content, day).to_json())


def test_keys_are_the_contracts_in_its_order(content: Content, today: date) -> None:
    document = printed(content, today, radiograph_result="stable", radiograph_findings=("periosteal_reaction",))
    assert list(document) == [
        *("schema", "status", "exclusions", "redirects", "conflicts", "missing", "assumptions", "recommendation"),
        *("tumor_board", "ratings", "path", "pitfalls", "notices", "content"),
    ]
    assert document["schema"] == "bonewatch.decision/1"
    assert list(document["conflicts"][0]) == ["id", "fields", "message"]
    stamp = {"version": content.topic.version, "sha256": content.sha256, "reviewed": "2026-05-30"}
    assert document["content"] == stamp
    document = printed(content, today, radiograph_result="stable")
    assert document["assumptions"] == [{"field": "clinical_suspicion", "value": "low"}]
    assert list(document["recommendation"]) == [
        *("action", "procedure", "headline", "rationale", "basis", "sources"),
    ]
    assert list(document["ratings"][0]) == [
        *("procedure", "category", "role", "recommended", "instead", "provenance", "sources"),
    ]
    assert list(document["pitfalls"][0]) == ["id", "level", "because"]


def test_ratings_name_the_article_and_the_portal(content: Content, today: date) -> None:
    rows = printed(content, today)["ratings"]
    assert all("S2" in row["sources"] for row in rows)
    assert all(("S1" in row["sources"]) == ("article" in row["provenance"]) for row in rows)


@given(scenarios() | eligible_scenarios())
def test_no_answer_changes_a_rating(content: Content, today: date, scenario: Scenario) -> None:
    decision = decide(scenario, content, today)
    rows = tuple((row.procedure, row.category, row.role, row.provenance) for row in decision.ratings)
    assert rows == (RATINGS if decision.status == "in_scope" else ())
    recommended = [row.procedure for row in decision.ratings if row.recommended]
    assert recommended == [p for p in [decision.recommendation.procedure] if p is not None]
    for row in decision.ratings:
        assert (row.instead is None) == (row.category == "usually_appropriate")
        assert row.instead != row.procedure
        if scenario.mri_limitation == "contraindicated":
            assert "mri" not in (row.instead or "")
        if scenario.gadolinium_contraindicated:
            assert row.instead != "mri_without_and_with_iv_contrast"


# The answers, the study instead of the rows that are not usually appropriate, and the one instead of CT.
INSTEAD: list[tuple[dict[str, Any], str, str | None]] = [
    ({}, "radiography", None),
    (STABLE, "radiography", None),
    (STABLE | {"clinical_suspicion": "high"}, "mri_without_and_with_iv_contrast", None),
    (DOUBTFUL, "mri_without_and_with_iv_contrast", None),
    (DOUBTFUL | {"gadolinium_contraindicated": True}, "mri_without_iv_contrast", None),
    (DOUBTFUL | NO_MRI, "ct_with_iv_contrast", "fdg_pet_ct_whole_body"),
    (DOUBTFUL | METAL, "ct_with_iv_contrast", "fdg_pet_ct_whole_body"),
    (DOUBTFUL | METAL | {"mars_available": None}, "mri_without_and_with_iv_contrast", None),
    (DOUBTFUL | after("mri", "nondiagnostic"), "ct_with_iv_contrast", "fdg_pet_ct_whole_body"),
    (STABLE | after("ct", "nondiagnostic"), "mri_without_and_with_iv_contrast", None),
]


def test_study_offered_instead_fits_the_case(content: Content, today: date, subtests: pytest.Subtests) -> None:
    for answers, usual, instead_of_ct in INSTEAD:
        with subtests.test(answers=answers):
            rows = {row["procedure"]: row["instead"] for row in printed(content, today, **answers)["ratings"]}
            assert rows.pop("ct_with_iv_contrast") == (instead_of_ct or usual)
            assert {rows[name] for name, category, *_ in RATINGS if name in rows and category != RATINGS[0][1]} == {
                usual
            }


BASES: list[tuple[dict[str, Any], str]] = [
    ({}, "source"),
    (STABLE, "source"),
    (SUSPICIOUS, "source"),
    (SUSPICIOUS | NO_MRI, "inferred"),
    (SUSPICIOUS | METAL, "source"),
    (SUSPICIOUS | after("mri", "no_recurrence"), "inferred"),
    (SUSPICIOUS | after("mri", "nondiagnostic"), "inferred"),
    (SUSPICIOUS | after("ct", "nondiagnostic"), "inferred"),
    (SUSPICIOUS | after("mri", "suspicious"), "source"),
]


def test_advice_over_an_inferred_step_says_so(content: Content, today: date, subtests: pytest.Subtests) -> None:
    for answers, basis in BASES:
        with subtests.test(answers=answers):
            assert printed(content, today, **answers)["recommendation"]["basis"] == basis


def test_advice_names_the_answers_behind_it(content: Content, today: date) -> None:
    advice = decide(eligible(**STABLE), content, today).recommendation
    assert advice.because == ("radiograph_result", "clinical_suspicion", "advanced_study")
    outside = eligible(purpose="pulmonary_surveillance", tumor_origin="soft_tissue", symptoms=("new_pain",))
    advice = decide(outside, content, today).recommendation
    assert "symptom" in advice.headline  # the most urgent exclusion speaks first
    assert advice.because == ("purpose", "tumor_origin", "symptoms")
    conflict = printed(content, today, **STABLE, radiograph_findings=("new_lytic_lesion",))
    assert conflict["recommendation"]["headline"].endswith("Radiographs, Radiograph findings")
    assert conflict["conflicts"][0]["message"] == conflict["recommendation"]["rationale"]
    missing = printed(content, today, treated=None, symptoms=None)
    assert missing["recommendation"]["headline"].endswith("Treated, Symptoms")
    for answers in ({"treated": False}, {"treated": None}, {"advanced_result": "equivocal"}):
        assert printed(content, today, **answers)["recommendation"]["sources"]


COMPARISON, ARTIFACT, SINGLE = "neglected_comparison", "hardware_artifact", "single_modality"
PITFALLS: list[tuple[dict[str, Any], str, str, list[str]]] = [
    ({"baseline_available": False}, COMPARISON, "warning", ["baseline_available"]),
    ({"baseline_available": True, "priors_available": False}, COMPARISON, "warning", ["priors_available"]),
    ({"baseline_available": True}, COMPARISON, "reminder", ["priors_available"]),
    ({}, COMPARISON, "reminder", ["baseline_available", "priors_available"]),
    (
        {"baseline_available": True, "priors_available": True},
        COMPARISON,
        "clear",
        ["baseline_available", "priors_available"],
    ),
    ({"hardware": "endoprosthesis"}, ARTIFACT, "warning", ["hardware"]),
    ({}, ARTIFACT, "reminder", ["hardware"]),
    ({"hardware": "none"}, ARTIFACT, "clear", ["hardware"]),
    (
        STABLE | {"clinical_suspicion": "high"},
        SINGLE,
        "warning",
        ["radiograph_result", "clinical_suspicion", "advanced_study"],
    ),
    (STABLE, SINGLE, "reminder", ["radiograph_result", "advanced_study"]),
    ({}, SINGLE, "reminder", ["radiograph_result"]),
    (SUSPICIOUS, SINGLE, "clear", ["radiograph_result"]),
    (STABLE | after("mri", "equivocal"), SINGLE, "clear", ["advanced_study"]),
]


def test_pitfall_has_its_level_and_says_why(content: Content, today: date, subtests: pytest.Subtests) -> None:
    for answers, id_, level, because in PITFALLS:
        with subtests.test(id_, answers=answers):
            pitfalls = {pitfall["id"]: pitfall for pitfall in printed(content, today, **answers)["pitfalls"]}
            assert list(pitfalls) == [COMPARISON, ARTIFACT, SINGLE]
            assert pitfalls[id_] == {"id": id_, "level": level, "because": because}


def test_content_is_stale_after_twelve_months(content: Content) -> None:
    last = date(2027, 5, 30)
    for day, stale in (
        (date(2026, 5, 30), False),
        (last, False),
        (last + timedelta(1), True),
        (date(2040, 1, 1), True),
    ):
        assert is_stale(content, day) is stale
        assert printed(content, day, site="spine")["notices"] == ["site_not_itemised"] + ["stale_content"] * stale
    months = [
        (date(2026, 5, 30), 12, date(2027, 5, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
    ]
    assert [add_months(day, count) for day, count, _ in months] == [later for *_, later in months]


# --- purity ------------------------------------------------------------------------------------------------------


@given(scenarios() | eligible_scenarios())
def test_same_case_gets_the_same_bytes(content: Content, today: date, scenario: Scenario) -> None:
    before = deepcopy(scenario)
    first, second = decide(scenario, content, today), decide(deepcopy(scenario), content, today)
    assert first == second
    assert first.to_json() == second.to_json()
    assert scenario == before


@given(scenarios() | eligible_scenarios())
def test_remembered_decision_is_the_fresh_one(content: Content, today: date, scenario: Scenario) -> None:
    unmet = content.but(sha256=f"a pack for {hash(scenario)}")
    assert decide(scenario, content, today) == decide(scenario, unmet, today).but(
        content=decide(scenario, content, today).content
    )


@pytest.mark.slow
def test_no_answer_of_the_walk_is_forgotten(content: Content, today: date) -> None:
    """What is remembered of the case met first would differ between two orders if it served too many cases."""
    scenarios = list(space_of_the_walk(content).scenarios)
    random.Random(0).shuffle(scenarios)
    one, other = content.but(sha256="one"), content.but(sha256="two")
    forward = [decide(scenario, one, today).to_json() for scenario in scenarios]
    backward = [decide(scenario, other, today).to_json() for scenario in reversed(scenarios)]
    assert [text.replace('"two"', '"one"') for text in reversed(backward)] == forward


def test_decisions_do_not_depend_on_hashing() -> None:
    program = """if True:
        import datetime
        from core.base.resources import resource_path
        from core.content.loading import load_content
        from core.engine.decide import decide
        from core.proof.pathway_check import after_assumptions, space_of_the_walk
        content = load_content(resource_path("content"))
        for scenario in after_assumptions(space_of_the_walk(content), content).scenarios[::49]:
            print(decide(scenario, content, datetime.date(2026, 6, 1)).to_json())
    """
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == 124
