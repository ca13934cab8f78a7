"""The second reading of a content pack: what its sources state, typed once more and laid beside the pack.

No logic can tell that a study has slipped into a wrong category. Whoever checks a pack therefore reads the sources a
second time, in their order and not in the pack's, and types ratings, roles and the like anew. The two must agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from core.base.model import Id, Limits, Model, Several, described
from core.content import Basis, Category, Content, Provenance, Reference, Role, Source, Topic, walk_parts

# In a list of references: every row of a rating table.
_EVERY_ROW = ".*"
# What a part is called, in this order and with a bar between.
_WORDS = ("name", "title", "label", "visible", "short", "brief")


class VariantReading(Model):
    """A rating table: the procedures of each category, and those that each kind of document states."""

    usually_appropriate: Several[Id] = ()
    may_be_appropriate: Several[Id] = ()
    usually_not_appropriate: Several[Id] = ()
    article: Several[Id] = ()
    companion_article: Several[Id] = ()
    portal_capture: Several[Id] = ()


class NodeReading(Model):
    """A node: what ends there, its procedures in the order of its headlines, and the bases of its reasons in order."""

    kind: Literal["start", "question", "action", "outcome"]
    action: Id | None = None
    procedures: Several[Id] = ()
    reasons: Several[Basis] = ()


class SecondReading(Model):
    """Everything that was read twice. `references` says of each place in a source what rests on it, `words` of each list
    in the pack, such as "fields.site.choices", what its ids are called.

    A part of the pack goes by its ids, "nodes.mri"; "variants.staging_pulmonary.ratings.*" is every row of that table.
    """

    reviewed: date
    stale_after_months: int
    variant: Id
    variants: dict[Id, VariantReading]
    roles: dict[Role, Several[Id]]
    nodes: dict[Id, NodeReading]
    edges: dict[Basis, dict[Id, Annotated[tuple[Id, ...], Limits(strict=False, min_length=2, max_length=2)]]] = (
        described("By their basis the edges, each with the two nodes between which it runs.")
    )
    assumptions: dict[Id, bool | str]
    urgency: Several[Id] = described("The exclusions, the most urgent first.")
    years: dict[Id, int] = described("The year of each source that has one.")
    references: dict[str, Several[str]]
    words: dict[str, dict[Id, str]]


@dataclass(frozen=True, order=True)
class _Fact:
    """What is said of one part of the pack in one respect."""

    place: str
    respect: str
    value: str


def facts_read_twice(reading: SecondReading) -> int:
    """How many facts the second reading holds."""
    return len(_together(_facts_of_reading(reading)))


def second_reading_faults(content: Content, reading: SecondReading) -> Iterator[str]:
    """Where the pack and its second reading differ: one line a fault, with file, id and reason."""
    packed, read = _together(_facts_of_pack(content)), _together(_facts_of_reading(reading))
    for place, respect in sorted(packed.keys() | read.keys()):
        here, there = packed.get((place, respect)), read.get((place, respect))
        if here == there:
            continue
        where = f"{content.files.get(place.partition('.')[0], 'content')}: {place}: {respect}"
        yield f"{where} is {here or 'not there'}, in the second reading {there or 'not there'}"


def _together(facts: Iterable[_Fact]) -> dict[tuple[str, str], str]:
    """The facts by what they are about; where several are about the same, all of them, in an order of their own."""
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in facts:
        values[fact.place, fact.respect].append(fact.value)
    return {about: ", ".join(sorted(found)) for about, found in values.items()}


def _facts_of_pack(content: Content) -> Iterator[_Fact]:
    yield from _facts_of_topic(content.topic.reviewed, content.topic.stale_after_months, content.variant)
    for variant in content.variants:
        for rating in variant.ratings:
            place = f"variants.{variant.id}.ratings.{rating.procedure}"
            yield _Fact(place, "category", rating.category)
            if rating.role:
                yield _Fact(place, "role", rating.role)
            yield from (_Fact(place, "provenance", provenance) for provenance in rating.provenance)
    for node in content.nodes:
        procedures = tuple(headline.procedure for headline in node.headlines if headline.procedure)
        bases = tuple(reason.basis for reason in node.reasons)
        reading = NodeReading(kind=node.kind, action=node.action, procedures=procedures, reasons=bases)
        yield from _facts_of_node(node.id, reading)
    for edge in content.edges:
        yield from _facts_of_edge(edge.id, edge.basis, (edge.source, edge.target))
    for assumption in content.assumptions:
        yield _Fact(f"assumptions.{assumption.field}", "value", str(assumption.value))
    urgent_first = sorted(content.exclusions, key=lambda exclusion: -exclusion.urgency)
    yield from _facts_of_urgency(exclusion.id for exclusion in urgent_first)
    for source in content.sources:
        yield from (_Fact(f"sources.{source.id}", "locators", locator) for locator in source.locators)
        if source.year is not None:
            yield _Fact(f"sources.{source.id}", "year", str(source.year))
    for path, part in walk_parts(content):
        if isinstance(part, (Source, Topic)):
            continue  # titles that are their documents' own
        if isinstance(part, Reference):
            place = ".".join(path[:-1] if path[-1] == "sources" else path)
            yield _Fact(place, "sources", f"{part.source}:{part.locator}")
        elif words := " | ".join(filter(None, (getattr(part, name, None) for name in _WORDS))):
            yield _Fact(".".join(path), "words", words)


def _facts_of_topic(reviewed: date, stale_after_months: int, variant: str) -> Iterator[_Fact]:
    yield _Fact("topic", "reviewed", reviewed.isoformat())
    yield _Fact("topic", "stale_after_months", str(stale_after_months))
    yield _Fact("variant", "id", variant)


def _facts_of_edge(id_: str, basis: str, ends: tuple[str, ...]) -> Iterator[_Fact]:
    yield _Fact(f"edges.{id_}", "basis", basis)
    yield _Fact(f"edges.{id_}", "nodes", " to ".join(ends))


def _facts_of_urgency(urgent_first: Iterable[str]) -> Iterator[_Fact]:
    for place, id_ in enumerate(urgent_first, start=1):
        yield _Fact(f"exclusions.{id_}", "place by urgency", str(place))


def _facts_of_node(id_: str, node: NodeReading) -> Iterator[_Fact]:
    yield _Fact(f"nodes.{id_}", "kind", node.kind)
    lists = {"action": (node.action,) if node.action else (), "procedures": node.procedures, "reasons": node.reasons}
    for respect, values in lists.items():
        if values:
            yield _Fact(f"nodes.{id_}", respect, " then ".join(values))


def _facts_of_reading(reading: SecondReading) -> Iterator[_Fact]:
    yield from _facts_of_topic(reading.reviewed, reading.stale_after_months, reading.variant)
    for id_, variant in reading.variants.items():
        for respect, names in (("category", get_args(Category)), ("provenance", get_args(Provenance))):
            for name in names:
                yield from (_Fact(f"variants.{id_}.ratings.{row}", respect, name) for row in getattr(variant, name))
    for role, rows in reading.roles.items():
        yield from (_Fact(f"variants.{reading.variant}.ratings.{row}", "role", role) for row in rows)
    for id_, node in reading.nodes.items():
        yield from _facts_of_node(id_, node)
    for basis, edges in reading.edges.items():
        for edge, ends in edges.items():
            yield from _facts_of_edge(edge, basis, ends)
    for field, value in reading.assumptions.items():
        yield _Fact(f"assumptions.{field}", "value", str(value))
    yield from _facts_of_urgency(reading.urgency)
    for source, year in reading.years.items():
        yield _Fact(f"sources.{source}", "year", str(year))
    for reference, places in reading.references.items():
        source, _, locator = reference.partition(":")
        yield _Fact(f"sources.{source}", "locators", locator)
        for place in places:
            yield from (_Fact(part, "sources", reference) for part in _spelled_out(place, reading))
    for table, called in reading.words.items():
        yield from (_Fact(f"{table}.{id_}", "words", words) for id_, words in called.items())


def _spelled_out(place: str, reading: SecondReading) -> tuple[str, ...]:
    """The places that one place in a list of references stands for."""
    if not place.endswith(_EVERY_ROW):
        return (place,)
    table = place.removesuffix(_EVERY_ROW)
    variant = reading.variants.get(table.split(".")[1] if "." in table else "")
    rows = () if variant is None else (row for name in get_args(Category) for row in getattr(variant, name))
    return tuple(f"{table}.{row}" for row in rows) or (place,)
