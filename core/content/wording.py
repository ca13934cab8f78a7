"""The words of a pack: its topic, its sources, and the labels of the form and its answers."""

from datetime import date
from typing import Annotated, Any

from annotated_types import Interval, Lt, MinLen

from core.base.field_types import Id, OneOrMore, Several, Text, matching
from core.base.model import Convert, Model


class Reference(Model):
    """A place in a source, written "S1:next_step": a source id and the id of one of its locators."""

    source: str
    locator: str


def _reference_table(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    source, colon, locator = value.partition(":")
    if not colon or ":" in locator:
        raise ValueError(f"'{value}' is not a reference: write SOURCE:LOCATOR")
    return {"source": source, "locator": locator}


Cited = Annotated[Reference, Convert(_reference_table, before=True)]
"""A reference in a file: "S1:next_step"."""

References = OneOrMore[Cited]


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
    locators: Annotated[dict[Id, Text], MinLen(1)]


class Topic(Model):
    """The topic of the pack, its audience and its edition."""

    id: Id
    title: Text
    acr_topic: Cited
    version: Text
    # These bounds are far beyond any real value. Their sum is still a valid date.
    reviewed: Annotated[date, Lt(date(3000, 1, 1))]
    stale_after_months: Annotated[int, Interval(gt=0, le=1200)]
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
    key: Annotated[str, matching(r"[a-z]", "one small letter")] | None = None
    choices: Several[ChoiceLabel] = ()


class FieldGroup(Model):
    """Fields shown together in the form. A group that is not `core` can be folded.

    `key` is a letter of its label for Alt.
    """

    id: Id
    label: Text
    core: bool = False
    key: Annotated[str, matching(r"[a-z]", "one small letter")] | None = None
    fields: OneOrMore[Id]


class Word(Model):
    """The words for an id used in the decision: a category, role, level, provenance, basis, status or action."""

    id: Id
    label: Text
    meaning: Text
