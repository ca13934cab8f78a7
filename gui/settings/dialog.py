"""The settings: few, and each applies as soon as it is chosen."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.base.preferences import Preferences
from gui.layouts.column import Column
from gui.look.theme import Paragraph, Text, theme_manager
from gui.look.window_geometry import stand_before
from gui.widgets.entries import ChoiceEntry

_YES, _NO, _REGION = "yes", "no", "region"


class _SettingEntry(ChoiceEntry):
    """One setting. A setting fixed by the organization is gray and says so."""

    _locked = ""

    def lock(self, words: str) -> None:
        """Disable the setting and show the reason."""
        self._locked = words
        self._count.setText(words)
        for box in self._widgets():
            box.setEnabled(False)

    def tell(self, problem: str) -> None:
        super().tell(problem or self._locked)
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
        words = "Each holds as soon as it is chosen, and is kept for you on this computer."
        # Wrapped text determines the height of a column.
        self._column.rows.addWidget(Paragraph(words, "body", "secondary", self))
        self._problem = Paragraph("", "caption_strong", "warning", self)
        self._problem.setObjectName("settings_problem")
        self._column.rows.addWidget(self._problem)
        self._entries = {entry.name: entry for entry in self._made_entries()}
        for entry in self._entries.values():
            entry.edited.connect(self._on_edited)
            if preferences.is_managed(entry.name):
                entry.lock("Set by your organization")
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
        self._show()
        self._show_look()
        # The menu and its keys can change the look while the dialog is open.
        theme_manager().changed.connect(self._show_look)

    def _made_entries(self) -> list[_SettingEntry]:
        steps = [(str(percent), f"{percent} %") for percent in theme_manager().scale.zoom_steps]
        switch = [(_YES, "Yes"), (_NO, "No")]
        themes = [
            ("system", "Follow the system"),
            ("light", "Light"),
            ("dark", "Dark"),
            ("contrast", "High contrast"),
        ]
        papers = [(_REGION, "As in this computer's region"), ("a4", "A4"), ("letter", "Letter")]
        settings = (
            ("theme", "Theme", themes),
            ("zoom", "Zoom", steps),
            ("keep_recent_files", "Recent files in the menu", switch),
            ("ascii_notes", "Notes in ASCII only", switch),
            ("paper", "Paper for PDF and print", papers),
        )
        return [_SettingEntry(name, caption, choices, 1, "", self) for name, caption, choices in settings]

    def _show(self) -> None:
        """Show the current settings."""
        kept, manager = self._preferences, theme_manager()
        values = {
            "theme": "system" if manager.follows_system else manager.theme.name,
            "zoom": str(manager.zoom_percent),
            "keep_recent_files": _YES if kept.keeps_recent_files else _NO,
            "ascii_notes": _YES if kept.ascii_notes else _NO,
            "paper": kept.paper or _REGION,
        }
        for name, value in values.items():
            self._entries[name].give((value,))
        self._problem.setText(kept.problem)
        self._problem.setVisible(bool(kept.problem))

    @Slot()
    def _on_edited(self) -> None:
        entry = self.sender()
        assert isinstance(entry, _SettingEntry)
        (value,) = entry.value
        kept = self._preferences
        match entry.name:
            case "theme":
                kept.theme = value
                theme_manager().wear(value)
            case "zoom":
                kept.zoom = int(value)
                theme_manager().set_zoom(int(value))
            case "keep_recent_files":
                kept.keeps_recent_files = value == _YES
            case "ascii_notes":
                kept.ascii_notes = value == _YES
            case "paper":
                kept.paper = None if value == _REGION else value
        self._show()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.set_spacing(manager.px("large"), manager.px("medium"))
        side = manager.px("large")
        self._bar.setContentsMargins(side, manager.px("small"), side, side)
        stand_before(self._window, self, 480, 600)
        self._show()
