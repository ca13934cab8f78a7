"""The words of a pack: its topic, its sources, and the labels of the form and its answers."""

from datetime import date
from typing import Annotated, Any

from core.base.model import Id, Limits, Model, OneOrMore, Several, Text


class Reference(Model):
    """A place in a source, written "S1:next_step": a source id and the id of one of its locators."""

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
    """A document that the content cites, with the cited places.

    A title in brackets is a description, because the document's own title was not seen.
    """

    id: Id
    title: Text
    publisher: Text
    year: int | None = None
    where: Text
    read: date
    seen: Text
    locators: Annotated[dict[Id, Text], Limits(min_length=1)]


class Topic(Model):
    """The topic of the pack, its audience and its edition."""

    id: Id
    title: Text
    acr_topic: Reference
    version: Text
    # These bounds are far beyond any real value. Their sum is still a valid date.
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
    """The label of one choice: the full text, which is also its accessible name, and a short form for narrow places."""

    id: str
    label: Text
    short: Text | None = None


class FieldLabel(Model):
    """The label of one field of the form.

    `visible` is the longer label on the screen and contains `label`, the accessible name. `key` is a letter of it for
    Alt.
    """

    id: Id
    label: Text
    visible: Text | None = None
    help: Text
    key: Annotated[str, Limits(pattern=r"^[a-z]$")] | None = None
    choices: Several[ChoiceLabel] = ()


class FieldGroup(Model):
    """Fields shown together in the form. A group that is not `core` can be folded.

    `key` is a letter of its label for Alt.
    """

    id: Id
    label: Text
    core: bool = False
    key: Annotated[str, Limits(pattern=r"^[a-z]$")] | None = None
    fields: OneOrMore[Id]


class Word(Model):
    """The words for an id used in the decision: a category, role, level, provenance, basis, status or action."""

    id: Id
    label: Text
    meaning: Text
