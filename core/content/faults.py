"""Find faults across the tables of a content pack: unknown names and duplicates."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import get_args

from core.base.duplicates import duplicates
from core.base.model import Model
from core.case.scenario import field_specs
from core.content.ids import by_id, key_of, walk_parts
from core.content.models import Basis, Category, Content, Edge, Level, Provenance, Role, Status
from core.content.wording import Reference, Source


def dangling(content: Content, origin: dict[str, str]) -> Iterator[str]:
    """Yield a fault for every unknown name and every duplicate in the pack."""
    yield from _named_twice(content, origin)
    yield from dangling_references(content, by_id(content.sources), origin)
    yield from _dangling_ids(content, origin)
    yield from _impossible_assumptions(content, origin)
    yield from _unlabeled(content, origin)
    yield from _unworded(content, origin)


def _named_twice(content: Content, origin: dict[str, str]) -> Iterator[str]:
    tables = {table: parts for table, parts in vars(content).items() if isinstance(parts, tuple)}
    yield from listed_twice({table: map(key_of, parts) for table, parts in tables.items()}, origin)
    for variant in content.variants:
        for row in sorted(duplicates(rating.procedure for rating in variant.ratings)):
            yield f"{origin['variants']}: variants.{variant.id}: rates {row} twice"


def listed_twice(ids: Mapping[str, Iterable[str]], origin: Mapping[str, str]) -> Iterator[str]:
    """Yield a fault for every duplicate id. `ids` are the ids of each table, and `origin` has the table's file."""
    for table, names in ids.items():
        for name in sorted(duplicates(names)):
            yield f"{origin[table]}: {table}.{name}: stands twice"


def dangling_references(part: Model, sources: Mapping[str, Source], origin: dict[str, str]) -> Iterator[str]:
    """Yield a fault for every reference below `part` to an unknown source or locator."""
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
    """Yield a fault for every id without words, unused words, and unknown placeholder in a text."""
    outside = tuple(status for status in get_args(Status) if status != "in_scope")
    exactly: dict[str, tuple[str, ...]] = {
        "categories": get_args(Category), "roles": get_args(Role), "levels": get_args(Level), "bases": get_args(Basis),
        "provenances": get_args(Provenance), "statuses": get_args(Status), "status_texts": outside, "yes_no": ("yes", "no"),
    }  # fmt: skip
    for name, ids in exactly.items():
        if {key_of(word) for word in getattr(content, name)} != set(ids):
            yield f"{origin[name]}: {name}: must be exactly {', '.join(ids)}"
    for table, parts in {"status_texts": content.status_texts, "exclusions": content.exclusions}.items():
        for part in parts:
            for name in ("headline", "rationale"):
                if not _has_plain_gaps(getattr(part, name, "")):
                    yield f"{origin[table]}: {table}.{key_of(part)}.{name}: in braces stand {{fields}} and {{messages}} alone"


def _has_plain_gaps(text: str) -> bool:
    """Return whether the only placeholders are {fields} and {messages}.

    Other format fields could read attributes of Python objects.
    """
    try:
        gaps = [gap for _, *gap in Formatter().parse(text) if gap[0] is not None]
    except ValueError:
        return False
    return all(gap in (["fields", "", None], ["messages", "", None]) for gap in gaps)
