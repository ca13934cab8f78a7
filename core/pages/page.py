"""A page as blocks of words, for every output format: paper, HTML, Markdown and plain text.

The modules that make pages (`core.pages.decision_page`, `core.pages.handout`, `core.pages.protocol_sheet`) decide what
is on them. A renderer gives each block its form and adds nothing. A `mark` names a shape in front of words with the
same meaning: "category.<id>", "level.<id>", "option.open" or "option.right".
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.report.report import Fact, Report

Place = Literal["wide", "left", "right"]
"""The position of a block on paper: across the whole width, or in one of two columns. Other formats ignore it."""


@dataclass(frozen=True)
class Item:
    """An entry of a list: a bold title, then the text. One of the two may be empty."""

    text: str
    title: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Facts:
    """The recorded answers."""

    heading: str
    facts: tuple[Fact, ...]
    place: Place = "wide"


@dataclass(frozen=True)
class Prose:
    """A paragraph. `strong` marks a question to the reader or a sentence to remember."""

    heading: str
    text: str
    strong: bool = False
    place: Place = "wide"


@dataclass(frozen=True)
class AdviceBlock:
    """The advice: its status, the headline, the reason, and notes on its basis.

    Outside the scope it is not a recommendation and looks neutral.
    """

    heading: str
    in_scope: bool
    standing: str
    headline: str
    rationale: str
    notes: tuple[str, ...] = ()
    place: Place = "wide"


@dataclass(frozen=True)
class Listing:
    """Entries under a heading, numbered if their order matters.

    `fine` print is for looking up. `short` entries have a few words each and may share a line. An `optional` list is
    left out if the sheet of paper has no room.
    """

    heading: str
    items: tuple[Item, ...]
    numbered: bool = False
    fine: bool = False
    short: bool = False
    optional: bool = False
    place: Place = "wide"


@dataclass(frozen=True)
class Path:
    """The path through the pathway: as steps in words, and as a report that a flowchart can show.

    Without steps it shows the whole pathway, on paper only.
    """

    heading: str
    steps: tuple[Item, ...]
    report: Report | None
    place: Place = "left"


@dataclass(frozen=True)
class Row:
    """A row of a table. Its mark, if any, belongs to the second cell."""

    cells: tuple[str, ...]
    mark: str
    strong: bool


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows. The note explains a sign in the table.

    `shares` are the relative widths of the columns on paper. Without them, each other column fits on one line and the
    first column takes the rest.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    shares: tuple[int, ...] = ()
    place: Place = "wide"


@dataclass(frozen=True)
class Lines:
    """Space to write by hand, on paper only."""

    heading: str
    place: Place = "right"


Block: TypeAlias = Facts | Prose | AdviceBlock | Listing | Path | Table | Lines


@dataclass(frozen=True)
class Page:
    """A page: its kind, its title, its blocks in reading order, and the lines of its footer."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]


def has_words(block: Block) -> bool:
    """Return whether a block has content under its heading."""
    match block:
        case Facts(facts=parts) | Listing(items=parts) | Path(steps=parts) | Table(rows=parts):
            return bool(parts)
        case _:
            return True
