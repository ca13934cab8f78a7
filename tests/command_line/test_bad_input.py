"""Input that no decision may be made from: the program says what is wrong, prints nothing else and exits with 2."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MIB = 1024 * 1024
LONGEST_MESSAGE = 2_000
"""Bytes that a complaint about one mistake may take: input is never poured back over the user."""

COMPLETE_CASE: dict[str, Any] = {
    "schema": "bonewatch.case/1",
    "title": "Well at 18 months",
    "scenario": {
        "purpose": "local_recurrence_surveillance",
        "tumor_origin": "bone",
        "treated": True,
        "symptoms": [],
        "age_years": 24,
        "months_since_treatment": 18,
    },
}


@dataclass(frozen=True)
class Bad:
    """Some bytes with one thing wrong in them, and the words that the complaint must hold, in lower case."""

    name: str
    content: bytes
    words: tuple[str, ...]


def _case(**scenario: Any) -> bytes:
    """Writes the complete case with some answers of its scenario changed."""
    return json.dumps({**COMPLETE_CASE, "scenario": {**COMPLETE_CASE["scenario"], **scenario}}).encode()


def _with(**top_level: Any) -> bytes:
    """Writes the complete case with some keys beside the scenario changed."""
    return json.dumps({**COMPLETE_CASE, **top_level}).encode()


def _without(key: str) -> bytes:
    return json.dumps({k: value for k, value in COMPLETE_CASE.items() if k != key}).encode()


def _scenario_text(text: str) -> bytes:
    """Wraps hand-written JSON as the scenario of a case: for what `json.dumps` would never write."""
    return b'{"schema": "bonewatch.case/1", "title": "T", "scenario": ' + text.encode() + b"}"


def _wrong_answers(answers: Mapping[str, Sequence[Any]]) -> list[Bad]:
    """Makes a bad case of each value, otherwise complete, that must be refused by the name of its field."""
    return [
        Bad(f"{field} {json.dumps(value)[:40]}", _case(**{field: value}), (f"scenario.{field}",))
        for field, values in answers.items()
        for value in values
    ]


WRONG_TYPES = _wrong_answers(
    {
        "purpose": (1, True, ["local_recurrence_surveillance"], {}),
        "tumor_origin": (True,),
        "treated": (1, 0, "true", "yes", [], {}, 1.0),
        "symptoms": ("new_pain", {"new_pain": True}, True, 0),
        "radiograph_result": (False,),
        "radiograph_findings": ("new_lytic_lesion",),
        "baseline_available": ("yes",),
        "priors_available": ([True],),
        "mars_available": (1,),
        "gadolinium_contraindicated": ("false",),
        "advanced_study": (0,),
        "advanced_result": ([],),
        "age_years": (True, False, "24", "", [24], {"years": 24}),
        "radiation_therapy": (0,),
        "months_since_treatment": (True, "18", []),
    }
)

OUTSIDE_THE_CHOICES = [
    *_wrong_answers(
        {
            "purpose": ("surveillance", "", "Local_Recurrence_Surveillance", " initial_staging"),
            "tumor_origin": ("cartilage",),
            "radiograph_result": ("normal", "STABLE"),
            "clinical_suspicion": ("medium",),
            "hardware": ("cement",),
            "mri_limitation": ("moderate",),
            "advanced_study": ("pet",),
            "advanced_result": ("negative",),
            "age_years": (-1, -0.001, 120.5, 10**400),
            "histology": ("adamantinoma",),
            "grade": ("intermediate",),
            "site": ("toe",),
            "surgery": ("rotationplasty",),
            "months_since_treatment": (-1, 1201),
        }
    ),
    Bad("symptoms that are not on the list", _case(symptoms=["headache"]), ("scenario.symptoms", "headache")),
    Bad("null among the symptoms", _case(symptoms=[None]), ("scenario.symptoms",)),
    Bad("a list among the symptoms", _case(symptoms=[["new_pain"]]), ("scenario.symptoms",)),
    Bad("a number among the findings", _case(radiograph_findings=[1]), ("scenario.radiograph_findings",)),
    Bad("one good and one unknown finding", _case(radiograph_findings=["periosteal_reaction", "gas"]), ("gas",)),
    Bad("a symptom named twice", _case(symptoms=["new_pain", "new_pain"]), ("scenario.symptoms", "new_pain")),
    Bad(
        "a finding named twice",
        _case(radiograph_result="suspicious", radiograph_findings=["periosteal_reaction"] * 2),
        ("scenario.radiograph_findings", "periosteal_reaction"),
    ),
]

WRONG_SHAPES = [
    Bad("an unknown answer", _case(agee_years=24), ("scenario.agee_years",)),
    Bad("an identifying answer", _case(date_of_birth="2002-01-01"), ("scenario.date_of_birth",)),
    Bad("an empty key", _case(**{"": 1}), ("scenario",)),
    Bad("an unknown key beside the scenario", _with(patient_name="X"), ("patient_name",)),
    Bad("an unknown key in a bare scenario", b'{"age": 24}', ("age",)),
    Bad("a teaching part that is a text", _with(teaching="hard"), ("teaching",)),
    Bad("a case without a scenario", _without("scenario"), ("scenario",)),
    Bad("a case without a schema", _without("schema"), ("schema",)),
    Bad("a later schema", _with(schema="bonewatch.case/2"), ("schema", "bonewatch.case/1")),
    Bad("a schema of another kind", _with(schema="bonewatch.decision/1"), ("schema", "bonewatch.case/1")),
    Bad("a schema that is a number", _with(schema=1), ("schema",)),
    Bad("a schema that is null", _with(schema=None), ("schema",)),
    Bad("a title that is a number", _with(title=7), ("title",)),
    Bad("a scenario that is null", _with(scenario=None), ("scenario",)),
    Bad("a scenario that is a list", _with(scenario=[]), ("scenario",)),
    Bad("a scenario that is a text", _with(scenario="{}"), ("scenario",)),
    Bad("a list of cases", b"[" + _case() + b"]", ("object", "list")),
    Bad("an empty list", b"[]", ("object",)),
    Bad("null alone", b"null", ("object",)),
    Bad("a number alone", b"42", ("object",)),
    Bad("a text alone", b'"bonewatch"', ("object",)),
    Bad("true alone", b"true", ("object",)),
]

SPECIAL_JSON = [
    Bad("an answer given twice", _scenario_text('{"treated": true, "treated": false}'), ("treated", "twice")),
    Bad("the same answer given twice", _scenario_text('{"treated": true, "treated": true}'), ("treated", "twice")),
    Bad("a repeated key written as an escape", _scenario_text('{"grade": null, "gr\\u0061de": "low"}'), ("grade",)),
    Bad("two scenarios", _case()[:-1] + b', "scenario": {}}', ("scenario", "twice")),
    Bad("a repeated key in a bare scenario", b'{"age_years": 3, "age_years": 30}', ("age_years", "twice")),
    Bad("a repeated key deep inside", _with(teaching={"x": 1})[:-2] + b', "x": 2}}', ("x", "twice")),
    Bad("NaN", _scenario_text('{"age_years": NaN}'), ("nan",)),
    Bad("Infinity", _scenario_text('{"age_years": Infinity}'), ("infinity",)),
    Bad("-Infinity", _scenario_text('{"months_since_treatment": -Infinity}'), ("infinity",)),
    Bad("NaN where no number belongs", _with(title=float("nan")), ("nan",)),
    Bad("a number too large for a double", _scenario_text('{"age_years": 1e999}'), ("age_years", "infinity")),
    Bad("an integer of 5,000 digits", _scenario_text('{"age_years": ' + "9" * 5_000 + "}"), ("digits",)),
    Bad("a lone surrogate in the title", _with(title="\ud800"), ("title", "\\ud800")),
    Bad("a lone surrogate in an answer", _case(grade="\udfff"), ("scenario.grade", "\\udfff")),
    Bad("a lone surrogate in a key", _case(**{"\ud83d": 1}), ("scenario", "\\ud83d")),
]

NOT_JSON = [
    Bad("nothing", b"", ("empty",)),
    Bad("blanks only", b" \t\r\n\n ", ("empty",)),
    Bad("a byte order mark only", b"\xef\xbb\xbf", ("line 1",)),
    Bad("a case cut short", _case()[:60], ("not json", "line 1", "column")),
    Bad("one brace", b"{", ("not json", "line 1", "column 2")),
    Bad("a mistake on the third line", b'{\n"treated":\n  yes}', ("not json", "line 3", "column 3")),
    Bad("single quotes", b"{'treated': true}", ("not json", "line 1", "column 2")),
    Bad("a comma too many", b'{"treated": true,}', ("not json", "line 1", "column")),
    Bad("a comment", b'{"treated": true} // sure', ("not json", "line 1", "column 19")),
    Bad("two objects", b"{} {}", ("not json", "line 1", "column 4")),
    Bad("two objects on two lines", b"{}\n{}", ("not json", "line 2", "column 1")),
    Bad("a leading zero", b'{"age_years": 024}', ("not json", "line 1", "column")),
    Bad("a plus sign", b'{"age_years": +24}', ("not json", "line 1", "column 15")),
    Bad("a hexadecimal number", b'{"age_years": 0x18}', ("not json", "line 1", "column")),
    Bad("Python's word for true", b'{"treated": True}', ("not json", "line 1", "column 13")),
    Bad("a control character in a text", b'{"grade": "lo\x00w"}', ("not json", "line 1", "column")),
    Bad("an unknown escape", b'{"grade": "\\q"}', ("not json", "line 1", "column")),
    Bad("a NUL byte at the end", _case() + b"\x00", ("not json", "line 1", "column")),
    Bad("a PNG", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ("utf-8",)),
    Bad("text of another kind", b"schema: bonewatch.case/1\n", ("not json", "line 1", "column 1")),
    Bad("a stray byte in a text", b'{"title": "\xff"}', ("utf-8",)),
    Bad("Latin-1", '{"title": "Nürnberg"}'.encode("latin-1"), ("utf-8",)),
    Bad("a character cut in half", b'{"title": "\xc3', ("utf-8",)),
    Bad("an overlong form", b'{"title": "\xc0\xaf"}', ("utf-8",)),
    Bad("a surrogate in UTF-8's clothes", b'{"title": "\xed\xa0\x80"}', ("utf-8",)),
    Bad("UTF-16 with its mark", _case().decode().encode("utf-16"), ("utf-8",)),
    Bad("UTF-16 without a mark", _case().decode().encode("utf-16-le"), ()),
    Bad("UTF-32", _case().decode().encode("utf-32"), ("utf-8",)),
]

ENORMOUS = [
    Bad("100,000 lists inside one another", b"[" * 100_000 + b"]" * 100_000, ("deep",)),
    Bad("a scenario 100,000 deep", _scenario_text("[" * 100_000 + "]" * 100_000), ("deep",)),
    Bad("50 MB of blanks", b" " * (50 * MIB), ()),
    Bad("a title of 50 MB", _with(title="x" * (50 * MIB)), ()),
    Bad("an unknown key of 5 MB", _case(**{"k" * (5 * MIB): 1}), ()),
]


def _assert_refused(done: "subprocess.CompletedProcess[bytes]", problems: int = 1) -> str:
    """Checks everything that each refusal has in common, and gives its text in lower case."""
    complaint = done.stderr.decode("utf-8")
    assert done.stdout == b""
    assert done.returncode == 2, complaint[-2000:]
    assert "Traceback" not in complaint
    assert len(complaint.splitlines()) == problems, complaint[:2000]
    assert len(done.stderr) <= LONGEST_MESSAGE * problems
    return complaint.lower()


def _missed(done: "subprocess.CompletedProcess[bytes]", bad: Bad, most_lines: int = 1) -> Iterator[str]:
    """Say what is wrong with the refusal of a bad input."""
    complaint = done.stderr.decode("utf-8")
    lines = complaint.splitlines()
    if (done.returncode, done.stdout) != (2, b""):
        yield f"{bad.name}: ended with {done.returncode} and {done.stdout[:200]!r}"
    if "Traceback" in complaint or not 1 <= len(lines) <= most_lines or len(done.stderr) > LONGEST_MESSAGE * len(lines):
        yield f"{bad.name}: {complaint[:300]!r}"
    yield from (
        f"{bad.name}: {word!r} is not in {complaint[:300]!r}" for word in bad.words if word not in complaint.lower()
    )


def test_bad_input_is_refused_in_one_line_with_its_name(run_here: Any) -> None:
    table = [*WRONG_TYPES, *OUTSIDE_THE_CHOICES, *WRONG_SHAPES, *SPECIAL_JSON, *NOT_JSON]
    assert len(table) > 100
    done = [(bad, run_here("decide", "--format", "json", "-", stdin=bad.content)) for bad in table]
    assert [fault for bad, refusal in done for fault in _missed(refusal, bad)] == []


@pytest.mark.parametrize("bad", [pytest.param(bad, id=bad.name) for bad in ENORMOUS])
def test_enormous_input_is_refused_in_short_lines(run_program: Any, bad: Bad) -> None:
    done = run_program("decide", "--format", "json", "-", stdin=bad.content)
    assert list(_missed(done, bad, most_lines=20)) == []


def test_age_of_200_is_refused_in_the_words_of_the_contract(run_program: Any) -> None:
    done = run_program("decide", "-", stdin=_case(age_years=200))
    _assert_refused(done)
    assert done.stderr.decode().rstrip("\n").endswith("scenario.age_years: 200 is above 120")


def test_each_problem_gets_a_line_of_its_own(run_here: Any) -> None:
    bad = _case(age_years=-1, treated="yes", site="moon", shoe_size=44)
    complaint = _assert_refused(run_here("decide", "-", stdin=bad), problems=4)
    for field in ("age_years", "treated", "site", "shoe_size"):
        assert sum(f"scenario.{field}" in line for line in complaint.splitlines()) == 1


def test_right_answer_may_not_be_stored_in_a_teaching_case(run_here: Any) -> None:
    done = run_here("decide", "-", stdin=_with(teaching={"answer": "order_mri"}))
    complaint = _assert_refused(done, problems=len(done.stderr.splitlines()))
    assert sum("teaching.answer" in line for line in complaint.splitlines()) == 1


def test_unprintable_key_is_reported_on_an_ascii_terminal(run_program: Any) -> None:
    bad = _case(**{"a\nb\x1b[31m\u202e\U0001f9b4": 1})
    done = run_program("decide", "-", stdin=bad, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    _assert_refused(done)
    assert b"\x1b" not in done.stderr


# --- files ------------------------------------------------------------------------------------------------------


def test_problem_in_a_file_is_refused_like_one_on_standard_input(run_here: Any, tmp_path: Path) -> None:
    path = tmp_path / "old.case.json"
    path.write_bytes(_case(age_years=200))
    done = run_here("decide", path)
    _assert_refused(done)
    assert done.stderr.decode().rstrip("\n").endswith("scenario.age_years: 200 is above 120")


def test_file_which_is_not_there_is_named(run_here: Any, tmp_path: Path) -> None:
    complaint = _assert_refused(run_here("decide", tmp_path / "nowhere.case.json"))
    assert "nowhere.case.json" in complaint


def test_stream_file_which_is_not_there_is_named(run_here: Any, tmp_path: Path) -> None:
    complaint = _assert_refused(run_here("decide", tmp_path / "nowhere.jsonl"))
    assert "nowhere.jsonl" in complaint


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
def test_missing_file_with_an_undecodable_name_is_refused(run_program: Any) -> None:
    _assert_refused(run_program("decide", b"/nowhere/\xff\xfe.case.json"))


@pytest.mark.parametrize("name", ["folder.case.json", "folder.jsonl"])
def test_folder_is_refused(run_here: Any, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    complaint = _assert_refused(run_here("decide", folder))
    assert name in complaint and ("directory" in complaint or "folder" in complaint)


@pytest.mark.skipif(os.name != "posix", reason="needs the file permissions of a POSIX system")
def test_file_which_may_not_be_read_is_refused(run_program: Any, tmp_path: Path) -> None:
    path = tmp_path / "locked.case.json"
    path.write_bytes(_case())
    path.chmod(0o000)
    # Root may read everything, unless it has given that up.
    humbly: tuple[str, ...] = ()
    if os.access(path, os.R_OK):
        powers = "-dac_override,-dac_read_search"
        humbly = ("setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}")
        if shutil.which("setpriv") is None or subprocess.run([*humbly, "true"], check=False).returncode:
            pytest.skip("whoever runs this test can read every file")
    complaint = _assert_refused(run_program("decide", path, before=humbly))
    assert "locked.case.json" in complaint and "permi" in complaint


@pytest.mark.parametrize("ending", ["case.json", "jsonl"])
def test_nothing_is_decided_when_one_of_two_files_is_not_there(run_here: Any, tmp_path: Path, ending: str) -> None:
    good = tmp_path / f"good.{ending}"
    good.write_bytes(_case() + b"\n")
    complaint = _assert_refused(run_here("decide", good, tmp_path / f"nowhere.{ending}"))
    assert "nowhere" in complaint


def test_empty_device_is_refused_as_empty(run_here: Any) -> None:
    assert "empty" in _assert_refused(run_here("decide", os.devnull))


# --- bad use ----------------------------------------------------------------------------------------------------


BAD_USE = (
    "",
    "--format xml -",
    "--format",
    "--as-of yesterday -",
    "--as-of 2026-02-30 -",
    "--as-of 20260601 -",
    "--frobnicate -",
)


def test_bad_use_is_refused_before_anything_is_decided(run_here: Any, subtests: pytest.Subtests) -> None:
    for arguments in BAD_USE:
        with subtests.test(arguments):
            done = run_here("decide", "--format", "json", *arguments.split(), stdin=b"{}")
            assert (done.returncode, done.stdout) == (2, b"")
            assert b"bonewatch" in done.stderr


# --- the edge of what is good -----------------------------------------------------------------------------------


GOOD = {
    "the lowest numbers": _case(age_years=0, months_since_treatment=0),
    "the highest numbers": _case(age_years=120, months_since_treatment=1200),
    "numbers with a fraction": _case(age_years=24.5, months_since_treatment=18.0),
    "a number with an exponent": _scenario_text('{"age_years": 2.4e1}'),
    "a byte order mark": b"\xef\xbb\xbf" + _case(),
    "other blanks and line ends": b"\r\n\t " + _case().replace(b", ", b",\r\n") + b"\r\n\n",
    "an escaped title": _with(title="Fémur \U0001f9b4"),
    "an unescaped title": json.dumps(
        {**COMPLETE_CASE, "title": "Fémur \U0001f9b4 \u2028"}, ensure_ascii=False
    ).encode(),
    "an empty scenario": b"{}",
    "an empty scenario in a case": _with(scenario={}),
    "a bare scenario": json.dumps(COMPLETE_CASE["scenario"]).encode(),
}


def test_unusual_but_good_input_is_decided(run_here: Any, subtests: pytest.Subtests) -> None:
    for name, data in GOOD.items():
        with subtests.test(name):
            done = run_here("decide", "--format", "json", "-", stdin=data)
            assert (done.returncode, done.stderr) == (0, b"")
            assert json.loads(done.stdout)["schema"] == "bonewatch.decision/1"
