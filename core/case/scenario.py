"""The scenario: the known facts of a case.

The form, the case files and the conditions in the content build on it. Every field may be None, "not recorded", which
never means "no". No field identifies a patient.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from annotated_types import Interval

from core.base.duplicates import duplicates
from core.base.field_types import FROM_LIST
from core.base.model import Convert, Model, described
from core.base.printable import printable

Answer: TypeAlias = str | bool | int | float | tuple[str, ...] | None

Purpose = Literal["local_recurrence_surveillance", "pulmonary_surveillance", "initial_staging"]
TumorOrigin = Literal["bone", "soft_tissue"]
Symptom = Literal["new_pain", "palpable_mass", "pathologic_fracture"]
RadiographResult = Literal["not_done", "stable", "suspicious", "indeterminate"]
RadiographFinding = Literal[
    "new_lytic_lesion",
    "new_sclerotic_lesion",
    "progressive_interface_radiolucency",
    "new_soft_tissue_opacity",
    "periosteal_reaction",
]
Suspicion = Literal["low", "high"]
Hardware = Literal["none", "internal_fixation", "endoprosthesis"]
MriLimitation = Literal["none", "severe_artifact", "contraindicated"]
AdvancedStudy = Literal["none", "mri", "ct"]
AdvancedResult = Literal["no_recurrence", "suspicious", "equivocal", "nondiagnostic"]
Histology = Literal["osteosarcoma", "ewing_sarcoma", "chondrosarcoma", "giant_cell_tumor", "chordoma", "other"]
Grade = Literal["low", "high"]
Site = Literal[
    "shoulder", "humerus", "elbow", "forearm", "wrist", "hand", "chest", "pelvis", "femur",
    "knee", "tibia_fibula", "ankle", "foot", "spine", "sacrum", "skull_or_jaw", "other",
]  # fmt: skip
Surgery = Literal["none", "limb_sparing_resection", "curettage", "amputation"]


def each_once(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items unchanged. Raise ValueError if an item is listed twice."""
    repeated = duplicates(items)
    if repeated:
        raise ValueError(f"{printable(repeated[0])} is listed twice")
    return items


def _whole_as_int(number: float) -> int | float:
    # Write 24 from a file back as 24, not as 24.0.
    return int(number) if number.is_integer() else number


# JSON and TOML only have lists. The frozen model keeps tuples.
_Item = TypeVar("_Item", bound=str)
_Several = Annotated[tuple[_Item, ...], FROM_LIST, Convert(each_once)]


class Scenario(Model):
    """The answers of one case, in form order."""

    purpose: Purpose | None = described("Why imaging is planned.", default=None)
    tumor_origin: TumorOrigin | None = described("The tissue that the primary tumor arose in.", default=None)
    treated: bool | None = described("Whether the primary tumor has had its treatment.", default=None)
    symptoms: _Several[Symptom] | None = described(
        "New symptoms at the site; an empty list: asked, none.", default=None
    )
    radiograph_result: RadiographResult | None = described(
        "The radiographs of this visit, read against the series.", default="not_done"
    )
    radiograph_findings: _Several[RadiographFinding] | None = described("What the radiographs newly show.", default=())
    clinical_suspicion: Suspicion | None = described("The clinician's own suspicion of recurrence.", default=None)
    baseline_available: bool | None = described("Whether the first post-operative study is at hand.", default=None)
    priors_available: bool | None = described("Whether the rest of the series is at hand.", default=None)
    hardware: Hardware | None = described("Metal at the site.", default=None)
    mri_limitation: MriLimitation | None = described("What stands in the way of MRI.", default=None)
    mars_available: bool | None = described("Whether metal artifact reduction sequences are available.", default=None)
    gadolinium_contraindicated: bool | None = described("Whether gadolinium contrast is contraindicated.", default=None)
    advanced_study: AdvancedStudy | None = described("The latest problem-solving study already done.", default="none")
    advanced_result: AdvancedResult | None = described("The result of that study.", default=None)
    age_years: Annotated[float, Interval(ge=0, le=120), Convert(_whole_as_int)] | None = described(
        "Age.", default=None, unit="years"
    )
    histology: Histology | None = described("The primary tumor.", default=None)
    grade: Grade | None = described("Its grade.", default=None)
    site: Site | None = described("Where it was.", default=None)
    surgery: Surgery | None = described("The operation on it.", default=None)
    radiation_therapy: bool | None = described("Whether the site was irradiated.", default=None)
    months_since_treatment: Annotated[float, Interval(ge=0, le=1200), Convert(_whole_as_int)] | None = described(
        "Time since the end of treatment.", default=None, unit="months"
    )


@dataclass(frozen=True)
class FieldSpec:
    """The answers that one field of the scenario accepts.

    kind: "choice" (one of `choices`), "yes_no", "several" (any of `choices`) or "number" (`minimum` to `maximum`, in
    `unit`).
    """

    id: str
    kind: Literal["choice", "yes_no", "several", "number"]
    default: Answer
    description: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None

    def takes(self, answer: Answer) -> bool:
        """Return whether the field accepts this answer. None, "not recorded", is always accepted."""
        if answer is None:
            return True
        if self.kind == "yes_no":
            return isinstance(answer, bool)
        if self.kind == "choice":
            return answer in self.choices
        if self.kind == "several":
            return isinstance(answer, tuple) and len({*answer} & {*self.choices}) == len(answer)
        is_number = isinstance(answer, int | float) and not isinstance(answer, bool)
        return is_number and self.minimum <= answer <= self.maximum  # type: ignore[operator]


def _unaliased(annotation: Any) -> Any:
    """Return the annotation without Annotated and without "or None"."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (UnionType, Union):
            (annotation,) = (a for a in get_args(annotation) if a is not NoneType)
        else:
            return annotation


def _spec(name: str, default: Any, annotation: Any, metadata: Mapping[str, Any]) -> FieldSpec:
    plain, description = _unaliased(annotation), metadata["description"]
    if plain is bool:
        return FieldSpec(name, "yes_no", default, description)
    if get_origin(plain) is tuple:
        return FieldSpec(name, "several", default, description, get_args(get_args(plain)[0]))
    if get_origin(plain) is Literal:
        return FieldSpec(name, "choice", default, description, get_args(plain))
    number, _ = get_args(annotation)  # The second argument is None.
    limits: Any
    (limits,) = (each for each in number.__metadata__ if isinstance(each, Interval))
    return FieldSpec(
        name, "number", default, description,
        minimum=limits.ge, maximum=limits.le, unit=metadata["unit"],
    )  # fmt: skip


@cache
def field_specs() -> dict[str, FieldSpec]:
    """Return every field of the scenario by its id, in form order."""
    return {each.name: _spec(each.name, each.default, each.type, each.metadata) for each in fields(Scenario)}


def in_form_order(names: Collection[str]) -> tuple[str, ...]:
    """Return the given field ids in form order."""
    return tuple(name for name in field_specs() if name in names)
