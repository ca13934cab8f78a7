"""The reference shelf: background material for the decision.

It is read when first opened and decides nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.base.validation import ModelError, checked
from core.case.condition import When
from core.case.scenario import Scenario
from core.content import Content, References, Source, by_id
from core.content.faults import dangling_references, listed_twice
from core.content.loading import ContentError, located, read_tables
from core.reference.criteria import EarlierEdition, EditionChange, VariantComparison, criteria_faults
from core.reference.numbers import EvidenceTables
from core.reference.protocols import ProtocolCard, protocol_faults
from core.reference.radiation import RadiationTables
from core.schedule.published import ScheduleTables

Study = Literal["radiographs", "mri", "ct", "fdg_pet_ct", "bone_scan", "clinical"]


class StudyName(Model):
    """The name of a study in a list of signs."""

    id: Study
    label: Text


class Sign(Model):
    """The appearance of a diagnosis in one study."""

    study: Study
    text: Text
    sources: References


class Emphasis(Model):
    """A reason to consider a diagnosis closely in this case, used when the condition holds."""

    when: When
    reason: Text
    sources: References


class Diagnosis(Model):
    """A possible diagnosis, its signs, and how to distinguish it from the others."""

    id: Id
    title: Text
    signs: OneOrMore[Sign]
    tell_apart: Text
    sources: References
    emphasis: Several[Emphasis] = ()


class DiagnosisGroup(Model):
    """A group of diagnoses, in the article's order. The case does not change the order."""

    id: Id
    title: Text
    summary: Text
    sources: References
    diagnoses: OneOrMore[Diagnosis]


class Question(Model):
    """A question that clinicians ask, with its answer. `when` defines the cases that raise the question."""

    id: Id
    question: Text
    answer: OneOrMore[Text]
    when: When | None = None
    sources: References


class Shelf(EvidenceTables, ScheduleTables, RadiationTables):
    """A complete, cross-checked reference shelf. Its references may also name sources of the content pack."""

    sources: Several[Source]
    cited: dict[Id, References] = described("The sources of the tables whose rows name none of their own.")
    studies: Several[StudyName]
    differential: Several[DiagnosisGroup]
    questions: Several[Question]
    reading_notice: Text = described("What is said of every rating table that does not answer the case.")
    comparison: VariantComparison
    earlier_edition: EarlierEdition
    edition_changes: Several[EditionChange]
    protocol_notice: Text = described("What is said of every protocol card.")
    protocols: Several[ProtocolCard]
    files: dict[str, str] = described("The file that each of the tables above stands in.")


def load_shelf(folder: Path, content: Content) -> Shelf:
    """Return the shelf in `folder` for a content pack.

    Raise ContentError with every fault found.
    """
    tables, origin, faults = read_tables(folder)
    if faults:
        raise ContentError(faults)
    try:
        shelf = checked(Shelf, {**tables, "files": origin})
    except ModelError as error:
        raise ContentError(located(error, tables, origin)) from None
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
    if {study.id for study in shelf.studies} != set(get_args(Study)):
        yield f"{shelf.files['studies']}: studies: must be exactly {', '.join(get_args(Study))}"
    yield from criteria_faults(shelf.earlier_edition, shelf.comparison, content, shelf.files)
    yield from protocol_faults(shelf.protocols, content, shelf.files["protocols"])
    yield from dangling_references(shelf, {**known, **by_id(shelf.sources)}, shelf.files)


def _ids(shelf: Shelf) -> dict[str, list[str]]:
    """Return the ids in each table. The id of a diagnosis must be unique across all groups."""
    tables = {table: parts for table, parts in vars(shelf).items() if isinstance(parts, tuple)}
    ids = {table: [str(part.id) for part in parts if hasattr(part, "id")] for table, parts in tables.items()}
    ids["differential"] += [diagnosis.id for group in shelf.differential for diagnosis in group.diagnoses]
    return ids


def emphasized(diagnosis: Diagnosis, scenario: Scenario) -> tuple[Emphasis, ...]:
    """Return the reasons to consider this diagnosis closely in this case, if any."""
    return tuple(emphasis for emphasis in diagnosis.emphasis if emphasis.when.holds(scenario))


def questions_for(scenario: Scenario, shelf: Shelf) -> tuple[tuple[Question, bool], ...]:
    """Return all questions, each with whether this case raises it. Raised questions come first."""
    raised = [(question, question.when is not None and question.when.holds(scenario)) for question in shelf.questions]
    return tuple(sorted(raised, key=lambda pair: not pair[1]))
