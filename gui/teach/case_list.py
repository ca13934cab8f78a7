"""The list of cases at the left of the Teach place, with its filters."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.report.report import one_line
from core.teaching.cases import TeachingCase
from gui.look.theme import Paragraph, theme_manager
from gui.teach.lesson_words import difficulty_name
from gui.teach.library import Library

_LEVELS = ("basic", "intermediate", "advanced")
# The least height of the list in a low window with large text, in pixels at 100 % zoom.
_LEAST_HEIGHT = 32


class CaseList(QWidget):
    """Shows filters for text, difficulty and topic, and the matching cases below. `selected(object)` carries a TeachingCase.

    The menu at the foot holds the actions for the user's own cases, which are marked.
    """

    selected = Signal(object)

    def __init__(self, library: Library, own_actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case_browser")
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self.shown: tuple[TeachingCase, ...] = ()
        self.search = QLineEdit(self)
        self.search.setObjectName("case_search")
        self.search.setPlaceholderText("Search")
        self.search.setAccessibleName("Search the cases")
        self.search.setClearButtonEnabled(True)
        self.difficulty = self._combo("case_difficulty", "Difficulty")
        self.topic = self._combo("case_topic", "Topic")
        self.list = QListWidget(self)
        self.list.setObjectName("case_list")
        self.list.setAccessibleName("Cases")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = Paragraph("", "caption", "secondary", self)
        self._count.setObjectName("case_count")
        self._rows = QVBoxLayout(self)
        for widget in (self.search, self.difficulty, self.topic, self._count):
            self._rows.addWidget(widget)
        self._rows.addWidget(self.list, stretch=1)
        self._own = QPushButton("You&r cases", self)
        self._own.setObjectName("own_cases")
        self._own.setProperty("opens", "menu")
        menu = QMenu(self._own)
        menu.addActions(list(own_actions))
        self._own.setMenu(menu)
        self._rows.addWidget(self._own)
        if library.faults:
            text = "Not usable: {faults}".format(faults="; ".join(library.faults))
            self._rows.addWidget(Paragraph(text, "caption", "warning", self))
        self.search.textChanged.connect(self._narrow)
        self.difficulty.currentIndexChanged.connect(self._narrow)
        self.topic.currentIndexChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._on_current)
        self._show_look()
        theme_manager().changed.connect(self._show_look)
        self.refresh()

    @property
    def least_width(self) -> int:
        """Return the width in which every difficulty can be read."""
        margins = self._rows.contentsMargins()
        return self.difficulty.sizeHint().width() + margins.left() + margins.right()

    def refresh(self) -> None:
        """Show the current cases, keeping the filters that still apply."""
        levels = [(difficulty_name(level), level) for level in _LEVELS if self._library.find("", level)]
        self._refill(self.difficulty, "Any difficulty", levels)
        self._refill(self.topic, "Any topic", [(topic, topic) for topic in self._library.topics])
        self._narrow()

    def select(self, case: TeachingCase) -> None:
        """Select a case, which must be in the list."""
        self.list.setCurrentRow(self.shown.index(case))

    def show_everything(self) -> None:
        """Clear all filters."""
        for combo in (self.difficulty, self.topic):
            combo.setCurrentIndex(0)
        self.search.clear()

    def _combo(self, name: str, label: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setAccessibleDescription(label)  # The selected choice is the accessible name.
        combo.view().setAccessibleName(label)
        combo.ensurePolished()
        return combo

    def _refill(self, combo: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(everything, "")
            for words, choice in choices:
                combo.addItem(words, choice)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))

    @Slot()
    def _narrow(self) -> None:
        """Show the cases that match, and keep the selection if it is still in the list."""
        row = self.list.currentRow()
        kept = self.shown[row] if 0 <= row < len(self.shown) else None
        self.shown = self._library.find(
            self.search.text(), self.difficulty.currentData() or "", self.topic.currentData() or ""
        )
        self.list.blockSignals(True)
        self.list.clear()
        self.list.ensurePolished()
        for case in self.shown:
            lines = [one_line(case.case.title or case.id), *(["Yours"] if self._library.is_own(case) else [])]
            item = QListWidgetItem("\n".join(lines), self.list)
            item.setToolTip(difficulty_name(case.teaching.difficulty))
        self.list.blockSignals(False)
        self._measure()
        self._count.setText(f"{len(self.shown)} of {len(self._library.cases)} cases")
        if kept in self.shown:
            self.list.blockSignals(True)
            self.list.setCurrentRow(self.shown.index(kept))
            self.list.blockSignals(False)
        elif self.shown:
            self.list.setCurrentRow(0)

    @Slot()
    def _on_current(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.shown):
            self.selected.emit(self.shown[row])

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._measure()

    def _measure(self) -> None:
        """Give each row the height of its wrapped text. Qt ignores the padding of a row when it wraps text."""
        manager, metrics = theme_manager(), QFontMetrics(self.list.font())
        down = manager.px(5)
        # The list gets its new width only after this. Compute it from margins, frame, scroll bar and padding.
        width = self.width() - 2 * manager.px("medium") - manager.px(12) - 2 * manager.px(4 + 8) - manager.px(10)
        for row in range(self.list.count()):
            item = self.list.item(row)
            needed = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, needed.height() + 2 * down))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._rows.setContentsMargins(*[manager.px("medium")] * 4)
        self._rows.setSpacing(manager.px("small"))
        self.list.setMinimumHeight(manager.px(_LEAST_HEIGHT))
        self._measure()
