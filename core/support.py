"""What each source supports: the other end of every reference."""

from collections import defaultdict

from pydantic import BaseModel

from core.content import Content, Reference, walk_parts
from core.shelf import Shelf

# What a statement goes by, the first that it has.
_NAMES = ("title", "label", "question", "text", "reason", "name", "short", "procedure", "field", "headline", "id")


def supported_by(content: Content, shelf: Shelf | None) -> dict[str, tuple[str, ...]]:
    """For each source id the statements that cite it, by title, each once, in the order of the packs."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for pack in (content, shelf):
        if pack is not None:
            _collect(pack, found)
    return {source: tuple(names) for source, names in found.items()}


def _collect(part: BaseModel, found: dict[str, dict[str, None]]) -> None:
    for _, statement in walk_parts(part):
        if isinstance(statement, Reference):
            continue
        for _, value in statement:
            for reference in value if isinstance(value, tuple) else (value,):
                if isinstance(reference, Reference):
                    name = next(getattr(statement, n) for n in _NAMES if getattr(statement, n, None))
                    found[reference.source][str(name)] = None
