"""The list of cases at the left of the Teach place, with what narrows it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.cases import TeachingCase
from gui.teach.library import Library
from gui.theme import Paragraph, theme_manager

_ID = Qt.ItemDataRole.UserRole


class CaseList(QWidget):
    """Text, difficulty and topic above, the cases that fit below. `selected(object)` carries a TeachingCase."""

    selected = Signal(object)

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case_browser")
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self.shown: tuple[TeachingCase, ...] = ()
        self.search = QLineEdit(self)
        self.search.setObjectName("case_search")
        self.search.setPlaceholderText(self.tr("Search the cases"))
        self.search.setAccessibleName(self.tr("Search the cases"))
        self.search.setClearButtonEnabled(True)
        levels = [d for d in ("basic", "intermediate", "advanced") if library.find("", d)]
        self.difficulty = self._combo("case_difficulty", self.tr("Difficulty"), self.tr("Any difficulty"))
        for level in levels:
            self.difficulty.addItem(level.capitalize(), level)
        self.topic = self._combo("case_topic", self.tr("Topic"), self.tr("Any topic"))
        for topic in library.topics:
            self.topic.addItem(topic, topic)
        self.list = QListWidget(self)
        self.list.setObjectName("case_list")
        self.list.setAccessibleName(self.tr("Cases"))
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
        if library.faults:
            text = self.tr("Not usable: {faults}").format(faults="; ".join(library.faults))
            self._rows.addWidget(Paragraph(text, "caption", "warning", self))
        self.search.textChanged.connect(self._narrow)
        self.difficulty.currentIndexChanged.connect(self._narrow)
        self.topic.currentIndexChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._on_current)
        self._show_look()
        theme_manager().changed.connect(self._show_look)
        self._narrow()

    def select(self, case: TeachingCase) -> None:
        """Goes to a case, which must be among those shown."""
        self.list.setCurrentRow(self.shown.index(case))

    def _combo(self, name: str, label: str, everything: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setAccessibleDescription(label)  # the name read out is the choice
        combo.view().setAccessibleName(label)
        combo.ensurePolished()
        combo.addItem(everything, "")
        return combo

    @Slot()
    def _narrow(self) -> None:
        """Shows the cases that fit, with the same one chosen if it is still there."""
        before = self.list.currentItem()
        kept = before.data(_ID) if before else None
        self.shown = self._library.find(
            self.search.text(), self.difficulty.currentData() or "", self.topic.currentData() or ""
        )
        self.list.blockSignals(True)
        self.list.clear()
        self.list.ensurePolished()
        for case in self.shown:
            item = QListWidgetItem(case.case.title or case.id, self.list)
            item.setData(_ID, case.id)
            item.setToolTip(case.teaching.difficulty.capitalize())
        self.list.blockSignals(False)
        self._measure()
        self._count.setText(
            self.tr("{shown} of {all} cases").format(shown=len(self.shown), all=len(self._library.cases))
        )
        ids = [case.id for case in self.shown]
        if kept in ids:
            self.list.blockSignals(True)
            self.list.setCurrentRow(ids.index(kept))
            self.list.blockSignals(False)
        elif ids:
            self.list.setCurrentRow(0)

    @Slot()
    def _on_current(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.shown):
            self.selected.emit(self.shown[row])

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._measure()

    def _measure(self) -> None:
        """Gives each row the height that its words need. Qt forgets the padding of a row when it wraps them."""
        manager, metrics = theme_manager(), QFontMetrics(self.list.font())
        down = manager.px(5)
        # The list itself gets its new width only after this: margins, frame, scroll bar and paddings are known.
        width = self.width() - 2 * manager.px("large") - manager.px(12) - 2 * manager.px(4 + 8) - manager.px(10)
        for row in range(self.list.count()):
            item = self.list.item(row)
            needed = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, needed.height() + 2 * down))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._rows.setContentsMargins(*[manager.px("large")] * 4)
        self._rows.setSpacing(manager.px("small"))
        self._measure()
