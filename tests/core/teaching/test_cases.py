"""The teaching cases: what ships, that a room can vote on it, and that a broken file is refused with the reason."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, Difficulty, Teaching, case_to_bytes, parse_case
from core.case.scenario import Scenario
from core.content import Content, Source, by_id
from core.engine.decide import decide
from core.teaching.cases import CaseFolder, case_faults, coverage, load_cases, option_label, right_option, untaught
from core.teaching.lesson import make_lesson
from tests.broken_cases import BROKEN, document, write
from tests.strategies import eligible

Load = Callable[[Path], CaseFolder]


@pytest.fixture
def load(content: Content, known: dict[str, Source], today: date) -> Load:
    """Give a function that loads a folder of cases."""
    return lambda folder: load_cases(folder, content, known, today)


# --- what ships --------------------------------------------------------------------------------------------------


def test_every_bundled_case_loads_and_is_written_unchanged(bundled: CaseFolder) -> None:
    paths = list(resource_path("cases").glob("*.case.json"))
    assert bundled.faults == ()
    assert {case.id for case in bundled.cases} == {path.name.removesuffix(".case.json") for path in paths}
    assert len(paths) >= 24
    stored = {path.name: path.read_bytes().replace(b"\r\n", b"\n") for path in paths}
    assert [name for name, data in stored.items() if case_to_bytes(parse_case(data)) != data] == []


def test_index_case_is_first_others_by_difficulty(bundled: CaseFolder) -> None:
    first, *others = bundled.cases
    assert first.id == "index"
    places = [(get_args(Difficulty).index(case.teaching.difficulty), case.id) for case in others]
    assert places == sorted(places)
    assert {place for place, _ in places} == {0, 1, 2}


def test_bundled_cases_can_be_voted_on(bundled: CaseFolder, content: Content, today: date) -> None:
    faults = []
    for case in bundled.cases:
        teaching, decision = case.teaching, decide(case.case.scenario, content, today)
        right = right_option(case, decision)
        wrong = set(teaching.options) - {right}
        labels = [option_label(option, content) for option in teaching.options]
        wanted = {
            "the id is a word": re.fullmatch(r"[a-z][a-z0-9_]*", case.id),
            "the title can be read from the back row": 1 <= len(case.case.title) <= 64,
            "the question is one": teaching.question.endswith("?"),
            "there are topics": teaching.topics,
            "three or four options": 3 <= len(teaching.options) <= 4,
            "the engine's answer is an option": {right} & {decision.recommendation.action, decision.recommendation.procedure},
            "no two options read the same": len(set(labels)) == len(labels),
            # No wrong option is right for another reason.
            "tumor board": not (decision.tumor_board and "discuss_at_tumor_board" in wrong),
            "PET/CT": not (decision.recommendation.action == "consider_ct" and "fdg_pet_ct_whole_body" in wrong),
            "MRI of a symptom": not ("symptomatic" in decision.exclusions and any("mri" in option for option in wrong)),
            "conflict": not (decision.conflicts and "resolve_conflict" in wrong),
        }  # fmt: skip
        faults += [f"{case.id}: {rule}" for rule, holds in wanted.items() if not holds]
    assert faults == []


def test_no_two_bundled_cases_are_alike(bundled: CaseFolder, content: Content, today: date) -> None:
    count = len(bundled.cases)
    for part in ("vignette", "teaching_point"):
        assert len({getattr(case.teaching, part) for case in bundled.cases}) == count
    assert len({case.case.title for case in bundled.cases}) == count
    assert len({case.case.scenario for case in bundled.cases}) == count
    lessons = [make_lesson(case.case, content, today) for case in bundled.cases]
    places = Counter([option.right for option in lesson.options].index(True) for lesson in lessons)
    assert set(places) == {0, 1, 2, 3} and max(places.values()) <= count * 0.4


# --- what the cases teach ----------------------------------------------------------------------------------------


def test_cases_teach_everything_which_can_be_said(bundled: CaseFolder, content: Content, today: date) -> None:
    rows = coverage(bundled.cases, content, today)
    assert untaught(rows) == []
    assert Counter(row.kind for row in rows) == {
        "action": len(content.actions), "exclusion": 4, "redirect": 4, "conflict": 6, "missing": 7,
        "step": len(content.edges), "tumor board": 4, "pitfall": 9, "notice": 2,
    }  # fmt: skip
    assert len({(row.kind, row.id) for row in rows}) == len(rows)
    assert len(untaught(coverage([], content, today))) == len(rows)
    # No case shows the notice about old content on every day.
    assert coverage(bundled.cases, content, date(2040, 1, 1)) == rows


def test_coverage_names_cases_and_what_none_teaches(bundled: CaseFolder, content: Content, today: date) -> None:
    rows = coverage([case for case in bundled.cases if case.id != "lysis_beside_cement"], content, today)
    assert untaught(rows) == ["cases: no case teaches pitfall hardware_artifact clear"]
    assert {str(row) for row in rows} >= {
        "pitfall hardware_artifact clear: no case",
        "exclusion pulmonary_surveillance: lungs_only",
        "action complete_form: bare_request, symptoms_not_asked, imaged_elsewhere and 1 more",
    }


def test_option_reads_as_its_action_or_procedure(content: Content) -> None:
    read = [option_label(option, content) for option in ("order_mri", "radiography", "mri_without_iv_contrast")]
    assert read == ["Order MRI", "Radiographs", "MRI without IV contrast"]
    for option in (*by_id(content.actions), *by_id(content.procedures)):
        assert 2 <= len(option_label(option, content)) <= 50


def test_answer_which_is_no_option_is_an_error(bundled: CaseFolder, content: Content, today: date) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        right_option(bundled.cases[0], decide(Scenario(), content, today))


# --- other folders -----------------------------------------------------------------------------------------------


def test_folder_without_an_index_case_is_sorted(tmp_path: Path, load: Load) -> None:
    given = {"b": "basic", "a": "advanced", "c": "intermediate", "A": "basic", "index_2": "basic"}
    for name, difficulty in given.items():
        write(tmp_path / f"{name}.case.json", document(difficulty=difficulty))
    assert [case.id for case in load(tmp_path).cases] == ["A", "b", "index_2", "c", "a"]


def test_folder_without_cases_is_empty(tmp_path: Path, load: Load) -> None:
    (tmp_path / "notes.txt").write_text("no case")
    assert load(tmp_path) == CaseFolder((), ())
    (fault,) = load(tmp_path / "nowhere").faults
    assert "nowhere: cannot be read" in fault


NO_CASE = {
    b"": "the file is empty",
    b"[]": "the file holds a list; a case file holds one JSON object in braces",
    b"{}": "teaching: is missing; without a vignette and a question nothing can be asked",
    b'{"schema": "bonewatch.case/1", "title": "", "scenario": {"age_years": 200}}': "scenario.age_years: 200 is above 120",
}


def test_broken_file_is_named_and_the_rest_loads(tmp_path: Path, load: Load) -> None:
    expected = []
    for number, (change, problems) in enumerate(BROKEN):
        write(tmp_path / f"b{number:03}.case.json", document(**change))
        expected += [f"b{number:03}.case.json: {problem}" for problem in problems]
    for number, (data, problem) in enumerate(NO_CASE.items()):
        (tmp_path / f"c{number}.case.json").write_bytes(data)
        expected.append(f"c{number}.case.json: {problem}")
    (tmp_path / "folder.case.json").mkdir()
    write(tmp_path / "sound.case.json", document())
    found = load(tmp_path)
    *faults, folder = found.faults
    assert faults == expected
    assert folder.startswith("folder.case.json: ") and "is a folder" in folder
    assert [case.id for case in found.cases] == ["sound"]


def test_changed_scenario_needs_its_new_answer_as_option(content: Content, today: date) -> None:
    lesson = Teaching(**document()["teaching"])
    case = Case(schema=SCHEMA, title="", scenario=eligible(radiograph_result="stable"), teaching=lesson)
    assert list(case_faults(case, content, {"S1", "S62"}, today)) == [
        "teaching.options: one must be continue_surveillance"
    ]
