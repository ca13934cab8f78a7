"""Case files: read with care, written the same way every time, and refused with the field, the value and what is right."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.case_file import LARGEST_BYTES, SCHEMA, Case, CaseError, case_to_bytes, parse_case, read_case_file
from core.case.scenario import Scenario
from tests.strategies import cases, eligible


def problems(data: bytes | str) -> list[str]:
    with pytest.raises(CaseError) as caught:
        parse_case(data if isinstance(data, bytes) else data.encode())
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def document(**scenario: Any) -> dict[str, Any]:
    return {"schema": SCHEMA, "title": "A case", "scenario": scenario}


def problems_of(**scenario: Any) -> list[str]:
    return problems(json.dumps(document(**scenario)))


# --- reading and writing -----------------------------------------------------------------------------------------


@given(cases())
def test_written_case_is_read_and_written_again_to_the_byte(case: Case) -> None:
    data = case_to_bytes(case)
    again = parse_case(data)
    assert again == case
    assert case_to_bytes(again) == data


@given(st.permutations(list(vars(eligible(age_years=24)).items())))
def test_order_of_keys_in_a_file_does_not_matter(items: list[tuple[str, Any]]) -> None:
    case = parse_case(json.dumps(document(**dict(items))).encode())
    assert case.scenario == eligible(age_years=24)


def test_file_ends_in_a_line_break_and_keeps_letters_readable() -> None:
    case = parse_case(json.dumps(document() | {"title": "Fémur — 24 Jahre"}).encode())
    text = case_to_bytes(case).decode()
    assert "Fémur — 24 Jahre" in text
    assert text.startswith('{\n  "schema": "bonewatch.case/1",\n  "title": ')
    assert text.endswith("}\n")


def test_whole_number_is_written_without_a_fraction() -> None:
    case = parse_case(json.dumps(document(age_years=24.0, months_since_treatment=0.5)).encode())
    assert b'"age_years": 24,' in case_to_bytes(case)
    assert b'"months_since_treatment": 0.5\n' in case_to_bytes(case)


def test_bare_scenario_is_a_case_without_a_title() -> None:
    case = parse_case(b'{"treated": true}')
    assert (case.title, case.scenario) == ("", Scenario(treated=True))
    assert parse_case(b"{}").scenario == Scenario()


def test_absent_answer_is_its_default_and_null_not_recorded() -> None:
    assert parse_case(json.dumps(document()).encode()).scenario == Scenario()
    assert parse_case(json.dumps(document(radiograph_result=None)).encode()).scenario.radiograph_result is None


def test_byte_order_mark_is_no_obstacle() -> None:
    assert parse_case(b"\xef\xbb\xbf" + json.dumps(document(treated=True)).encode()).scenario.treated is True


def test_case_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.case.json"
    path.write_bytes(case_to_bytes(parse_case(b'{"treated": false}')))
    assert read_case_file(path).scenario.treated is False


def test_file_which_cannot_be_read_is_named_with_the_reason(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for name, problem in [(".", "is a folder; name a case file in it"), ("none.json", "cannot be read: No such file")]:
        with subtests.test(name=name):
            with pytest.raises(CaseError, match=problem) as caught:
                read_case_file(tmp_path / name)
            assert caught.value.problems[0].startswith(str(tmp_path))


def test_name_which_no_file_can_have_is_refused() -> None:
    with pytest.raises(CaseError, match="is not a file name"):
        read_case_file(Path("a\0b"))


# --- what is wrong with an answer --------------------------------------------------------------------------------


def test_wrong_answer_is_named_with_what_would_be_right(subtests: pytest.Subtests) -> None:
    for scenario, problem in [
        ({"age_years": 200}, "scenario.age_years: 200 is above 120"),
        ({"age_years": -0.5}, "scenario.age_years: -0.5 is below 0"),
        ({"age_years": "24"}, 'scenario.age_years: "24" is not a number'),
        ({"age_years": True}, "scenario.age_years: true is not a number"),
        ({"months_since_treatment": 1200.5}, "scenario.months_since_treatment: 1200.5 is above 1200"),
        ({"treated": 1}, "scenario.treated: 1 is not true, false or null"),
        ({"treated": "yes"}, 'scenario.treated: "yes" is not true, false or null'),
        ({"tumor_origin": "Bone"}, 'scenario.tumor_origin: "Bone" is not one of bone, soft_tissue'),
        ({"advanced_study": ["mri"]}, "scenario.advanced_study: a list is not one of none, mri, ct"),
        ({"grade": {}}, "scenario.grade: an object is not one of low, high"),
        ({"symptoms": "new_pain"}, 'scenario.symptoms: "new_pain" is not a list'),
        ({"symptoms": {}}, "scenario.symptoms: an object is not a list"),
        (
            {"symptoms": ["new_pain", "ache"]},
            'scenario.symptoms[1]: "ache" is not one of new_pain, palpable_mass, pathologic_fracture',
        ),
        ({"symptoms": ["new_pain", "new_pain"]}, "scenario.symptoms: new_pain is listed twice"),
        ({"patient_name": "Doe"}, "scenario.patient_name: is not a key that a case file has"),
        ({"a\nb": 1}, "scenario.a\\nb: is not a key that a case file has"),
    ]:
        with subtests.test(scenario=scenario):
            assert problems_of(**scenario) == [problem]


def test_every_wrong_answer_is_named() -> None:
    assert problems_of(age_years=200, treated=1) == [
        "scenario.treated: 1 is not true, false or null",
        "scenario.age_years: 200 is above 120",
    ]


def test_number_beyond_all_measure_is_no_number(subtests: pytest.Subtests) -> None:
    for number in ["1e400", "-1e400"]:
        with subtests.test(number=number):
            (problem,) = problems(f'{{"age_years": {number}}}')
            assert problem.startswith("scenario.age_years: ")
            assert problem.endswith("Infinity is not a number")


def test_huge_whole_number_is_refused_politely() -> None:
    assert len(problems('{"age_years": 1' + "0" * 400 + "}")) == 1
    assert problems('{"age_years": 1' + "0" * 5000 + "}") == ["holds a number with too many digits"]


def test_long_value_is_cut_and_shown_on_one_line() -> None:
    (problem,) = problems_of(grade="\x1b[31m" + "x\n" * 200)
    assert problem.isprintable()
    assert len(problem) < 120


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_is_read_or_refused_in_printable_lines(value: Any) -> None:
    for data in (value, {"scenario": value}, document(age_years=value, site=value, symptoms=value)):
        try:
            parse_case(json.dumps(data).encode())
        except CaseError as error:
            assert error.problems
            assert all(problem.isprintable() for problem in error.problems)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse_case(data)
    except CaseError as error:
        assert all(problem.isprintable() for problem in error.problems)


# --- what is wrong with the file ---------------------------------------------------------------------------------


def test_file_without_a_case_is_called_what_it_is(subtests: pytest.Subtests) -> None:
    for data, problem in [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"treated: true", "not JSON: Expecting value at line 1, column 1"),
        (b'{"treated": true,\n}', "not JSON: Expecting property name enclosed in double quotes at line 2, column 1"),
        (b'{"treated": true} x', "not JSON: Extra data at line 1, column 19"),
        (b'{"title": "caf\xe9"}', "not UTF-8 text: byte 14 cannot be read"),
        ('{"treated": true}'.encode("utf-16"), "not UTF-8 text: byte 0 cannot be read"),
        (b'{"title": "", "treated": true, "treated": false}', "treated: this key stands twice in one object; keep one"),
        (b'{"age_years": NaN}', "NaN is not a number that JSON allows; use null for what is not recorded"),
        (b'{"age_years": -Infinity}', "-Infinity is not a number that JSON allows; use null for what is not recorded"),
        (b"[]", "the file holds a list; a case file holds one JSON object in braces"),
        (b"null", "the file holds null; a case file holds one JSON object in braces"),
        (b'"case"', 'the file holds "case"; a case file holds one JSON object in braces'),
        (b"[" * 100_000, "nested too deeply for a case file"),
    ]:
        with subtests.test(data=data):
            assert problems(data) == [problem]


def test_file_too_large_for_a_case_is_refused(tmp_path: Path) -> None:
    assert problems(b" " * LARGEST_BYTES) == ["the file is empty"]
    assert problems(b" " * (LARGEST_BYTES + 1)) == ["larger than 1024 KiB, the limit for a case file"]
    path = tmp_path / "large.case.json"
    path.write_bytes(b" " * (LARGEST_BYTES + 2))
    with pytest.raises(CaseError, match="larger than 1024 KiB"):
        read_case_file(path)


def test_wrong_part_of_a_case_file_is_named(subtests: pytest.Subtests) -> None:
    for change, problem in [
        ({"schema": None}, "schema: null is not one of bonewatch.case/1"),
        ({"schema": "bonewatch.case/0"}, 'schema: "bonewatch.case/0" is not one of bonewatch.case/1'),
        ({"schema": "bonewatch.decision/2"}, 'schema: "bonewatch.decision/2" is not one of bonewatch.case/1'),
        ({"title": 5}, "title: 5 is not text"),
        ({"title": "x" * 201}, "title: is too long (at most 200)"),
        ({"scenario": []}, "scenario: a list is not an object in braces"),
        ({"answer": "order_mri"}, "answer: is not a key that a case file has"),
        ({"teaching": {}}, "teaching.vignette: is missing"),
    ]:
        with subtests.test(change=change):
            assert problem in problems(json.dumps(document() | change))


def test_file_of_a_newer_schema_has_no_other_fault(subtests: pytest.Subtests) -> None:
    for schema in ["bonewatch.case/2", "bonewatch.case/10"]:
        with subtests.test(schema=schema):
            newer = document(tracer="none") | {"schema": schema, "authors": []}
            assert problems(json.dumps(newer)) == [
                f"schema: the file was saved by a newer Bonewatch as {schema}; update this one, which reads bonewatch.case/1"
            ]


def test_missing_part_of_a_case_file_is_named(subtests: pytest.Subtests) -> None:
    for key in ["schema", "title", "scenario"]:
        with subtests.test(key=key):
            parts = document()
            del parts[key]
            assert problems(json.dumps(parts)) == [f"{key}: is missing"]


TEACHING: dict[str, Any] = {
    "vignette": "A patient.",
    "question": "What next?",
    "options": ["order_radiographs", "order_mri"],
    "teaching_point": "Radiographs first.",
    "sources": ["S1"],
    "difficulty": "basic",
}


def test_wrong_teaching_material_is_named(subtests: pytest.Subtests) -> None:
    for change, problem in [
        ({"answer": "order_mri"}, "teaching.answer: is not a key that a case file has"),
        ({"options": ["order_mri"]}, "teaching.options: is too short (at least 2)"),
        ({"options": ["a", "b", "c", "d", "e"]}, "teaching.options: is too long (at most 4)"),
        ({"vignette": ""}, "teaching.vignette: is empty; write something"),
        ({"vignette": " \n"}, "teaching.vignette: is blank; write something"),
        ({"topics": ["Hard Ware"]}, 'teaching.topics[0]: "Hard Ware" is not a word in small letters, digits and _'),
        ({"options": ["order_mri", 1]}, "teaching.options[1]: 1 is not text"),
    ]:
        with subtests.test(change=change):
            assert problem in problems(json.dumps(document() | {"teaching": TEACHING | change}))


def test_file_with_very_many_problems_names_the_first_ones() -> None:
    found = problems_of(**{f"unknown_{number}": 1 for number in range(25)})
    assert len(found) == 21
    assert found[-1] == "and 5 more problems"
    assert len(problems_of(**{f"unknown_{number}": 1 for number in range(20)})) == 20
