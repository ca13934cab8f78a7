"""The number of visits to compare: a labeled number field, styled like the fields of the form."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGroupBox, QSpinBox, QVBoxLayout, QWidget

from gui.look.theme import Text, theme_manager

_MOST_VISITS = 60


class _SpinBox(QSpinBox):
    """A number field that does not change when the page is scrolled under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class VisitsEditor(QGroupBox):
    """The number of visits, 1 to 60. `changed(visits)` follows each change."""

    changed = Signal(int)

    def __init__(self, visits: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("field_visits")
        self.setAccessibleName("Visits to come")
        self._number = _SpinBox(self)
        self._number.setObjectName("visits")
        self._number.setAccessibleName(self.accessibleName())
        self._number.setRange(1, _MOST_VISITS)
        self._number.setValue(visits)
        self._number.valueChanged.connect(self.changed)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(Text(self.accessibleName(), "body", "primary", self))
        self._rows.addWidget(self._number)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._rows.setSpacing(manager.px("tiny"))
        self._number.setMinimumWidth(manager.px(96))
        # The left padding of the style sheet does not apply to the text of a spin box.
        self._number.lineEdit().setTextMargins(manager.px(10), 0, 0, 0)
