"""Read and write case files, which clinicians save and teachers share.

A case file is UTF-8 JSON: {"schema": "bonewatch.case/1", "title": "…", "scenario": {…}}, with a "teaching" object in a
teaching case. A bare scenario object is accepted too. A case holds nothing that identifies a patient.
"""

import errno
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

from annotated_types import Len, MaxLen

from core.base.duplicates import duplicates
from core.base.field_types import FROM_LIST, OneOrMore
from core.base.model import Convert, Model, described
from core.base.printable import printable
from core.base.validation import ModelError, checked
from core.case.scenario import Scenario, each_once

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SCHEMA = "bonewatch.case/1"
# A case takes about a kilobyte. A file above this limit is not a case.
LARGEST_BYTES = 1_048_576
_REMEDIES = {
    errno.ENOENT: "check its name, and whether its drive is connected",
    errno.EACCES: "ask for the right to read it",
}
# Enough to repair a file. A file with more problems is broken as a whole.
_MOST_PROBLEMS = 20


class CaseError(Exception):
    """A case cannot be used.

    `problems` has one line per problem: the field, the value and what is allowed.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is blank; write something")
    return text


def _word(text: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", text):
        raise ValueError(f"{_shown(text)} is not a word in small letters, digits and _")
    return text


Difficulty = Literal["basic", "intermediate", "advanced"]
_Topic = Annotated[str, MaxLen(40), Convert(_word)]


class Teaching(Model):
    """The part of a case that only a teaching case has.

    The right answer is not stored: it is the option that the engine decides on. The length limits, in characters, keep
    the texts readable from the back row of a room.
    """

    vignette: Annotated[str, Len(1, 320), Convert(_not_blank)] = described("What the audience is told.")
    question: Annotated[str, Len(1, 110), Convert(_not_blank)] = described("What it is asked.")
    options: Annotated[tuple[str, ...], Len(2, 4), FROM_LIST, Convert(each_once)] = described(
        "Ids of actions or procedures."
    )
    teaching_point: Annotated[str, Len(1, 200), Convert(_not_blank)] = described("What to take home.")
    sources: Annotated[OneOrMore[str], Convert(each_once)] = described("Ids of the sources of the teaching point.")
    difficulty: Difficulty
    topics: Annotated[tuple[_Topic, ...], MaxLen(8), FROM_LIST, Convert(each_once)] = described(
        "What to find the case by.", default=()
    )


class Case(Model):
    """A scenario with a title, plus teaching material in a teaching case."""

    schema: Literal["bonewatch.case/1"]
    title: Annotated[str, MaxLen(200)]
    scenario: Scenario
    teaching: Teaching | None = None


def parse_case(data: bytes) -> Case:
    """Return the case in the bytes of a case file or of a bare scenario object, which gets an empty title.

    Raise CaseError with every problem found.
    """
    document = _read_json(data)
    if not isinstance(document, dict):
        raise CaseError([f"the file holds {_shown(document)}; a case file holds one JSON object in braces"])
    if not document.keys() & {"schema", "title", "scenario", "teaching"}:
        document = {"schema": SCHEMA, "title": "", "scenario": document}
    _refuse_newer(document.get("schema"))
    try:
        return checked(Case, document)
    except ModelError as error:
        raise CaseError(_problems(error)) from None


def read_case_file(path: Path) -> Case:
    """Return the case in a file.

    Raise CaseError with every problem, or with the reason if the file cannot be read.
    """
    return parse_case(read_case_bytes(path))


def read_case_bytes(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than a case file may have.

    Raise CaseError if the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except IsADirectoryError:
        raise CaseError([f"{path}: is a folder; name a case file in it"]) from None
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "try again, or use a copy on another drive")
        told = f"{path}: cannot be read: {error.strerror}; {remedy}"
        raise CaseError([told]) from None
    except ValueError as error:  # The name contains a NUL byte.
        raise CaseError([f"{path}: is not a file name: {error}"]) from None


def case_to_bytes(case: Case) -> bytes:
    """Return the bytes of a case file. The same case always gives the same bytes."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "title": case.title,
        "scenario": vars(case.scenario),
    }
    if case.teaching is not None:
        document["teaching"] = {name: value for name, value in vars(case.teaching).items() if value != ()}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _read_json(data: bytes) -> Any:
    """Parse a JSON document.

    The document must be plain: UTF-8, no duplicate key, no NaN, not too deep and not too large.
    """
    if len(data) > LARGEST_BYTES:
        raise CaseError([f"larger than {LARGEST_BYTES // 1024} KiB, the limit for a case file"])
    if not data.strip():
        raise CaseError(["the file is empty"])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError([f"not UTF-8 text: byte {error.start} cannot be read"]) from None
    try:
        return json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        told = f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise CaseError([told]) from None
    except RecursionError:
        raise CaseError(["nested too deeply for a case file"]) from None
    except ValueError:  # Python refuses to convert a number with thousands of digits.
        raise CaseError(["holds a number with too many digits"]) from None


def _refuse_newer(schema: Any) -> None:
    """Raise CaseError for a later schema.

    Without this check, valid new keys in the file would be reported as faults.
    """
    later = re.fullmatch(r"bonewatch\.case/([0-9]{1,9})", schema, re.ASCII) if isinstance(schema, str) else None
    if later and int(later[1]) > int(SCHEMA.rpartition("/")[2]):
        told = f"schema: the file was saved by a newer Bonewatch as {schema}; update this one, which reads {SCHEMA}"
        raise CaseError([told])


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    repeated = sorted(duplicates(key for key, _ in pairs))
    if repeated:
        raise CaseError([f"{printable(key)}: this key stands twice in one object; keep one" for key in repeated])
    return dict(pairs)


def _refuse_constant(constant: str) -> NoReturn:
    raise CaseError([f"{constant} is not a number that JSON allows; use null for what is not recorded"])


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    return printable(json.dumps(value, ensure_ascii=False))


def _problems(error: ModelError) -> list[str]:
    found = [fault for fault in error.faults if not _comes_of_its_items(fault)]
    rest = len(found) - _MOST_PROBLEMS
    return [_problem(fault) for fault in found[:_MOST_PROBLEMS]] + ([f"and {rest} more problems"] if rest > 0 else [])


def _comes_of_its_items(fault: "ErrorDetails") -> bool:
    """Return whether a list is too short only because of faulty items, which are reported separately."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]


def _problem(error: "ErrorDetails") -> str:
    """Return one line with the field, the value and what is allowed."""
    field = ""
    for step in error["loc"]:
        field += f"[{step}]" if isinstance(step, int) else f".{printable(step)}" if field else printable(step)
    return "{field}: {finding}".format(field=field or "the file", finding=_finding(error))


def _finding(error: "ErrorDetails") -> str:
    value, context = _shown(error["input"]), error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "is missing"
        case "unexpected_keyword_argument":
            return "is not a key that a case file has"
        case "literal_error":
            known = context["expected"].replace(" or ", ", ").replace("'", "")
            return f"{value} is not one of {known}"
        case "bool_type":
            return f"{value} is not true, false or null"
        case "float_type" | "finite_number":
            return f"{value} is not a number"
        case "less_than_equal":
            return "{value} is above {limit}".format(value=value, limit=f"{context['le']:g}")
        case "greater_than_equal":
            return "{value} is below {limit}".format(value=value, limit=f"{context['ge']:g}")
        case "tuple_type":
            return f"{value} is not a list"
        case "string_type" | "string_unicode":
            return f"{value} is not text"
        case "dataclass_type":
            return f"{value} is not an object in braces"
        case "string_too_short" if context["min_length"] == 1:
            return "is empty; write something"
        case "value_error":
            reason: str = context["error"].args[0]
            return reason
        case "too_short" | "string_too_short":
            return "is too short (at least {limit})".format(limit=context.get("min_length", 1))
        case "too_long" | "string_too_long":
            return "is too long (at most {limit})".format(limit=context["max_length"])
        case _:
            return error["msg"]
