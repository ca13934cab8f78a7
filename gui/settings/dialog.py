"""The settings: few, and each applies as soon as it is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.base.preferences import Preferences
from gui.base.settings_table import SETTINGS, Setting, Value
from gui.layouts.column import Column
from gui.look.theme import Paragraph, Text, theme_manager
from gui.look.window_geometry import stand_before
from gui.widgets.entries import ChoiceEntry


class _SettingEntry(ChoiceEntry):
    """One setting. A setting fixed by the organization is gray and says so."""

    def __init__(self, setting: Setting, choices: Mapping[Value, str], is_managed: bool, parent: QWidget) -> None:
        words = [(str(value), text) for value, text in choices.items()]
        super().__init__(setting.name, setting.label, words, 1, "", parent)
        self._values = {str(value): value for value in choices}
        self._lock = "Set by your organization" if is_managed else ""
        self._count.setText(self._lock)
        self.setToolTip(setting.help)
        for box in self._widgets():
            box.setEnabled(not is_managed)

    @property
    def chosen(self) -> Value:
        """The value that is shown."""
        (text,) = self.value
        return self._values[text]

    def tell(self, problem: str) -> None:
        super().tell(problem or self._lock)
        self._problem.setVisible(bool(problem))


class SettingsDialog(QDialog):
    """Shows the preferences, changes them, and updates the look of the program."""

    def __init__(self, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("settings_dialog")
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "window")
        self._preferences = preferences
        self._column = Column("settings_column", self)
        self._column.rows.addWidget(Text("Settings", "headline", "primary", self))
        words = "Each choice applies at once and is saved for you on this computer."
        # Wrapped text determines the height of a column.
        self._column.rows.addWidget(Paragraph(words, "body", "secondary", self))
        self._problem = Paragraph("", "caption_strong", "warning", self)
        self._problem.setObjectName("settings_problem")
        self._column.rows.addWidget(self._problem)
        zoom_steps: Mapping[Value, str] = {step: f"{step} %" for step in theme_manager().scale.zoom_steps}
        self._entries = [
            _SettingEntry(setting, setting.choices or zoom_steps, preferences.is_managed(name), self)
            for name, setting in SETTINGS.items()
        ]
        for entry in self._entries:
            entry.edited.connect(self._on_edited)
            self._column.rows.addWidget(entry)
        self._column.rows.addStretch(1)
        close = QPushButton("&Close", self)
        close.setObjectName("settings_close")
        close.clicked.connect(self.accept)
        self._bar = QHBoxLayout()
        self._bar.addStretch(1)
        self._bar.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._column, stretch=1)
        rows.addLayout(self._bar)
        self._show_look()
        # The menu and its keys can change the look while the dialog is open.
        theme_manager().changed.connect(self._show_look)

    def _show(self) -> None:
        """Show the current settings."""
        kept, manager = self._preferences, theme_manager()
        look = {"theme": "system" if manager.follows_system else manager.theme.name, "zoom": manager.zoom_percent}
        for entry in self._entries:
            entry.give((str(look.get(entry.name, kept[entry.name])),))
        self._problem.setText(kept.problem)
        self._problem.setVisible(bool(kept.problem))

    @Slot()
    def _on_edited(self) -> None:
        entry = self.sender()
        assert isinstance(entry, _SettingEntry)
        self._preferences[entry.name] = entry.chosen
        if entry.name == "theme":
            theme_manager().wear(self._preferences["theme"])
        elif entry.name == "zoom":
            theme_manager().set_zoom(self._preferences["zoom"])
        self._show()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.set_spacing(manager.px("large"), manager.px("medium"))
        side = manager.px("large")
        self._bar.setContentsMargins(side, manager.px("small"), side, side)
        stand_before(self._window, self, 480, 600)
        self._show()
