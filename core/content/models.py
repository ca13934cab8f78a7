"""The models of a content pack: every clinical word, rating and rule after reading and checking."""

from typing import Literal

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.case.condition import ALWAYS, When
from core.content.ids import by_id
from core.content.wording import (
    ChoiceLabel,
    FieldGroup,
    FieldLabel,
    References,
    Source,
    Topic,
    Word,
)

Category = Literal["usually_appropriate", "may_be_appropriate", "usually_not_appropriate"]
Role = Literal[
    "first_line", "problem_solving", "contrast_free_alternative", "artifact_alternative", "complex_cases", "not_advised"
]
Provenance = Literal["article", "portal_capture", "companion_article"]
Basis = Literal["source", "inferred"]
Level = Literal["warning", "reminder", "clear"]
Status = Literal["in_scope", "out_of_scope", "conflict", "incomplete"]


class Procedure(Model):
    """An imaging procedure.

    `name` is the ACR's full name, `short` fits a flowchart node, and `order` reads well after "Order". `ruled_out_when`
    is a claim that the checker proves: the procedure is never advised in such a case.
    """

    id: Id
    name: Text
    short: Text
    brief: Text
    ruled_out_when: When | None = None


class Preference(Model):
    """The alternative procedure to offer when the condition holds."""

    procedure: Id
    when: When = ALWAYS


class Rating(Model):
    """One row of a variant's rating table. The category is looked up here and never computed."""

    procedure: Id
    category: Category
    provenance: OneOrMore[Provenance]
    sources: References
    role: Role | None = None
    role_note: Text | None = None
    why: Text | None = None
    instead: Id | None = None

    @property
    def to_confirm(self) -> bool:
        """Whether the row rests only on the portal capture and must be confirmed in the current ACR document."""
        return self.provenance == ("portal_capture",)


class Variant(Model):
    """One clinical variant of the ACR topic with its complete rating table."""

    id: Id
    title: Text
    fits: Text
    fits_not: Text
    sources: References
    ratings: OneOrMore[Rating]


class Redirect(Model):
    """A variant to refer to when the condition holds."""

    variant: Id
    when: When = ALWAYS


class Exclusion(Model):
    """A reason why a case is out of scope, with the variants to use instead.

    The headline of the exclusion with the highest `urgency` is shown.
    """

    id: Id
    title: Text
    when: When
    urgency: int
    headline: Text
    message: Text
    redirects: Several[Redirect] = ()
    sources: References


class Conflict(Model):
    """Two answers that cannot both be true."""

    id: Id
    title: Text
    when: When
    message: Text
    sources: References


class Requirement(Model):
    """An answer that is required for a decision when the condition holds."""

    field: Id
    when: When
    message: Text
    sources: References


class StatusText(Model):
    """The headline and rationale for a case that is not in scope.

    `{fields}` is replaced by the fields concerned.
    """

    status: Status
    action: Id
    headline: Text
    rationale: Text
    sources: References


class Assumption(Model):
    """The value assumed for an answer that is not recorded."""

    field: Id
    value: bool | str
    text: Text
    sources: References


class Headline(Model):
    """The action in words, with its procedure. The first headline whose condition holds is used."""

    text: Text
    procedure: Id | None = None
    when: When = ALWAYS


class Reason(Model):
    """A sentence of the rationale, used when the condition holds."""

    text: Text
    when: When = ALWAYS
    basis: Basis = "source"
    sources: References


class Node(Model):
    """A step of the pathway, at `row` (from the top) and `lane` (from the left) of the flowchart.

    The checker proves two claims about it. The walk reaches the node in exactly the cases of `reached_when`. Of these
    cases, it stops here in exactly those of `stops_when`.
    """

    id: Id
    kind: Literal["start", "question", "action", "outcome"]
    label: Text
    row: float
    lane: float
    meaning: Text
    sources: References
    action: Id | None = None
    reached_when: When | None = None
    stops_when: When | None = None
    headlines: Several[Headline] = ()
    reasons: Several[Reason] = ()


class Edge(Model):
    """A step from one node to the next, taken when the condition holds."""

    id: Id
    source: Id
    target: Id
    when: When = ALWAYS
    label: Text | None = None
    basis: Basis
    reasoning: Text
    sources: References


class TumorBoardReason(Model):
    """A reason to discuss the case at a tumor board, whatever the next step is."""

    id: Id
    title: Text
    when: When
    message: Text
    sources: References


class PitfallLevel(Model):
    """One level of a pitfall with its trigger and advice. The first level whose condition holds applies."""

    level: Level
    when: When
    message: Text


class Pitfall(Model):
    """A common error in this setting."""

    id: Id
    title: Text
    explanation: Text
    levels: OneOrMore[PitfallLevel]
    sources: References


class Notice(Model):
    """A remark on the case that does not change the advice. A notice without a condition is about outdated content."""

    id: Id
    title: Text
    message: Text
    when: When | None = None
    sources: References


class Content(Model):
    """A complete, cross-checked content pack."""

    topic: Topic
    sources: Several[Source]
    cited: dict[Id, References] = described("The sources of the tables whose rows name none of their own.")
    groups: Several[FieldGroup]
    fields: Several[FieldLabel]
    yes_no: Several[ChoiceLabel]
    categories: Several[Word]
    roles: Several[Word]
    levels: Several[Word]
    provenances: Several[Word]
    bases: Several[Word]
    statuses: Several[Word]
    actions: Several[Word]
    procedures: Several[Procedure]
    instead: dict[Id, Several[Preference]]
    variant: Id
    variants: Several[Variant]
    exclusions: Several[Exclusion]
    conflicts: Several[Conflict]
    requirements: Several[Requirement]
    status_texts: Several[StatusText]
    assumptions: Several[Assumption]
    nodes: Several[Node]
    edges: Several[Edge]
    tumor_board: Several[TumorBoardReason]
    pitfalls: Several[Pitfall]
    notices: Several[Notice]
    sha256: str
    files: dict[str, str] = described("The file that each of the tables above stands in.")

    # The engine caches its work per pack, so a pack must be hashable. Its SHA-256 identifies it.
    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and self.sha256 == other.sha256

    @property
    def acr_topic(self) -> Source:
        """The ACR document that the ratings come from."""
        return by_id(self.sources)[self.topic.acr_topic.source]

    @property
    def decided_variant(self) -> Variant:
        """The variant whose ratings the decision shows."""
        return by_id(self.variants)[self.variant]
