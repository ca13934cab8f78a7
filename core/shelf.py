"""The reference shelf: what surrounds the decision. It is read when first opened and decides nothing."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from core.content import (
    Content,
    ContentError,
    Id,
    Part,
    References,
    Several,
    Source,
    Text,
    by_id,
    dangling_references,
    located,
    read_tables,
)
from core.guard import Guard
from core.scenario import Scenario

Study = Literal["radiographs", "mri", "ct", "fdg_pet_ct", "bone_scan", "clinical"]


class StudyName(Part):
    """How a study is called in a list of signs."""

    id: Study
    label: Text


class Sign(Part):
    """What one study shows."""

    study: Study
    text: Text
    sources: References


class Emphasis(Part):
    """Why a diagnosis deserves a second look in this case, where the condition holds."""

    when: Guard
    reason: Text
    sources: References


class Diagnosis(Part):
    """A diagnosis to think of, its signs, and how to tell it from the others."""

    id: Id
    title: Text
    signs: Several[Sign] = Field(min_length=1)
    tell_apart: Text
    sources: References
    emphasis: Several[Emphasis] = ()


class DiagnosisGroup(Part):
    """A group of diagnoses, in the article's order, which no case changes."""

    id: Id
    title: Text
    summary: Text
    sources: References
    diagnoses: Several[Diagnosis] = Field(min_length=1)


class Question(Part):
    """A question that clinicians ask, with its answer. `when` says in which cases it comes up by itself."""

    id: Id
    question: Text
    answer: Several[Text] = Field(min_length=1)
    when: Guard | None = None
    sources: References


class Shelf(Part):
    """A complete, cross-checked reference shelf. Its references may name the sources of the content pack too."""

    sources: Several[Source]
    studies: Several[StudyName]
    differential: Several[DiagnosisGroup]
    questions: Several[Question]
    files: dict[str, str] = Field(description="The file that each of the tables above stands in.")


def load_shelf(folder: Path, content: Content) -> Shelf:
    """The shelf in `folder`, to stand beside a content pack.

    Raises ContentError with every fault found.
    """
    tables, origin, faults = read_tables(folder)
    if faults:
        raise ContentError(faults)
    try:
        shelf = Shelf(**tables, files=origin)
    except ValidationError as error:
        raise ContentError(located(error, tables, origin)) from None
    known = by_id(content.sources)
    faults = [
        f"{origin['sources']}: sources.{s.id}: stands in the content pack already"
        for s in shelf.sources
        if s.id in known
    ]
    faults += dangling_references(shelf, {**known, **by_id(shelf.sources)}, origin)
    if faults:
        raise ContentError(faults)
    return shelf


def emphasized(diagnosis: Diagnosis, scenario: Scenario) -> tuple[Emphasis, ...]:
    """Why this diagnosis deserves a second look in this case; nothing where it does not stand out."""
    return tuple(emphasis for emphasis in diagnosis.emphasis if emphasis.when.holds(scenario))


def questions_for(scenario: Scenario, shelf: Shelf) -> tuple[tuple[Question, bool], ...]:
    """All questions, those that this case raises first, each with whether the case raises it."""
    raised = [(question, question.when is not None and question.when.holds(scenario)) for question in shelf.questions]
    return tuple(sorted(raised, key=lambda pair: not pair[1]))
