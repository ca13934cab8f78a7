"""The differential: possible diagnoses in groups, each with its signs and the reasons to consider it in a case."""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model
from core.case.condition import When
from core.case.scenario import Scenario
from core.content import References

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


class DifferentialTables(Model):
    """The differential on the reference shelf, and the names of the studies in it."""

    studies: Several[StudyName]
    differential: Several[DiagnosisGroup]


def emphasized(diagnosis: Diagnosis, scenario: Scenario) -> tuple[Emphasis, ...]:
    """Return the reasons to consider this diagnosis closely in this case, if any."""
    return tuple(emphasis for emphasis in diagnosis.emphasis if emphasis.when.holds(scenario))


def differential_faults(tables: DifferentialTables, files: Mapping[str, str]) -> Iterator[str]:
    """Yield a fault if a study has no name or an unknown study has one."""
    if {study.id for study in tables.studies} != set(get_args(Study)):
        yield f"{files['studies']}: studies: must be exactly {', '.join(get_args(Study))}"
