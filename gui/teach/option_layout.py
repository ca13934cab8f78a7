"""The positions of the parts of an option: its number, its text, the bar and the number of votes."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from core.teaching.lesson import Asking, Option
from gui.teach.metrics import Metrics, line_height, line_width, room_for, slide_font


@dataclass(frozen=True)
class LaidOption:
    """An option laid out in its row."""

    text_font: QFont
    count_font: QFont
    key: QRect
    text: QRect
    bar: QRect
    count: QRect
    minus: QRect
    height: int


def lay_out_options(
    options: tuple[Option, ...], width: int, metrics: Metrics, asking: Asking, pad: int
) -> tuple[LaidOption, ...]:
    """Return the rows of all options. Bars are next to the text if every option fits on one line, or else below it.

    `pad` is the space above and below each row.
    """
    fonts = [slide_font(metrics.primary, strong=asking == "revealed" and option.right) for option in options]
    columns = _OptionColumns(width, metrics, pad)
    # Measure in bold, so that nothing moves when the right option turns bold.
    bold = slide_font(metrics.primary, strong=True)
    beside = all(line_width(option.text, bold) <= columns.text for option in options)
    return tuple(columns.row(option.text, font, beside) for option, font in zip(options, fonts, strict=True))


class _OptionColumns:
    """The columns that all options share."""

    def __init__(self, width: int, metrics: Metrics, pad: int) -> None:
        self._width, self._metrics, self._pad = width, metrics, pad
        self._gap = metrics.share(2.2)
        self._count_font = slide_font(metrics.secondary, strong=True)
        self._key = line_height(slide_font(metrics.primary))
        self._count = line_width("000", self._count_font)
        self._minus = line_height(self._count_font)
        self._bar = width // 4
        self._left = self._key + self._gap
        # The position left of the count and the minus button.
        self._right = width - self._minus - self._gap - self._count - self._gap
        self.text = self._right - self._bar - self._gap - self._left

    def row(self, text: str, font: QFont, beside: bool) -> LaidOption:
        """Return one row. `beside`: the bar is next to the text."""
        pad, thick = self._pad, self._metrics.share(2.2 if beside else 1)
        room = (self.text if beside else self._right - self._left) + 1
        words = QRect(self._left, pad, room, room_for(text, font, room).height())
        middle = pad + words.height() // 2
        height = words.bottom() + 1 + pad
        if beside:
            bar = QRect(self._right - self._bar, middle - thick // 2, self._bar, thick)
        else:
            bar = QRect(self._left, words.bottom() + 1 + self._metrics.share(0.4), room, thick)
            height = bar.bottom() + 1 + pad
        side = self._minus
        count = QRect(self._right + self._gap, middle - side // 2, self._count, side)
        minus = QRect(self._width - side, middle - side // 2, side, side)
        key = QRect(0, pad, self._key, self._key)
        return LaidOption(font, self._count_font, key, words, bar, count, minus, height)
