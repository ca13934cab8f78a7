"""The fonts and measures for arranging and drawing the flowchart, and the largest size that fits."""

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice

from gui.look.theme import load_fonts, load_scale, text_font
from gui.widgets.flowchart.layout import Chart, Layout, Size, arrange, fits_compactly, smallest


class Hand:
    """The fonts and measures for one zoom and one device, used for both arranging and drawing."""

    def __init__(self, zoom_percent: int, device: QPaintDevice | None = None) -> None:
        load_fonts()
        self.zoom_percent = zoom_percent
        ratio = device.logicalDpiY() / 96 if device else 1.0
        self.unit = zoom_percent / 100 * ratio
        self.name, self.strong_name = (_font(role, zoom_percent) for role in ("body", "label"))
        self.label, self.strong_label = (_font(role, zoom_percent) for role in ("caption", "caption_strong"))
        fonts = (self.name, self.strong_name, self.label, self.strong_label)
        # Measure for the drawing device: a printer has more dots than the screen.
        measured = [QFontMetricsF(font, device) if device else QFontMetricsF(font) for font in fonts]
        names, labels = measured[:2], measured[2:]
        self.name_line, self.label_line = (max(m.height() for m in pair) for pair in (names, labels))
        self.name_width, self.label_width = _widths(names), _widths(labels)


def _widths(pair: list[QFontMetricsF]) -> Callable[[str], float]:
    """Return a function for the width of a text in the wider of two fonts.

    It caches its results, since the same few texts are tried again and again.
    """

    @lru_cache(maxsize=256)
    def width(text: str) -> float:
        return max(metrics.horizontalAdvance(text) for metrics in pair)

    return width


def _font(role: str, zoom_percent: int) -> QFont:
    font = text_font(role)
    font.setPointSizeF(load_scale().type.style(role).points * zoom_percent / 100)
    return font


def fitted(
    chart: Chart,
    room: Size,
    zoom_percent: int,
    least_percent: int,
    device: QPaintDevice | None = None,
) -> tuple[Hand, Layout]:
    """Return the flowchart arranged in this room with text at `zoom_percent`, or at the largest smaller size that fits.

    Text never gets smaller than `least_percent`. If even that does not fit, the arrangement is larger than the room.
    """

    def too_large(percent: int) -> bool:
        return not fits_compactly(chart, room, Hand(percent, device))

    hand = Hand(zoom_percent, device)
    layout = arrange(chart, room, hand)
    if layout.fits:
        return hand, layout
    if zoom_percent > least_percent:
        largest = bisect_left(range(zoom_percent), True, lo=least_percent, key=too_large) - 1
        hand = Hand(max(largest, least_percent), device)
    return hand, smallest(chart, room, hand)
