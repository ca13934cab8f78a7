"""The teaching cases: what ships, that a room can vote on it, and that a broken file is refused with the reason."""

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from core.base.model import Model
from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, Difficulty, Teaching, case_to_bytes, parse_case
from core.case.scenario import Scenario
from core.content import Content, Reference, Source, by_id, walk_parts
from core.engine.decide import decide
from core.engine.decision import Decision
from core.reference.shelf import Shelf, load_shelf
from core.teaching.cases import (
    CaseFolder,
    TeachingCase,
    case_faults,
    coverage,
    listed_sources,
    load_cases,
    option_label,
    right_option,
    untaught,
)
from tests.broken_cases import BROKEN, document, write
from tests.strategies import eligible

FILES = sorted(resource_path("cases").glob("*.case.json"))
IDS = [path.name.removesuffix(".case.json") for path in FILES]


@pytest.fixture(scope="session")
def shelf(content: Content) -> Shelf:
    """The shelf that ships with the program."""
    return load_shelf(resource_path("reference"), content)


@pytest.fixture(scope="session")
def sources(content: Content, shelf: Shelf) -> frozenset[str]:
    """The ids of all sources that a case may cite."""
    return listed_sources(content, shelf)


@pytest.fixture(scope="session")
def folder(content: Content, sources: frozenset[str], today: date) -> CaseFolder:
    """The cases that ship with the program."""
    return load_cases(resource_path("cases"), content, sources, today)


@pytest.fixture(params=IDS)
def case(request: pytest.FixtureRequest, folder: CaseFolder) -> TeachingCase:
    """Each of the cases that ship with the program."""
    return next(case for case in folder.cases if case.id == request.param)


@pytest.fixture
def decision(case: TeachingCase, content: Content, today: date) -> Decision:
    """What the engine decides on the case."""
    return decide(case.case.scenario, content, today)


Load = Callable[[Path], CaseFolder]


@pytest.fixture
def load(content: Content, sources: frozenset[str], today: date) -> Load:
    """Gives a function that loads a folder of cases."""
    return lambda folder: load_cases(folder, content, sources, today)


# --- the folder --------------------------------------------------------------------------------------------------


def test_that_every_bundled_case_loads(folder: CaseFolder) -> None:
    assert folder.faults == ()
    assert {case.id for case in folder.cases} == set(IDS)
    assert len(IDS) >= 24


def test_that_the_index_case_comes_first_and_the_others_by_difficulty_and_id(folder: CaseFolder) -> None:
    first, *others = folder.cases
    assert first.id == "index"
    order = {difficulty: place for place, difficulty in enumerate(get_args(Difficulty))}
    assert [(order[c.teaching.difficulty], c.id) for c in others] == sorted(
        (order[c.teaching.difficulty], c.id) for c in others
    )
    assert {case.teaching.difficulty for case in folder.cases} == {"basic", "intermediate", "advanced"}


def test_that_the_order_is_the_folders_own_even_where_no_index_case_is(tmp_path: Path, load: Load) -> None:
    given = {"b": "basic", "a": "advanced", "c": "intermediate", "A": "basic", "index_2": "basic"}
    for name, difficulty in given.items():
        write(tmp_path / f"{name}.case.json", document(difficulty=difficulty))
    assert [case.id for case in load(tmp_path).cases] == ["A", "b", "index_2", "c", "a"]


def test_that_a_folder_without_cases_is_empty_and_no_fault(tmp_path: Path, load: Load) -> None:
    (tmp_path / "notes.txt").write_text("no case")
    assert load(tmp_path) == CaseFolder((), ())


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_that_a_bundled_file_is_written_as_it_stands(path: Path) -> None:
    data = path.read_bytes().replace(b"\r\n", b"\n")
    assert case_to_bytes(parse_case(data)) == data


# --- what a room can vote on -------------------------------------------------------------------------------------


def test_that_a_case_can_be_read_from_the_back_row(case: TeachingCase) -> None:
    teaching = case.teaching
    assert re.fullmatch(r"[a-z][a-z0-9_]*", case.id)
    assert 1 <= len(case.case.title) <= 64
    assert len(teaching.vignette) <= 320
    assert len(teaching.question) <= 110
    assert len(teaching.teaching_point) <= 200
    assert 2 <= len(re.findall(r"[.?!](?:\"?\s|\"?$)", teaching.vignette)) <= 5
    assert teaching.question.endswith("?")
    assert teaching.topics


def test_that_exactly_one_of_three_or_four_options_is_the_engines_answer(
    case: TeachingCase, decision: Decision
) -> None:
    options, advice = case.teaching.options, decision.recommendation
    right = [option for option in options if option in (advice.action, advice.procedure)]
    assert 3 <= len(options) <= 4
    assert [right_option(case, decision)] == right


def test_that_no_two_options_are_one_answer(case: TeachingCase, content: Content) -> None:
    orders = {(node.action, headline.procedure) for node in content.nodes for headline in node.headlines}
    options = case.teaching.options
    assert [pair for pair in orders if set(pair) <= set(options)] == []
    labels = [option_label(option, content) for option in options]
    assert len(set(labels)) == len(labels)


def test_that_no_wrong_option_is_right_for_another_reason(case: TeachingCase, decision: Decision) -> None:
    """The tumor board where the case has a reason for it, PET/CT where it stands beside CT, MRI for a symptom."""
    options = set(case.teaching.options) - {right_option(case, decision)}
    if decision.tumor_board:
        assert "discuss_at_tumor_board" not in options
    if decision.recommendation.action == "consider_ct":
        assert "fdg_pet_ct_whole_body" not in options
    if "symptomatic" in decision.exclusions:
        assert [option for option in options if "mri" in option] == []
    if decision.conflicts:
        assert "resolve_conflict" not in options


def test_that_the_right_answer_has_no_favorite_place(folder: CaseFolder, content: Content, today: date) -> None:
    places = Counter(
        case.teaching.options.index(right_option(case, decide(case.case.scenario, content, today)))
        for case in folder.cases
    )
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) <= len(folder.cases) * 0.4


def test_that_no_two_cases_tell_the_same(folder: CaseFolder) -> None:
    for part in ("vignette", "teaching_point"):
        assert len({getattr(case.teaching, part) for case in folder.cases}) == len(folder.cases)
    assert len({case.case.title for case in folder.cases}) == len(folder.cases)
    assert len({case.case.scenario for case in folder.cases}) == len(folder.cases)


# --- the vignette and the form tell the same ---------------------------------------------------------------------

# What a vignette says of an answer, and in no other case.
TOLD: dict[str, dict[Any, str]] = {
    "histology": {
        "osteosarcoma": r"osteosarcoma", "ewing_sarcoma": r"Ewing sarcoma", "chondrosarcoma": r"chondrosarcoma",
        "giant_cell_tumor": r"giant cell tumor", "chordoma": r"chordoma", "other": r"pleomorphic sarcoma",
    },
    "site": {
        "femur": r"femur", "humerus": r"humerus", "tibia_fibula": r"tibia|fibula", "pelvis": r"pelvis|pelvic",
        "foot": r"foot", "chest": r"\brib\b", "wrist": r"radius", "shoulder": r"scapula", "knee": r"knee",
        "ankle": r"ankle", "hand": r"of the hand", "sacrum": r"sacrum", "forearm": r"forearm",
    },
    "surgery": {"limb_sparing_resection": r"limb-sparing", "curettage": r"curetted", "amputation": r"amputation", "none": r"no operation"},
    "hardware": {"endoprosthesis": r"endoprosthesis", "internal_fixation": r"plated|\bnail\b", "none": r"no metal|hardware none"},
    "grade": {"low": r"low-grade", "high": r"high-grade"},
    "radiation_therapy": {True: r"radiation therapy"},
    "tumor_origin": {"soft_tissue": r"of the thigh muscles|soft tissue sarcoma"},
    "treated": {False: r"not begun|not treated"},
    "radiograph_result": {"stable": r"\bstable", "suspicious": r"suspicious", "indeterminate": r"indeterminate|may or may not"},
    "clinical_suspicion": {"high": r"suspicion is high|is worried|worry stays", "low": r"[Ll]ow suspicion|suspicion is low|not worried|nobody is worried"},
    "baseline_available": {True: r"baseline and series|neither baseline|first postoperative film", False: r"baseline and all other"},
    "mri_limitation": {"contraindicated": r"cannot have MRI|rules out MRI", "severe_artifact": r"Metal would spoil", "none": r"MRI is possible"},
    "mars_available": {True: r"artifact reduction is at hand|with artifact reduction", False: r"no artifact reduction|artifact reduction is not"},
    "gadolinium_contraindicated": {True: r"declines gadolinium"},
    "advanced_result": {"nondiagnostic": r"nondiagnostic", "equivocal": r"equivocal|leaves open", "no_recurrence": r"no recurrence|without recurrence"},
}  # fmt: skip


@pytest.mark.parametrize("field", TOLD)
def test_that_the_form_holds_what_the_vignette_tells(case: TeachingCase, field: str) -> None:
    vignette = case.teaching.vignette.replace("advanced result suspicious", "")
    told = {answer for answer, words in TOLD[field].items() if re.search(words, vignette)}
    answer = getattr(case.case.scenario, field)
    assert told == ({answer} if answer in TOLD[field] else set())


def test_that_the_form_holds_the_age_and_the_time_that_the_vignette_tells(case: TeachingCase) -> None:
    scenario, vignette = case.case.scenario, case.teaching.vignette
    ages = [int(a or b) for a, b in re.findall(r"\b(\d+)-year-old|\bage (\d+)\b", vignette)]
    assert ages == ([scenario.age_years] if scenario.age_years is not None else [])
    times = {int(n) * (12 if unit == "year" else 1) for n, unit in re.findall(r"\b(\d+) (month|year)s?\b", vignette)}
    times -= {4} if case.id == "growing_line_beside_stem" else set()  # the time in which the line has grown
    assert times == ({scenario.months_since_treatment} if scenario.months_since_treatment is not None else set())


def test_that_every_finding_ticked_is_told(case: TeachingCase) -> None:
    words = {
        "new_lytic_lesion": r"new lytic lesion|[Nn]ew lysis",
        "new_sclerotic_lesion": r"new sclerotic lesion",
        "progressive_interface_radiolucency": r"lucen(t|cy).*grow|[Ll]ucency grow",
        "new_soft_tissue_opacity": r"new soft tissue opacity|dense cloud",
        "periosteal_reaction": r"[Pp]eriosteal reaction",
    }
    findings = case.case.scenario.radiograph_findings or ()
    assert {name for name, word in words.items() if re.search(word, case.teaching.vignette)} == set(findings)


def test_that_symptoms_are_told(case: TeachingCase) -> None:
    vignette, symptoms = case.teaching.vignette, case.case.scenario.symptoms
    if symptoms == ():
        assert re.search(r"[Nn]o symptoms|without symptoms|feels well|no pain, no lump|noticed nothing", vignette)
    elif symptoms:
        assert ("hurt" in vignette, "new lump" in vignette) == ("new_pain" in symptoms, "palpable_mass" in symptoms)
    else:
        assert case.id in ("bare_request", "newly_found_tumor", "symptoms_not_asked")


# --- sources -----------------------------------------------------------------------------------------------------


def test_that_every_source_is_listed(case: TeachingCase, sources: frozenset[str]) -> None:
    assert set(case.teaching.sources) <= sources


def test_that_every_figure_of_a_teaching_point_stands_where_its_sources_are_cited(
    case: TeachingCase, content: Content, shelf: Shelf
) -> None:
    figures = set(re.findall(r"\d[\d.,]*\d|\d", case.teaching.teaching_point))
    cited = statements(content, shelf)
    text = " ".join(cited[source] for source in case.teaching.sources)
    assert {
        figure for figure in figures if not re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d.,]\d)", text)
    } == set()


def statements(content: Content, shelf: Shelf) -> dict[str, str]:
    """For each source everything that the packs say on its authority, and what it holds by its own entry."""
    texts: dict[str, str] = defaultdict(str)
    for pack in (content, shelf):
        for _, part in walk_parts(pack):
            if isinstance(part, Source):
                texts[part.id] += " ".join(part.locators.values()) + " "
            for reference in getattr(part, "sources", ()):
                if isinstance(reference, Reference):
                    texts[reference.source] += prose(part) + " "
    return texts


def prose(part: Model) -> str:
    """The texts that stand in a part itself."""
    values = [value for value in vars(part).values() if not isinstance(value, Model)]
    flat = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
    return " ".join(item for item in flat if isinstance(item, str))


# --- what the cases teach ----------------------------------------------------------------------------------------


def test_that_the_cases_teach_everything_that_the_content_can_say(
    folder: CaseFolder, content: Content, today: date
) -> None:
    rows = coverage(folder.cases, content, today)
    assert untaught(rows) == []
    kinds = Counter(row.kind for row in rows)
    assert kinds == {
        "action": len(content.actions), "exclusion": 4, "redirect": 4, "conflict": 6, "missing": 7,
        "step": len(content.edges), "tumor board": 4, "pitfall": 9, "notice": 2,
    }  # fmt: skip
    assert len({(row.kind, row.id) for row in rows}) == len(rows)


def test_that_the_coverage_names_the_cases_and_what_none_of_them_teaches(
    folder: CaseFolder, content: Content, today: date
) -> None:
    rows = coverage([case for case in folder.cases if case.id != "lysis_beside_cement"], content, today)
    assert untaught(rows) == ["cases: no case teaches pitfall hardware_artifact clear"]
    lines = [str(row) for row in rows]
    assert "pitfall hardware_artifact clear: no case" in lines
    assert "exclusion pulmonary_surveillance: lungs_only" in lines
    assert "action complete_form: bare_request, symptoms_not_asked, imaged_elsewhere and 1 more" in lines
    assert "conflict untreated_with_treatment: untreated_with_prosthesis" in lines


def test_that_without_cases_nothing_is_taught(content: Content, today: date) -> None:
    rows = coverage([], content, today)
    assert len(untaught(rows)) == len(rows) > 60


def test_that_old_content_is_nothing_that_a_case_must_teach(folder: CaseFolder, content: Content) -> None:
    rows = coverage(folder.cases, content, date(2040, 1, 1))
    assert untaught(rows) == []
    assert "stale_content" not in {row.id for row in rows}


# --- options in words --------------------------------------------------------------------------------------------


def test_that_an_option_reads_as_the_action_or_the_procedure_is_called(content: Content) -> None:
    assert option_label("order_mri", content) == "Order MRI"
    assert option_label("use_other_pathway", content) == "Use another pathway"
    assert option_label("radiography", content) == "Radiographs"
    assert option_label("mri_without_iv_contrast", content) == "MRI without IV contrast"
    for option in (*by_id(content.actions), *by_id(content.procedures)):
        assert 2 <= len(option_label(option, content)) <= 50


def test_that_an_answer_that_is_no_option_is_an_error(folder: CaseFolder, content: Content, today: date) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        right_option(folder.cases[0], decide(Scenario(), content, today))


# --- broken files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("change", "problems"), BROKEN, ids=[problems[0] for _, problems in BROKEN])
def test_that_a_broken_lesson_is_refused_with_the_reason_and_the_rest_loads(
    change: dict[str, Any], problems: list[str], tmp_path: Path, load: Load
) -> None:
    write(tmp_path / "broken.case.json", document(**change))
    write(tmp_path / "sound.case.json", document())
    folder = load(tmp_path)
    assert list(folder.faults) == [f"broken.case.json: {problem}" for problem in problems]
    assert [case.id for case in folder.cases] == ["sound"]


def test_that_there_are_enough_broken_files() -> None:
    assert len(BROKEN) >= 30


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b"{", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        (b"\xff\xfe", "not UTF-8 text: byte 0 cannot be read"),
        (b"[]", "the file holds a list; a case file holds one JSON object in braces"),
        (b"{}", "teaching: is missing; without a vignette and a question nothing can be asked"),
        (b'{"teaching": null, "title": "", "schema": "bonewatch.case/1", "scenario": {}}',
         "teaching: is missing; without a vignette and a question nothing can be asked"),
        (b'{"teaching": {"question": "?", "question": "!"}}', "question: this key stands twice in one object; keep one"),
        (b'{"schema": "bonewatch.case/1", "title": "", "scenario": {"age_years": 200}}', "scenario.age_years: 200 is above 120"),
    ],
)  # fmt: skip
def test_that_a_file_that_is_no_teaching_case_is_named_and_the_rest_loads(
    data: bytes, problem: str, tmp_path: Path, load: Load
) -> None:
    (tmp_path / "broken.case.json").write_bytes(data)
    write(tmp_path / "sound.case.json", document())
    folder = load(tmp_path)
    assert folder.faults == (f"broken.case.json: {problem}",)
    assert [case.id for case in folder.cases] == ["sound"]


def test_that_a_folder_called_like_a_case_is_named(tmp_path: Path, load: Load) -> None:
    (tmp_path / "folder.case.json").mkdir()
    (fault,) = load(tmp_path).faults
    assert fault.startswith("folder.case.json: ")
    assert "is a folder" in fault


def test_that_a_case_whose_answers_change_must_offer_the_new_answer(content: Content, today: date) -> None:
    """The same lesson with another scenario has no right option any more."""
    case = Case(
        schema=SCHEMA, title="", scenario=eligible(radiograph_result="stable"), teaching=Teaching(**document()["teaching"])
    )  # fmt: skip
    assert list(case_faults(case, content, {"S1", "S62"}, today)) == [
        "teaching.options: one must be continue_surveillance"
    ]


def test_that_a_copy_of_the_bundled_folder_with_one_case_spoiled_names_that_one(tmp_path: Path, load: Load) -> None:
    copy = tmp_path / "cases"
    shutil.copytree(resource_path("cases"), copy)
    path = copy / "index.case.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"femur"', '"thigh"'), encoding="utf-8")
    folder = load(copy)
    assert len(folder.cases) == len(IDS) - 1
    (fault,) = folder.faults
    assert fault.startswith('index.case.json: scenario.site: "thigh" is not one of ')
