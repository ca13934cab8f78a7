"""Find the parts of a pack by id, or walk through all of them."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from core.base.model import Model
from core.case.condition import Condition

_Named = TypeVar("_Named", bound=Model)


# Decisions ask for the same few dozen lists again and again. Keeping each tuple alive stops its id() from being reused.
_indexes: dict[int, tuple[tuple[Model, ...], dict[str, Any]]] = {}
_MOST_INDEXES = 500


def by_id(parts: tuple[_Named, ...]) -> Mapping[str, _Named]:
    """Return the parts by id. Fields and status texts are keyed by the field or status that they describe."""
    known = _indexes.get(id(parts))
    if known is None:
        if len(_indexes) >= _MOST_INDEXES:
            _indexes.clear()
        known = _indexes[id(parts)] = parts, {key_of(part): part for part in parts}
    return known[1]


# The attributes that identify a part. Most parts have an id. The others are identified by what they describe.
KEYS = ("id", "field", "procedure", "variant", "status")


def key_of(part: Model) -> str:
    """Return the id that distinguishes a part from others of its kind, or "" if it has none, as for a reference."""
    name = next((name for name in KEYS if name in part.__dataclass_fields__), None)
    return str(getattr(part, name)) if name else ""


def walk_parts(part: Model, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Model]]:
    """Yield every part of the pack below `part`, with the ids that lead to it."""
    for name in part.__dataclass_fields__:
        value = getattr(part, name)
        for key, items in value.items() if isinstance(value, dict) else [("", value)]:
            for item in items if isinstance(items, tuple) else (items,):
                if isinstance(item, Model) and not isinstance(item, Condition):
                    here = tuple(filter(None, (*path, name, key, key_of(item))))
                    yield here, item
                    yield from walk_parts(item, here)
