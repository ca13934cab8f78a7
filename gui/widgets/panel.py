"""A panel: a heading and rows below it."""

from PySide6.QtCore import QMargins, Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from gui.layouts.rows import Rows
from gui.look.theme import Paragraph, Text, take_frame, theme_manager


class Panel(QGroupBox):
    """A titled area of the window. Its heading is its accessible name."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self.setProperty("role", "panel")
        take_frame(self)
        self.placeholder: Paragraph | None = None
        self.rows = Rows(self)
        self.heading = Text(heading, "overline", "secondary", self)
        self.rows.addWidget(self.heading)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def add_placeholder(self, text: str) -> Paragraph:
        """Add the text that is shown while the panel is empty."""
        self.placeholder = Paragraph(text, "caption", "secondary", self)
        self.rows.addWidget(self.placeholder)
        self._set_spacing()
        return self.placeholder

    @Slot()
    def _set_spacing(self) -> None:
        manager = theme_manager()
        self.rows.setContentsMargins(
            manager.px("small"), manager.px("medium"), manager.px("small"), manager.px("small")
        )
        self.rows.setSpacing(manager.px("tiny"))
        # Align with the words of the rows, which leave space for their focus ring.
        for words in filter(None, (self.heading, self.placeholder)):
            words.setContentsMargins(QMargins(manager.px("tiny"), 0, 0, 0))
