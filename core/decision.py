"""The decision on a case: what is shown, and what `bonewatch decide --format json` prints."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from core.content import Basis, Category, Level, Provenance, Reference, Role, Status


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ConflictFound(_Result):
    """Two answers that cannot both be true; `fields` are those to look at."""

    id: str
    fields: tuple[str, ...]
    message: str


class AssumptionMade(_Result):
    """A value taken for an answer that is not recorded; another value would lead elsewhere."""

    field: str
    value: bool | str


class Recommendation(_Result):
    """What to do now, in words, with its basis and sources; `because` are the answers that led to it."""

    action: str
    procedure: str | None
    headline: str
    rationale: str
    basis: Basis
    sources: tuple[str, ...]
    because: tuple[str, ...] = Field(exclude=True)
    references: tuple[Reference, ...] = Field(exclude=True)


class RatingShown(_Result):
    """A procedure with its ACR category, its role, whether it is advised now, and what to do instead."""

    procedure: str
    category: Category
    role: Role
    recommended: bool
    instead: str | None
    provenance: tuple[Provenance, ...]
    sources: tuple[str, ...]


class PitfallFound(_Result):
    """A pitfall at its level in this case; `because` are the answers that set the level."""

    id: str
    level: Level
    because: tuple[str, ...]
    message: str = Field(exclude=True)


class ContentStamp(_Result):
    """The content that decided."""

    version: str
    sha256: str
    reviewed: date


class Decision(_Result):
    """The answer to a scenario, in the order in which it is printed."""

    # Pydantic needs an alias for a field named like one of its own methods.
    schema_: Literal["bonewatch.decision/1"] = Field("bonewatch.decision/1", serialization_alias="schema")
    status: Status
    exclusions: tuple[str, ...]
    redirects: tuple[str, ...]
    conflicts: tuple[ConflictFound, ...]
    missing: tuple[str, ...]
    assumptions: tuple[AssumptionMade, ...]
    recommendation: Recommendation
    tumor_board: tuple[str, ...]
    ratings: tuple[RatingShown, ...]
    path: tuple[str, ...]
    edges: tuple[str, ...] = Field(exclude=True)
    pitfalls: tuple[PitfallFound, ...]
    notices: tuple[str, ...]
    content: ContentStamp

    def to_json(self, indent: int | None = None) -> str:
        """The decision as JSON, byte for byte the same for the same case and content."""
        return self.model_dump_json(by_alias=True, indent=indent)
