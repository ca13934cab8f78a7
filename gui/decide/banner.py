"""The banner: what to do now, in words, with its reason and what goes with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.report import Report
from gui.icons import category_pixmap, set_icon, status_pixmap
from gui.theme import Paragraph, set_property, set_text_role, theme_manager
from gui.widgets.flow_layout import FlowLayout

# The width in pixels at 100 % zoom from which the buttons have room beside the headline.
_WIDE_ENOUGH = 420


class Banner(QGroupBox):
    """Shows the recommendation. `why_requested(anchor, kind, id)` asks for an explanation, `field_requested(field)` to
    go to a field."""

    why_requested = Signal(object, str, str)
    field_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation")
        self.setAccessibleName(self.tr("Recommendation"))
        self.setProperty("role", "banner")
        self.setProperty("status", "incomplete")
        self._bar = QFrame(self)
        self._bar.setProperty("role", "bar")
        self._bar.setProperty("status", "incomplete")
        self._headline = Paragraph("", "headline", "primary", self)
        self._headline.setObjectName("headline")
        self._kind_box = QWidget(self)
        self._kind = Paragraph("", "caption_strong", "secondary", self._kind_box)
        self._kind_icon = QLabel(self._kind_box)
        self._rationale = Paragraph("", "lead", "secondary", self)
        self._rationale.setObjectName("rationale")
        self.why_button = QPushButton(self.tr("&Why"), self)
        self.why_button.setObjectName("why")
        self.why_button.setAccessibleDescription(self.tr("Explains the recommendation"))
        self.why_button.clicked.connect(self._on_why)
        self._chips = QWidget(self)
        self._chip_flow = FlowLayout(self._chips)
        self._report: Report | None = None
        self._announced = ""
        self._buttons_at: tuple[int, int] | None = None
        self._build()
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def _build(self) -> None:
        kind = QHBoxLayout(self._kind_box)
        kind.setContentsMargins(0, 0, 0, 0)
        kind.addWidget(self._kind_icon)
        kind.addWidget(self._kind, stretch=1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._headline)
        words.addWidget(self._kind_box)
        self._kind_row = kind
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.why_button)
        self._top = QGridLayout()
        self._top.setColumnStretch(0, 1)
        self._top.addLayout(words, 0, 0)
        self._column = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar)
        row.addLayout(self._column, stretch=1)
        self._column.addLayout(self._top)
        self._column.addWidget(self._rationale)
        self._column.addWidget(self._chips)

    def add_button(self, button: QPushButton) -> None:
        """Puts a further button to the right of the others."""
        self._buttons.addWidget(button)

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._arrange()

    def show_report(self, report: Report) -> None:
        """Shows the recommendation of this report and announces it where it changed."""
        self._report = report
        self._set_status(report.status)
        self._headline.setText(report.headline)
        self._rationale.setText(report.rationale)
        self._show_kind()
        self._show_chips(report)
        self.why_button.setEnabled(True)
        if report.headline != self._announced:
            self._announced = report.headline
            event = QAccessibleAnnouncementEvent(self._headline, f"{report.status_label}: {report.headline}")
            QAccessible.updateAccessibility(event)

    def show_fault(self) -> None:
        """Says that there is no answer, in place of one that can no longer be trusted."""
        self._report = None
        self._set_status("incomplete")
        self._headline.setText(self.tr("No answer"))
        self._rationale.setText(
            self.tr("An internal fault kept Bonewatch from deciding. Change an answer or reset; if it stays, restart.")
        )
        self._kind.clear()
        self._kind_icon.clear()
        self._chip_flow.clear()
        self.why_button.setEnabled(False)

    def _arrange(self) -> None:
        """Beside the headline the buttons need room; in a narrow banner they stand below it."""
        place = (0, 1) if self.width() >= theme_manager().px(_WIDE_ENOUGH) else (1, 0)
        if place != self._buttons_at:
            self._buttons_at = place
            self._top.removeItem(self._buttons)
            self._top.addLayout(self._buttons, *place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _set_status(self, status: str) -> None:
        for widget in (self, self._bar):
            set_property(widget, "status", status)

    def _show_kind(self) -> None:
        """The line under the headline: the category of the study advised, else the status."""
        report = self._report
        if report is None:
            return
        size = theme_manager().px(theme_manager().scale.icon.small)
        row = next((row for row in report.ratings if row.recommended), None)
        if row is not None:
            self._kind.setText(f"{row.category_label} · {row.role}")
            self._kind_icon.setPixmap(category_pixmap(row.category, size))
        elif report.status != "in_scope":
            self._kind.setText(report.status_label)
            self._kind_icon.setPixmap(status_pixmap(report.status, size))
        else:
            self._kind.clear()
            self._kind_icon.clear()
        self._kind_box.setVisible(bool(self._kind.text()))

    def _show_chips(self, report: Report) -> None:
        self._chip_flow.clear()
        for point in report.tumor_board:
            self._add_chip(
                "chip-warning",
                self.tr("Tumor board: {reason}").format(reason=_lower(point.title)),
                "tumor_board",
                point.id,
            )
        for point in report.redirects:
            self._add_chip("chip", self.tr("See: {variant}").format(variant=point.title), "redirect", point.id)
        for assumed in report.assumptions:
            self._add_chip("chip", self.tr("Assumed: {text}").format(text=assumed.text), "field", assumed.field)
        for point in report.missing:
            self._add_chip("chip", self.tr("Answer: {field}").format(field=point.title), "field", point.id)
        for fact in report.because if report.status in ("out_of_scope", "conflict") else ():
            self._add_chip("chip", f"{fact.label}: {fact.answer}", "field", fact.field)
        if report.inferred:
            self._add_chip("chip", self.tr("Inferred step"), "advice", "")
        self._chips.setVisible(self._chip_flow.count() > 0)

    def _add_chip(self, role: str, text: str, kind: str, name: str) -> None:
        chip = QPushButton(text, self._chips)
        chip.setObjectName(f"chip_{kind}_{name}")
        chip.setProperty("role", role)
        chip.setProperty("target", (kind, name))
        set_text_role(chip, "caption")
        if role == "chip-warning":
            manager = theme_manager()
            set_icon(chip, "tumor_board", manager.theme.chips.tumor_board.text)
        chip.clicked.connect(self._on_chip)
        self._chip_flow.addWidget(chip)
        chip.show()

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        kind, name = chip.property("target")
        if kind == "field":
            self.field_requested.emit(name)
        else:
            self.why_requested.emit(chip, kind, name)

    @Slot()
    def _on_why(self) -> None:
        self.why_requested.emit(self.why_button, "advice", "")

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.setContentsMargins(
            manager.px("large"), manager.px("medium"), manager.px("large"), manager.px("medium")
        )
        self._column.setSpacing(manager.px(6))
        self._top.setSpacing(manager.px("small"))
        self._buttons.setSpacing(manager.px("small"))
        self._arrange()
        self._kind_row.setSpacing(manager.px(6))
        self._chip_flow.set_gap(manager.px("small"))
        self._show_kind()
        if self._report is not None:
            self._show_chips(self._report)


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]
