"""A combo box for scrolling forms and for assistive clients."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class ComboBox(QComboBox):
    """A combo box as wide as its place. Scrolling the form under the pointer does not change its value."""

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
        # In an open list, this is only the row under the pointer. In a closed one, an assistive client selects a row,
        # which Qt would ignore.
        rows = self.view().selectedIndexes()
        if rows and not self.view().isVisible() and rows[0].row() != self.currentIndex():
            self.setCurrentIndex(rows[0].row())
            self.activated.emit(rows[0].row())
