"""The line above every place: the program's name, the menus, the places, and the button for Find."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.layouts.measure import line_margins
from gui.look.icons import set_icon
from gui.look.theme import Text, theme_manager


class Header(QWidget):
    """One line, or two if the places and the menus do not fit side by side."""

    place_chosen = Signal(int)
    """The number of the place to show, from 0."""

    def __init__(self, places: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """Make the header. `places` are the names and the titles of the places. The first one is selected."""
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._brand = Text("Bonewatch", "brand", "primary", self)
        self._row.addWidget(self._brand)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self.menus)
        self._row.addStretch(1)
        self._tab_box = QWidget(self)
        self._tab_row = QHBoxLayout(self._tab_box)
        self._tab_row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._tab_box)
        self._tabs = QButtonGroup(self)
        for index, (name, title) in enumerate(places):
            self._add_tab(index, name, title)
        self.finder = FindButton(self._tab_box)
        self._tab_row.addWidget(self.finder)
        self._tabs.button(0).setChecked(True)
        # Do not rely on clicks: an assistive client selects a tab without one.
        self._tabs.idToggled.connect(self._on_tab)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def choose_place(self, index: int) -> None:
        """Select the place with this number, from 0."""
        self._tabs.button(index).setChecked(True)

    def fit(self, width: int) -> None:
        """Move the places to a second row if the window, with this width in pixels, is too narrow for one."""
        around = line_margins(width)
        self._column.setContentsMargins(around)
        parts = [self._brand, self.menus, self._tab_box]
        gaps = len(parts) * self._row.spacing() + around.left() + around.right()
        fits = sum(part.sizeHint().width() for part in parts) + gaps <= width
        row = self._row if fits else self._column
        if row.indexOf(self._tab_box) < 0:
            (self._column if fits else self._row).removeWidget(self._tab_box)
            row.addWidget(self._tab_box, alignment=Qt.AlignmentFlag.AlignRight)

    def _add_tab(self, index: int, name: str, title: str) -> None:
        tab = QPushButton(title, self._tab_box)
        tab.setObjectName(f"place_{name}")
        tab.setProperty("role", "tab")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)  # Screen readers read it as one of a group.
        tab.setToolTip(f"Ctrl+{index + 1}")
        # A click leaves the focus to the place, which restores its previous focus.
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.addButton(tab, index)
        self._tab_row.addWidget(tab)

    @Slot(int, bool)
    def _on_tab(self, index: int, chosen: bool) -> None:
        if chosen:
            self.place_chosen.emit(index)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.setSpacing(0)
        self._row.setSpacing(manager.px("large"))
        self._tab_row.setSpacing(manager.px("large"))
        self.fit(self.window().width())


class FindButton(QPushButton):
    """The button in the header that opens Find, labeled with its keys."""

    def __init__(self, parent: QWidget) -> None:
        word = "Find"
        super().__init__(f"{word}  Ctrl+K", parent)
        self.setObjectName("find")
        self.setAccessibleName("Find")
        self.setProperty("role", "tab")
        self.setToolTip("Find anything")
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        set_icon(self, "search", theme_manager().theme.text.secondary)
