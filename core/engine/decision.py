"""The decision on a case, as shown on the screen and printed by `bonewatch decide --format json`."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from core.base.model import Model
from core.case.scenario import Answer
from core.content import Basis, Category, Level, Provenance, Reference, Role, Status

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# Only for the panels and the explanations.
_NOT_PRINTED: Any = {
    "recommendation": {"because", "references"},
    "edges": True,
    "pitfalls": {"__all__": {"message"}},
}


class ConflictFound(Model):
    """Two answers that cannot both be true. `fields` are the ones to check."""

    id: str
    fields: tuple[str, ...]
    message: str


class AssumptionMade(Model):
    """A value assumed for an answer that is not recorded, where another value would change the path."""

    field: str
    value: bool | str


class Recommendation(Model):
    """The recommended action in words, with its basis and sources. `because` are the answers that led to it."""

    action: str
    procedure: str | None
    headline: str
    rationale: str
    basis: Basis
    sources: tuple[str, ...]
    because: tuple[str, ...]
    references: tuple[Reference, ...]


class RatingShown(Model):
    """A procedure with its ACR category, its role, whether it is advised now, and the alternative to it."""

    procedure: str
    category: Category
    role: Role
    recommended: bool
    instead: str | None
    provenance: tuple[Provenance, ...]
    sources: tuple[str, ...]


class PitfallFound(Model):
    """A pitfall at its level in this case. `because` are the answers that set the level."""

    id: str
    level: Level
    because: tuple[str, ...]
    message: str


class ContentStamp(Model):
    """The version and hash of the content behind a decision."""

    version: str
    sha256: str
    reviewed: date


class Decision(Model):
    """The answer to a scenario. The fields are in the order in which they are printed."""

    schema: Literal["bonewatch.decision/1"] = "bonewatch.decision/1"
    status: Status
    exclusions: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    conflicts: tuple[ConflictFound, ...] = ()
    missing: tuple[str, ...] = ()
    assumptions: tuple[AssumptionMade, ...] = ()
    recommendation: Recommendation
    tumor_board: tuple[str, ...] = ()
    ratings: tuple[RatingShown, ...] = ()
    path: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    pitfalls: tuple[PitfallFound, ...] = ()
    notices: tuple[str, ...] = ()
    content: ContentStamp

    def to_json(self, indent: int | None = None) -> str:
        """Return the decision as JSON. The same case and content always give the same bytes."""
        return _printer().dump_json(self, indent=indent, exclude=_NOT_PRINTED).decode()


class Change(NamedTuple):
    """One changed answer that alters the action or the procedure, and the resulting advice."""

    field: str
    value: Answer
    action: str
    procedure: str | None
    status: Status
    headline: str


@cache
def _printer() -> "TypeAdapter[Decision]":
    from pydantic import TypeAdapter

    return TypeAdapter(Decision)
