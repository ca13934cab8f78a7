"""Finding the parts of a pack: by their ids, and all of them in turn."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from core.base.model import Model
from core.case.condition import Condition

_Named = TypeVar("_Named", bound=Model)


# An answer asks for the same few dozen lists again and again; each is held beside its index, so an id stays its own.
_indexes: dict[int, tuple[tuple[Model, ...], dict[str, Any]]] = {}
_MOST_INDEXES = 500


def by_id(parts: tuple[_Named, ...]) -> Mapping[str, _Named]:
    """The parts by their ids (fields and status texts by what they are about)."""
    known = _indexes.get(id(parts))
    if known is None:
        if len(_indexes) >= _MOST_INDEXES:
            _indexes.clear()
        known = _indexes[id(parts)] = parts, {key_of(part): part for part in parts}
    return known[1]


# What tells the parts of a list apart: most have an id, the others are known by what they are about.
KEYS = ("id", "field", "procedure", "variant", "status")


def key_of(part: Model) -> str:
    """What tells a part from others of its kind; empty where nothing does, as with a reference."""
    name = next((name for name in KEYS if name in part.__dataclass_fields__), None)
    return str(getattr(part, name)) if name else ""


def walk_parts(part: Model, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Model]]:
    """Every part of the pack below `part`, with the ids that lead to it."""
    for name in part.__dataclass_fields__:
        value = getattr(part, name)
        for key, items in value.items() if isinstance(value, dict) else [("", value)]:
            for item in items if isinstance(items, tuple) else (items,):
                if isinstance(item, Model) and not isinstance(item, Condition):
                    here = tuple(filter(None, (*path, name, key, key_of(item))))
                    yield here, item
                    yield from walk_parts(item, here)
