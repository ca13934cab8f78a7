"""Splits a step into pages of blocks and options, so that nothing is cut off and nothing has to be scrolled."""

from dataclasses import dataclass, replace

from core.teaching.lesson import Block, LessonStep, Option
from gui.teach.block_layout import Laid, aside_fits, lay_out, split
from gui.teach.metrics import Metrics
from gui.teach.option_layout import LaidOption, lay_out_options

# The factors by which a short text may be enlarged, the largest first.
_ROOMY = (140, 130, 120, 110, 100)
# The space above and below an option, in percent of the screen's height.
_PADS = (2.4, 2.0, 1.6, 1.3)


@dataclass(frozen=True)
class SlideItem:
    """A block or an option at a height of the page. `source` counts the blocks and options of the step from 0.

    `first`: this is the topmost block of its page.
    """

    source: int
    top: int
    height: int
    block: Block | None = None
    laid: Laid | None = None
    option: int | None = None
    laid_option: LaidOption | None = None
    first: bool = True


@dataclass(frozen=True)
class SlidePage:
    """The items shown on the screen together."""

    items: tuple[SlideItem, ...]


@dataclass(frozen=True)
class Composition:
    """A step in pages, and the measures used for them."""

    pages: tuple[SlidePage, ...]
    metrics: Metrics


def compose(step: LessonStep, options: tuple[Option, ...], metrics: Metrics, width: int, height: int) -> Composition:
    """Return the step in as few pages as possible. Enlarge a text that is short."""
    if step.asking:
        return _asking(step, options, metrics, width, height)
    # A path grows from step to step, so its text keeps its size.
    for percent in _ROOMY[-1:] if step.keeps_end else _ROOMY:
        roomy = replace(metrics, percent=metrics.percent * percent // 100)
        items = _items(step.blocks, roomy, width, height)
        if step.keeps_end:
            items = _last_that_fit(items, roomy, height)
        pages = _pages(items, roomy, height)
        if len(pages) == 1:
            return Composition(pages, roomy)
    # Prefer a change of the asides' position from row to row over a table on two pages.
    tight = replace(metrics, tight=True)
    items = _items(step.blocks, tight, width, height, alike=False)
    return Composition(_pages(items, tight, height), tight)


def _asking(step: LessonStep, options: tuple[Option, ...], metrics: Metrics, width: int, height: int) -> Composition:
    """Return the question, the options below it, and the remaining blocks at the foot."""
    question, notes = step.blocks[0], step.blocks[1:]
    laid_options = _airy(options, width, height, metrics, step)
    rows = [
        SlideItem(1 + number, 0, laid.height, option=number, laid_option=laid)
        for number, laid in enumerate(laid_options)
    ]
    room = height - sum(row.height for row in rows) - _gap(metrics)
    if lay_out(question, width, metrics).height > room:
        # The audience has read it in a large size on the page before.
        question = Block("", question.text)
    asked = _items((question,), metrics, width, height)
    last = [replace(item, source=1 + len(rows)) for item in _items(notes, metrics, width, height)]
    pages = _pages([*asked, *rows, *last], metrics, height, together=len(rows))
    return Composition(_with_foot(pages, height), metrics)


def _airy(
    options: tuple[Option, ...], width: int, height: int, metrics: Metrics, step: LessonStep
) -> tuple[LaidOption, ...]:
    """Return the options with as much space around each as the page allows."""
    asked = lay_out(step.blocks[0], width, metrics).height
    # Use the same space for both steps with options, so that nothing moves when the answer appears.
    taken = asked + 2 * _gap(metrics) + metrics.share(10)
    for pad in _PADS:
        rows = lay_out_options(options, width, metrics, step.asking, metrics.share(pad))
        if taken + sum(row.height for row in rows) <= height:
            break
    return rows


def _items(blocks: tuple[Block, ...], metrics: Metrics, width: int, height: int, alike: bool = True) -> list[SlideItem]:
    # In a table all asides have the same position.
    below = alike and any(
        block.mark.startswith("category.") and not aside_fits(block, width, metrics) for block in blocks
    )
    return [
        SlideItem(source, 0, laid.height, block=part, laid=laid)
        for source, block in enumerate(blocks)
        for part in split(block, width, height, metrics)
        for laid in (lay_out(part, width, metrics, below),)
    ]


def _last_that_fit(items: list[SlideItem], metrics: Metrics, height: int) -> list[SlideItem]:
    while len(items) > 1 and len(_pages(items, metrics, height)) > 1:
        items = items[1:]
    return items


def _pages(items: list[SlideItem], metrics: Metrics, height: int, together: int = 0) -> tuple[SlidePage, ...]:
    """Fill each page from the top. Move an option to the next page as a whole if it fits there."""
    pages: list[list[SlideItem]] = [[]]
    y = 0
    for index, item in enumerate(items):
        before = pages[-1][-1] if pages[-1] else None
        y += _between(before, item, metrics) if before else 0
        first_option = item.option == 0
        need = sum(other.height for other in items[index : index + together]) if first_option else item.height
        if before and (y + item.height > height or (need <= height < y + need)):
            pages.append([])
            y = 0
        pages[-1].append(replace(item, top=y, first=not pages[-1]))
        y += item.height
    return tuple(SlidePage(tuple(page)) for page in pages)


def _between(before: SlideItem, item: SlideItem, metrics: Metrics) -> int:
    """Return the gap between two blocks. Rows with marks are close together; other blocks have more space."""
    marked = before.block is not None and before.block.mark and item.block is not None and item.block.mark
    options = before.option is not None and item.option is not None
    return 0 if marked or options else _gap(metrics)


def _gap(metrics: Metrics) -> int:
    return metrics.share(3)


def _with_foot(pages: tuple[SlidePage, ...], height: int) -> tuple[SlidePage, ...]:
    """Move the blocks after the options to the foot of the page."""
    last = pages[-1].items
    notes = [item for item in last if item.option is None and item.source > 0]
    if len(notes) == len(last):
        return pages
    items = list(last)
    bottom = height
    for index in range(len(items) - 1, len(items) - len(notes) - 1, -1):
        bottom -= items[index].height
        items[index] = replace(items[index], top=bottom)
    return (*pages[:-1], SlidePage(tuple(items)))
