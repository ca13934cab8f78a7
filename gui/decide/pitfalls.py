"""The pitfalls at their level in this case, and notices."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.content import Content, Level
from core.report.report import PitfallRow, Point, Report
from gui.decide.empty_states import why_nothing
from gui.look.icons import level_pixmap, pixmap
from gui.look.theme import Paragraph, set_property, theme_manager
from gui.widgets.panel import Panel
from gui.widgets.picture import Picture
from gui.widgets.row_button import RowButton, let_clicks_through


class WarningRow(RowButton):
    """One pitfall or notice: level, title, and what to do. Pressing it shows why."""

    why_requested = Signal(object, str, str)

    def __init__(self, kind: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}_{name}")
        self._kind, self._id = kind, name
        self._level: Level | None = None
        self._shown: PitfallRow | Point | None = None
        self._icon = Picture(self)
        self._title = Paragraph("", "label", "primary", self)
        self._message = Paragraph("", "caption", "secondary", self)
        for label in (self._icon, self._title, self._message):
            let_clicks_through(label)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._message)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, stretch=1)
        self.clicked.connect(self._on_clicked)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_pitfall(self, row: PitfallRow) -> None:
        """Show a pitfall at its level."""
        if row == self._shown:
            return
        self._shown = row
        self._level = row.level
        self._title.setText(row.title)
        self._message.setText(row.message)
        self.setAccessibleName(f"{row.level_label}: {row.title}")
        self.setAccessibleDescription(f"{row.message} ({', '.join(row.because)})")
        set_property(self._title, "tone", row.level)
        self._show_look()

    def show_notice(self, notice: Point) -> None:
        """Show a notice."""
        if notice == self._shown:
            return
        self._shown = notice
        self._title.setText(notice.title)
        self._message.setText(notice.message)
        self.setAccessibleName(f"Notice: {notice.title}")
        self.setAccessibleDescription(notice.message)

    @Slot()
    def _on_clicked(self) -> None:
        self.why_requested.emit(self, self._kind, self._id)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._line.setContentsMargins(*[manager.px("tiny")] * 4)
        self._line.setSpacing(manager.px("small"))
        size = manager.px(manager.scale.icon.medium)
        drawn = level_pixmap(self._level, size) if self._level else pixmap("info", manager.theme.text.secondary, size)
        self._icon.setPixmap(drawn)


class WarningsPanel(Panel):
    """The three pitfalls, always in the same order, and the notices of the case."""

    why_requested = Signal(object, str, str)

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__("warnings", "Warnings", parent)
        self._empty = self.add_placeholder(why_nothing(""))
        self._pitfalls = {pitfall.id: self._add_row("pitfall", pitfall.id) for pitfall in content.pitfalls}
        self._notices = {notice.id: self._add_row("notice", notice.id) for notice in content.notices}
        self.show_nothing()

    def show_report(self, report: Report) -> None:
        """Show the pitfalls and notices of this report."""
        shown = {row.id: row for row in report.pitfalls}
        for name, row in self._pitfalls.items():
            row.setVisible(name in shown)
            if name in shown:
                row.show_pitfall(shown[name])
        notices = {notice.id: notice for notice in report.notices}
        for name, row in self._notices.items():
            row.setVisible(name in notices)
            if name in notices:
                row.show_notice(notices[name])
        self._empty.setText(why_nothing(report.status))
        self._empty.setVisible(not shown)

    def show_nothing(self) -> None:
        """Clear the panel."""
        for row in (*self._pitfalls.values(), *self._notices.values()):
            row.hide()
        self._empty.setText(why_nothing(""))
        self._empty.show()

    def _add_row(self, kind: str, name: str) -> WarningRow:
        row = WarningRow(kind, name, self)
        row.why_requested.connect(self.why_requested)
        self.rows.addWidget(row)
        return row
