"""The local protocol: what a site adds to the decision. It changes nothing in the content.

It is one file, `local.toml`, that the site may write by hand. The engine never reads it. Its texts are shown under a
badge, and its answer is filled in when a new case starts, as if the user had given it.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any, Literal

from annotated_types import MaxLen

from core.base.field_types import FROM_LIST
from core.base.model import Convert, Model, described
from core.base.validation import ModelError
from core.base.validation import checked as checked_part
from core.case.case_file import Case
from core.case.scenario import Answer, Scenario
from core.content import Content, by_id
from core.content.loading import ContentError, located
from core.schedule.published import Period, Plan, Track, refuse_gaps

SCHEMA = "bonewatch.local/1"
LARGEST_BYTES = 64 * 1024
MOST_INTERVALS = 12
LONGEST_SITE, LONGEST_CONTACT, LONGEST_NOTE = 60, 120, 400
LAST_MONTH = 1200
"""The last month after treatment that a case can record."""


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write something")
    wrong = next((c for c in text if not (c.isprintable() or c == "\n")), None)
    if wrong is not None:
        raise ValueError(f"holds the character U+{ord(wrong):04X}, which cannot be shown; take it out")
    return text


def _line(text: str) -> str:
    if "\n" in text:
        raise ValueError("goes over several lines; write it on one")
    return _words(text)


_Note = Annotated[str, MaxLen(LONGEST_NOTE), Convert(_words)]


class LocalNotes(Model):
    """The site's notes on steps of the pathway and on procedures, by their ids."""

    nodes: dict[str, _Note] = field(default_factory=dict, metadata={"description": "Notes by the id of a step."})
    procedures: dict[str, _Note] = field(
        default_factory=dict, metadata={"description": "Notes by the id of a procedure."}
    )


class LocalProtocol(Model):
    """The additions of one site. Only its name and the schema are required."""

    schema: Literal["bonewatch.local/1"] = described("The form of the file.")
    site: Annotated[str, MaxLen(LONGEST_SITE), Convert(_line)] = described(
        "The site's name, which stands on every badge."
    )
    mars_available: bool | None = described(
        "Whether the site has MRI with metal artifact reduction; None: not said.", default=None
    )
    tumor_board_contact: Annotated[str, MaxLen(LONGEST_CONTACT), Convert(_line)] | None = described(
        "How to reach the tumor board.", default=None
    )
    intervals: Annotated[tuple[Period, ...], MaxLen(MOST_INTERVALS), FROM_LIST] = described(
        "The site's own schedule of visits.", default=()
    )
    notes: LocalNotes = LocalNotes()

    def __post_init__(self) -> None:
        if self.intervals and self.intervals[0].from_month != 0:
            raise ValueError(f"intervals: the first starts at month {self.intervals[0].from_month}, and not at 0")
        late = [p for p in self.intervals if max(p.from_month, p.to_month or 0, p.most_months or 0) > LAST_MONTH]
        if late:
            raise ValueError(f"intervals: a number is above {LAST_MONTH} months")
        try:
            refuse_gaps(self.intervals)
        except ValueError as error:
            raise ValueError(f"intervals: {error}") from None

    @property
    def badge(self) -> str:
        """The label of everything from the local protocol: "Local: " and the site's name."""
        return f"Local: {self.site}"

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers that a new case starts with, by field."""
        return {} if self.mars_available is None else {"mars_available": self.mars_available}

    def badges(self, scenario: Scenario) -> Mapping[str, str]:
        """Return the badge for each answer of a case that equals the site's answer, by field."""
        return {field: self.badge for field, answer in self.answers.items() if getattr(scenario, field) == answer}

    @property
    def plan(self) -> Plan | None:
        """The site's schedule, or None if it has none."""
        if not self.intervals:
            return None
        visits = Track(id="visits", title="Visit", periods=self.intervals)
        return Plan(title=self.badge, main=visits.id, tracks=(visits,))


# Reading and writing


def load_local_protocol(path: Path, content: Content) -> LocalProtocol:
    """Return the local protocol in a file. Its notes must name steps and procedures of the content.

    Raise ContentError with every fault found: file, place and reason.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise ContentError([f"{path.name}: cannot be read ({error.strerror})"]) from None
    return parse_local_protocol(data, path.name, content)


def parse_local_protocol(data: bytes, name: str, content: Content) -> LocalProtocol:
    """Return the local protocol in the bytes of a file called `name`.

    Raise ContentError as `load_local_protocol` does.
    """
    return checked(_tables(data, name), name, content)


def checked(tables: dict[str, Any], name: str, content: Content) -> LocalProtocol:
    """Return the local protocol in the tables of a file called `name`.

    Raise ContentError with every fault found.
    """
    origin = dict.fromkeys((*tables, "schema", "site"), name)
    try:
        protocol = checked_part(LocalProtocol, tables)
    except ModelError as error:
        # A fault of the whole file has no place in it. The reason names the entry.
        faults = [fault.replace("content: : ", f"{name}: ") for fault in located(error, tables, origin)]
        raise ContentError(faults) from None
    faults = list(_unknown(protocol, name, content))
    if faults:
        raise ContentError(faults)
    return protocol


def _tables(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > LARGEST_BYTES:
        raise ContentError([f"{name}: is larger than {LARGEST_BYTES // 1024} KiB, the limit for a local protocol"])
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ContentError([f"{name}: is not UTF-8 (byte {error.start})"]) from None
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, or a number with thousands of digits.
        raise ContentError([f"{name}: is not TOML: {error}"]) from None
    return tables


def _unknown(protocol: LocalProtocol, name: str, content: Content) -> Iterator[str]:
    for id_ in protocol.notes.nodes:
        if id_ not in by_id(content.nodes):
            yield f"{name}: notes.nodes.{id_}: there is no such step; known are {', '.join(by_id(content.nodes))}"
    for id_ in protocol.notes.procedures:
        if id_ not in by_id(content.procedures):
            yield f"{name}: notes.procedures.{id_}: there is no such procedure; known are {', '.join(by_id(content.procedures))}"


def local_protocol_to_bytes(protocol: LocalProtocol) -> bytes:
    """Return the bytes of a local protocol's file, with comments for people who edit it by hand."""
    lines = [
        "# Local protocol: shown beside the answer under a badge; it changes no rating and no step.",
        f"schema = {_toml(SCHEMA)}",
        f"site = {_toml(protocol.site)}",
    ]
    if protocol.mars_available is not None:
        lines += ["# MRI with metal artifact reduction on site: filled in where a new case starts."]
        lines += [f"mars_available = {_toml(protocol.mars_available)}"]
    if protocol.tumor_board_contact is not None:
        lines.append(f"tumor_board_contact = {_toml(protocol.tumor_board_contact)}")
    for period in protocol.intervals:
        lines += ["", "[[intervals]]"]
        lines += [f"{key} = {_toml(value)}" for key, value in vars(period).items() if value is not None]
    for kind, notes in vars(protocol.notes).items():
        if notes:
            lines += ["", f"[notes.{kind}]", *(f"{id_} = {_toml(text)}" for id_, text in notes.items())]
    return ("\n".join(lines) + "\n").encode()


def _toml(value: str | bool | int) -> str:
    # A JSON string is also a TOML string, except for control characters, which the texts never contain.
    return json.dumps(value, ensure_ascii=False)


# Applying it


def with_answers(case: Case, protocol: LocalProtocol | None) -> Case:
    """Return the case with the site's answers filled in."""
    if protocol is None or not protocol.answers:
        return case
    return case.but(scenario=case.scenario.but(**protocol.answers))
