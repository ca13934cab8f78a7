"""The decision on a case: what is shown, and what `bonewatch decide --format json` prints."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from core.base.model import Model
from core.content import Basis, Category, Level, Provenance, Reference, Role, Status

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# For the panels and the explanations only.
_NOT_PRINTED: Any = {
    "recommendation": {"because", "references"},
    "edges": True,
    "pitfalls": {"__all__": {"message"}},
}


class ConflictFound(Model):
    """Two answers that cannot both be true; `fields` are those to look at."""

    id: str
    fields: tuple[str, ...]
    message: str


class AssumptionMade(Model):
    """A value taken for an answer that is not recorded; another value would lead elsewhere."""

    field: str
    value: bool | str


class Recommendation(Model):
    """What to do now, in words, with its basis and sources; `because` are the answers that led to it."""

    action: str
    procedure: str | None
    headline: str
    rationale: str
    basis: Basis
    sources: tuple[str, ...]
    because: tuple[str, ...]
    references: tuple[Reference, ...]


class RatingShown(Model):
    """A procedure with its ACR category, its role, whether it is advised now, and what to do instead."""

    procedure: str
    category: Category
    role: Role
    recommended: bool
    instead: str | None
    provenance: tuple[Provenance, ...]
    sources: tuple[str, ...]


class PitfallFound(Model):
    """A pitfall at its level in this case; `because` are the answers that set the level."""

    id: str
    level: Level
    because: tuple[str, ...]
    message: str


class ContentStamp(Model):
    """The content that decided."""

    version: str
    sha256: str
    reviewed: date


class Decision(Model):
    """The answer to a scenario, in the order in which it is printed."""

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

    def warning(self, pitfalls: tuple[PitfallFound, ...], notices: tuple[str, ...]) -> "Decision":
        """This decision with these pitfalls and notices in place of its own."""
        # As `but` would do it, in a third of the time: this is done for every case.
        decision = object.__new__(Decision)
        vars(decision).update(vars(self), pitfalls=pitfalls, notices=notices)
        return decision

    def to_json(self, indent: int | None = None) -> str:
        """The decision as JSON, byte for byte the same for the same case and content."""
        return _printer().dump_json(self, indent=indent, exclude=_NOT_PRINTED).decode()


@cache
def _printer() -> "TypeAdapter[Decision]":
    from pydantic import TypeAdapter

    return TypeAdapter(Decision)
