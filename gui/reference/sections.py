"""The base of the sections of the Reference place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from core.case.scenario import Scenario
from core.content import Reference, Source
from core.content.citations import cited_sources, id_list, source_ids
from core.report.explain import Explanation
from gui.layouts.column import Column
from gui.layouts.layout_items import parts_of
from gui.look.icons import pixmap
from gui.look.theme import Paragraph, Text, take_frame, theme_manager
from gui.widgets.link import Link
from gui.widgets.picture import Picture
from gui.widgets.row_button import RowButton, let_clicks_through

# The most sources that a link can name in the narrowest window. A longer list shows the number.
_MOST_NAMED = 6
# The gap between two folded entries, in pixels at 100 % zoom.
_BETWEEN_ENTRIES = 6


class Section(Column):
    """A page that scrolls. `why_requested(anchor, explanation)` asks to show the source of a statement."""

    why_requested = Signal(object, object)

    # Longer lines (pixels at 100 % zoom) are hard to follow. A page of tables may be wider.
    widest = 860

    def __init__(self, name: str, title: str, introduction: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.entries: dict[str, Disclosure] = {}
        self._lists: list[QVBoxLayout] = []
        self.setAccessibleName(title)
        self.page = QWidget(self)
        self.blocks = QVBoxLayout(self.page)
        self.blocks.addWidget(Text(title, "headline", "primary", self.page))
        self.introduction = Paragraph(introduction, "body", "secondary", self.page)
        self.blocks.addWidget(self.introduction)
        # Center the page in a wide window. A separate layout knows how wide the page becomes.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.page, stretch=1000)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addStretch(1)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_scenario(self, scenario: Scenario) -> None:
        """Apply the current case to this page."""

    def add_entry(self, kind: str, name: str, title: str) -> "Disclosure":
        """Add a folded entry at the end of the page, which can be opened by its id."""
        entry = self.entries[name] = Disclosure(f"{kind}_{name}", title, self.page)
        entry.first_opened.connect(self._on_first_opened)
        self._open_list().addWidget(entry)
        return entry

    def put_last(self, entry: "Disclosure") -> None:
        """Move an entry to the end of the page. Moving all entries in turn sorts them."""
        entries = self._open_list()
        entries.removeWidget(entry)
        entries.addWidget(entry)

    def _open_list(self) -> QVBoxLayout:
        """Return the list at the end of the page. Its entries are closer together than blocks."""
        if not self._lists or parts_of(self.blocks)[-1] is not self._lists[-1]:
            self._lists.append(QVBoxLayout())
            self._lists[-1].setSpacing(theme_manager().px(_BETWEEN_ENTRIES))
            self.blocks.addLayout(self._lists[-1])
        return self._lists[-1]

    def fill_entry(self, name: str) -> None:
        """Fill an entry when it is first opened, unless the page fills it."""

    def open_entries(self, names: Sequence[str]) -> None:
        """Open these entries, and show the first one with the keyboard focus at its heading.

        Raises KeyError for an id that the page does not have.
        """
        for name in names:
            self.entries[name].set_open(True)
        self.reveal(self.entries[names[0]])
        self.entries[names[0]].take_focus()

    @Slot(str)
    def _on_first_opened(self, widget_name: str) -> None:
        self.fill_entry(next(name for name, entry in self.entries.items() if entry.objectName() == widget_name))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self.set_spacing(manager.px("large"), manager.px("medium"))
        self.blocks.setContentsMargins(0, 0, 0, 0)
        self.blocks.setSpacing(manager.px("medium"))
        for entries in self._lists:
            entries.setSpacing(manager.px(_BETWEEN_ENTRIES))
        self.page.setMaximumWidth(manager.px(self.widest))


class SourcesButton(Link):
    """A link that shows the sources of a statement. Pressing it emits `why_requested(anchor, explanation)`."""

    why_requested = Signal(object, object)

    def __init__(
        self, title: str, references: tuple[Reference, ...], sources: Mapping[str, Source], parent: QWidget
    ) -> None:
        names, count = id_list(references), len(source_ids(references))
        super().__init__("", parent)
        shown = names if count <= _MOST_NAMED else f"{count} documents"
        self.setText(f"Sources: {shown}")
        self.setAccessibleName(f"Sources of {title}: {names}")
        self._title = title
        self._cited = cited_sources(references, sources)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        explanation = Explanation(self._title, (), "", (), self._cited)
        self.why_requested.emit(self, explanation)


class Disclosure(QGroupBox):
    """A heading of any length that opens and closes the content below it. `first_opened(object name)` is emitted once."""

    first_opened = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._was_open = False
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "panel")
        take_frame(self)
        self._head = RowButton(self)
        self._head.setObjectName(f"{name}_head")
        self._head.setCheckable(True)
        self._head.setAccessibleName(title)
        self._head.toggled.connect(self._on_toggled)
        self._icon = Picture(self._head)
        self._title = Paragraph(title, "label", "primary", self._head)
        self._badge = Text("", "overline", "accent", self._head)
        self._badge.setProperty("role", "badge")
        self._badge.hide()
        self._line = QHBoxLayout(self._head)
        for label in (self._icon, self._title, self._badge):
            let_clicks_through(label)
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._title, stretch=1)
        self._line.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignTop)
        self.body = QWidget(self)
        self.rows = QVBoxLayout(self.body)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.body)
        self.body.hide()
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def set_badge(self, text: str) -> None:
        """Show a mark next to the heading. An empty text removes it."""
        self._badge.setText(text)
        self._badge.setVisible(bool(text))
        self._head.setAccessibleDescription(text)

    def set_open(self, wanted: bool) -> None:
        """Open or close the entry."""
        self._head.setChecked(wanted)

    def take_focus(self) -> None:
        """Move the keyboard focus to the heading."""
        self._head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        if wanted and not self._was_open:
            self._was_open = True
            self.first_opened.emit(self.objectName())
        self.body.setVisible(wanted)
        self._show_look()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        tiny, size = manager.px("tiny"), manager.px(manager.scale.icon.small)
        name = "chevron_down" if self._head.isChecked() else "chevron_right"
        self._icon.setPixmap(pixmap(name, manager.theme.text.secondary, size))
        self._line.setContentsMargins(*[manager.px("small")] * 4)
        self._line.setSpacing(manager.px("small"))
        self._column.setContentsMargins(tiny, tiny, tiny, tiny)
        self.rows.setContentsMargins(
            QMargins(size + manager.px("large"), tiny, manager.px("large"), manager.px("medium"))
        )
        self.rows.setSpacing(manager.px("small"))
