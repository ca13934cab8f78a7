"""The content pack: every clinical word, rating and rule, read from TOML and checked as a whole.

A pack is a folder of TOML files that share one set of top-level tables. Whatever does not fit — a missing source, an
edge to nowhere, a choice without a label — is reported with its file, its id and the reason, and nothing is loaded.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from core.guard import ALWAYS, Guard
from core.printable import printable
from core.scenario import field_specs

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_\-]*$")]
Text = Annotated[str, Field(min_length=1)]
Category = Literal["usually_appropriate", "may_be_appropriate", "usually_not_appropriate"]
Role = Literal[
    "first_line", "problem_solving", "contrast_free_alternative", "artifact_alternative", "complex_cases", "not_advised"
]
Provenance = Literal["article", "portal_capture", "companion_article"]
Basis = Literal["source", "inferred"]
Level = Literal["warning", "reminder", "clear"]
Status = Literal["in_scope", "out_of_scope", "conflict", "incomplete"]


# The largest packaged file takes a tenth of it.
LARGEST_FILE_BYTES = 262_144
# Python's reader of TOML takes a time that grows with the square of a dotted key's length.
_MOST_DOTS_IN_A_LINE = 200
_LONGEST_FAULT = 500


class ContentError(Exception):
    """The content pack cannot be used. `faults` holds one line each, fit to be printed: file, id and reason."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = [printable(fault, _LONGEST_FAULT) for fault in faults]
        super().__init__("\n".join(self.faults))


class Part(BaseModel):
    """A table of a pack: nothing in it changes, and nothing in it is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Reference(Part):
    """A place in a source: written "S1:next_step", a source id and the id of one of its locators."""

    source: str
    locator: str


def _reference(text: Any) -> Any:
    if isinstance(text, str) and text.count(":") == 1:
        source, locator = text.split(":")
        return {"source": source, "locator": locator}
    if isinstance(text, str):
        raise ValueError(f"'{text}' is not a reference: write SOURCE:LOCATOR")
    return text


_Tables = TypeVar("_Tables")
Several = Annotated[tuple[_Tables, ...], Field(strict=False)]
References = Annotated[tuple[Annotated[Reference, BeforeValidator(_reference)], ...], Field(strict=False, min_length=1)]


class Source(Part):
    """A document that the content rests on, and the places in it that are cited; a title in brackets is not its own."""

    id: Id
    title: Text
    publisher: Text
    year: int | None = None
    where: Text
    read: date
    seen: Text
    locators: dict[Id, Text] = Field(min_length=1)


class Topic(Part):
    """What the pack is about, for whom, and its edition."""

    id: Id
    title: Text
    acr_topic: Annotated[Reference, BeforeValidator(_reference)]
    version: Text
    # Bounds far beyond sense, within which the one can be added to the other.
    reviewed: date = Field(lt=date(3000, 1, 1))
    stale_after_months: int = Field(gt=0, le=1200)
    purpose: Text
    intended_use: Text
    intended_users: Text
    not_for: Several[Text] = Field(min_length=1)
    judgment_notice: Text
    images_notice: Text
    trademark_notice: Text
    confirm_notice: Text
    inferred_notice: Text
    safety_net: Text
    sources: References


class ChoiceLabel(Part):
    """How one choice reads: in full (also its accessible name) and where the room is short."""

    id: str
    label: Text
    short: Text | None = None


class FieldLabel(Part):
    """How one field of the form reads.

    `visible` is the longer label on the screen and contains `label`, the accessible name; `key` is a letter of it for Alt.
    """

    id: Id
    label: Text
    visible: Text | None = None
    help: Text
    key: str | None = Field(None, pattern=r"^[a-z]$")
    choices: Several[ChoiceLabel] = ()


class FieldGroup(Part):
    """Fields that stand together in the form; a group that is not `core` folds. `key` is a letter of its label for Alt."""

    id: Id
    label: Text
    core: bool = False
    key: str | None = Field(None, pattern=r"^[a-z]$")
    fields: Several[Id] = Field(min_length=1)


class Word(Part):
    """The words for an id that the decision uses: a category, role, level, provenance, basis, status or action."""

    id: Id
    label: Text
    meaning: Text


class Procedure(Part):
    """An imaging procedure. `name` is ACR's in full, `short` fits a flowchart node, `order` reads after "Order".

    `ruled_out_when` is a claim that the checker proves: no such case is ever pointed to the procedure.
    """

    id: Id
    name: Text
    short: Text
    brief: Text
    ruled_out_when: Guard | None = None


class Preference(Part):
    """The procedure to take instead, where the condition holds."""

    procedure: Id
    when: Guard = ALWAYS


class Rating(Part):
    """One row of a variant's rating table. The category is looked up here and never computed."""

    procedure: Id
    category: Category
    provenance: Several[Provenance] = Field(min_length=1)
    sources: References
    role: Role | None = None
    role_note: Text | None = None
    why: Text | None = None
    instead: Id | None = None

    @property
    def to_confirm(self) -> bool:
        """Whether it rests on the portal capture alone, so that it has to be confirmed in the current ACR document."""
        return self.provenance == ("portal_capture",)


class Variant(Part):
    """One clinical variant of the ACR topic with its complete rating table."""

    id: Id
    title: Text
    fits: Text
    fits_not: Text
    sources: References
    ratings: Several[Rating] = Field(min_length=1)


class Redirect(Part):
    """A variant to go to, where the condition holds."""

    variant: Id
    when: Guard = ALWAYS


class Exclusion(Part):
    """A reason why a case is out of scope, and where it belongs. The highest `urgency` speaks first."""

    id: Id
    title: Text
    when: Guard
    urgency: int
    headline: Text
    message: Text
    redirects: Several[Redirect] = ()
    sources: References


class Conflict(Part):
    """Two answers that cannot both be true."""

    id: Id
    title: Text
    when: Guard
    message: Text
    sources: References


class Requirement(Part):
    """An answer without which there is no decision, where the condition holds."""

    field: Id
    when: Guard
    message: Text
    sources: References


class StatusText(Part):
    """The headline and rationale where the case is not in scope. `{fields}` stands for the fields in question."""

    status: Status
    action: Id
    headline: Text
    rationale: Text
    sources: References


class Assumption(Part):
    """What is taken for an answer that is not recorded."""

    field: Id
    value: bool | str
    text: Text
    sources: References


class Headline(Part):
    """The action in words, and its procedure, where the condition holds; the first that holds counts."""

    text: Text
    procedure: Id | None = None
    when: Guard = ALWAYS


class Reason(Part):
    """A sentence of the rationale, where the condition holds."""

    text: Text
    when: Guard = ALWAYS
    basis: Basis = "source"
    sources: References


class Node(Part):
    """A step of the pathway, at `row` (from the top) and `lane` (from the left) of the flowchart.

    Two claims, in words of their own, that the checker proves: the walk comes here in exactly the cases of
    `reached_when`, and of these ends here in exactly those of `stops_when`.
    """

    id: Id
    kind: Literal["start", "question", "action", "outcome"]
    label: Text
    row: float
    lane: float
    meaning: Text
    sources: References
    action: Id | None = None
    reached_when: Guard | None = None
    stops_when: Guard | None = None
    headlines: Several[Headline] = ()
    reasons: Several[Reason] = ()


class Edge(Part):
    """A step from one node to the next, taken where the condition holds."""

    id: Id
    source: Id
    target: Id
    when: Guard = ALWAYS
    label: Text | None = None
    basis: Basis
    reasoning: Text
    sources: References


class TumorBoardReason(Part):
    """A reason to bring the case to a tumor board, whatever the next step is."""

    id: Id
    title: Text
    when: Guard
    message: Text
    sources: References


class PitfallLevel(Part):
    """One level of a pitfall with its trigger and what to do; the first that holds counts."""

    level: Level
    when: Guard
    message: Text


class Pitfall(Part):
    """A common error in this setting."""

    id: Id
    title: Text
    explanation: Text
    levels: Several[PitfallLevel] = Field(min_length=1)
    sources: References


class Notice(Part):
    """Something to know about the case that changes no advice. Without a condition it speaks of the content's age."""

    id: Id
    title: Text
    message: Text
    when: Guard | None = None
    sources: References


class Content(Part):
    """A complete, cross-checked content pack."""

    topic: Topic
    sources: Several[Source]
    cited: dict[Id, References] = Field(description="The sources of the tables whose rows name none of their own.")
    groups: Several[FieldGroup]
    fields: Several[FieldLabel]
    yes_no: Several[ChoiceLabel]
    categories: Several[Word]
    roles: Several[Word]
    levels: Several[Word]
    provenances: Several[Word]
    bases: Several[Word]
    statuses: Several[Word]
    actions: Several[Word]
    procedures: Several[Procedure]
    instead: dict[Id, Several[Preference]]
    variant: Id
    variants: Several[Variant]
    exclusions: Several[Exclusion]
    conflicts: Several[Conflict]
    requirements: Several[Requirement]
    status_texts: Several[StatusText]
    assumptions: Several[Assumption]
    nodes: Several[Node]
    edges: Several[Edge]
    tumor_board: Several[TumorBoardReason]
    pitfalls: Several[Pitfall]
    notices: Several[Notice]
    sha256: str
    files: dict[str, str] = Field(description="The file that each of the tables above stands in.")

    # The decision remembers what it has worked out for a pack; a pack is what its hash says.
    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and self.sha256 == other.sha256

    @cached_property
    def acr_topic(self) -> Source:
        """The ACR document that the ratings come from."""
        return by_id(self.sources)[self.topic.acr_topic.source]

    @cached_property
    def decided_variant(self) -> Variant:
        """The variant whose ratings the decision shows."""
        return by_id(self.variants)[self.variant]


_Named = TypeVar("_Named", bound=Part)


# An answer asks for the same few dozen lists again and again; each is held beside its index, so an id stays its own.
_indexes: dict[int, tuple[tuple[Part, ...], dict[str, Any]]] = {}
_MOST_INDEXES = 500


def by_id(parts: tuple[_Named, ...]) -> Mapping[str, _Named]:
    """The parts by their ids (fields and status texts by what they are about)."""
    known = _indexes.get(id(parts))
    if known is None:
        if len(_indexes) >= _MOST_INDEXES:
            _indexes.clear()
        known = _indexes[id(parts)] = parts, {_key(part): part for part in parts}
    return known[1]


# What tells the parts of a list apart: most have an id, the others are known by what they are about.
_KEYS = ("id", "field", "procedure", "variant", "status")


def _key(part: BaseModel) -> str:
    """What tells a part from others of its kind; empty where nothing does, as with a reference."""
    name = _key_name(type(part))
    return str(getattr(part, name)) if name else ""


@cache
def _key_name(kind: type[BaseModel]) -> str | None:
    return next((name for name in _KEYS if name in kind.model_fields), None)


def load_content(folder: Path) -> Content:
    """The content pack in `folder`.

    Raises ContentError with every fault found: unreadable files, unknown or missing entries, dangling references.
    """
    tables, origin, faults = read_tables(folder)
    if faults:
        raise ContentError(faults)
    try:
        content = Content(**tables, sha256=content_hash(folder), files=origin)
    except ValidationError as error:
        raise ContentError(located(error, tables, origin)) from None
    faults = list(_dangling(content, origin))
    if faults:
        raise ContentError(faults)
    return content


def content_hash(folder: Path) -> str:
    """SHA-256 over names and texts of the pack's files, the same whatever line endings a checkout has given them."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def read_tables(folder: Path) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    """All top-level tables, the file that each came from, and what could not be read."""
    tables: dict[str, Any] = {}
    origin: dict[str, str] = {}
    faults: list[str] = []
    files = sorted(folder.glob("*.toml"))
    if not files:
        faults.append(f"{folder}: no content files (*.toml) here")
    for path in files:
        try:
            found = read_toml(path)
        except ContentError as error:
            faults += [f"{path.name}: {fault}" for fault in error.faults]
            continue
        for key, value in found.items():
            if key in ("sha256", "files"):
                faults.append(f"{path.name}: {key}: is worked out, not written down")
            if key in origin:
                faults.append(f"{path.name}: {key}: stands in {origin[key]} already")
            tables[key], origin[key] = value, path.name
    return tables, origin, faults


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one file. Raises ContentError with what is wrong with it, without its name."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise ContentError([f"cannot be read ({error.strerror})"]) from None
    if len(data) > LARGEST_FILE_BYTES:
        raise ContentError([f"is larger than {LARGEST_FILE_BYTES // 1024} KiB, the limit for a content file"])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ContentError([f"is not UTF-8 (byte {error.start})"]) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS_IN_A_LINE:
            raise ContentError([f"line {number} has more than {_MOST_DOTS_IN_A_LINE} dots; no table lies that deep"])
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ContentError(["is nested too deeply for a content file"]) from None
    except ValueError as error:  # also for a number of thousands of digits, which Python refuses to read
        raise ContentError([f"is not TOML: {error}"]) from None


def located(error: ValidationError, tables: dict[str, Any], origin: dict[str, str]) -> list[str]:
    """The validation's findings with file and id in place of positions."""
    faults = []
    for item in error.errors(include_url=False):
        place: Any = tables
        names = []
        for step in item["loc"]:
            try:
                place = place[step]
            except (KeyError, IndexError, TypeError):
                place = None
            keyed = isinstance(place, dict) and next((place[name] for name in _KEYS if name in place), None)
            # What stands for an id may be anything, also a number too long to be written out.
            names.append(keyed if isinstance(step, int) and keyed and isinstance(keyed, str) else str(step))
        file = origin.get(str(item["loc"][0]) if item["loc"] else "", "content")
        message = item["msg"].removeprefix("Value error, ")
        faults.append(f"{file}: {'.'.join(names)}: {message}")
    return faults


def _dangling(content: Content, origin: dict[str, str]) -> Iterator[str]:
    """Everything that names something that is not there, and everything that stands twice."""
    yield from _named_twice(content, origin)
    yield from dangling_references(content, by_id(content.sources), origin)
    yield from _dangling_ids(content, origin)
    yield from _impossible_assumptions(content, origin)
    yield from _unlabeled(content, origin)
    yield from _unworded(content, origin)


def _named_twice(content: Content, origin: dict[str, str]) -> Iterator[str]:
    lists = {name: value for name, value in content if isinstance(value, tuple)}
    for name, parts in lists.items():
        keys = [_key(part) for part in parts]
        for key in sorted({k for k in keys if keys.count(k) > 1}):
            yield f"{origin[name]}: {name}.{key}: stands twice"
    for variant in content.variants:
        rows = [rating.procedure for rating in variant.ratings]
        for row in sorted({r for r in rows if rows.count(r) > 1}):
            yield f"{origin['variants']}: variants.{variant.id}: rates {row} twice"


def walk_parts(part: BaseModel, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], BaseModel]]:
    """Every part of the pack below `part`, with the ids that lead to it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for key, items in value.items() if isinstance(value, dict) else [("", value)]:
            for item in items if isinstance(items, tuple) else (items,):
                if isinstance(item, BaseModel) and not isinstance(item, Guard):
                    here = tuple(filter(None, (*path, name, key, _key(item))))
                    yield here, item
                    yield from walk_parts(item, here)


def dangling_references(part: BaseModel, sources: Mapping[str, Source], origin: dict[str, str]) -> Iterator[str]:
    """Every reference below `part` to a source, or to a place in one, that is not listed."""
    for path, reference in walk_parts(part):
        if not isinstance(reference, Reference):
            continue
        file, place = origin[path[0]], ".".join(path)
        if reference.source not in sources:
            yield f"{file}: {place}: source {reference.source} is not listed"
        elif reference.locator not in sources[reference.source].locators:
            yield f"{file}: {place}: source {reference.source} has no locator {reference.locator}"


def _dangling_ids(content: Content, origin: dict[str, str]) -> Iterator[str]:
    known = {
        "procedure": set(by_id(content.procedures)),
        "variant": set(by_id(content.variants)),
        "action": set(by_id(content.actions)),
        "instead": set(content.instead),
        "field": set(field_specs()),
    }
    nodes = by_id(content.nodes)
    for path, part in walk_parts(content):
        file, place = origin[path[0]], ".".join(path)
        for name, ids in known.items():
            value = vars(part).get(name)
            if isinstance(value, str) and value not in ids:
                yield f"{file}: {place}: {name} {value} is not listed"
        if isinstance(part, Edge):
            for end in (part.source, part.target):
                if end not in nodes:
                    yield f"{file}: {place}: node {end} is not listed"
    if content.variant not in known["variant"]:
        yield f"{origin['variant']}: variant: {content.variant} is not listed"
    else:
        yield from _incomplete_rows(content, origin)


def _incomplete_rows(content: Content, origin: dict[str, str]) -> Iterator[str]:
    for rating in content.decided_variant.ratings:
        place = f"{origin['variants']}: variants.{content.variant}.ratings.{rating.procedure}"
        if rating.role is None or rating.role_note is None or rating.why is None:
            yield f"{place}: needs role, role_note and why"
        if (rating.instead is None) != (rating.category == "usually_appropriate"):
            yield f"{place}: instead is for the rows that are not usually appropriate, and each of those has one"


def _impossible_assumptions(content: Content, origin: dict[str, str]) -> Iterator[str]:
    for assumption in content.assumptions:
        spec = field_specs().get(assumption.field)
        if spec and assumption.value not in {"choice": spec.choices, "yes_no": (True, False)}.get(spec.kind, ()):
            yield f"{origin['assumptions']}: assumptions.{assumption.field}: {assumption.value!r} is not an answer to it"


def _unlabeled(content: Content, origin: dict[str, str]) -> Iterator[str]:
    labels = by_id(content.fields)
    grouped = [field for group in content.groups for field in group.fields]
    for field, spec in field_specs().items():
        if field not in labels:
            yield f"{origin['fields']}: fields.{field}: has no label"
            continue
        if grouped.count(field) != 1:
            yield f"{origin['groups']}: groups: {field} stands in {grouped.count(field)} groups instead of one"
        if tuple(choice.id for choice in labels[field].choices if choice.id != "empty") != spec.choices:
            yield f"{origin['fields']}: fields.{field}: choices must be {', '.join(spec.choices) or 'none'}, in this order"
    for field in [*labels, *grouped]:
        if field not in field_specs():
            yield f"{origin['fields']}: fields.{field}: is not a field of the scenario"


def _unworded(content: Content, origin: dict[str, str]) -> Iterator[str]:
    """Ids without words, words without ids, and words with gaps that nothing fills."""
    outside = tuple(status for status in get_args(Status) if status != "in_scope")
    exactly: dict[str, tuple[str, ...]] = {
        "categories": get_args(Category), "roles": get_args(Role), "levels": get_args(Level), "bases": get_args(Basis),
        "provenances": get_args(Provenance), "statuses": get_args(Status), "status_texts": outside, "yes_no": ("yes", "no"),
    }  # fmt: skip
    for name, ids in exactly.items():
        if {_key(word) for word in getattr(content, name)} != set(ids):
            yield f"{origin[name]}: {name}: must be exactly {', '.join(ids)}"
    for table, parts in {"status_texts": content.status_texts, "exclusions": content.exclusions}.items():
        for part in parts:
            for name in ("headline", "rationale"):
                if not _has_plain_gaps(getattr(part, name, "")):
                    yield f"{origin[table]}: {table}.{_key(part)}.{name}: in braces stand {{fields}} and {{messages}} alone"


def _has_plain_gaps(text: str) -> bool:
    """Whether braces hold nothing but the two names: Python's own language in them could ask for far more."""
    try:
        gaps = [gap for _, *gap in Formatter().parse(text) if gap[0] is not None]
    except ValueError:
        return False
    return all(gap in (["fields", "", None], ["messages", "", None]) for gap in gaps)
