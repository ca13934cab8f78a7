"""The View menu: theme and zoom."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from gui.base.preferences import Preferences
from gui.look.theme import THEMES, theme_manager
from gui.widgets.command_menu import CommandMenu
from gui.widgets.flowchart import Flowchart


class ViewMenu(CommandMenu):
    """The theme, the zoom and the flowchart's size. Theme and zoom are saved as preferences."""

    def __init__(self, title: str, bar: QMenuBar, preferences: Preferences) -> None:
        super().__init__(title, bar)
        self._preferences = preferences
        self._themes = QActionGroup(self)

    def fill(self, flowchart: Flowchart) -> None:
        """Add the commands below the existing ones."""
        self.addSeparator()
        self._add_themes()
        self.addSeparator()
        larger = self.add("zoom_in", "Zoom &in", "Ctrl++", self.zoom_in)
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        smaller = self.add("zoom_out", "Zoom &out", "Ctrl+-", self.zoom_out)
        plain = self.add("zoom_reset", "&Reset zoom", "Ctrl+0", self.zoom_reset)
        self._grey_where_managed("theme", self._themes.actions())
        self._grey_where_managed("zoom", (larger, smaller, plain))
        self.addSeparator()
        self.add("flowchart_fit", "Fit flo&wchart", "Ctrl+Alt+0", flowchart.fit)
        self.add("flowchart_in", "&Enlarge flowchart", "Ctrl+Alt++", flowchart.zoom_in)
        self.add("flowchart_out", "&Shrink flowchart", "Ctrl+Alt+-", flowchart.zoom_out)
        self.addSeparator()
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def zoom_in(self) -> None:
        """Zoom in by one step."""
        theme_manager().zoom_by(1)
        self._preferences["zoom"] = theme_manager().zoom_percent

    @Slot()
    def zoom_out(self) -> None:
        """Zoom out by one step."""
        theme_manager().zoom_by(-1)
        self._preferences["zoom"] = theme_manager().zoom_percent

    @Slot()
    def zoom_reset(self) -> None:
        """Reset the zoom to 100 %."""
        theme_manager().set_zoom(100)
        self._preferences["zoom"] = 100

    def _add_themes(self) -> None:
        names = {"light": "&Light", "dark": "Dar&k", "contrast": "High &contrast"}
        for name, words in (*((theme, names[theme]) for theme in THEMES), ("system", "Follow the s&ystem")):
            action = self.addAction(words)
            action.setObjectName(f"theme_{name}")
            action.setData(name)
            action.setCheckable(True)
            self._themes.addAction(action)
        self._themes.triggered.connect(self._on_theme)

    def _grey_where_managed(self, setting: str, actions: Iterable[QAction]) -> None:
        if self._preferences.is_managed(setting):
            for action in actions:
                action.setEnabled(False)
                action.setToolTip("Set by your organization")

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        theme_manager().wear(action.data())
        self._preferences["theme"] = action.data()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        chosen = "system" if manager.follows_system else manager.theme.name
        for action in self._themes.actions():
            action.setChecked(action.data() == chosen)
