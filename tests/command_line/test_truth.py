"""Every decision of the real program against a table that was written without it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

import pytest

from tests.decision_space import (
    ELIGIBLE_ANSWERS,
    SPACE_SIZE,
    Scenario,
    complete_space,
    random_scenarios,
    spread_sample,
)
from tests.truth_table import ASSUMED, FORM_ORDER, Expected, Rating, expected

AS_OF = date(2026, 6, 1)
SHOWN_DISAGREEMENTS = 12
PITFALLS = ("neglected_comparison", "hardware_artifact", "single_modality")

INDEX_CASE: Scenario = {
    "purpose": "local_recurrence_surveillance",
    "tumor_origin": "bone",
    "treated": True,
    "symptoms": [],
    "age_years": 24,
    "histology": "osteosarcoma",
    "site": "femur",
    "surgery": "limb_sparing_resection",
    "months_since_treatment": 18,
}


# --- reading what the program says ------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _observed(line: bytes) -> Expected:
    """Reads one printed decision into the shape of the truth table, and checks the rest of its form on the way."""
    decision = json.loads(line)
    _check_form(decision)
    return Expected(
        status=decision["status"],
        exclusions=tuple(decision["exclusions"]),
        redirects=tuple(decision["redirects"]),
        conflicts=tuple(conflict["id"] for conflict in decision["conflicts"]),
        missing=tuple(decision["missing"]),
        assumptions=tuple((assumed["field"], assumed["value"]) for assumed in decision["assumptions"]),
        action=decision["recommendation"]["action"],
        procedure=decision["recommendation"]["procedure"],
        path=tuple(decision["path"]),
        tumor_board=tuple(decision["tumor_board"]),
        pitfalls=tuple((pitfall["id"], pitfall["level"]) for pitfall in decision["pitfalls"]),
        notices=tuple(decision["notices"]),
        ratings=tuple(
            Rating(row["procedure"], row["category"], row["role"], tuple(row["provenance"]), row["recommended"])
            for row in decision["ratings"]
        ),
    )


def _check_form(decision: dict[str, Any]) -> None:
    """Checks the parts of a printed decision whose exact words the contract leaves open."""
    assert decision["schema"] == "bonewatch.decision/1"
    assert bool(decision["ratings"]) == (decision["status"] == "in_scope")
    for conflict in decision["conflicts"]:
        assert len(conflict["fields"]) >= 2 and set(conflict["fields"]) <= set(FORM_ORDER), conflict
        assert conflict["message"], conflict
    for assumed in decision["assumptions"]:
        # In Python False equals 0, in JSON it does not.
        assert type(assumed["value"]) is type(ASSUMED[assumed["field"]]), assumed
    advice = decision["recommendation"]
    assert advice["headline"] and advice["rationale"] and advice["sources"], advice
    assert advice["basis"] in ("source", "inferred"), advice
    for row in decision["ratings"]:
        assert type(row["recommended"]) is bool and row["sources"], row
        assert row["category"] == "usually_appropriate" or row["instead"], row
    for pitfall in decision["pitfalls"]:
        assert set(pitfall["because"]) <= set(FORM_ORDER), pitfall
        assert pitfall["because"] or pitfall["level"] == "clear", pitfall
    assert {"version", "sha256", "reviewed"} <= decision["content"].keys()


def _lines(scenarios: Iterable[Scenario]) -> Iterator[bytes]:
    return (json.dumps(scenario).encode() + b"\n" for scenario in scenarios)


class _Comparison:
    """Counts how many decisions agree with the truth table, and keeps the first few that do not."""

    def __init__(self) -> None:
        self.compared = 0
        self.statuses: Counter[str] = Counter()
        self.fields_in_dispute: Counter[str] = Counter()
        self.shown: list[str] = []

    def compare(self, scenario: Scenario, line: bytes, as_of: date) -> None:
        should = expected(scenario, as_of)
        self.compared += 1
        self.statuses[should.status] += 1
        try:
            found = _observed(line)
        except (AssertionError, KeyError, TypeError, ValueError) as trouble:
            self._dispute("form", f"{trouble!r} in {line[:600]!r}", scenario)
            return
        if found == should:
            return
        for field in fields(Expected):
            is_, must_be = getattr(found, field.name), getattr(should, field.name)
            if is_ != must_be:
                self._dispute(field.name, f"the program says {is_!r}, the table {must_be!r}", scenario)

    def _dispute(self, field: str, difference: str, scenario: Scenario) -> None:
        self.fields_in_dispute[field] += 1
        if self.fields_in_dispute[field] <= 2 and len(self.shown) < SHOWN_DISAGREEMENTS:
            self.shown.append(f"{field}: {difference}\n    for {json.dumps(scenario)}")

    def assert_agreement(self) -> None:
        assert not self.fields_in_dispute, "\n".join(
            [f"{dict(self.fields_in_dispute)} of {self.compared}", *self.shown]
        )


def _compare_all(stream_decisions: Any, scenarios: Any, as_of: date = AS_OF) -> _Comparison:
    """Streams the scenarios (a function that yields them anew at each call) through one run of the program."""
    stream = stream_decisions(_lines(scenarios()), ("--as-of", as_of.isoformat(), "--format", "json"))
    comparison = _Comparison()
    rest = scenarios()
    for line in stream.lines():
        scenario = next(rest, None)
        assert scenario is not None, f"more lines came out than went in: {line[:600]!r}"
        comparison.compare(scenario, line, as_of)
    assert stream.exit_status == 0, stream.errors[-2000:]
    assert next(rest, None) is None, f"the program stopped after {comparison.compared} lines: {stream.errors[-2000:]}"
    return comparison


# --- the whole table --------------------------------------------------------------------------------------------


def _sample() -> Iterator[Scenario]:
    return chain(
        spread_sample(2_000),
        spread_sample(4_000, ELIGIBLE_ANSWERS),
        random_scenarios(3_000, seed=20260530),
    )


def test_that_the_sample_meets_everything_that_the_contract_names() -> None:
    """A sample that never saw an outcome would prove nothing about it."""
    met: set[Any] = set()
    for scenario in _sample():
        decided = expected(scenario, AS_OF)
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


def test_that_the_program_agrees_with_the_truth_table_on_a_sample(stream_decisions: Any) -> None:
    comparison = _compare_all(stream_decisions, _sample)
    assert comparison.compared >= 5_000
    comparison.assert_agreement()


@pytest.mark.parametrize("as_of", [date(2025, 1, 1), date(2027, 5, 30), date(2027, 5, 31), date(2040, 2, 29)])
def test_that_the_content_is_called_stale_from_the_day_after_a_year(stream_decisions: Any, as_of: date) -> None:
    comparison = _compare_all(stream_decisions, lambda: random_scenarios(50, seed=7), as_of)
    comparison.assert_agreement()


@pytest.mark.slow
def test_that_the_program_agrees_with_the_truth_table_everywhere(stream_decisions: Any) -> None:
    """Streams the complete space through two runs of the program at a time, so that both cores have work."""
    parts = 2

    def compare_part(part: int) -> _Comparison:
        return _compare_all(stream_decisions, lambda: complete_space(part, parts))

    with ThreadPoolExecutor(parts) as pool:
        comparisons = list(pool.map(compare_part, range(parts)))
    statuses = sum((comparison.statuses for comparison in comparisons), Counter[str]())
    print(f"{statuses.total():,} scenarios compared: {dict(statuses)}")
    for comparison in comparisons:
        comparison.assert_agreement()
    assert statuses.total() == SPACE_SIZE >= 500_000


# --- cases that a clinician would tell ---------------------------------------------------------------------------


@pytest.fixture
def decide(run_program: Any) -> Any:
    """Gives a function that decides the index case with some answers changed, as a single case."""

    def decide_index_case(as_of: str = "2026-06-01", **changes: Any) -> dict[str, Any]:
        case = {"schema": "bonewatch.case/1", "title": "Clinic", "scenario": {**INDEX_CASE, **changes}}
        done = run_program("decide", "--format", "json", "--as-of", as_of, "-", stdin=json.dumps(case).encode())
        assert (done.returncode, done.stderr) == (0, b"")
        decision: dict[str, Any] = json.loads(done.stdout)
        return decision

    return decide_index_case


def _recommended(decision: dict[str, Any]) -> list[str]:
    return [row["procedure"] for row in decision["ratings"] if row["recommended"]]


def _advice(decision: dict[str, Any]) -> str:
    return f"{decision['recommendation']['headline']} {decision['recommendation']['rationale']}"


def test_that_a_well_patient_at_18_months_gets_radiographs_first(decide: Any) -> None:
    decision = decide()
    assert decision["status"] == "in_scope"
    assert decision["recommendation"]["action"] == "order_radiographs"
    assert decision["recommendation"]["basis"] == "source"
    assert decision["path"] == ["eligible", "radiographs"]
    assert _recommended(decision) == ["radiography"]
    assert decision["assumptions"] == []


def test_that_stable_films_and_low_suspicion_lead_back_to_the_schedule_without_excluding_recurrence(
    decide: Any,
) -> None:
    decision = decide(radiograph_result="stable", clinical_suspicion="low")
    assert decision["recommendation"]["action"] == "continue_surveillance"
    assert decision["recommendation"]["procedure"] is None
    assert _recommended(decision) == []
    advice = _advice(decision).lower()
    assert "recurrence excluded" not in advice and "recurrence is excluded" not in advice


def test_that_high_suspicion_overrules_stable_films(decide: Any) -> None:
    decision = decide(radiograph_result="stable", clinical_suspicion="high", mri_limitation="none")
    assert decision["recommendation"]["action"] == "order_mri"
    assert decision["tumor_board"] == ["suspicion_imaging_discrepancy"]
    assert {"single_modality": "warning"}.items() <= {p["id"]: p["level"] for p in decision["pitfalls"]}.items()


def test_that_a_new_lytic_lesion_leads_to_mri_without_and_with_contrast(decide: Any) -> None:
    decision = decide(radiograph_result="suspicious", radiograph_findings=["new_lytic_lesion"])
    assert decision["recommendation"]["procedure"] == "mri_without_and_with_iv_contrast"
    assert [assumed["field"] for assumed in decision["assumptions"]] == [
        "mri_limitation",
        "gadolinium_contraindicated",
    ]


def test_that_equivocal_films_lead_to_mri_and_to_the_tumor_board(decide: Any) -> None:
    decision = decide(radiograph_result="indeterminate")
    assert decision["recommendation"]["action"] == "order_mri"
    assert decision["tumor_board"] == ["equivocal_imaging"]


def test_that_a_patient_who_must_not_have_gadolinium_gets_mri_without_it(decide: Any) -> None:
    decision = decide(radiograph_result="suspicious", gadolinium_contraindicated=True)
    assert _recommended(decision) == ["mri_without_iv_contrast"]


def test_that_severe_artifact_with_reduction_sequences_still_gets_mri_with_them(decide: Any) -> None:
    decision = decide(radiograph_result="suspicious", mri_limitation="severe_artifact", mars_available=True)
    assert decision["recommendation"]["action"] == "order_mri"
    advice = _advice(decision)
    assert "MARS" in advice or "artifact reduction" in advice.lower()


def test_that_severe_artifact_without_reduction_sequences_gets_ct_and_hears_of_pet(decide: Any) -> None:
    decision = decide(
        radiograph_result="suspicious",
        hardware="endoprosthesis",
        mri_limitation="severe_artifact",
        mars_available=False,
    )
    assert decision["recommendation"]["action"] == "consider_ct"
    assert _recommended(decision) == ["ct_with_iv_contrast"]
    assert "FDG-PET/CT" in _advice(decision)


def test_that_a_patient_who_cannot_have_mri_gets_ct_as_a_step_of_our_own(decide: Any) -> None:
    decision = decide(radiograph_result="indeterminate", mri_limitation="contraindicated")
    assert decision["path"][-1] == "ct"
    assert decision["recommendation"]["basis"] == "inferred"


def test_that_a_suspicious_mri_leads_to_biopsy(decide: Any) -> None:
    decision = decide(radiograph_result="suspicious", advanced_study="mri", advanced_result="suspicious")
    assert decision["recommendation"]["action"] == "plan_biopsy"


def test_that_a_negative_mri_after_suspicious_films_goes_to_the_tumor_board(decide: Any) -> None:
    decision = decide(radiograph_result="suspicious", advanced_study="mri", advanced_result="no_recurrence")
    assert decision["recommendation"]["action"] == "discuss_at_tumor_board"
    assert decision["recommendation"]["basis"] == "inferred"
    assert decision["tumor_board"] == ["discordant_imaging"]
    assert decision["assumptions"] == []


def test_that_a_nondiagnostic_mri_leads_to_ct_and_a_nondiagnostic_ct_to_the_tumor_board(decide: Any) -> None:
    after_mri = decide(radiograph_result="suspicious", advanced_study="mri", advanced_result="nondiagnostic")
    assert after_mri["recommendation"]["action"] == "consider_ct"
    after_ct = decide(radiograph_result="suspicious", advanced_study="ct", advanced_result="nondiagnostic")
    assert after_ct["recommendation"]["action"] == "discuss_at_tumor_board"
    assert after_ct["recommendation"]["basis"] == "inferred"
    assert after_ct["tumor_board"] == ["nondiagnostic_imaging"]


def test_that_a_soft_tissue_tumor_gets_no_rating_and_is_sent_to_its_own_variant(decide: Any) -> None:
    decision = decide(tumor_origin="soft_tissue")
    assert decision["status"] == "out_of_scope"
    assert decision["exclusions"] == ["soft_tissue_tumor"]
    assert decision["redirects"] == ["local_recurrence_soft_tissue"]
    assert decision["ratings"] == []


def test_that_new_pain_takes_the_patient_off_the_pathway_and_to_no_variant(decide: Any) -> None:
    decision = decide(symptoms=["new_pain"])
    assert decision["exclusions"] == ["symptomatic"]
    assert decision["redirects"] == []
    assert decision["recommendation"]["action"] == "use_other_pathway"


def test_that_lung_follow_up_is_sent_to_the_lung_variant(decide: Any) -> None:
    assert decide(purpose="pulmonary_surveillance")["redirects"] == ["surveillance_pulmonary"]


def test_that_a_newly_found_tumor_is_sent_to_both_staging_variants(decide: Any) -> None:
    decision = decide(purpose="initial_staging", treated=False, surgery="none", months_since_treatment=None)
    assert decision["exclusions"] == ["initial_staging"]
    assert decision["redirects"] == ["staging_pulmonary", "staging_extrapulmonary"]
    assert decision["conflicts"] == []


def test_that_stable_films_with_a_new_lesion_are_a_contradiction_without_ratings(decide: Any) -> None:
    decision = decide(radiograph_result="stable", radiograph_findings=["new_lytic_lesion"])
    assert decision["status"] == "conflict"
    assert [conflict["id"] for conflict in decision["conflicts"]] == ["stable_with_findings"]
    assert set(decision["conflicts"][0]["fields"]) == {"radiograph_result", "radiograph_findings"}
    assert (decision["ratings"], decision["path"], decision["pitfalls"]) == ([], [], [])


def test_that_unasked_symptoms_are_not_taken_for_absent_ones(decide: Any) -> None:
    decision = decide(symptoms=None)
    assert decision["status"] == "incomplete"
    assert decision["missing"] == ["symptoms"]


def test_that_unrecorded_films_are_not_taken_for_films_not_done(decide: Any) -> None:
    decision = decide(radiograph_result=None)
    assert decision["status"] == "incomplete"
    assert decision["missing"] == ["radiograph_result"]


def test_that_a_child_with_a_sacral_tumor_gets_both_notices(decide: Any) -> None:
    assert decide(age_years=17, site="sacrum")["notices"] == ["site_not_itemised", "pediatric_radiation_levels"]


def test_that_a_missing_baseline_is_named_as_the_reason_for_the_warning(decide: Any) -> None:
    pitfall = decide(baseline_available=False, priors_available=True)["pitfalls"][0]
    assert (pitfall["level"], pitfall["because"]) == ("warning", ["baseline_available"])


# --- one case, one answer ----------------------------------------------------------------------------------------


def test_that_an_empty_scenario_asks_for_the_four_gate_answers(run_program: Any) -> None:
    done = run_program("decide", "--format", "json", "-", stdin=b"{}")
    assert (done.returncode, done.stderr) == (0, b"")
    decision = json.loads(done.stdout)
    assert decision["status"] == "incomplete"
    assert decision["missing"] == ["purpose", "tumor_origin", "treated", "symptoms"]


def test_that_one_case_gets_the_same_bytes_everywhere(run_program: Any) -> None:
    """Time zone, locale and hash seed must not show in a decision."""
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"PYTHONHASHSEED": "3", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ]
    case = json.dumps(INDEX_CASE).encode()
    answers = {
        run_program("decide", "--format", "json", "--as-of", "2026-06-01", "-", stdin=case, env=place).stdout
        for place in places
    }
    assert len(answers) == 1 and json.loads(answers.pop())["status"] == "in_scope"


def test_that_a_case_alone_and_the_same_case_in_a_stream_get_the_same_decision(run_program: Any) -> None:
    case = json.dumps(INDEX_CASE).encode() + b"\n"
    alone = run_program("decide", "--format", "json", "--as-of", "2026-06-01", "-", stdin=case)
    streamed = run_program("decide", "--jsonl", "--as-of", "2026-06-01", "-", stdin=case)
    assert json.loads(alone.stdout) == json.loads(streamed.stdout)
    assert streamed.stdout.count(b"\n") == 1 and streamed.stdout.endswith(b"\n")
    assert b"\r" not in alone.stdout + streamed.stdout
