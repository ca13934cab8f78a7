"""The words of a pack: what it is about, what it rests on, and how the form and its answers read."""

from datetime import date
from typing import Annotated, Any

from core.base.model import Id, Limits, Model, OneOrMore, Several, Text


class Reference(Model):
    """A place in a source: written "S1:next_step", a source id and the id of one of its locators."""

    source: str
    locator: str

    @classmethod
    def as_table(cls, value: Any) -> Any:
        if isinstance(value, str) and value.count(":") == 1:
            source, locator = value.split(":")
            return {"source": source, "locator": locator}
        if isinstance(value, str):
            raise ValueError(f"'{value}' is not a reference: write SOURCE:LOCATOR")
        return value


References = OneOrMore[Reference]


class Source(Model):
    """A document that the content rests on, and the places in it that are cited; a title in brackets is not its own."""

    id: Id
    title: Text
    publisher: Text
    year: int | None = None
    where: Text
    read: date
    seen: Text
    locators: Annotated[dict[Id, Text], Limits(min_length=1)]


class Topic(Model):
    """What the pack is about, for whom, and its edition."""

    id: Id
    title: Text
    acr_topic: Reference
    version: Text
    # Bounds far beyond sense, within which the one can be added to the other.
    reviewed: Annotated[date, Limits(lt=date(3000, 1, 1))]
    stale_after_months: Annotated[int, Limits(gt=0, le=1200)]
    purpose: Text
    intended_use: Text
    intended_users: Text
    not_for: OneOrMore[Text]
    judgment_notice: Text
    images_notice: Text
    trademark_notice: Text
    confirm_notice: Text
    inferred_notice: Text
    safety_net: Text
    sources: References


class ChoiceLabel(Model):
    """How one choice reads: in full (also its accessible name) and where the room is short."""

    id: str
    label: Text
    short: Text | None = None


class FieldLabel(Model):
    """How one field of the form reads.

    `visible` is the longer label on the screen and contains `label`, the accessible name; `key` is a letter of it for Alt.
    """

    id: Id
    label: Text
    visible: Text | None = None
    help: Text
    key: Annotated[str, Limits(pattern=r"^[a-z]$")] | None = None
    choices: Several[ChoiceLabel] = ()


class FieldGroup(Model):
    """Fields that stand together in the form; a group that is not `core` folds. `key` is a letter of its label for Alt."""

    id: Id
    label: Text
    core: bool = False
    key: Annotated[str, Limits(pattern=r"^[a-z]$")] | None = None
    fields: OneOrMore[Id]


class Word(Model):
    """The words for an id that the decision uses: a category, role, level, provenance, basis, status or action."""

    id: Id
    label: Text
    meaning: Text
