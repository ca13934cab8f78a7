"""Text set in type for one device at one size, and the pieces of a sheet made of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from gui.look.icons import paint_icon
from gui.look.theme import Theme, load_fonts, load_scale, load_theme, text_font


class Run(NamedTuple):
    """Text in one step of the type scale and one color."""

    text: str
    role: str
    color: str


class Piece(Protocol):
    """A part of a sheet."""

    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at this point."""


class Typesetting:
    """The sizes of type and space on one device, with the type scale at `percent`. Paper uses the light theme.

    `dense` sets body text as small as captions.
    """

    def __init__(self, device: QPagedPaintDevice, percent: int, dense: bool = False) -> None:
        load_fonts()
        self.device = device
        self.percent = percent
        self._roles = {"body": "caption", "label": "caption_strong"} if dense else {}
        self.theme: Theme = load_theme("light")
        self._unit = percent / 100 * device.logicalDpiY() / 96

    def px(self, length: float | str) -> float:
        """Return a length on the device, from a number of pixels at 100 % or a name of the spacing scale."""
        return (getattr(load_scale().spacing, length) if isinstance(length, str) else length) * self._unit

    def mm(self, length: float) -> float:
        """Return millimeters on the device, independent of the type size."""
        return length * self.device.logicalDpiY() / 25.4

    def font(self, role: str) -> QFont:
        """Return the font of a step of the type scale."""
        role = self._roles.get(role, role)
        font = text_font(role)
        font.setPointSizeF(load_scale().type.style(role).points * self.percent / 100)
        # Contextual alternates, which change signs next to capitals and digits, cannot be extracted from a PDF file.
        font.setFeature(QFont.Tag("calt"), 0)
        return font

    def width(self, text: str, role: str) -> float:
        """Return the width of a text on one line."""
        return QFontMetricsF(self.font(role), self.device).horizontalAdvance(text)

    def line_height(self, role: str) -> float:
        """Return the height of a line."""
        return QFontMetricsF(self.font(role), self.device).height()


class PaperText:
    """A paragraph wrapped to a width. A single word that is wider is broken as well."""

    def __init__(self, setting: Typesetting, runs: Sequence[Run], width: float) -> None:
        runs = [run._replace(text=_with_whole_citations(run.text)) for run in runs if run.text]
        self._layout = QTextLayout("".join(run.text for run in runs), setting.font(runs[0].role), setting.device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(setting, runs))
        self.height = self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines."""
        self._layout.draw(painter, QPointF(x, y))


def _with_whole_citations(text: str) -> str:
    """Return the text with each citation, such as "[S1, S70]", kept on one line."""
    return re.sub(r"\[[^\[\] ]+(?:, [^\[\] ]+)+\]", lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def _formats(setting: Typesetting, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        part = QTextLayout.FormatRange()
        # Qt counts in UTF-16 code units.
        part.start, part.length = start, len(run.text.encode("utf-16-le")) // 2
        look = QTextCharFormat()
        look.setFont(setting.font(run.role))
        look.setForeground(QBrush(QColor(run.color)))
        part.format = look
        formats.append(part)
        start += part.length
    return formats


class PaperIcon:
    """An icon in a square."""

    def __init__(self, size: float, name: str, color: str, fill: str = "none", mark: str = "") -> None:
        self.height = size
        self._look = name, color, fill, mark

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at this point."""
        paint_icon(painter, QRectF(x, y, self.height, self.height), *self._look)


class Fill:
    """A filled rectangle: a rule, a bar, or the background of a row."""

    def __init__(self, width: float, height: float, color: str) -> None:
        self.width, self.height = width, height
        self._color = color

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at this point."""
        painter.fillRect(QRectF(x, y, self.width, self.height), QColor(self._color))


@dataclass
class Stack:
    """Pieces below each other in a column. `put` places a piece without moving the position for the next one."""

    width: float
    height: float = 0.0
    _placed: list[tuple[float, float, Piece]] = field(default_factory=list)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces in the order in which they were placed."""
        return tuple(piece for _, _, piece in self._placed)

    def put(self, piece: Piece, x: float = 0.0, y: float | None = None) -> None:
        """Place a piece at a height, by default at the end."""
        self._placed.append((x, self.height if y is None else y, piece))

    def add(self, piece: Piece, x: float = 0.0, gap: float = 0.0) -> None:
        """Add a piece below the last one, with this gap if there is one above it."""
        self.height += gap if self._placed else 0
        self.put(piece, x)
        self.height += piece.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all pieces."""
        for dx, dy, piece in self._placed:
            piece.paint(painter, x + dx, y + dy)
