"""A list of choices that opens, in a form that scrolls and for assistive clients."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class ComboBox(QComboBox):
    """As wide as its place. It does not change when the form is scrolled under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().selectionModel().selectionChanged.connect(self._on_selected)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _on_selected(self) -> None:
        # While the list is open this is no more than the row under the pointer. An assistive client selects a row
        # without opening it, and Qt would leave it at that.
        rows = self.view().selectedIndexes()
        if rows and not self.view().isVisible() and rows[0].row() != self.currentIndex():
            self.setCurrentIndex(rows[0].row())
            self.activated.emit(rows[0].row())
