"""Where the words of a block stand: measured before anything is shown, so that a page can be filled with what fits."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from core.lesson import Block
from gui.teach.metrics import Metrics, line_height, line_width, room_for, slide_font


@dataclass(frozen=True)
class Placed:
    """Words at a place inside of their block."""

    text: str
    font: QFont
    tone: str
    place: QRect


@dataclass(frozen=True)
class Laid:
    """A block laid out: its words, the square of its mark (empty without one) and the height of it all."""

    words: tuple[Placed, ...]
    mark: QRect
    height: int


def lay_out(block: Block, width: int, metrics: Metrics) -> Laid:
    """The block in this width."""
    return _Layout(block, width, metrics).laid()


class _Layout:
    """Lays out one block from the top."""

    def __init__(self, block: Block, width: int, metrics: Metrics) -> None:
        self._block, self._width, self._metrics = block, width, metrics
        self._primary = slide_font(metrics.primary, strong=block.look in ("strong", "here"))
        self._secondary = slide_font(metrics.secondary)
        self._line = line_height(self._primary)
        self._words: list[Placed] = []
        # Rows with a mark keep room above and below, through which the line of a path runs.
        self._y = metrics.share(1.2) if block.mark else 0
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
            self._y += self._metrics.share(1.2) if block.text and not block.mark else self._metrics.share(0.3)
            self._add(block.detail, self._secondary, self._detail_tone())
        return Laid(tuple(self._words), self._mark, self._y + (self._metrics.share(1.2) if block.mark else 0))

    def _add_text(self) -> None:
        """The text, with the aside beside it where both have room on one line, else below."""
        block, top = self._block, self._y
        tone = "slide_secondary" if block.look == "past" else "slide_text"
        if not block.aside:
            self._add(block.text, self._primary, tone)
            return
        taken, gap = block.mark.startswith("step."), self._metrics.share(2.5)
        font = slide_font(self._metrics.secondary, strong=taken)
        aside = f"→ {block.aside}" if taken else block.aside
        wide = line_width(aside, font)
        text_width = line_width(block.text, self._primary)
        aside_tone = "slide_accent" if taken else "slide_text"
        if self._left + text_width + gap + wide > self._width:
            self._add(block.text, self._primary, tone)
            self._add(aside, font, aside_tone)
            return
        self._add(block.text, self._primary, tone)
        left = self._left + text_width + gap if taken else self._width - wide
        height = line_height(font)
        self._words.append(
            Placed(aside, font, aside_tone, QRect(left, top + (self._line - height) // 2, wide + 1, height))
        )

    def _add(self, text: str, font: QFont, tone: str) -> None:
        room = room_for(text, font, self._width - self._left)
        self._words.append(Placed(text, font, tone, QRect(self._left, self._y, self._width - self._left, room.height())))
        self._y += room.height()

    def _detail_tone(self) -> str:
        return "slide_text" if self._block.look == "here" else "slide_secondary"


def split(block: Block, width: int, height: int, metrics: Metrics) -> tuple[Block, ...]:
    """The block in as many parts as it takes for each to keep to the height, cut between words."""
    parts: list[Block] = []
    rest = block
    while lay_out(rest, width, metrics).height > height:
        first, rest = _cut(rest, width, height, metrics)
        parts.append(first)
    return (*parts, rest)


def _cut(block: Block, width: int, height: int, metrics: Metrics) -> tuple[Block, Block]:
    """The longest beginning of the block that fits, and what is left. Sentences stay whole where that is possible."""
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
    words = whole.split()
    for at in range(count, count // 2, -1):
        if words[at - 1].endswith((".", "?", "!", ";")):
            count = at
            break
    head = replace(empty, **{name: " ".join(words[:count])})
    return head, replace(tail, **{name: " ".join(words[count:])})


def _fitting(empty: Block, name: str, whole: str, width: int, height: int, metrics: Metrics) -> int:
    """How many words of the whole fit."""
    words = whole.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        tried = replace(empty, **{name: " ".join(words[:middle])})
        if lay_out(tried, width, metrics).height <= height:
            low = middle
        else:
            high = middle - 1
    return low
