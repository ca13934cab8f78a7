"""The reference shelf: its loader, what it says, and in which cases it says it louder."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

from core.base.model import Model
from core.base.resources import resource_path
from core.case.condition import Below, Condition
from core.case.scenario import Scenario
from core.content import Content, Reference, by_id, walk_parts
from core.content.loading import ContentError
from core.proof.case_space import whole_space
from core.reference.differential import Diagnosis, emphasized
from core.reference.questions import questions_for
from core.reference.shelf import Shelf, load_shelf
from tests.core.conftest import Spoil
from tests.strategies import eligible, scenarios


def faults(folder: Path, content: Content) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_shelf(folder, content)
    return caught.value.faults


def diagnoses(shelf: Shelf) -> tuple[Diagnosis, ...]:
    return tuple(diagnosis for group in shelf.differential for diagnosis in group.diagnoses)


def texts(part: Model) -> Iterator[str]:
    """Everything below a part that is read as prose."""
    for name, value in vars(part).items():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Model):
                yield from texts(item)
            elif isinstance(item, str) and name not in ("id", "study", "source", "locator", "procedures", "see"):
                yield item


def sentences(shelf: Shelf) -> list[str]:
    parts = (
        *shelf.differential,
        *shelf.questions,
        *shelf.edition_changes,
        *shelf.protocols,
        *shelf.radiation_notes,
        *shelf.schedules,
        *shelf.schedule_notes,
        *shelf.figures,
        *shelf.figure_notes,
    )
    return [sentence for part in parts for text in texts(part) for sentence in re.split(r"(?<=[.?!]) ", text)]


# --- the loader --------------------------------------------------------------------------------------------------


FAULTS = [
    (
        "differential.toml",
        'title = "Flap"\n',
        "",
        "differential.toml: differential.benign_change.diagnoses.flap.title: Field required",
    ),
    (
        "differential.toml",
        "when = { baseline_available = [false] }\n",
        "when = { baseline = [false] }\n",
        "differential.toml: differential.benign_change.diagnoses.healing_and_fibrosis.emphasis.0.when: "
        "'baseline' is not a field of the scenario",
    ),
    (
        "differential.toml",
        'sources = ["S110:flap"]',
        'sources = ["S110"]',
        "differential.toml: differential.benign_change.diagnoses.flap.signs.0.sources.0: "
        "'S110' is not a reference: write SOURCE:LOCATOR",
    ),
    (
        "differential.toml",
        'sources = ["S110:flap"]',
        'sources = ["S404:flap"]',
        "differential.toml: differential.benign_change.diagnoses.flap.signs.sources: source S404 is not listed",
    ),
    (
        "differential.toml",
        'sources = ["S110:flap"]',
        'sources = ["S110:flaps"]',
        "differential.toml: differential.benign_change.diagnoses.flap.signs.sources: source S110 has no locator flaps",
    ),
    (
        "differential.toml",
        'id = "flap"\n',
        'id = "loosening"\n',
        "differential.toml: differential.loosening: stands twice",
    ),
    (
        "differential.toml",
        'id = "flap"\n',
        'id = "benign_change"\n',
        "differential.toml: differential.benign_change: stands twice",
    ),
    (
        "differential.toml",
        '[[studies]]\nid = "bone_scan"',
        '[[studies]]\nid = "ct"',
        "differential.toml: studies: must be exactly radiographs, mri, ct, fdg_pet_ct, bone_scan, clinical",
    ),
    (
        "differential.toml",
        '[[studies]]\nid = "bone_scan"',
        '[[studies]]\nid = "ct"',
        "differential.toml: studies.ct: stands twice",
    ),
    (
        "questions.toml",
        'id = "bone_scan"',
        'id = "ultrasound"',
        "questions.toml: questions.ultrasound: stands twice",
    ),
    (
        "questions.toml",
        'when = { symptoms = ["any"] }',
        'when = { symptoms = ["some"] }',
        "questions.toml: questions.symptoms.when: 'symptoms' has no value 'some' "
        "(it has any, empty, new_pain, palpable_mass, pathologic_fracture, recorded, not_recorded)",
    ),
    (
        "questions.toml",
        'sources = ["S64:grade", "S81:outcome"]',
        'sources = ["S64:grade", "S81:result"]',
        "questions.toml: questions.residual_cartilage.sources: source S81 has no locator result",
    ),
    (
        "sources.toml",
        'id = "S131"',
        'id = "S1"',
        "sources.toml: sources.S1: stands in the content pack already",
    ),
    (
        "sources.toml",
        'id = "S131"',
        'id = "S129"',
        "sources.toml: sources.S129: stands twice",
    ),
    (
        "sources.toml",
        'id = "S131"',
        'id = "S130"',
        "differential.toml: differential.recurrence.diagnoses.recurrence_in_bone.signs.sources: "
        "source S131 is not listed",
    ),
]


def test_fault_names_file_id_and_reason(spoil_shelf: Spoil, subtests: pytest.Subtests) -> None:
    for file, old, new, fault in FAULTS:
        with subtests.test(fault):
            assert fault in spoil_shelf(file, old, new)


def test_missing_file_is_named_by_its_tables(shelf_copy: Path, content: Content) -> None:
    (shelf_copy / "differential.toml").unlink()
    missing = [f"content: {table}: Field required" for table in ("cited", "studies", "differential")]
    assert faults(shelf_copy, content) == missing


def test_broken_toml_and_doubled_tables_are_reported_at_once(shelf_copy: Path, content: Content) -> None:
    (shelf_copy / "questions.toml").write_text("questions = ", encoding="utf-8")
    (shelf_copy / "zz.toml").write_text("sources = []\nfiles = {}\n", encoding="utf-8")
    broken, *others = faults(shelf_copy, content)
    assert broken.startswith("questions.toml: is not TOML: ")
    assert others == [
        "zz.toml: sources: stands in sources.toml already",
        "zz.toml: files: is worked out, not written down",
    ]


def test_all_faults_are_reported_at_once(shelf_copy: Path, content: Content) -> None:
    path = shelf_copy / "questions.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("S2:bone_local", "S2:bone"), encoding="utf-8")
    assert len(faults(shelf_copy, content)) == text.count("S2:bone_local")


# --- sources -----------------------------------------------------------------------------------------------------


def cited(*packs: Model) -> set[tuple[str, str]]:
    parts = (part for pack in packs for _, part in walk_parts(pack))
    return {(part.source, part.locator) for part in parts if isinstance(part, Reference)}


def test_no_source_of_the_shelf_and_no_place_in_it_is_unused(shelf: Shelf) -> None:
    places = {(source.id, locator) for source in shelf.sources for locator in source.locators}
    assert places - cited(shelf) == set()


def test_no_source_of_the_pack_and_no_place_in_it_is_unused(shelf: Shelf, content: Content) -> None:
    places = {(source.id, locator) for source in content.sources for locator in source.locators}
    assert places - cited(content, shelf) == set()


# --- the differential --------------------------------------------------------------------------------------------


def test_groups_and_diagnoses_stand_in_the_order_of_the_article(shelf: Shelf) -> None:
    assert {group.id: [diagnosis.id for diagnosis in group.diagnoses] for group in shelf.differential} == {
        "recurrence": [
            "recurrence_in_bone",
            "recurrence_in_soft_tissue",
            "mineralized_recurrence",
            "radiation_associated_sarcoma",
        ],
        "benign_change": ["seroma_hematoma", "healing_and_fibrosis", "radiation_change", "flap"],
        "hardware": [
            "loosening",
            "subsidence",
            "hardware_fracture",
            "stress_shielding",
            "periprosthetic_infection",
            "pseudotumor",
        ],
        "non_neoplastic": ["stress_fracture", "osteomyelitis", "avascular_necrosis", "radiation_associated_fracture"],
    }
    assert [group.id for group in shelf.differential] == ["recurrence", "benign_change", "hardware", "non_neoplastic"]


Case = Callable[[Scenario], bool]


def months(case: Scenario, low: float, high: float) -> bool:
    """Whether at least `low` and less than `high` months have passed."""
    return case.months_since_treatment is not None and low <= case.months_since_treatment < high


def has(case: Scenario, *findings: str) -> bool:
    return bool(set(findings) & set(case.radiograph_findings or ()))


def metal(case: Scenario) -> bool:
    return case.hardware in ("internal_fixation", "endoprosthesis")


# Every diagnosis in order, with its distinguishing features typed independently.
EMPHASIZED: dict[str, tuple[Case, ...]] = {
    "recurrence_in_bone": (
        lambda case: months(case, 0, 36),
        lambda case: case.histology == "chondrosarcoma" and months(case, 60, 9999),
        lambda case: case.histology == "chondrosarcoma" and case.site == "pelvis",
        lambda case: case.histology == "giant_cell_tumor" and case.surgery == "curettage",
        lambda case: bool(set(case.radiograph_findings or ()) - {"new_soft_tissue_opacity"}),
    ),
    "recurrence_in_soft_tissue": (
        lambda case: months(case, 0, 36),
        lambda case: case.histology == "osteosarcoma",
        lambda case: case.radiograph_result == "stable" and case.clinical_suspicion == "high",
        lambda case: has(case, "new_soft_tissue_opacity"),
        lambda case: "palpable_mass" in (case.symptoms or ()),
    ),
    "mineralized_recurrence": (lambda case: case.histology == "osteosarcoma",),
    "radiation_associated_sarcoma": (
        lambda case: case.radiation_therapy is True and (case.months_since_treatment is None or months(case, 60, 9999)),
    ),
    "seroma_hematoma": (lambda case: months(case, 0, 6),),
    "healing_and_fibrosis": (lambda case: case.baseline_available is False,),
    "radiation_change": (
        lambda case: case.radiation_therapy is True,
        lambda case: case.radiation_therapy is True and months(case, 0, 12),
    ),
    "loosening": (metal, lambda case: has(case, "progressive_interface_radiolucency")),
    "subsidence": (lambda case: case.hardware == "endoprosthesis",),
    "hardware_fracture": (metal,),
    "stress_shielding": (metal,),
    "periprosthetic_infection": (metal, lambda case: metal(case) and has(case, "periosteal_reaction")),
    "pseudotumor": (lambda case: case.hardware == "endoprosthesis",),
    "stress_fracture": (
        lambda case: "pathologic_fracture" in (case.symptoms or ()),
        lambda case: case.histology == "chondrosarcoma" and case.surgery == "curettage",
    ),
    "radiation_associated_fracture": (lambda case: case.radiation_therapy is True,),
}


# Tells months apart, so that a bound that has moved is seen.
EVERY_MONTH = Condition(alternatives=({"months_since_treatment": tuple(Below(below=n) for n in range(1, 72))},))


def test_diagnosis_stands_out_in_the_intended_cases_only(shelf: Shelf) -> None:
    for diagnosis in diagnoses(shelf):
        reasons = EMPHASIZED.get(diagnosis.id, ())
        assert len(diagnosis.emphasis) == len(reasons), diagnosis.id
        for emphasis, intended in zip(diagnosis.emphasis, reasons, strict=True):
            dated = "months_since_treatment" in emphasis.when.fields
            space = whole_space([emphasis.when, *([EVERY_MONTH] if dated else [])])
            for case in space.scenarios:
                assert emphasis.when.holds(case) == intended(case), (diagnosis.id, emphasis.reason, case)


def test_reasons_of_a_case_come_in_the_order_of_the_shelf(shelf: Shelf) -> None:
    case = eligible(
        histology="osteosarcoma", months_since_treatment=18, radiograph_findings=("new_soft_tissue_opacity",)
    )
    soft_tissue = by_id(shelf.differential)["recurrence"].diagnoses[1]
    assert emphasized(soft_tissue, case) == (soft_tissue.emphasis[0], soft_tissue.emphasis[1], soft_tissue.emphasis[3])


# --- the questions -----------------------------------------------------------------------------------------------


@given(case=scenarios())
def test_questions_of_case_come_first_and_all_keep_their_order(shelf: Shelf, case: Scenario) -> None:
    found = questions_for(case, shelf)
    raised = [question for question in shelf.questions if question.when is not None and question.when.holds(case)]
    others = [question for question in shelf.questions if question not in raised]
    assert found == (*((question, True) for question in raised), *((question, False) for question in others))


def test_no_question_is_raised_before_the_first_answer(shelf: Shelf) -> None:
    assert not any(raised for _, raised in questions_for(Scenario(), shelf))


def test_case_raises_its_questions(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for answers, raised in [
        ({}, ["mri_every_visit", "radiographs_first"]),
        ({"radiograph_result": "stable"}, ["how_often", "stable_film"]),
        ({"symptoms": ("new_pain",), "radiograph_result": "suspicious"}, ["symptoms"]),
        ({"symptoms": None, "radiograph_result": "suspicious"}, ["who_finds"]),
        (
            {"radiograph_result": "suspicious", "hardware": "endoprosthesis", "mri_limitation": "severe_artifact"},
            [
                "large_endoprosthesis",
                "nondiagnostic_mri",
                "uptake_beside_prosthesis",
                "hardware_in_2015",
                "ultrasound",
                "bone_scan",
                "radiation",
            ],
        ),
        ({"radiograph_result": "indeterminate", "gadolinium_contraindicated": True}, ["contrast_not_possible"]),
        (
            {"radiograph_result": "suspicious", "histology": "chordoma", "site": "sacrum"},
            ["tumor_type", "spine_sacrum_chordoma"],
        ),
        (
            {"radiograph_result": "indeterminate", "histology": "chondrosarcoma", "surgery": "curettage"},
            ["late_recurrence", "tumor_type", "residual_cartilage"],
        ),
        ({"radiograph_result": "indeterminate", "months_since_treatment": 48}, ["late_recurrence"]),
        (
            {"radiograph_result": "indeterminate", "histology": "giant_cell_tumor", "months_since_treatment": 47},
            ["tumor_type", "giant_cell_tumor"],
        ),
        ({"radiograph_result": "indeterminate", "age_years": 17}, ["radiation"]),
        ({"radiograph_result": "indeterminate", "priors_available": False}, ["imaging_request"]),
        (
            {"radiograph_result": "indeterminate", "advanced_study": "mri", "advanced_result": "nondiagnostic"},
            ["nondiagnostic_mri", "what_is_inferred"],
        ),
        ({"purpose": "pulmonary_surveillance"}, ["lungs"]),
        ({"purpose": "initial_staging"}, ["what_it_does_not_do"]),
        (
            {"tumor_origin": "soft_tissue", "radiograph_result": "stable"},
            ["how_often", "stable_film", "soft_tissue_tumor", "what_it_does_not_do"],
        ),
    ]:
        with subtests.test(answers=answers):
            found = questions_for(eligible(**answers), shelf)
            assert [question.id for question, is_raised in found if is_raised] == raised


def test_every_question_but_one_is_raised_by_some_cases(shelf: Shelf) -> None:
    never = [question.id for question in shelf.questions if question.when is None]
    assert never == ["categories"]
    for question in shelf.questions:
        if question.when is not None:
            space = whole_space([question.when])
            assert set() < space.meeting(question.when) < space.all, question.id


# --- what must not stand anywhere --------------------------------------------------------------------------------

# Values often quoted in this field that no readable source states.
NOT_VERIFIED = {
    # Of one guideline an older edition was seen, at second hand, and it always says so.
    "an interval of a guideline that was not seen": r"\b(ESMO|NCCN)\b(?!, older edition, as summed up by)",
    "three-monthly for two years": r"(every (3|three) months for (the first )?(2|two) years|(?<!-)\b3-monthly)",
    "four-monthly in the third year": r"(every (4|four) months|\b4-monthly)",
    "low grade six-monthly for two years": r"every (6|six) months for (2|two) years",
    "the fifth radiation band": r"\b30\s*(\u2013|-|to)\s*100\b",
    "a dose of the hip": r"\b0\.7\s*mSv",
    "a dose of the pelvis": r"\b0\.6\s*mSv",
    "a dose of the shoulder": r"shoulder[^.;]{0,40}\b0\.01\b",
    "a CT of the hip": r"\b3\.09\b",
    "a CT of the knee": r"\b0\.16\b",
    "a CT of the ankle": r"\b0\.07\s*mSv",
    "a CT of the wrist": r"\b0\.03\s*mSv",
    "an uptake time": r"\b(60|sixty)[ -]?min",
    "an uptake window": r"\b55\s*(\u2013|-|to)\s*75\b",
    "a wait after surgery": r"\b(4\s*(\u2013|-|to)\s*6|four to six) weeks",
    "a wait after radiation": r"\b(8\s*(\u2013|-|to)\s*12|eight to twelve) weeks",
    "a set of views": r"orthogonal|adjacent joint|both stem tips",
    "a reporting category": r"MSK-RADS",
    "a numeric rating": r"\b([1-9] (out )?of 9|[1-9]\s*/\s*9|(rating|score) of [1-9])\b",
    "a standard known by name only": r"\bIEC\b|IMDRF",
    "a source that was turned down": r"DrOracle",
}


def not_verified(text: str) -> list[str]:
    return [name for name, pattern in NOT_VERIFIED.items() if re.search(pattern, text, re.IGNORECASE)]


def test_no_value_without_a_source_stands_in_the_resources() -> None:
    written = [path for path in resource_path(".").rglob("*") if path.suffix in (".toml", ".json")]
    assert {
        "questions.toml",
        "ratings.toml",
        "index.case.json",
        "radiation.toml",
        "schedules.toml",
        "numbers.toml",
    } <= {path.name for path in written}
    found = {path.name: not_verified(path.read_text(encoding="utf-8")) for path in written}
    assert {name: names for name, names in found.items() if names} == {}


_NEGATIVE = re.compile(r"\b(stable|negative|normal|clean|cold|unremarkable|unchanged)\b", re.IGNORECASE)
_CLEARS = re.compile(r"\b(exclud|rul\w+ out|clear|free of|safe|reassur|no recurrence|send\w* home)", re.IGNORECASE)
_DENIAL = re.compile(r"\b(not|no|never|cannot|nothing)\b", re.IGNORECASE)


def promises_too_much(sentence: str) -> bool:
    """Whether a sentence says that a negative study clears the patient, and does not deny it."""
    clears = _CLEARS.search(sentence)
    return bool(clears and _NEGATIVE.search(sentence) and not _DENIAL.search(sentence.replace("no recurrence", "")))


def test_shelf_never_calls_a_negative_study_an_all_clear(shelf: Shelf) -> None:
    statements = [sentence for sentence in sentences(shelf) if not sentence.endswith("?")]
    assert [statement for statement in statements if promises_too_much(statement)] == []
