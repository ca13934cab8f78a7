"""The rating cards in a fixed order. Ratings taken only from the portal capture are in a separate fold."""

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.content import Content
from core.report.report import RatingRow, Report
from gui.base.idle_timer import when_idle
from gui.decide.empty_states import why_nothing
from gui.layouts.flow import FlowLayout, FlowText
from gui.layouts.rows import Rows
from gui.look.icons import category_pixmap, set_icon
from gui.look.theme import Paragraph, Text, set_property, set_text_role, theme_manager
from gui.widgets.link import Link
from gui.widgets.panel import Panel
from gui.widgets.picture import Picture
from gui.widgets.row_button import RowButton, let_clicks_through
from gui.widgets.wrapping_button import WrappingButton


class RatingCard(QFrame):
    """One procedure: shape, name, category in words, role, and the alternative."""

    why_requested = Signal(object, str, str)
    instead_requested = Signal(str)

    def __init__(self, procedure: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName(f"rating_{procedure}")
        self._row: RatingRow | None = None
        self.button = RowButton(self)
        self.button.setObjectName(f"rating_{procedure}_why")
        self.button.clicked.connect(self._on_clicked)
        self._icon = Picture(self.button)
        self._name = Paragraph("", "label", "primary", self.button)
        self._now = Text("Now", "overline", "accent", self.button)
        self._now.setProperty("role", "badge")
        self._category = FlowText("caption_strong", "primary", self.button)
        self._role = FlowText("caption", "secondary", self.button)
        for label in (self._icon, self._name, self._now, self._category, self._role):
            let_clicks_through(label)
        self._instead = Link("", self)
        self._instead.setObjectName(f"rating_{procedure}_instead")
        self._instead.clicked.connect(self._on_instead)
        self._build()
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def _build(self) -> None:
        self._beside = True
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        self._name_row = QHBoxLayout()
        self._name_row.addWidget(self._name, stretch=1)
        self._name_row.addWidget(self._now, alignment=Qt.AlignmentFlag.AlignTop)
        words.addLayout(self._name_row)
        facts = QWidget(self.button)
        let_clicks_through(facts)
        self._facts = FlowLayout(facts)
        self._facts.addWidget(self._category)
        self._facts.addWidget(self._role)
        words.addWidget(facts)
        self._line = QHBoxLayout(self.button)
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, stretch=1)
        self._instead_row = QHBoxLayout()
        self._instead_row.addWidget(self._instead)
        self._instead_row.addStretch(1)
        self._column = Rows(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.button)
        self._column.addLayout(self._instead_row)

    def show_row(self, row: RatingRow) -> None:
        """Show this row of the rating table."""
        if row == self._row:
            return
        changed_category = self._row is None or self._row.category != row.category
        self._row = row
        self._name.setText(row.short)
        self._category.setText(row.category_label)
        self._role.setText(row.role)
        self._now.setVisible(row.recommended)
        self._place_badge()
        self._instead.setVisible(row.instead_brief is not None)
        words = "Or: {procedure}" if row.recommended else "Instead: {procedure}"
        self._instead.setText(words.format(procedure=row.instead_brief))
        self._instead.setAccessibleName(f"Instead of {row.short}: {row.instead_brief}")
        said = [f"{row.name}: {row.category_label}", row.role]
        said += ["now"] if row.recommended else []
        said += ["confirm in the ACR document"] if row.confirm else []
        self.button.setAccessibleName(", ".join(said))
        if changed_category:
            set_property(self._category, "tone", row.category)
            self._show_icon()

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._place_badge()

    def _place_badge(self) -> None:
        """Place the badge next to the name, or below it if the longest word of the name needs the full width."""
        longest = max(map(self._name.fontMetrics().horizontalAdvance, self._name.text().split()), default=0)
        room = self._name.width() + (self._now.width() + self._name_row.spacing() if self._beside else 0)
        beside = longest + self._name_row.spacing() + self._now.sizeHint().width() <= room
        if beside != self._beside and self._name.isVisible():
            self._beside = beside
            row, other = (self._name_row, self._words) if beside else (self._words, self._name_row)
            other.removeWidget(self._now)
            row.insertWidget(1, self._now, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_clicked(self) -> None:
        if self._row is not None:
            self.why_requested.emit(self.button, "rating", self._row.procedure)

    @Slot()
    def _on_instead(self) -> None:
        if self._row is not None and self._row.instead is not None:
            self.instead_requested.emit(self._row.instead)

    def _show_icon(self) -> None:
        if self._row is not None:
            self._icon.setPixmap(
                category_pixmap(self._row.category, theme_manager().px(theme_manager().scale.icon.large))
            )

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.setContentsMargins(0, manager.px(2), 0, manager.px(2))
        self._line.setContentsMargins(*[manager.px("tiny")] * 4)
        self._line.setSpacing(manager.px("small"))
        self._facts.set_gap(manager.px("small"), 0)
        indent = manager.px(manager.scale.icon.large) + manager.px("small")
        self._instead_row.setContentsMargins(QMargins(indent, 0, 0, 0))
        self._show_icon()


class RatingsPanel(Panel):
    """Shows all ratings of the case, or a short explanation if the case is out of scope."""

    why_requested = Signal(object, str, str)

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__("ratings", "Ratings", parent)
        self._cards: dict[str, RatingCard] = {}
        self._soon = when_idle(self, self._make_cards)
        self._empty = self.add_placeholder(why_nothing(""))
        self._cards_box, self._more_box = QWidget(self), QWidget(self)
        self._card_rows, self._more_rows = Rows(self._cards_box), Rows(self._more_box)
        for rows in (self._card_rows, self._more_rows):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
        self._more = WrappingButton("", self)
        self._more.setObjectName("ratings_more")
        self._more.setProperty("role", "fold")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more)
        set_text_role(self._more, "caption_strong")
        self._confirm = Paragraph(content.topic.confirm_notice, "caption", "secondary", self._more_box)
        self._more_rows.addWidget(self._confirm)
        self._table = content.decided_variant.ratings
        self._folded = sum(rating.to_confirm for rating in self._table)
        self.rows.addWidget(self._cards_box)
        self.rows.addWidget(self._more)
        self.rows.addWidget(self._more_box)
        self._more_box.hide()
        self._show_more_label()
        theme_manager().changed.connect(self._show_more_label)
        self.show_nothing()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._cards:
            # Build the cards later, so that the first answer does not wait for them.
            self._soon.start()

    def show_report(self, report: Report) -> None:
        """Show the ratings of this report, or say that it has none."""
        if not report.ratings:
            self.show_nothing(report.status)
            return
        self._make_cards()
        for row in report.ratings:
            self._cards[row.procedure].show_row(row)
            if row.recommended and row.confirm:
                self._more.setChecked(True)
        self._empty.hide()
        self._cards_box.show()
        self._more.show()
        self._show_more(self._more.isChecked())

    def show_nothing(self, status: str = "") -> None:
        """Clear all ratings and explain why a case with this status has none."""
        for widget in (self._cards_box, self._more, self._more_box):
            widget.hide()
        self._empty.setText(why_nothing(status))
        self._empty.show()

    @Slot(str)
    def go_to(self, procedure: str) -> None:
        """Move the keyboard focus to the card of a procedure."""
        card = self._cards[procedure]
        if card.parentWidget() is self._more_box:
            self._more.setChecked(True)
        card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _make_cards(self) -> None:
        """Make the cards if they do not exist yet. A case without ratings needs none."""
        for rating in self._table if not self._cards else ():
            card = self._cards[rating.procedure] = RatingCard(rating.procedure, self)
            card.why_requested.connect(self.why_requested)
            card.instead_requested.connect(self.go_to)
            (self._more_rows if rating.to_confirm else self._card_rows).addWidget(card)

    @Slot(bool)
    def _on_more(self, wanted: bool) -> None:
        self._show_more(wanted)
        self._show_more_label()

    def _show_more(self, wanted: bool) -> None:
        if wanted and self._more_box.isHidden():
            # Use the final width. A box that was never shown is too narrow for a badge next to its name.
            self._more_box.resize(self._cards_box.width(), self._more_box.height())
        self._more_box.setVisible(wanted)

    @Slot()
    def _show_more_label(self) -> None:
        manager = theme_manager()
        name = "chevron_down" if self._more.isChecked() else "chevron_right"
        set_icon(self._more, name, manager.theme.accent.ink)
        self._more.setText(f"Also rated, to confirm: {self._folded}")
