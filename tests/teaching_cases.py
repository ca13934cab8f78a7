"""Teaching cases for tests: one for each kind of answer, and some with more words than anybody should write."""

from typing import Any

from core.case.case_file import SCHEMA, Case, Teaching
from core.case.scenario import Scenario
from tests.strategies import eligible

VIGNETTE = (
    "A woman of 29 comes for her planned visit 20 months after wide resection of the distal femur and a prosthesis. "
    "She walks without a stick and feels well. The new films and the earlier ones hang side by side: a lucent line "
    "beside the stem is new."
)


def teaching(**changes: Any) -> Teaching:
    """Teaching material with some of it changed."""
    usual: dict[str, Any] = {
        "vignette": VIGNETTE,
        "question": "The line is new. Which study comes next?",
        "options": (
            "continue_surveillance",
            "ct_with_iv_contrast",
            "mri_without_and_with_iv_contrast",
            "bone_scan_whole_body",
        ),
        "teaching_point": "New change on a radiograph leads to MRI, metal or not.",
        "sources": ("S1", "S143"),
        "difficulty": "basic",
    }
    return Teaching(**{**usual, **changes})


def teaching_case(scenario: Scenario, title: str = "A case", **changes: Any) -> Case:
    """A teaching case on a scenario."""
    return Case(schema=SCHEMA, title=title, scenario=scenario, teaching=teaching(**changes))


def _long(most: int) -> str:
    """As many letters as a text may have, in words and sentences of usual length."""
    sentence = "This sentence goes on for rather longer than it would have to. "
    return (sentence * (most // len(sentence) + 1))[: most - 1].rstrip() + "."


CASES: dict[str, Case] = {
    "suspicious": teaching_case(
        eligible(radiograph_result="suspicious", hardware="endoprosthesis", months_since_treatment=20),
        "Twenty months after a prosthesis of the distal femur",
    ),
    "long_path": teaching_case(
        eligible(
            radiograph_result="indeterminate",
            clinical_suspicion="high",
            mri_limitation="severe_artifact",
            mars_available=True,
            hardware="endoprosthesis",
            advanced_study="mri",
            advanced_result="nondiagnostic",
            baseline_available=False,
        ),
        options=("consider_ct", "order_mri", "continue_surveillance", "discuss_at_tumor_board"),
    ),
    "out_of_scope": teaching_case(
        eligible(symptoms=("new_pain", "palpable_mass"), radiograph_result="stable"),
        "Pain since three weeks",
        options=("continue_surveillance", "use_other_pathway"),
        question="Is this still surveillance?",
    ),
    "conflict": teaching_case(
        eligible(radiograph_result="stable", radiograph_findings=("periosteal_reaction",)),
        options=("order_mri", "resolve_conflict", "continue_surveillance"),
    ),
    "incomplete": teaching_case(Scenario(), "", options=("order_radiographs", "complete_form")),
    "wordy": teaching_case(
        eligible(radiograph_result="stable", clinical_suspicion="high", hardware="internal_fixation"),
        "A title as long as titles may be, " + "and then some more of it " * 6,
        vignette=_long(320),
        question=_long(110),
        teaching_point=_long(200),
        sources=("S1", "S70", "S90", "S118", "S119", "S143"),
        options=(
            "mri_without_and_with_iv_contrast",
            "ct_without_and_with_iv_contrast",
            "bone_scan_spect_ct",
            "discuss_at_tumor_board",
        ),
        difficulty="advanced",
    ),
}
