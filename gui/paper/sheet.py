"""A page arranged on one sheet of paper, in the largest of a few sizes at which everything fits. Nothing is cut off.

Blocks take the full width, one below the other. Consecutive blocks for two columns are placed side by side. The
flowchart takes the remaining height. A page that does not fit even at the smallest size continues on another sheet, and
the foot of each sheet says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter

from core.content import Content
from core.pages.page import Block, Listing, Page
from gui.look.theme import load_scale
from gui.paper.blocks import Blocks, PaperChart, Ruled
from gui.paper.typesetting import Stack, Typesetting


@dataclass
class PageBand:
    """A horizontal band of a page: one stack, or a left and a right one. `stretching` pieces take the spare height."""

    columns: tuple[tuple[float, Stack], ...]
    stretching: tuple[tuple[Stack, PaperChart | Ruled], ...] = ()

    @property
    def height(self) -> float:
        """The height of its tallest column."""
        return max(stack.height for _, stack in self.columns)

    def stretch(self, spare: float, most: float) -> None:
        """Enlarge its flowchart by the spare height, up to a height of `most`."""
        room = self.height + spare
        for stack, piece in self.stretching:
            more = max(0.0, min(room - stack.height, most - piece.height))
            piece.height += more
            stack.height += more


class FitStep(NamedTuple):
    """One attempt to fit a page: the type size, the density, and whether optional blocks are included."""

    percent: int
    dense: bool = False
    optional: bool = True


def _steps() -> Iterator[FitStep]:
    """Yield the attempts, starting with the most comfortable."""
    percents = load_scale().paper.steps
    yield from map(FitStep, percents)
    yield FitStep(percents[-1], dense=True)
    yield FitStep(percents[-1], dense=True, optional=False)


def _optional(block: Block) -> bool:
    return isinstance(block, Listing) and block.optional


class Sheets:
    """A page on the sheets of a device. There is only one sheet if everything fits."""

    def __init__(self, page: Page, content: Content, device: QPagedPaintDevice) -> None:
        self._page, self._content, self._device = page, content, device
        for step in _steps():
            blocks = page.blocks if step.optional else tuple(block for block in page.blocks if not _optional(block))
            self._arrange(step, blocks)
            if len(self._sheets) == 1:
                break

    def __len__(self) -> int:
        return len(self._sheets)

    @property
    def percent(self) -> int:
        """The type size, in percent of the type scale."""
        return self._setting.percent

    def paint(self, painter: QPainter) -> None:
        """Draw all sheets, each on its own page of the device."""
        for number, bands in enumerate(self._sheets, start=1):
            if number > 1:
                self._device.newPage()
            y = self._room.top()
            for band in bands:
                for x, stack in band.columns:
                    stack.paint(painter, self._room.left() + x, y)
                y += band.height + self._gap
            foot = self._foot(number if len(self._sheets) > 1 else 0)
            foot.paint(painter, self._room.left(), self._room.bottom())

    def _arrange(self, step: FitStep, blocks: tuple[Block, ...]) -> None:
        self._setting = Typesetting(self._device, step.percent, step.dense)
        self._blocks = Blocks(self._setting, self._content)
        self._gap = self._setting.px("small")
        margin = self._setting.mm(load_scale().paper.margin_mm)
        sheet = self._device.pageLayout().fullRectPixels(self._device.logicalDpiX())
        self._room = QRectF(sheet).adjusted(margin, margin, -margin, -margin)
        self._room.setBottom(self._room.bottom() - self._foot(1).height)
        self._sheets = self._shared_out([self._head(), *self._bands(blocks)])
        for bands in self._sheets:
            spare = self._room.height() - self._height(bands)
            for band in (band for band in bands if band.stretching):
                band.stretch(spare, self._setting.mm(load_scale().paper.chart_most_mm))

    def _height(self, bands: list[PageBand]) -> float:
        return sum(band.height + self._gap for band in bands)

    def _shared_out(self, bands: list[PageBand]) -> list[list[PageBand]]:
        sheets: list[list[PageBand]] = [[]]
        for band in bands:
            if sheets[-1] and self._height([*sheets[-1], band]) > self._room.height():
                sheets.append([])
            sheets[-1].append(band)
        return sheets

    def _head(self) -> PageBand:
        width = self._room.width()
        head = Stack(width)
        name = self._blocks.words("Bonewatch", width, "caption_strong", quiet=True)
        head.put(name, width - name.width)
        head.add(self._blocks.words(self._page.kind, width - name.width, "caption", quiet=True))
        head.add(self._blocks.words(self._page.title, width, "headline"))
        return PageBand(((0.0, head),))

    def _foot(self, number: int) -> Stack:
        """Return the lines at the foot. They start with the number of the sheet unless it is 0."""
        width = self._room.width()
        foot = Stack(width)
        foot.add(self._blocks.rule(width))
        foot.height += self._setting.px(3)
        lines = (f"Sheet {number}. " if number else "") + " ".join(self._page.footer)
        foot.add(self._blocks.words(lines, width, "caption", quiet=True))
        return foot

    def _bands(self, blocks: tuple[Block, ...]) -> list[PageBand]:
        bands: list[PageBand] = []
        for wide, group in groupby(blocks, lambda block: block.place == "wide"):
            members = list(group)
            if wide or not any(block.place == "left" for block in members):
                bands += [PageBand(((0.0, self._blocks.piece(block, self._room.width())),)) for block in members]
            else:
                bands.append(self._two_columns(members))
        return bands

    def _two_columns(self, blocks: list[Block]) -> PageBand:
        width, gutter = self._room.width(), self._setting.px("huge")
        left = width * load_scale().paper.left_percent / 100
        columns = []
        stretching = []
        for place, x, room in (("left", 0.0, left), ("right", left + gutter, width - left - gutter)):
            stack = Stack(room)
            for block in (block for block in blocks if block.place == place):
                piece = self._blocks.piece(block, room)
                stack.add(piece, gap=self._gap)
                stretching += [(stack, part) for part in _stretching(piece)]
            columns.append((x, stack))
        return PageBand(tuple(columns), tuple(stretching))


def _stretching(stack: Stack) -> list[PaperChart | Ruled]:
    return [piece for piece in stack.pieces if isinstance(piece, (PaperChart, Ruled))]
