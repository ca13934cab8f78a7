"""A link on a separate line: unobtrusive, and large enough to click easily."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.look.theme import set_text_role, theme_manager
from gui.widgets.wrapping_button import WrappingButton

_LEAST_HEIGHT = 24


class Link(WrappingButton):
    """A clickable text in the accent color, in a step of the type scale."""

    def __init__(self, text: str, parent: QWidget, text_role: str = "caption") -> None:
        super().__init__(text, parent)
        self.setProperty("role", "link")
        set_text_role(self, text_role)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        self.setMinimumHeight(theme_manager().px(_LEAST_HEIGHT))
