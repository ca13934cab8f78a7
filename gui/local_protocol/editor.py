"""The form for the local protocol."""

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from core.content import Content, by_id
from core.content.loading import ContentError
from core.schedule.local_protocol import (
    LONGEST_CONTACT,
    LONGEST_SITE,
    SCHEMA,
    LocalNotes,
    LocalProtocol,
    checked,
)
from gui.layouts.column import Column
from gui.layouts.flow import FlowLayout
from gui.local_protocol.controller import FILE_NAME, LocalProtocolController
from gui.local_protocol.intervals import IntervalsEntry
from gui.local_protocol.notes import NotesEntry
from gui.look.theme import Paragraph, Text, set_text_role, theme_manager
from gui.look.window_geometry import stand_before
from gui.widgets.entries import ChoiceEntry, LineEntry

_YES, _NO = "yes", "no"
# A fault: the field, the key below it, and the reason.
_FAULT = re.compile(rf"{re.escape(FILE_NAME)}: (\w+)\.?([^:]*): (.*)", re.DOTALL)


class LocalProtocolDialog(QDialog):
    """Shows the site's additions, and saves or removes them."""

    def __init__(self, keeper: LocalProtocolController, content: Content, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("local_protocol_dialog")
        self.setWindowTitle("Local protocol")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "window")
        self._keeper, self._content = keeper, content
        self.site = LineEntry("site", "Name of your site", LONGEST_SITE, self)
        label = by_id(content.fields)["mars_available"].label
        said = [(choice.id, choice.label) for choice in content.yes_no]
        self.mars = ChoiceEntry("mars_available", label, said, 1, "Not said", self)
        self.contact = LineEntry("tumor_board_contact", "Tumor board contact", LONGEST_CONTACT, self)
        self.intervals = IntervalsEntry(self)
        self.notes = NotesEntry(content, self)
        self._entries: dict[str, LineEntry | ChoiceEntry | IntervalsEntry | NotesEntry] = {
            "site": self.site,
            "mars_available": self.mars,
            "tumor_board_contact": self.contact,
            "intervals": self.intervals,
            "notes": self.notes,
        }
        self._told = Paragraph("", "body", "primary", self)
        self._told.setObjectName("local_told")
        self._column = Column("local_column", self)
        introduction = (
            "What you enter stands beside the answer under the badge “Local”, with your site's name. It changes no "
            "rating, no step and no warning. The answer on artifact reduction is filled in where a new case starts."
        )
        self._column.rows.addWidget(Text(self.windowTitle(), "headline", "primary", self))
        self._column.rows.addWidget(Paragraph(introduction, "body", "secondary", self))
        for entry in self._entries.values():
            self._column.rows.addWidget(entry)
            entry.edited.connect(self._on_edited)
        self._column.rows.addStretch(1)
        self._bar_box = QWidget(self)
        self._bar = FlowLayout(self._bar_box)
        self._button("local_save", "&Save", "primary").clicked.connect(self._on_save)
        self._remove = self._button("local_remove", "&Remove", "plain")
        self._remove.clicked.connect(self._on_remove)
        self._button("local_close", "&Close", "plain").clicked.connect(self.reject)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._told)
        self._foot.addWidget(self._bar_box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._column, stretch=1)
        rows.addLayout(self._foot)
        self._show_protocol(keeper.protocol or LocalProtocol(schema="bonewatch.local/1", site=""))
        self._tell(keeper.problem, "warning")
        self._show_look()
        theme_manager().changed.connect(self._show_look)
        self.site.take_keyboard()

    def _button(self, name: str, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self._bar_box)
        button.setObjectName(name)
        button.setProperty("role", role)
        # Enter in a field must not save.
        button.setAutoDefault(False)
        self._bar.addWidget(button)
        return button

    def _show_protocol(self, protocol: LocalProtocol) -> None:
        self.site.give(protocol.site)
        mars = protocol.mars_available
        self.mars.give(() if mars is None else (_YES if mars else _NO,))
        self.contact.give(protocol.tumor_board_contact or "")
        self.intervals.give(protocol.intervals)
        self.notes.give(protocol.notes or LocalNotes())
        self._show_remove()

    def _show_remove(self) -> None:
        self._remove.setEnabled(self._keeper.protocol is not None or bool(self._keeper.problem))

    def _protocol(self) -> LocalProtocol:
        """Return the content of the form. Raises ContentError with its errors."""
        tables: dict[str, object] = {"schema": SCHEMA, "site": self.site.value.strip()}
        if self.mars.value:
            tables["mars_available"] = self.mars.value == (_YES,)
        if self.contact.value.strip():
            tables["tumor_board_contact"] = self.contact.value.strip()
        tables["intervals"], tables["notes"] = self.intervals.value, self.notes.value
        return checked(tables, FILE_NAME, self._content)

    def _tell(self, text: str, tone: str = "secondary") -> None:
        self._told.setText(text)
        set_text_role(self._told, "caption_strong" if tone == "warning" else "caption", tone)
        self._told.setVisible(bool(text))

    @Slot()
    def _on_edited(self) -> None:
        for entry in self._entries.values():
            entry.tell("")
        self._tell("")

    @Slot()
    def _on_save(self) -> None:
        """Save and close. If something is wrong, show it at its field and keep the form open."""
        self._on_edited()
        try:
            protocol = self._protocol()
        except ContentError as error:
            self._show_faults(error.faults)
            return
        problem = self._keeper.save(protocol)
        if problem:
            self._tell(f"It was not saved. {problem}", "warning")
        else:
            self.accept()

    def _show_faults(self, faults: list[str]) -> None:
        wrong: list[LineEntry | ChoiceEntry | IntervalsEntry | NotesEntry] = []
        others: list[str] = []
        for fault in faults:
            match = _FAULT.match(fault)
            entry = self._entries.get(match[1]) if match else None
            if entry is None or match is None:
                others.append(fault)
                continue
            if isinstance(entry, NotesEntry) and not wrong:
                entry.go_to(match[2])
            # The content check reports these faults only as text.
            reason = match[3]
            entry.tell(f"{entry.accessibleName()}: {reason}")
            wrong.append(entry)
        self._tell("\n".join(others), "warning")
        if wrong:
            wrong[0].take_keyboard()

    @Slot()
    def _on_remove(self) -> None:
        problem = self._keeper.remove()
        if problem:
            self._tell(f"It was not removed. {problem}", "warning")
            return
        self._tell("Removed: nothing local is shown any more. What stands here can be saved again.")
        self._show_remove()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.set_spacing(manager.px("large"), manager.px("medium"))
        side = manager.px("large")
        self._foot.setContentsMargins(side, manager.px("small"), side, side)
        self._foot.setSpacing(manager.px("small"))
        self._bar.set_gap(manager.px("small"))
        stand_before(self._window, self, 640, 760)
