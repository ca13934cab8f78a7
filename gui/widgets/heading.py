"""A heading within a page, closer to the text below it than to the text above it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.look.theme import Paragraph, theme_manager


class Heading(Paragraph):
    """Words in a step of the type scale with space above them, at any zoom."""

    def __init__(self, text: str, role: str, parent: QWidget) -> None:
        super().__init__(text, role, "primary", parent)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        self.setContentsMargins(0, theme_manager().px("medium"), 0, 0)
