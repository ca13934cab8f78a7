"""The decision contract written out a second time, by hand and without the engine.

`expected` says what the program must decide for a scenario. It reads like the contract it was written from:
one small function a rule, no content files, no graph, nothing imported from the program. Its worth is that it
was derived separately, so where it and the engine disagree, one of the two has misread the contract.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FORM_ORDER = (
    "purpose",
    "tumor_origin",
    "treated",
    "symptoms",
    "radiograph_result",
    "radiograph_findings",
    "clinical_suspicion",
    "baseline_available",
    "priors_available",
    "hardware",
    "mri_limitation",
    "mars_available",
    "gadolinium_contraindicated",
    "advanced_study",
    "advanced_result",
    "age_years",
    "histology",
    "grade",
    "site",
    "surgery",
    "radiation_therapy",
    "months_since_treatment",
)

DEFAULTS: Mapping[str, Any] = {"radiograph_result": "not_done", "radiograph_findings": [], "advanced_study": "none"}
"""What an absent key means; every other absent key means null."""

ASSUMED: Mapping[str, Any] = {
    "clinical_suspicion": "low",
    "mri_limitation": "none",
    "mars_available": True,
    "gadolinium_contraindicated": False,
}
"""What the pathway takes an unknown answer for, in the order in which assumptions are listed."""

OTHER_VALUES: Mapping[str, tuple[Any, ...]] = {
    "clinical_suspicion": ("high",),
    "mri_limitation": ("severe_artifact", "contraindicated"),
    "mars_available": (False,),
    "gadolinium_contraindicated": (True,),
}
"""The answers that an assumption passes over."""

LAST_DAY_OF_FRESH_CONTENT = date(2027, 5, 30)
"""Twelve months after the content's review on 2026-05-30; the day after is the first stale one."""

BOTH = ("article", "portal_capture")
COMPANION = ("companion_article", "portal_capture")
CAPTURE = ("portal_capture",)
UA, MBA, UNA = "usually_appropriate", "may_be_appropriate", "usually_not_appropriate"

RATINGS: Mapping[str, tuple[tuple[str, str, str | None, tuple[str, ...]], ...]] = {
    "local_recurrence_bone": (
        ("radiography", UA, "first_line", BOTH),
        ("mri_without_and_with_iv_contrast", UA, "problem_solving", BOTH),
        ("mri_without_iv_contrast", UA, "contrast_free_alternative", CAPTURE),
        ("ct_with_iv_contrast", MBA, "artifact_alternative", BOTH),
        ("fdg_pet_ct_whole_body", MBA, "complex_cases", BOTH),
        ("ct_without_iv_contrast", UNA, "not_advised", CAPTURE),
        ("ct_without_and_with_iv_contrast", UNA, "not_advised", CAPTURE),
        ("us", UNA, "not_advised", CAPTURE),
        ("bone_scan_whole_body", UNA, "not_advised", BOTH),
        ("bone_scan_spect_ct", UNA, "not_advised", CAPTURE),
        ("fdg_pet_mri_whole_body", UNA, "not_advised", CAPTURE),
        ("fluoride_pet_ct_whole_body", UNA, "not_advised", CAPTURE),
    ),
    "local_recurrence_soft_tissue": (
        ("mri_without_and_with_iv_contrast", UA, None, COMPANION),
        ("mri_without_iv_contrast", UA, None, CAPTURE),
        ("us", MBA, None, CAPTURE),
        ("ct_with_iv_contrast", MBA, None, CAPTURE),
        ("fdg_pet_ct_whole_body", MBA, None, CAPTURE),
        ("fdg_pet_mri_whole_body", MBA, None, CAPTURE),
        ("radiography", UNA, None, CAPTURE),
        ("ct_without_iv_contrast", UNA, None, CAPTURE),
        ("ct_without_and_with_iv_contrast", UNA, None, CAPTURE),
    ),
    "staging_pulmonary": (
        ("ct_chest_without_iv_contrast", UA, None, COMPANION),
        ("fdg_pet_ct_whole_body", MBA, None, CAPTURE),
        ("radiography_chest", UNA, None, CAPTURE),
        ("ct_chest_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_chest_without_and_with_iv_contrast", UNA, None, CAPTURE),
        ("fdg_pet_mri_whole_body", UNA, None, CAPTURE),
    ),
    "staging_extrapulmonary": (
        ("fdg_pet_ct_whole_body", UA, None, COMPANION),
        ("mri_whole_body_without_iv_contrast", MBA, None, CAPTURE),
        ("bone_scan_whole_body", MBA, None, CAPTURE),
        ("bone_scan_spect_ct", MBA, None, CAPTURE),
        ("fdg_pet_mri_whole_body", MBA, None, CAPTURE),
        ("fluoride_pet_ct_whole_body", MBA, None, CAPTURE),
        ("us", UNA, None, CAPTURE),
        ("radiography", UNA, None, CAPTURE),
        ("radiography_chest", UNA, None, CAPTURE),
        ("mri_whole_body_without_and_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_without_iv_contrast", UNA, None, CAPTURE),
        ("ct_without_and_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_chest_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_chest_without_iv_contrast", UNA, None, CAPTURE),
        ("ct_chest_without_and_with_iv_contrast", UNA, None, CAPTURE),
    ),
    "surveillance_pulmonary": (
        ("ct_chest_without_iv_contrast", UA, None, COMPANION),
        ("fdg_pet_ct_whole_body", MBA, None, CAPTURE),
        ("radiography_chest", UNA, None, CAPTURE),
        ("ct_chest_with_iv_contrast", UNA, None, CAPTURE),
        ("ct_chest_without_and_with_iv_contrast", UNA, None, CAPTURE),
        ("fdg_pet_mri_whole_body", UNA, None, CAPTURE),
    ),
}
"""The rows of each variant's rating table: procedure, category, role and provenance."""

INFERRED_EDGES = {
    "stable_study_done",
    "mri_contraindicated",
    "mri_nondiagnostic",
    "mri_negative",
    "mri_negative_suspicious_radiographs",
    "ct_nondiagnostic",
    "ct_negative",
    "ct_negative_suspicious_radiographs",
}
"""The steps of the pathway that no source states."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One row of the rating table as it must be printed."""

    procedure: str
    category: str
    role: str | None
    provenance: tuple[str, ...]
    recommended: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """Everything that the contract fixes about one decision; every list in the contract's order."""

    status: str
    exclusions: tuple[str, ...]
    redirects: tuple[str, ...]
    conflicts: tuple[str, ...]
    missing: tuple[str, ...]
    assumptions: tuple[tuple[str, Any], ...]
    action: str
    procedure: str | None
    path: tuple[str, ...]
    tumor_board: tuple[str, ...]
    pitfalls: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    ratings: tuple[Rating, ...]


def expected(scenario: Mapping[str, Any], as_of: date) -> Expected:
    """Says what must be decided for a valid scenario on a given day; absent keys take their defaults."""
    answers = {field: scenario.get(field, DEFAULTS.get(field)) for field in FORM_ORDER}
    exclusions = _exclusions(answers)
    conflicts = _conflicts(answers)
    missing = _missing(answers)
    redirects = _redirects(answers)
    notices = _notices(answers, as_of)

    if exclusions:
        status, action = "out_of_scope", "use_other_pathway"
    elif conflicts:
        status, action = "conflict", "resolve_conflict"
    elif missing:
        status, action = "incomplete", "complete_form"
    else:
        return _in_scope(answers, notices)
    return Expected(
        status=status,
        exclusions=exclusions,
        redirects=redirects,
        conflicts=conflicts,
        missing=missing,
        assumptions=(),
        action=action,
        procedure=None,
        path=(),
        tumor_board=(),
        pitfalls=(),
        notices=notices,
        ratings=(),
    )


def rating_faults(content: Any) -> Iterator[str]:
    """Yield one line for each row in which the pack's rating tables differ from RATINGS."""
    typed = {(variant, row[0]): row[1:] for variant, rows in RATINGS.items() for row in rows}
    packed = {
        (variant.id, row.procedure): (row.category, row.role, row.provenance)
        for variant in content.variants
        for row in variant.ratings
    }
    for variant, procedure in sorted(typed.keys() | packed.keys()):
        here, there = packed.get((variant, procedure)), typed.get((variant, procedure))
        if here != there:
            yield f"ratings.toml: variants.{variant}.ratings.{procedure}: is {here}, in the truth table {there}"


def _in_scope(answers: Mapping[str, Any], notices: tuple[str, ...]) -> Expected:
    path, procedure = _outcome(answers)
    return Expected(
        status="in_scope",
        exclusions=(),
        redirects=(),
        conflicts=(),
        missing=(),
        assumptions=_assumptions(answers),
        action=ACTION_OF_LAST_NODE[path[-1]],
        procedure=procedure,
        path=path,
        tumor_board=_tumor_board(answers),
        pitfalls=_pitfalls(answers),
        notices=notices,
        ratings=tuple(
            Rating(name, category, role, provenance, recommended=name == procedure)
            for name, category, role, provenance in RATINGS["local_recurrence_bone"]
        ),
    )


# --- who belongs here -------------------------------------------------------------------------------------------


def _exclusions(a: Mapping[str, Any]) -> tuple[str, ...]:
    held = []
    if a["purpose"] == "initial_staging" or a["treated"] is False:
        held.append("initial_staging")
    if a["tumor_origin"] == "soft_tissue":
        held.append("soft_tissue_tumor")
    if a["symptoms"]:
        held.append("symptomatic")
    if a["purpose"] == "pulmonary_surveillance":
        held.append("pulmonary_surveillance")
    return tuple(held)


def _redirects(a: Mapping[str, Any]) -> tuple[str, ...]:
    """Names the variants that cover an excluded patient; each of them implies an exclusion."""
    places = []
    if a["purpose"] == "initial_staging" or a["treated"] is False:
        places += ["staging_pulmonary", "staging_extrapulmonary"]
    # Both follow-up variants are for treated patients without symptoms.
    for_follow_up = a["treated"] is not False and not a["symptoms"]
    if for_follow_up and a["purpose"] == "pulmonary_surveillance":
        places.append("surveillance_pulmonary")
    local_or_unrecorded = a["purpose"] in ("local_recurrence_surveillance", None)
    if for_follow_up and local_or_unrecorded and a["tumor_origin"] == "soft_tissue":
        places.append("local_recurrence_soft_tissue")
    return tuple(places)


def _conflicts(a: Mapping[str, Any]) -> tuple[str, ...]:
    """Names the pairs of recorded answers that cannot both be true; an unknown answer contradicts nothing."""
    films, study, findings = a["radiograph_result"], a["advanced_study"], a["radiograph_findings"] or []
    treatment_recorded = (
        a["months_since_treatment"] is not None
        or a["hardware"] in ("internal_fixation", "endoprosthesis")
        or a["surgery"] in ("limb_sparing_resection", "curettage", "amputation")
        or a["radiation_therapy"] is True
    )
    held = []
    if films == "stable" and findings:
        held.append("stable_with_findings")
    if films == "not_done" and findings:
        held.append("findings_without_radiographs")
    if films == "not_done" and study in ("mri", "ct"):
        held.append("advanced_before_radiographs")
    if study == "none" and a["advanced_result"] is not None:
        held.append("result_without_study")
    if a["treated"] is False and treatment_recorded:
        held.append("untreated_with_treatment")
    if "progressive_interface_radiolucency" in findings and a["hardware"] == "none":
        held.append("interface_without_hardware")
    return tuple(held)


def _missing(a: Mapping[str, Any]) -> tuple[str, ...]:
    """Names the needed answers that are not recorded, in form order."""
    needed = ["purpose", "tumor_origin", "treated", "symptoms", "radiograph_result", "advanced_study"]
    if a["advanced_study"] in ("mri", "ct"):
        needed.append("advanced_result")
    return tuple(field for field in needed if a[field] is None)


# --- the pathway ------------------------------------------------------------------------------------------------

ACTION_OF_LAST_NODE = {
    "radiographs": "order_radiographs",
    "mri": "order_mri",
    "ct": "consider_ct",
    "continue_surveillance": "continue_surveillance",
    "plan_biopsy": "plan_biopsy",
    "tumor_board": "discuss_at_tumor_board",
}


def _outcome(answers: Mapping[str, Any]) -> tuple[tuple[str, ...], str | None]:
    """Gives the path and the recommended procedure, with unknown answers taken as assumed."""
    known = {**answers, **{f: value for f, value in ASSUMED.items() if answers[f] is None}}
    path = _path(known)
    procedure = None
    if path[-1] == "radiographs":
        procedure = "radiography"
    elif path[-1] == "mri" and known["gadolinium_contraindicated"]:
        procedure = "mri_without_iv_contrast"
    elif path[-1] == "mri":
        procedure = "mri_without_and_with_iv_contrast"
    elif path[-1] == "ct":
        procedure = "ct_with_iv_contrast"
    return path, procedure


def _path(a: Mapping[str, Any]) -> tuple[str, ...]:
    films, study, result = a["radiograph_result"], a["advanced_study"], a["advanced_result"]
    low_suspicion = a["clinical_suspicion"] == "low"

    # rule 1
    if films == "not_done":
        return ("eligible", "radiographs")
    start: tuple[str, ...] = ("eligible", "radiographs", "radiograph_result")
    # rule 2
    if films == "stable" and low_suspicion and study == "none":
        return (*start, "continue_surveillance")
    # rule 3
    start = (*start, "mri_usable")
    mri_is_no_use = a["mri_limitation"] == "contraindicated" or (
        a["mri_limitation"] == "severe_artifact" and not a["mars_available"]
    )
    if study == "none":
        return (*start, "ct") if mri_is_no_use else (*start, "mri")
    # rules 4 and 5: a study has been done, and its result leads on
    films_allow_follow_up = films in ("stable", "indeterminate")
    after_a_negative_study = "continue_surveillance" if low_suspicion and films_allow_follow_up else "tumor_board"
    next_node = {
        "suspicious": "plan_biopsy",
        "equivocal": "tumor_board",
        "nondiagnostic": "ct" if study == "mri" else "tumor_board",
        "no_recurrence": after_a_negative_study,
    }
    return (*start, study, f"{study}_result", next_node[result])


def _assumptions(answers: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Lists the assumed answers that matter: another value of that one field would lead elsewhere."""
    outcome = _outcome(answers)
    return tuple(
        (field, value)
        for field, value in ASSUMED.items()
        if answers[field] is None
        and any(_outcome({**answers, field: other}) != outcome for other in OTHER_VALUES[field])
    )


# --- what is said beside it -------------------------------------------------------------------------------------


def _tumor_board(a: Mapping[str, Any]) -> tuple[str, ...]:
    films, study, result = a["radiograph_result"], a["advanced_study"], a["advanced_result"]
    only_films = study == "none"
    latest_is_negative = (only_films and films == "stable") or result == "no_recurrence"
    reasons = []
    if (only_films and films == "indeterminate") or result == "equivocal":
        reasons.append("equivocal_imaging")
    if a["clinical_suspicion"] == "high" and latest_is_negative:
        reasons.append("suspicion_imaging_discrepancy")
    if films == "suspicious" and result == "no_recurrence":
        reasons.append("discordant_imaging")
    if study == "ct" and result == "nondiagnostic":
        reasons.append("nondiagnostic_imaging")
    return tuple(reasons)


def _pitfalls(a: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    comparison = (a["baseline_available"], a["priors_available"])
    if False in comparison:
        neglected_comparison = "warning"
    elif None in comparison:
        neglected_comparison = "reminder"
    else:
        neglected_comparison = "clear"

    hardware_artifact = {
        "internal_fixation": "warning",
        "endoprosthesis": "warning",
        None: "reminder",
        "none": "clear",
    }[a["hardware"]]

    films = a["radiograph_result"]
    stable_films_alone = films == "stable" and a["advanced_study"] == "none"
    if stable_films_alone and a["clinical_suspicion"] == "high":
        single_modality = "warning"
    elif stable_films_alone or films == "not_done":
        single_modality = "reminder"
    else:
        single_modality = "clear"

    return (
        ("neglected_comparison", neglected_comparison),
        ("hardware_artifact", hardware_artifact),
        ("single_modality", single_modality),
    )


def _notices(a: Mapping[str, Any], as_of: date) -> tuple[str, ...]:
    """Lists the notices, which hold whatever the status is."""
    notices = []
    if a["site"] in ("spine", "sacrum", "skull_or_jaw", "other"):
        notices.append("site_not_itemised")
    if a["age_years"] is not None and a["age_years"] < 18:
        notices.append("pediatric_radiation_levels")
    if as_of > LAST_DAY_OF_FRESH_CONTENT:
        notices.append("stale_content")
    return tuple(notices)
