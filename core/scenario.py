"""The scenario: what is known of a case. The form, the case files and the conditions in the content all build on it.

Every field may be None, "not recorded", which is never the same as "no". No field identifies a patient.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

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
    """The items as they are; the validator of lists in which nothing may stand twice."""
    for index, item in enumerate(items):
        if item in items[:index]:
            raise PydanticCustomError("listed_twice", "{item} is listed twice", {"item": item})
    return items


def _whole_as_int(number: float) -> int | float:
    # 24 read from a file is written back as 24, not as 24.0.
    return int(number) if number.is_integer() else number


# JSON and TOML have lists only; the frozen model keeps tuples.
_Item = TypeVar("_Item", bound=str)
_Several = Annotated[tuple[_Item, ...], Field(strict=False), AfterValidator(each_once)]
_Number = Annotated[float, Field(allow_inf_nan=False)]


class Scenario(BaseModel):
    """The answers of one case, in the order in which the form asks for them."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    purpose: Purpose | None = Field(None, description="Why imaging is planned.")
    tumor_origin: TumorOrigin | None = Field(None, description="The tissue that the primary tumor arose in.")
    treated: bool | None = Field(None, description="Whether the primary tumor has had its treatment.")
    symptoms: _Several[Symptom] | None = Field(
        None, description="New symptoms at the site; an empty list: asked, none."
    )
    radiograph_result: RadiographResult | None = Field(
        "not_done", description="The radiographs of this visit, read against the series."
    )
    radiograph_findings: _Several[RadiographFinding] | None = Field((), description="What the radiographs newly show.")
    clinical_suspicion: Suspicion | None = Field(None, description="The clinician's own suspicion of recurrence.")
    baseline_available: bool | None = Field(None, description="Whether the first post-operative study is at hand.")
    priors_available: bool | None = Field(None, description="Whether the rest of the series is at hand.")
    hardware: Hardware | None = Field(None, description="Metal at the site.")
    mri_limitation: MriLimitation | None = Field(None, description="What stands in the way of MRI.")
    mars_available: bool | None = Field(None, description="Whether metal artifact reduction sequences are available.")
    gadolinium_contraindicated: bool | None = Field(None, description="Whether gadolinium contrast is contraindicated.")
    advanced_study: AdvancedStudy | None = Field("none", description="The latest problem-solving study already done.")
    advanced_result: AdvancedResult | None = Field(None, description="The result of that study.")
    age_years: Annotated[_Number, Field(ge=0, le=120), AfterValidator(_whole_as_int)] | None = Field(
        None, description="Age.", json_schema_extra={"unit": "years"}
    )
    histology: Histology | None = Field(None, description="The primary tumor.")
    grade: Grade | None = Field(None, description="Its grade.")
    site: Site | None = Field(None, description="Where it was.")
    surgery: Surgery | None = Field(None, description="The operation on it.")
    radiation_therapy: bool | None = Field(None, description="Whether the site was irradiated.")
    months_since_treatment: Annotated[_Number, Field(ge=0, le=1200), AfterValidator(_whole_as_int)] | None = Field(
        None, description="Time since the end of treatment.", json_schema_extra={"unit": "months"}
    )


@dataclass(frozen=True)
class FieldSpec:
    """How one field of the scenario can be answered.

    kind: "choice" (one of `choices`), "yes_no", "several" (any of `choices`) or "number" (`minimum` to `maximum`, in `unit`).
    """

    id: str
    kind: Literal["choice", "yes_no", "several", "number"]
    default: Answer
    description: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None


def _unaliased(annotation: Any) -> Any:
    """The annotation below Annotated and "or None"."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (UnionType, Union):
            (annotation,) = (a for a in get_args(annotation) if a is not NoneType)
        else:
            return annotation


def _spec(name: str) -> FieldSpec:
    info = Scenario.model_fields[name]
    annotation = _unaliased(info.annotation)
    description = info.description or ""
    if annotation is bool:
        return FieldSpec(name, "yes_no", info.default, description)
    if get_origin(annotation) is tuple:
        return FieldSpec(name, "several", info.default, description, get_args(get_args(annotation)[0]))
    if get_origin(annotation) is Literal:
        return FieldSpec(name, "choice", info.default, description, get_args(annotation))
    (number,) = (a for a in get_args(info.annotation) if a is not NoneType)
    limits = [limit for part in number.__metadata__ for limit in getattr(part, "metadata", ())]
    minimum: Any = next(limit.ge for limit in limits if isinstance(limit, Ge))
    maximum: Any = next(limit.le for limit in limits if isinstance(limit, Le))
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return FieldSpec(
        name, "number", info.default, description,
        minimum=minimum, maximum=maximum, unit=str(extra.get("unit", "")),
    )  # fmt: skip


@cache
def field_specs() -> dict[str, FieldSpec]:
    """Every field of the scenario by its id, in form order."""
    return {name: _spec(name) for name in Scenario.model_fields}


def in_form_order(fields: set[str]) -> tuple[str, ...]:
    """The given field ids in the order in which the form asks for them."""
    return tuple(name for name in Scenario.model_fields if name in fields)
