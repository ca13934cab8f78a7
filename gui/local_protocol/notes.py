"""The notes of a site: a list of steps and studies, and the text of the selected one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from core.content import Content
from core.schedule.local_protocol import LONGEST_NOTE, LocalNotes
from gui.look.theme import theme_manager
from gui.widgets.entries import ChoiceEntry, TextEntry

_KINDS = ("nodes", "procedures")


class NotesEntry(QGroupBox):
    """Holds all notes, and shows one for editing. `edited()` follows every change."""

    edited = Signal()

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_notes")
        self.setAccessibleName("Notes")
        self._notes: dict[str, str] = {}
        step, study = "Step: {name}", "Study: {name}"
        places = [(f"nodes.{node.id}", step.format(name=node.label)) for node in content.nodes]
        places += [(f"procedures.{p.id}", study.format(name=p.short)) for p in content.procedures]
        self._place = ChoiceEntry("note_place", "Note on", places, 1, "", self)
        hint = "Shown under Why, and with the answer when a case comes to this step or study"
        self._text = TextEntry("note_text", "Note", hint, LONGEST_NOTE, 3, self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._place)
        self._rows.addWidget(self._text)
        self._place.edited.connect(self._on_place)
        self._text.edited.connect(self._on_text)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def give(self, notes: LocalNotes) -> None:
        """Take these notes and show the first one, or the first step if there are none."""
        self._notes = {f"{kind}.{id_}": text for kind in _KINDS for id_, text in getattr(notes, kind).items()}
        first = next(iter(self._notes), None)
        self.go_to(first or self._place.value[0])

    @property
    def value(self) -> dict[str, dict[str, str]]:
        """Return the notes as in a file. An empty text is no note."""
        found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
        for place, text in self._notes.items():
            if text.strip():
                kind, id_ = place.split(".")
                found[kind][id_] = text.strip()
        return found

    def go_to(self, place: str) -> None:
        """Show the note on a step or a study, by its kind and id: "nodes.mri"."""
        self._place.give((place,))
        self._text.give(self._notes.get(place, ""))

    def tell(self, problem: str) -> None:
        """Show an error in the current note, or clear it."""
        self._text.tell(problem)

    def take_keyboard(self) -> None:
        """Move the focus to the note."""
        self._text.take_keyboard()

    @Slot()
    def _on_place(self) -> None:
        self._text.give(self._notes.get(self._place.value[0], ""))

    @Slot()
    def _on_text(self) -> None:
        self._notes[self._place.value[0]] = self._text.value
        self.edited.emit()

    @Slot()
    def _show_look(self) -> None:
        self._rows.setSpacing(theme_manager().px("small"))
