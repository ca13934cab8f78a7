"""Every decision against a table that was written without the engine."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.engine.decision import Decision
from tests.decision_space import ELIGIBLE_ANSWERS, random_scenarios, spread_sample
from tests.truth_table import ASSUMED, Expected, Rating, expected

PITFALLS = ("neglected_comparison", "hardware_artifact", "single_modality")


def sample() -> Iterator[dict[str, Any]]:
    return chain(spread_sample(1_500), spread_sample(3_000, ELIGIBLE_ANSWERS), random_scenarios(3_000, seed=20260530))


def observed(decision: Decision) -> Expected:
    """A decision in the shape of the truth table."""
    return Expected(
        status=decision.status,
        exclusions=decision.exclusions,
        redirects=decision.redirects,
        conflicts=tuple(conflict.id for conflict in decision.conflicts),
        missing=decision.missing,
        assumptions=tuple((assumed.field, assumed.value) for assumed in decision.assumptions),
        action=decision.recommendation.action,
        procedure=decision.recommendation.procedure,
        path=decision.path,
        tumor_board=decision.tumor_board,
        pitfalls=tuple((pitfall.id, pitfall.level) for pitfall in decision.pitfalls),
        notices=decision.notices,
        ratings=tuple(
            Rating(row.procedure, row.category, row.role, row.provenance, row.recommended) for row in decision.ratings
        ),
    )


def test_engine_agrees_with_the_truth_table(content: Content, today: date) -> None:
    disputed = [
        scenario
        for scenario in sample()
        if observed(decide(checked(Scenario, scenario), content, today)) != expected(scenario, today)
    ]
    assert disputed[:3] == []


def test_sample_meets_everything_in_the_contract(today: date) -> None:
    """A sample without an outcome would prove nothing about it."""
    met: set[Any] = set()
    for scenario in sample():
        decided = expected(scenario, today)
        met |= {decided.status, decided.action, decided.procedure, *decided.path, *decided.pitfalls, *decided.notices}
        met |= {*decided.exclusions, *decided.redirects, *decided.conflicts, *decided.missing, *decided.tumor_board}
        met |= {field for field, _ in decided.assumptions}
    assert met >= {
        *("out_of_scope", "conflict", "incomplete", "in_scope"),
        *("initial_staging", "soft_tissue_tumor", "symptomatic", "pulmonary_surveillance"),
        *("staging_pulmonary", "staging_extrapulmonary", "surveillance_pulmonary", "local_recurrence_soft_tissue"),
        *("stable_with_findings", "findings_without_radiographs", "advanced_before_radiographs"),
        *("result_without_study", "untreated_with_treatment", "interface_without_hardware"),
        *("purpose", "tumor_origin", "treated", "symptoms", "radiograph_result", "advanced_study", "advanced_result"),
        *ASSUMED,
        *("order_radiographs", "order_mri", "consider_ct", "continue_surveillance", "plan_biopsy"),
        *("discuss_at_tumor_board", "use_other_pathway", "resolve_conflict", "complete_form"),
        *("radiography", "mri_without_and_with_iv_contrast", "mri_without_iv_contrast", "ct_with_iv_contrast", None),
        *("eligible", "radiographs", "radiograph_result", "mri_usable", "mri", "mri_result", "ct", "ct_result"),
        *("continue_surveillance", "plan_biopsy", "tumor_board"),
        *("equivocal_imaging", "suspicion_imaging_discrepancy", "discordant_imaging", "nondiagnostic_imaging"),
        *((pitfall, level) for pitfall in PITFALLS for level in ("warning", "reminder", "clear")),
        *("site_not_itemised", "pediatric_radiation_levels"),
    }
