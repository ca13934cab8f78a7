"""Protocol cards: the settings a study needs to be useful, as a starting point for the local protocol.

A card and its adaptations to a case are data. `adapted` returns the adaptations for display or printing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.base.duplicates import duplicates
from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model, described
from core.case.condition import When
from core.case.scenario import Scenario
from core.content import Content, Reference, References, by_id
from core.content.citations import collect
from core.report.report import Fact, answer_text


class Parameter(Model):
    """A setting or a measured effect. A value with a digit has a unit."""

    name: Text
    value: Text
    unit: Text | None = None
    purpose: Text
    sources: References

    def __post_init__(self) -> None:
        if self.unit is None and re.search(r"(?<![A-Za-z])\d", self.value):
            raise ValueError(f"'{self.value}' needs a unit")


class ParameterTable(Model):
    """Parameters in one table. `values` and `purposes` are column headings that replace the default ones."""

    title: Text
    values: Text | None = None
    purposes: Text | None = None
    rows: OneOrMore[Parameter]


class Caution(Model):
    """A possible mistake in the study."""

    text: Text
    sources: References


class Adaptation(Model):
    """A change to the protocol when the condition holds. `see` is another card."""

    when: When
    text: Text
    see: Id | None = None
    sources: References


class ProtocolCard(Model):
    """A study's protocol.

    `procedures` are the rated procedures it applies to. `unsettled` lists questions that no cited source answers.
    """

    id: Id
    title: Text
    procedures: Several[Id]
    summary: Text
    tables: OneOrMore[ParameterTable]
    pitfalls: OneOrMore[Caution]
    adaptations: Several[Adaptation] = ()
    unsettled: OneOrMore[Text]
    sources: References


class ProtocolTables(Model):
    """The protocol cards on the reference shelf."""

    protocol_notice: Text = described("What is said of every protocol card.")
    protocols: Several[ProtocolCard]


@dataclass(frozen=True)
class Adapted:
    """An adaptation that applies to a case, with the answers that are its reason."""

    text: str
    because: tuple[Fact, ...]
    see: str | None
    references: tuple[Reference, ...]


def adapted(card: ProtocolCard, scenario: Scenario, content: Content) -> tuple[Adapted, ...]:
    """Return the changes to a card for this case, in the card's order.

    An unrecorded answer is never replaced by an assumption.
    """
    labels = by_id(content.fields)
    return tuple(
        Adapted(
            text=adaptation.text,
            because=tuple(
                Fact(
                    field=field,
                    label=labels[field].label,
                    answer=answer_text(field, getattr(scenario, field), content),
                )
                for field in adaptation.when.reasons(scenario)
            ),
            see=adaptation.see,
            references=adaptation.sources,
        )
        for adaptation in card.adaptations
        if adaptation.when.holds(scenario)
    )


def card_for(procedure: str, cards: tuple[ProtocolCard, ...]) -> ProtocolCard | None:
    """Return the card of a rated procedure, or None if it has none."""
    return next((card for card in cards if procedure in card.procedures), None)


def references_of(card: ProtocolCard) -> tuple[Reference, ...]:
    """Return every reference of a card once, in the order of the card."""
    rows = [row for table in card.tables for row in table.rows]
    return collect([card, *rows, *card.pitfalls, *card.adaptations])


def protocol_faults(tables: ProtocolTables, content: Content, files: Mapping[str, str]) -> Iterator[str]:
    """Yield a fault for every unknown procedure, unknown card, and procedure with two cards."""
    cards, file = tables.protocols, files["protocols"]
    procedures, known = by_id(content.procedures), by_id(cards)
    repeated = duplicates(name for card in cards for name in card.procedures)
    for card in cards:
        for name in card.procedures:
            if name not in procedures:
                yield f"{file}: protocols.{card.id}: procedure {name} is not listed"
            elif name in repeated:
                yield f"{file}: protocols.{card.id}: procedure {name} has two cards"
        for adaptation in card.adaptations:
            if adaptation.see is not None and adaptation.see not in known:
                yield f"{file}: protocols.{card.id}: card {adaptation.see} is not listed"
