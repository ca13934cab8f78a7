"""Render a page as plain text for programs that accept nothing else."""

from collections.abc import Iterator
from textwrap import wrap

from core.pages.page import AdviceBlock, Block, Facts, Item, Listing, Page, Path, Prose, Table

WIDTH = 88


def to_text(page: Page) -> str:
    """Return the page as lines of at most WIDTH characters."""
    lines = [*_wrapped(page.title), ""]
    for block in page.blocks:
        lines += _block(block)
    for line in page.footer:
        lines += _wrapped(line)
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from (*_wrapped("; ".join(f"{fact.label}: {fact.answer}" for fact in block.facts)), "")
        case AdviceBlock():
            yield from (*_wrapped(f"{block.headline.upper()} ({block.standing})"), *_wrapped(block.rationale))
            for note in block.notes:
                yield from _wrapped(note)
            yield ""
        case Prose():
            yield from (block.heading.upper(), *_indented(block.text), "")
        case Listing():
            yield from _list(block.heading, block.items, block.numbered)
        case Path() if block.steps:
            yield from _list(block.heading, block.steps, numbered=True)
        case Table():
            rows = tuple(Item(_cells(block.columns, row.cells), title=f"{row.cells[0]}:") for row in block.rows)
            yield from _list(block.heading, (*rows, *((Item(block.note),) if block.note else ())), numbered=False)


def _cells(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """Return the cells of a table row after its name: "Role: first line; ..."."""
    return "; ".join(f"{column}: {cell}" for column, cell in zip(columns[1:], cells[1:], strict=True) if cell)


def _list(heading: str, items: tuple[Item, ...], numbered: bool) -> Iterator[str]:
    yield heading.upper()
    for number, item in enumerate(items, start=1):
        words = " ".join(part for part in (item.title, item.text) if part)
        yield from _indented(words, f"{number}. " if numbered else "- ")
    yield ""


def _indented(text: str, mark: str = "") -> list[str]:
    return _wrapped(text, f"  {mark}", "  " + " " * len(mark))


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    """Wrap the text, with these line beginnings. Never break a word at its hyphen."""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
