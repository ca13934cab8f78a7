"""The pinned case and the current case side by side, with a mark on each line that differs."""

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.report.compare import CaseComparison, ComparisonLine, ComparisonSection
from gui.base.announcements import announce
from gui.look.icons import pixmap
from gui.look.theme import Paragraph, Text, set_text_role, theme_manager
from gui.widgets.panel import Panel
from gui.widgets.picture import Picture
from gui.widgets.pool import Pool

# The shares of the width for the label and the two sides.
_SHARES = (1, 1, 1)


class _ComparisonColumns(QFrame):
    """One row: a mark, a word for the mark, and three texts in columns that all rows share."""

    def __init__(self, texts: tuple[Text, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = Picture(self)
        self.badge = Text("Differs", "overline", "accent", self)
        self.badge.setProperty("role", "badge")
        self._line = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._line.addWidget(self.mark, alignment=top)
        for text, share in zip(texts, _SHARES, strict=True):
            text.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
            # The shares set the column widths, not the words.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._line.addWidget(text, stretch=share)
        self._line.addWidget(self.badge, alignment=top)
        for widget in (self.mark, self.badge):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def set_marked(self, wanted: bool) -> None:
        """Show or hide the mark and its word. They keep their space."""
        self.mark.setVisible(wanted)
        self.badge.setVisible(wanted)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._line.setContentsMargins(0, manager.px("tiny"), 0, manager.px("tiny"))
        self._line.setSpacing(manager.px("small"))
        self.mark.setPixmap(pixmap("differs", manager.theme.accent.ink, manager.px(manager.scale.icon.small)))


class ComparedLine(_ComparisonColumns):
    """One line of the comparison."""

    def __init__(self, parent: QWidget) -> None:
        self._label, self._first, self._second = (Paragraph("", "caption", "secondary") for _ in range(3))
        super().__init__((self._label, self._first, self._second), parent)
        self.setProperty("role", "card")

    def show_line(self, line: ComparisonLine) -> None:
        """Show a line. Use a strong font if its sides differ."""
        self.setObjectName(f"compared_{line.id}")
        name, first, second = line.label, line.first, line.second
        for label, text in ((self._label, name), (self._first, first), (self._second, second)):
            label.setText(text)
            set_text_role(
                label, "caption_strong" if line.differs else "caption", "primary" if line.differs else "secondary"
            )
        self.set_marked(line.differs)
        words = "{label}, differs: pinned {first}, now {second}"
        same = "{label}, the same: {first}"
        self.setAccessibleName((words if line.differs else same).format(label=name, first=first, second=second))


class ComparedPart(QWidget):
    """A heading with the number of differences, followed by its lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = Text("", "overline", "secondary", self)
        self._pool = Pool(self._make_line)
        self._same = Paragraph("", "caption", "secondary", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._heading)
        self._rows.addLayout(self._lines)
        self._same_row = QVBoxLayout()
        self._same_row.addWidget(self._same)
        self._rows.addLayout(self._same_row)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_part(self, part: ComparisonSection) -> None:
        """Show a part, or hide it if it has no lines."""
        self.setObjectName(f"compared_part_{part.id}")
        same = "{heading} · no difference"
        some = "{heading} · differences: {count}"
        self._heading.setText((some if part.differences else same).format(heading=part.heading, count=part.differences))
        for row, line in zip(self._pool.show(len(part.lines)), part.lines, strict=True):
            row.show_line(line)
        self._same.setText("The same in both: {facts}".format(facts=" · ".join(part.same)))
        self._same.setVisible(bool(part.same))
        self.setVisible(bool(part.lines or part.same))

    def _make_line(self) -> ComparedLine:
        row = ComparedLine(self)
        self._lines.addWidget(row)
        return row

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._rows.setContentsMargins(0, manager.px("small"), 0, 0)
        # Align with the text of the lines, which follows their marks.
        indent = manager.px(manager.scale.icon.small) + manager.px("small")
        self._same_row.setContentsMargins(QMargins(indent, manager.px("tiny"), 0, 0))


class ComparisonPanel(Panel):
    """The comparison and its two buttons."""

    unpin_requested = Signal()
    pin_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("comparison", "CaseComparison", parent)
        self._summary = Paragraph("", "label", "primary", self)
        self._summary.setObjectName("comparison_summary")
        self._first, self._second = Paragraph("", "label", "primary"), Paragraph("", "label", "primary")
        self._heads = _ComparisonColumns((Text(""), self._first, self._second), self)
        self._heads.setProperty("role", "card")
        self._heads.set_marked(False)
        self._pool = Pool(self._make_part)
        self._top = QHBoxLayout()
        self._top.addWidget(self._summary, stretch=1)
        for name, text, signal in (
            ("pin_instead", "Pin this one instead", self.pin_requested),
            ("unpin", "Unpin", self.unpin_requested),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.clicked.connect(signal)
            self._top.addWidget(button)
        self.rows.addLayout(self._top)
        self.rows.addWidget(self._heads)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_comparison(self, comparison: CaseComparison) -> None:
        """Show a comparison of the pinned case and the present one."""
        count = comparison.differences
        none = "No difference yet. Change an answer, or open another case."
        some = "One line differs." if count == 1 else f"{count} lines differ."
        self._summary.setText(some if count else none)
        for head, word, name in (
            (self._first, "Pinned", comparison.first),
            (self._second, "Now", comparison.second),
        ):
            head.setText(f"{word}: {name}" if name else word)
        for box, part in zip(self._pool.show(len(comparison.parts)), comparison.parts, strict=True):
            box.show_part(part)

    def announce(self) -> None:
        """Announce to assistive clients that the comparison is shown, and its result."""
        announce(self, f"{self.accessibleName()}: {self._summary.text()}")

    def show_nothing(self) -> None:
        """Remove the comparison from the screen, because one of its sides can no longer be trusted."""
        self._summary.setText("There is no answer to compare.")
        self._pool.show(0)

    def _make_part(self) -> ComparedPart:
        part = ComparedPart(self)
        self.rows.addWidget(part)
        return part

    @Slot()
    def _show_look(self) -> None:
        self._top.setSpacing(theme_manager().px("small"))
