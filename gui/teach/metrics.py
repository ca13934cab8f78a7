"""Sizes on a presentation screen, relative to its shorter side, and the room that text takes."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from gui.look.theme import load_scale

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
# Taller than any text: Qt needs a rectangle with a height to wrap text.
_ENDLESS = 1_000_000


@dataclass(frozen=True)
class Metrics:
    """The measures of one screen, in pixels.

    `percent` enlarges text, which never falls below its minimum size. `tight` reduces the space between rows.
    """

    width: int
    height: int
    percent: int = 100
    tight: bool = False

    @property
    def primary(self) -> int:
        """The size of the main text."""
        return self._letters(load_scale().presenter.primary, self.percent)

    @property
    def secondary(self) -> int:
        """The size of secondary text."""
        return self._letters(load_scale().presenter.secondary, self.percent)

    @property
    def frame(self) -> int:
        """The size of title and position, which do not grow with the zoom."""
        return self._letters(load_scale().presenter.secondary, 100)

    @property
    def row_pad(self) -> int:
        """The space above and below a row with a mark."""
        return self.share(0.5 if self.tight else 1.2)

    @property
    def page(self) -> QRect:
        """The part of the screen that holds text."""
        side, top = self.share(7), self.share(6)
        return QRect(side, top, self.width - 2 * side, self.height - 2 * top)

    def share(self, percent: float) -> int:
        """Return a length in percent of the screen's shorter side, at least one pixel."""
        return max(1, round(self._side * percent / 100))

    @property
    def _side(self) -> int:
        # An upright screen is too narrow for text sized by its height.
        return min(self.width, self.height)

    def _letters(self, share: float, percent: int) -> int:
        return ceil(self._side * share / 100 * percent / 100)


def slide_font(pixels: int, strong: bool = False) -> QFont:
    """Return the bundled font at this size in pixels."""
    font = QFont(load_scale().font_family)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return font


def room_for(text: str, font: QFont, width: int) -> QSize:
    """Return the room that a text takes when it is wrapped into a width. A longer word makes it wider."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _ENDLESS), _WRAPPED, text).size()


def line_height(font: QFont) -> int:
    """Return the height of one line."""
    # Do not use the height of the metrics: wrapped text is a pixel taller where that height is rounded down.
    return room_for("x", font, _ENDLESS).height()


def line_width(text: str, font: QFont) -> int:
    """Return the width of a text on one line."""
    return QFontMetrics(font).horizontalAdvance(text)
