"""The blocks of a page as pieces of a sheet."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.content import Content
from core.pages.page import AdviceBlock, Block, Facts, Item, Lines, Listing, Path, Prose, Row, Table
from core.report.report import Report
from gui.look.theme import load_scale
from gui.paper.typesetting import Fill, PaperIcon, PaperText, Run, Stack, Typesetting
from gui.widgets.flowchart import paint_flowchart


class PaperChart:
    """The flowchart, as large as the available space."""

    def __init__(self, setting: Typesetting, width: float, report: Report | None, content: Content) -> None:
        self.height = setting.mm(load_scale().paper.chart_mm)
        self._width = width
        self._setting, self._report, self._content = setting, report, content

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the pathway with the path of the case highlighted."""
        room = QRectF(x, y, self._width, self.height)
        paint_flowchart(painter, room, self._content, self._report, self._setting.theme)


class PaperColumn(NamedTuple):
    """A column of a table: its width, and the indent of its text."""

    width: float
    inset: float


class Ruled:
    """Blank lines to write on, as many as fit."""

    def __init__(self, setting: Typesetting, width: float) -> None:
        self.height = setting.mm(load_scale().paper.chart_mm) - setting.line_height("label") - setting.px("small")
        self._rule = Fill(width, setting.px(1), setting.theme.surface.field_border)
        self._distance = setting.mm(9)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines."""
        for number in range(1, int(self.height / self._distance) + 1):
            self._rule.paint(painter, x, y + number * self._distance)


class Blocks:
    """Creates the pieces of a page's blocks at one type size."""

    def __init__(self, setting: Typesetting, content: Content) -> None:
        self.setting = setting
        self.content = content
        theme = setting.theme
        self._ink, self._quiet = theme.text.primary, theme.text.secondary

    def piece(self, block: Block, width: float) -> Stack:
        """Return a block under its heading, in a column of this width."""
        made = Stack(width) if _speaks_for_itself(block) else self._headed(block.heading, width)
        match block:
            case Facts():
                facts = [
                    (Run(f"{f.label}: ", "body", self._quiet), Run(f.answer, "label", self._ink)) for f in block.facts
                ]
                self._flow(made, facts)
            case AdviceBlock():
                self._answer(made, block)
            case Prose():
                head = Run(f"{block.heading}  ", "caption", self._quiet)
                said = Run(block.text, "title" if block.strong else "body", self._ink)
                made.add(PaperText(self.setting, [head, said], width))
            case Listing() if block.fine:
                self._fine_print(made, block.items)
            case Listing() if block.short:
                self._flow(
                    made,
                    [(Run(f"{i.title} ", "body", self._ink), Run(i.text, "label", self._ink)) for i in block.items],
                )
            case Listing():
                self._items(made, block.items)
            case Path():
                self._path(made, block)
            case Table():
                self._table(made, block)
            case Lines():
                made.add(Ruled(self.setting, width))
        return made

    def words(self, text: str, width: float, role: str = "body", quiet: bool = False) -> PaperText:
        """Return a paragraph."""
        return PaperText(self.setting, [Run(text, role, self._quiet if quiet else self._ink)], width)

    def rule(self, width: float) -> Fill:
        """Return a hairline."""
        return Fill(width, self._px(load_scale().stroke.hairline), self.setting.theme.surface.panel_border)

    def _px(self, length: float | str) -> float:
        return self.setting.px(length)

    def _headed(self, heading: str, width: float) -> Stack:
        made = Stack(width)
        made.add(self.words(heading, width, "label"))
        made.add(self.rule(width), gap=self._px(1))
        made.height += self._px(3)
        return made

    def _flow(self, made: Stack, entries: list[tuple[Run, Run]]) -> None:
        """Place entries in lines. An entry is broken only if it is wider than a line."""
        gap, x, line = self._px("medium"), 0.0, 0.0
        for runs in entries:
            words = PaperText(self.setting, runs, made.width)
            if x and x + words.width > made.width:
                made.height += line
                x = line = 0.0
            made.put(words, x)
            x, line = x + words.width + gap, max(line, words.height)
        made.height += line

    def _answer(self, made: Stack, block: AdviceBlock) -> None:
        bar, inset = self._px(load_scale().stroke.bar), self._px("large")
        room = made.width - inset
        made.add(self.words(f"{block.heading} · {block.standing}", room, "caption", quiet=True), inset)
        made.add(self.words(block.headline, room, "headline"), inset)
        made.add(self.words(block.rationale, room), inset)
        for note in block.notes:
            made.add(self.words(note, room, "caption", quiet=True), inset, self._px(2))
        theme = self.setting.theme
        made.put(Fill(bar, made.height, theme.accent.fill if block.in_scope else theme.surface.field_border), y=0)

    def _items(self, made: Stack, items: tuple[Item, ...]) -> None:
        inset = self._px(16)
        for item in items:
            gap = self._px(3) if item is not items[0] else 0
            made.height += gap
            if item.mark:
                made.put(self._shape(item.mark, self._px(12)), y=made.height + self._px(2))
            runs = [Run(f"{item.title} ", "label", self._ink), Run(item.text, "body", self._ink)]
            runs = [run for run in runs if run.text.strip()]
            x = inset if item.mark else 0.0
            made.add(PaperText(self.setting, runs, made.width - x), x)

    def _fine_print(self, made: Stack, items: tuple[Item, ...]) -> None:
        """Return one paragraph with the titles in bold."""
        runs = []
        for item in items:
            runs += [Run(f"{item.title} ", "caption_strong", self._ink), Run(f"{item.text}  ", "caption", self._quiet)]
        made.add(PaperText(self.setting, runs, made.width))

    def _path(self, made: Stack, block: Path) -> None:
        if block.steps:
            steps = " → ".join(" ".join(part for part in (step.title, step.text) if part) for step in block.steps)
            runs = [Run(f"{block.heading}: ", "caption_strong", self._ink), Run(steps, "caption", self._quiet)]
            made.add(PaperText(self.setting, runs, made.width))
            made.height += self._px("tiny")
        made.add(PaperChart(self.setting, made.width, block.report, self.content))

    def _table(self, made: Stack, table: Table) -> None:
        columns = self._columns(table, made.width)
        heads = Row(table.columns, "", False)
        self._row(made, heads, columns, "caption_strong")
        for row in _grouped(table.rows):
            made.add(self.rule(made.width))
            self._row(made, row, columns, "caption_strong" if row.strong else "caption")
        if table.note:
            made.add(self.words(table.note, made.width, "caption", quiet=True), gap=self._px(3))

    def _columns(self, table: Table, width: float) -> list[PaperColumn]:
        """Return the columns. They share the width as the table states, or the first takes what the others leave."""
        gap, mark = self._px("medium"), self._px(16) if any(row.mark for row in table.rows) else 0.0
        insets = [self._px(4), mark, *[0.0] * (len(table.columns) - 2)]
        if table.shares:
            return [
                PaperColumn(width * share / sum(table.shares), inset)
                for share, inset in zip(table.shares, insets, strict=True)
            ]
        rows = [*table.rows, Row(table.columns, "", False)]
        others = [
            max(self.setting.width(row.cells[number], "caption_strong") for row in rows)
            + gap
            + (mark if number == 1 else 0)
            for number in range(1, len(table.columns))
        ]
        return list(map(PaperColumn, (width - sum(others), *others), insets))

    def _row(self, made: Stack, row: Row, columns: list[PaperColumn], role: str) -> None:
        pad, gap, mark = self._px(1), self._px("medium"), self._px(16)
        cells = list(self._cells(row, columns, role, gap))
        height = max(cell.height for _, cell in cells) + 2 * pad
        if row.strong:
            made.put(Fill(made.width, height, self.setting.theme.accent.soft))
        for number, (x, cell) in enumerate(cells):
            if number == 1 and row.mark:
                made.put(self._shape(row.mark, self._px(12)), x - mark, made.height + pad)
            made.put(cell, x, made.height + pad)
        made.height += height

    def _cells(self, row: Row, columns: list[PaperColumn], role: str, gap: float) -> Iterator[tuple[float, PaperText]]:
        left = 0.0
        for cell, column in zip(row.cells, columns, strict=True):
            if cell:
                yield left + column.inset, self.words(cell, column.width - gap - column.inset + self._px(4), role)
            left += column.width

    def _shape(self, mark: str, size: float) -> PaperIcon:
        """Return the shape of a mark, in the colors of its kind."""
        kind, _, name = mark.partition(".")
        theme = self.setting.theme
        if kind == "category":
            category = theme.category(name)
            return PaperIcon(size, name, category.outline, category.background, category.text)
        if kind == "level":
            level = theme.level(name)
            return PaperIcon(size, name, level.outline, level.fill if name == "warning" else "none", level.mark)
        return PaperIcon(size, "check" if name == "right" else "neutral", self._ink if name == "right" else self._quiet)


def _speaks_for_itself(block: Block) -> bool:
    """Return whether a block needs no heading on paper: its content or its position makes it clear."""
    match block:
        case Facts() | AdviceBlock() | Prose():
            return True
        case Path():
            return bool(block.steps)
        case Listing():
            return block.items[0].mark.startswith("option.")
        case _:
            return False


def _grouped(rows: tuple[Row, ...]) -> list[Row]:
    """Merge rows that differ only in their names, to save paper. A row with emphasis stays separate."""
    groups: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = (row.strong, *row.cells[1:])
        first = groups.get(key)
        name = f"{first.cells[0]}; {row.cells[0]}" if first else row.cells[0]
        groups[key] = Row((name, *row.cells[1:]), row.mark, row.strong)
    return list(groups.values())
