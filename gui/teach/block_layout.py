"""The positions of the words in a block, measured before anything is shown so that pages can be filled exactly."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from core.teaching.lesson import Block
from gui.teach.metrics import Metrics, line_height, line_width, room_for, slide_font


@dataclass(frozen=True)
class Placed:
    """A text at a position inside its block."""

    text: str
    font: QFont
    tone: str
    place: QRect


@dataclass(frozen=True)
class Laid:
    """A block laid out: its texts, the square of its mark (empty without one) and its height."""

    words: tuple[Placed, ...]
    mark: QRect
    height: int


def lay_out(block: Block, width: int, metrics: Metrics, aside_below: bool = False) -> Laid:
    """Return the block laid out in this width. Its aside is next to the text, or below it if requested or necessary."""
    return _BlockLayout(block, width, metrics, aside_below).laid()


def aside_fits(block: Block, width: int, metrics: Metrics) -> bool:
    """Return whether text and aside fit side by side."""
    return _BlockLayout(block, width, metrics, aside_below=False).aside_fits()


class _BlockLayout:
    """Lays out one block from the top."""

    def __init__(self, block: Block, width: int, metrics: Metrics, aside_below: bool) -> None:
        self._block, self._width, self._metrics = block, width, metrics
        self._primary = slide_font(metrics.primary, strong=block.look in ("strong", "here"))
        self._secondary = slide_font(metrics.secondary)
        self._line = line_height(self._primary)
        self._aside_below = aside_below
        # Put the answer of a path step after its question, and a category in a separate column.
        self._taken = block.mark.startswith("step.")
        self._aside_font = slide_font(metrics.secondary, strong=self._taken)
        self._aside = f"→ {block.aside}" if self._taken and block.aside else block.aside
        self._words: list[Placed] = []
        # Rows with a mark keep space above and below, where the line of a path runs.
        self._y = metrics.row_pad if block.mark else 0
        self._mark = QRect()
        self._left = 0
        if block.mark:
            self._mark = QRect(0, self._y, self._line, self._line)
            self._left = self._line + metrics.share(2.2)
        if block.look == "quote":
            self._left = metrics.share(3)

    def laid(self) -> Laid:
        block = self._block
        if block.text:
            self._add_text()
        if block.detail:
            self._y += self._gap_before_detail()
            self._add(block.detail, self._secondary, self._detail_tone())
        return Laid(tuple(self._words), self._mark, self._y + (self._metrics.row_pad if block.mark else 0))

    def aside_fits(self) -> bool:
        """Return whether text and aside fit side by side."""
        needed = line_width(self._block.text, self._primary) + self._metrics.share(2.5)
        return self._left + needed + line_width(self._aside, self._aside_font) <= self._width

    def _add_text(self) -> None:
        """Place the text, with the aside next to it if both fit on one line, or else below it."""
        top = self._y
        self._add(self._block.text, self._primary, "slide_secondary" if self._block.look == "past" else "slide_text")
        if not self._aside:
            return
        tone = "slide_accent" if self._taken else "slide_text"
        if self._aside_below or not self.aside_fits():
            self._add(self._aside, self._aside_font, tone)
            return
        wide, height = line_width(self._aside, self._aside_font) + 1, line_height(self._aside_font)
        after = self._left + line_width(self._block.text, self._primary) + self._metrics.share(2.5)
        left = after if self._taken else self._width - wide
        place = QRect(left, top + (self._line - height) // 2, wide, height)
        self._words[-1].place.setRight(left - 1)
        self._words.append(Placed(self._aside, self._aside_font, tone, place))

    def _add(self, text: str, font: QFont, tone: str) -> None:
        room = room_for(text, font, self._width - self._left)
        self._words.append(
            Placed(text, font, tone, QRect(self._left, self._y, self._width - self._left, room.height()))
        )
        self._y += room.height()

    def _gap_before_detail(self) -> int:
        if not self._block.text:
            return 0
        return self._metrics.share(0.4 if self._block.mark else 2.2 if self._block.look == "strong" else 0.6)

    def _detail_tone(self) -> str:
        return "slide_text" if self._block.look == "here" else "slide_secondary"


def split(block: Block, width: int, height: int, metrics: Metrics) -> tuple[Block, ...]:
    """Split the block between words into as few parts as keep to the height."""
    parts: list[Block] = []
    rest = block
    while lay_out(rest, width, metrics).height > height:
        first, rest = _cut(rest, width, height, metrics)
        parts.append(first)
    return (*parts, rest)


def _cut(block: Block, width: int, height: int, metrics: Metrics) -> tuple[Block, Block]:
    """Return the longest beginning of the block that fits, and the rest. Keep sentences whole if possible."""
    name: Literal["text", "detail"]
    if block.text and lay_out(replace(block, detail=""), width, metrics).height <= height:
        if not _fitting(replace(block, detail=""), "detail", block.detail, width, height, metrics):
            return replace(block, detail=""), Block("", block.detail)
        name, whole = "detail", block.detail
        empty, tail = replace(block, detail=""), Block("")
    else:
        name, whole = ("text", block.text) if block.text else ("detail", block.detail)
        empty, tail = replace(block, text="", detail="", aside=""), replace(block, text="", mark="")
    fitting = _fitting(empty, name, whole, width, height, metrics)
    count = max(1, fitting)
    words = _words(whole)
    for at in range(count, count // 2, -1):
        if words[at - 1].rstrip().endswith((".", "?", "!", ";")):
            count = at
            break
    head = _with(empty, name, "".join(words[:count]).rstrip())
    return head, _with(tail, name, "".join(words[count:]))


def _words(text: str) -> list[str]:
    """Return the words of a text, each with the white space that follows it: a teacher may break lines."""
    return re.findall(r"\S+\s*", text)


def _with(block: Block, name: Literal["text", "detail"], words: str) -> Block:
    return replace(block, text=words) if name == "text" else replace(block, detail=words)


def _fitting(
    empty: Block, name: Literal["text", "detail"], whole: str, width: int, height: int, metrics: Metrics
) -> int:
    """Return how many words fit."""
    words = _words(whole)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        tried = _with(empty, name, "".join(words[:middle]).rstrip())
        if lay_out(tried, width, metrics).height <= height:
            low = middle
        else:
            high = middle - 1
    return low
