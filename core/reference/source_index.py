"""Index the sources: the statements that each one supports, and the statements that have none."""

from collections import defaultdict

from core.base.model import Model
from core.content import Content, Edge, Reference, Source, by_id, walk_parts
from core.content.citations import source_ids
from core.reference.shelf import Shelf

Supported = dict[str, dict[str, tuple[str, ...]]]
"""The names of the statements that cite a source, by source id and then by table."""

# The name of a statement is the first of these attributes that it has. Otherwise its id is used.
_NAMES = ("title", "question", "label")


def supported_by(content: Content, shelf: Shelf | None) -> Supported:
    """Return the statements that cite each source, each once, in the order of the packs."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for pack in filter(None, (content, shelf)):
        for table, value in vars(pack).items():
            for statement in value if isinstance(value, tuple) else (value,):
                if isinstance(statement, Model) and not isinstance(statement, (Source, Reference)):
                    for source in _sources_below(statement):
                        found[source][table][_name(statement, content)] = None
    return {source: {table: tuple(names) for table, names in tables.items()} for source, tables in found.items()}


def _sources_below(statement: Model) -> tuple[str, ...]:
    return source_ids(part for _, part in walk_parts(statement) if isinstance(part, Reference))


def _name(statement: Model, content: Content) -> str:
    if isinstance(statement, Edge):
        nodes = by_id(content.nodes)
        return f"{nodes[statement.source].label} → {nodes[statement.target].label}"
    for name in _NAMES:
        if getattr(statement, name, None):
            return str(getattr(statement, name))
    field = getattr(statement, "field", None)
    if field is not None:
        return by_id(content.fields)[field].label
    status = getattr(statement, "status", None)
    return by_id(content.statuses)[status].label if status else str(getattr(statement, "id", ""))


def orphans(pack: Content | Shelf) -> list[str]:
    """Return the statements without a source: neither the row nor its table cites one."""
    found = []
    for table, value in vars(pack).items():
        for statement in value if isinstance(value, tuple) else (value,):
            stated = isinstance(statement, Model) and not isinstance(statement, Source)
            if stated and not getattr(statement, "sources", ()) and table not in pack.cited:
                found.append(f"{pack.files[table]}: {table}.{getattr(statement, 'id', '')}: rests on no source")
    idle = [table for table in pack.cited if table not in pack.files]
    return found + [f"{pack.files['cited']}: cited.{table}: there is no such table" for table in idle]
