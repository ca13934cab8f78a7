"""The reference shelf: background material for the decision.

It is read when first opened and decides nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from core.base.field_types import Id, Several
from core.base.model import Model, described
from core.content import Content, References, Source, by_id
from core.content.faults import dangling_references, listed_twice
from core.content.loading import ContentError, checked_pack, read_tables
from core.reference.criteria import CriteriaTables, criteria_faults
from core.reference.differential import DifferentialTables, differential_faults
from core.reference.numbers import EvidenceTables
from core.reference.protocols import ProtocolTables, protocol_faults
from core.reference.questions import QuestionTables
from core.reference.radiation import RadiationTables
from core.schedule.published import ScheduleTables


class SourceTables(Model):
    """The sources on the reference shelf."""

    sources: Several[Source]
    cited: dict[Id, References] = described("The sources of the tables whose rows name none of their own.")


class Shelf(
    ProtocolTables,
    CriteriaTables,
    QuestionTables,
    DifferentialTables,
    SourceTables,
    EvidenceTables,
    ScheduleTables,
    RadiationTables,
):
    """A complete, cross-checked reference shelf. Its references may also name sources of the content pack.

    Python takes the fields of the last base first. The Sources page and the faults list the tables in this order.
    """

    files: dict[str, str] = described("The file that each of the tables above stands in.")


def load_shelf(folder: Path, content: Content) -> Shelf:
    """Return the shelf in `folder` for a content pack.

    Raise ContentError with every fault found.
    """
    shelf = checked_pack(Shelf, *read_tables(folder))
    faults = list(_faults(shelf, content))
    if faults:
        raise ContentError(faults)
    return shelf


def _faults(shelf: Shelf, content: Content) -> Iterator[str]:
    """Yield a fault for every source already in the pack, duplicate id, missing study name and dangling reference."""
    known = by_id(content.sources)
    for source in shelf.sources:
        if source.id in known:
            yield f"{shelf.files['sources']}: sources.{source.id}: stands in the content pack already"
    yield from listed_twice(_ids(shelf), shelf.files)
    yield from differential_faults(shelf, shelf.files)
    yield from criteria_faults(shelf, content, shelf.files)
    yield from protocol_faults(shelf, content, shelf.files)
    yield from dangling_references(shelf, {**known, **by_id(shelf.sources)}, shelf.files)


def _ids(shelf: Shelf) -> dict[str, list[str]]:
    """Return the ids in each table. The id of a diagnosis must be unique across all groups."""
    tables = {table: parts for table, parts in vars(shelf).items() if isinstance(parts, tuple)}
    ids = {table: [str(part.id) for part in parts if hasattr(part, "id")] for table, parts in tables.items()}
    ids["differential"] += [diagnosis.id for group in shelf.differential for diagnosis in group.diagnoses]
    return ids
