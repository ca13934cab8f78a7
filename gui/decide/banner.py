"""The banner: the recommendation in words, with its reason, its conditions and its buttons."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.report.report import Fact, Report
from gui.base.announcements import announce
from gui.layouts.flow import FlowLayout
from gui.look.icons import category_pixmap, set_icon, status_pixmap
from gui.look.theme import Paragraph, set_property, set_text_role, take_frame, text_font, theme_manager
from gui.widgets.link import Link
from gui.widgets.picture import Picture
from gui.widgets.pool import Pool
from gui.widgets.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from core.report.local_notes import LocalLine

# From this width (pixels at 100 % zoom) the buttons fit next to the headline.
_WIDE_ENOUGH = 420
# The number of letters that fit in one line of the narrowest column.
_LONGEST_CHIP = 36
# The most letters shown of one site note, so that the flowchart keeps its room. "Why" shows the full note.
_LONGEST_LOCAL_LINE = 140


_Chip = tuple[str, str, str, str]
"""The role and the text of a chip, and what it opens: a kind and an id."""


class Banner(QGroupBox):
    """Shows the recommendation.

    `why_requested(anchor, kind, id)` asks for an explanation, `field_requested(field)` for a field of the form,
    `variants_requested(ids)` and `protocol_requested(procedure)` for the matching page of the reference.
    """

    why_requested = Signal(object, str, str)
    field_requested = Signal(str)
    variants_requested = Signal(object)
    protocol_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation")
        self.setAccessibleName("Recommendation")
        self.setProperty("role", "banner")
        self.setProperty("status", "incomplete")
        self.resize(
            self.window().size()
        )  # Assume a wide banner at first, so that the buttons do not move when the window opens.
        take_frame(self)
        self._bar = QFrame(self)
        self._bar.setProperty("role", "bar")
        self._bar.setProperty("status", "incomplete")
        self._headline = Paragraph("", "headline", "primary", self)
        self._headline.setObjectName("headline")
        self._kind_box = QWidget(self)
        self._kind = Paragraph("", "caption_strong", "secondary", self._kind_box)
        self._kind_icon = Picture(self._kind_box)
        self._rationale = Paragraph("", "lead", "secondary", self)
        self._rationale.setObjectName("rationale")
        self.why_button = QPushButton("&Why", self)
        self.why_button.setObjectName("why")
        self.why_button.setAccessibleDescription("Explains the recommendation")
        self.why_button.clicked.connect(self._on_why)
        self._chips = QWidget(self)
        self._chip_flow = FlowLayout(self._chips)
        self._local_badge = Paragraph("", "overline", "accent", self)
        self._local_badge.setObjectName("local_badge")
        self._local_words = Paragraph("", "caption", "primary", self)
        self._local_words.setObjectName("local_words")
        self._variants = self._reference_button("open_variant")
        self._variants.clicked.connect(self._on_variants)
        self._protocol = self._reference_button("open_protocol")
        self._protocol.setText("Protocol")
        self._protocol.clicked.connect(self._on_protocol)
        self._pool = Pool(self._make_chip)
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
        words = self._words = QVBoxLayout()
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
        for label in (self._local_badge, self._local_words):
            self._column.addWidget(label)
            label.hide()

    def add_button(self, button: QPushButton) -> None:
        """Add a button to the right of the others."""
        self._buttons.addWidget(button)

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._arrange()

    def show_report(self, report: Report) -> None:
        """Show the recommendation of this report and announce it if it changed."""
        self._report = report
        self._set_status(report.status)
        self._headline.setText(report.headline)
        self._rationale.setText(report.rationale)
        self._show_kind()
        self._show_reference(report)
        self._show_chips(report)
        self.why_button.setEnabled(True)
        if report.headline != self._announced:
            self._announced = report.headline
            # Do not announce the first answer: it has not changed, and a screen reader reads it on arrival.
            if self.window().isVisible():
                announce(self._headline, f"{report.status_label}: {report.headline}")

    def show_local(self, badge: str, lines: "Sequence[LocalLine]") -> None:
        """Show the site's notes on this case under the site's badge, or hide the line if there are none."""
        contact = "Tumor board"
        self._local_badge.setText(badge)
        said = [f"{line.about or contact}: {line.text}" for line in lines]
        self._local_words.setText("\n".join(shorten(words, _LONGEST_LOCAL_LINE, placeholder=" …") for words in said))
        self._local_words.setToolTip("\n".join(map(escape, said)))
        for label in (self._local_badge, self._local_words):
            label.setVisible(bool(lines))

    def show_fault(self) -> None:
        """Show that there is no answer, because the previous one can no longer be trusted."""
        self._report = None
        self._set_status("incomplete")
        self._headline.setText("No answer")
        self._rationale.setText(
            "An internal fault kept Bonewatch from deciding. Change an answer or reset; if it stays, restart."
        )
        self._kind.setText("")
        self._kind_icon.hide()
        self._pool.show(0)
        self.show_local("", ())
        self._show_reference(None)
        self.why_button.setEnabled(False)

    def _arrange(self) -> None:
        """Place the buttons next to the headline, or below it in a narrow banner."""
        place = (0, 1) if self.width() >= theme_manager().px(_WIDE_ENOUGH) else (1, 0)
        if place != self._buttons_at:
            self._buttons_at = place
            self._top.removeItem(self._buttons)
            self._top.addLayout(self._buttons, *place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _set_status(self, status: str) -> None:
        for widget in (self, self._bar):
            set_property(widget, "status", status)

    def _show_kind(self) -> None:
        """Show the line under the headline: the category of the advised study, or else the status."""
        report = self._report
        if report is None:
            return
        size = theme_manager().px(theme_manager().scale.icon.small)
        row = next((row for row in report.ratings if row.recommended), None)
        self._kind.setText(f"{row.category_label} · {row.role}" if row else report.status_label)
        if row is not None:
            self._kind_icon.setPixmap(category_pixmap(row.category, size))
        elif report.status != "in_scope":
            self._kind_icon.setPixmap(status_pixmap(report.status, size))
        self._kind_icon.setVisible(row is not None or report.status != "in_scope")

    def _show_chips(self, report: Report) -> None:
        shown = self._chips_of(report)
        for chip, (role, text, kind, name) in zip(self._pool.show(len(shown)), shown, strict=True):
            chip.setText(text)
            chip.setObjectName(f"chip_{kind}_{name}")
            chip.setProperty("target", (kind, name))
            if chip.property("role") != role:
                set_property(chip, "role", role)
                self._show_chip_icon(chip)

    def _chips_of(self, report: Report) -> list[_Chip]:
        warning, plain = "chip-warning", "chip"
        chips: list[_Chip] = [
            (warning, f"Tumor board: {_lower(p.title)}", "tumor_board", p.id) for p in report.tumor_board
        ]
        chips += [(plain, f"See: {p.title}", "redirect", p.id) for p in report.redirects]
        chips += [(plain, f"Assumed: {a.text}", "field", a.field) for a in report.assumptions]
        chips += [(plain, f"Answer: {p.title}", "field", p.id) for p in report.missing]
        if report.status in ("out_of_scope", "conflict"):
            chips += [(plain, _fact_words(fact), "field", fact.field) for fact in report.because]
        if report.inferred:
            chips.append((plain, "Inferred step", "advice", ""))
        return chips

    def _reference_button(self, name: str) -> Link:
        """Return a button before the chips that opens the reference. It is hidden while it has no target."""
        button = Link("", self._chips, "caption_strong")
        button.setObjectName(name)
        button.hide()
        self._chip_flow.addWidget(button)
        return button

    def _show_reference(self, report: Report | None) -> None:
        """Offer the variants that fit a case out of scope, and the protocol of the advised study."""
        variants = report.redirects if report else ()
        self._variants.setVisible(bool(variants))
        several = len(variants) > 1
        self._variants.setText("Open the variants that fit" if several else "Open the variant that fits")
        self._variants.setAccessibleDescription(", ".join(variant.title for variant in variants))
        study = next((row for row in report.ratings if row.recommended), None) if report else None
        self._protocol.setVisible(study is not None)
        self._protocol.setAccessibleDescription(study.short if study else "")

    def _make_chip(self) -> QPushButton:
        chip = WrappingButton("", self._chips)
        set_text_role(chip, "caption")
        chip.clicked.connect(self._on_chip)
        self._chip_flow.addWidget(chip)
        return chip

    def _show_chip_icon(self, chip: QPushButton) -> None:
        if chip.property("role") == "chip-warning":
            set_icon(chip, "tumor_board", theme_manager().theme.chips.tumor_board.text)
        else:
            chip.setIcon(QIcon())

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
    def _on_variants(self) -> None:
        if self._report is not None:
            self.variants_requested.emit(tuple(variant.id for variant in self._report.redirects))

    @Slot()
    def _on_protocol(self) -> None:
        if self._report is not None and self._report.procedure is not None:
            self.protocol_requested.emit(self._report.procedure)

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
        self._words.setSpacing(manager.px("tiny"))
        self._top.setSpacing(manager.px("small"))
        self._buttons.setSpacing(manager.px("small"))
        self._arrange()
        self._kind_row.setSpacing(manager.px(6))
        # Keep the height of a button with an icon. Otherwise the flowchart below would move by a pixel.
        self._kind_box.setMinimumHeight(manager.px(manager.scale.icon.small))
        self._chip_flow.set_gap(manager.px("small"))
        # Reserve two lines and a row of chips, so that the content below seldom moves when the answer changes.
        self._rationale.setMinimumHeight(2 * QFontMetrics(text_font("lead")).lineSpacing())
        self._chips.setMinimumHeight(manager.px(26))
        self._show_kind()
        for button in (self._variants, self._protocol):
            set_icon(button, "arrow_right", manager.theme.accent.ink)
            button.setMinimumHeight(manager.px(26))
        for chip in self._chips.findChildren(QPushButton):
            if chip not in (self._variants, self._protocol):
                self._show_chip_icon(chip)


def _fact_words(fact: Fact) -> str:
    """Return the text of a chip: the answer in full if it is short, else only the question."""
    words = f"{fact.label}: {fact.answer}"
    return words if len(words) <= _LONGEST_CHIP else fact.label


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]
