"""A page as blocks of words, for every form in which it leaves the program: paper, HTML, Markdown, plain text.

What stands on a page is decided where it is made (`core.pages.decision_page`, `core.pages.handout`, `core.pages.protocol_sheet`); a renderer gives each block its
form and adds nothing. A `mark` names a shape that goes before words which say the same: "category.<id>",
"level.<id>", "option.open" or "option.right".
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.report.report import Fact, Report

Place = Literal["wide", "left", "right"]
"""Where a block may stand on paper: over the whole width, or in one of two columns. Elsewhere blocks follow each other."""


@dataclass(frozen=True)
class Item:
    """An entry of a list: a title in strong words, then the text; one of the two may be empty."""

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
    """A paragraph; `strong` for what is asked of the reader or to be taken home."""

    heading: str
    text: str
    strong: bool = False
    place: Place = "wide"


@dataclass(frozen=True)
class AdviceBlock:
    """The advice: what kind of answer it is, the answer, the reason, and what it rests on beside recorded answers.

    Outside of the scope it is no recommendation, and looks neutral.
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
    """Entries under a heading, numbered where their order counts.

    `fine` print is looked up rather than read; `short` entries are a few words each and may share a line; what is `optional` stays out where a sheet of paper has no room.
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
    """The way through the pathway: as steps in words, and as the report that a flowchart can show.

    Without steps it is the pathway as such, which only paper shows.
    """

    heading: str
    steps: tuple[Item, ...]
    report: Report | None
    place: Place = "left"


@dataclass(frozen=True)
class Row:
    """A row of a table; its mark, where it has one, belongs to the second cell."""

    cells: tuple[str, ...]
    mark: str
    strong: bool


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows; the note explains a sign in it.

    `shares` say how the columns share the width of a sheet of paper; without them the first takes what the others,
    a line each, leave.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    shares: tuple[int, ...] = ()
    place: Place = "wide"


@dataclass(frozen=True)
class Lines:
    """Room to write by hand, which only paper has."""

    heading: str
    place: Place = "right"


Block: TypeAlias = Facts | Prose | AdviceBlock | Listing | Path | Table | Lines


@dataclass(frozen=True)
class Page:
    """A page: what it is, its title, its blocks in reading order, and the lines at its foot."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]


def has_words(block: Block) -> bool:
    """Whether a block has anything under its heading."""
    match block:
        case Facts(facts=parts) | Listing(items=parts) | Path(steps=parts) | Table(rows=parts):
            return bool(parts)
        case _:
            return True
