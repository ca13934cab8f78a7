"""Put a protocol card on one page, for the wall at the scanner or for a message to a colleague."""

from collections.abc import Mapping
from datetime import date

from core.content import Content, Source
from core.content.citations import id_list, source_ids, with_ids
from core.pages.decision_page import foot
from core.pages.decision_page import sources as listed
from core.pages.page import Block, Item, Listing, Page, Prose, Row, Table, has_words
from core.reference.protocols import Adapted, ParameterTable, ProtocolCard, references_of
from core.reference.shelf import Shelf

# The relative widths of the columns: parameter, value, unit, purpose, sources.
_SHARES = (5, 4, 3, 8, 2)


def protocol_sheet(
    card: ProtocolCard,
    found: tuple[Adapted, ...],
    shelf: Shelf,
    content: Content,
    sources: Mapping[str, Source],
    day: date,
) -> Page:
    """Return the page of a card with its changes for a case (see `adapted`).

    `sources` are all sources that a card may cite.
    """
    adaptations = Listing(
        "For the case on the screen",
        tuple(
            Item(f"Because of {_because(adaptation)}.", title=with_ids(adaptation.text, adaptation.references))
            for adaptation in found
        ),
    )
    cautions = Listing("Pitfalls", tuple(Item(with_ids(caution.text, caution.sources)) for caution in card.pitfalls))
    blocks: tuple[Block, ...] = (
        Prose("What it is for", with_ids(card.summary, card.sources)),
        Prose("How to use this", shelf.protocol_notice),
        adaptations,
        *map(_table, card.tables),
        cautions,
        Listing("Not settled by any source here", tuple(Item(text) for text in card.unsettled)),
        listed(source_ids(references_of(card)), sources),
    )
    judgment, _, trademark = foot(content, day)
    footer = (judgment, f"As of {day}, content {content.topic.version}.", trademark)
    return Page("Protocol card", card.title, tuple(block for block in blocks if has_words(block)), footer)


def _because(adaptation: Adapted) -> str:
    return "; ".join(f"{fact.label}: {fact.answer}" for fact in adaptation.because)


def _table(table: ParameterTable) -> Table:
    return Table(
        table.title,
        ("Parameter", table.values or "Setting", "Unit", table.purposes or "Purpose", "Sources"),
        tuple(
            Row((row.name, row.value, row.unit or "", row.purpose, id_list(row.sources)), "", False)
            for row in table.rows
        ),
        shares=_SHARES,
    )
