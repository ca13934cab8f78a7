"""Render a page as Markdown for a note, a message or a wiki page."""

from collections.abc import Iterator

from core.pages.page import AdviceBlock, Block, Facts, Item, Listing, Page, Path, Prose, Table


def to_markdown(page: Page) -> str:
    """Return the page as Markdown text."""
    lines = [f"# {page.title}", ""]
    for block in page.blocks:
        lines += _block(block)
    lines += [f"_{line}_" for line in page.footer]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from ("; ".join(f"{fact.label}: {fact.answer}" for fact in block.facts), "")
        case AdviceBlock():
            yield from (f"**{block.headline}** ({block.standing})", "", block.rationale, "")
            for note in block.notes:
                yield from (note, "")
        case Prose():
            yield from (f"## {block.heading}", "", f"**{block.text}**" if block.strong else block.text, "")
        case Listing():
            yield from _list(block.heading, block.items, block.numbered)
        case Path() if block.steps:
            yield from _list(block.heading, block.steps, numbered=True)
        case Table():
            yield from _table(block)


def _list(heading: str, items: tuple[Item, ...], numbered: bool) -> Iterator[str]:
    yield from (f"## {heading}", "")
    for number, item in enumerate(items, start=1):
        words = " ".join(part for part in (item.title and f"**{item.title}**", item.text) if part)
        yield f"{number}. {words}" if numbered else f"- {words}"
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield from (f"## {table.heading}", "", _row(table.columns), "|---" * len(table.columns) + "|")
    for row in table.rows:
        first, *others = row.cells
        yield _row((f"**{first}**" if row.strong else first, *others))
    if table.note:
        yield from ("", table.note)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
