"""The explanation panel, which opens next to the item it explains."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.base.keyboard import give_keyboard_back, still_there
from gui.layouts.column import Column
from gui.look.icons import icon
from gui.look.theme import Paragraph, Text, set_text_role, theme_manager

if TYPE_CHECKING:
    from core.report.explain import Explanation


class ExplanationPanel(QFrame):
    """Shows an explanation above the window's content. Esc or the close button closes it and restores the focus."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("why_panel")
        self.setProperty("role", "popover")
        self._anchor: QWidget | None = None
        self._title = Paragraph("", "title", "primary", self)
        self._close = QPushButton(self)
        self._close.setObjectName("why_close")
        self._close.setProperty("role", "icon")
        self._close.setAccessibleName("Close the explanation")
        self._close.clicked.connect(self.dismiss)
        self._host = parent
        self._area = Column("why_text", self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("role", "reader")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, stretch=1)
        self._head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._area, stretch=1)
        self.hide()
        parent.installEventFilter(self)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_explanation(self, explanation: "Explanation", anchor: QWidget) -> None:
        """Open the panel next to the anchor, which gets the keyboard focus back when the panel closes."""
        self._anchor = anchor
        self._title.setText(explanation.title)
        self.setAccessibleName(f"Why: {explanation.title}")
        self._area.setAccessibleName(self.accessibleName())
        self._area.setAccessibleDescription(_in_words(explanation))
        self._show_body(explanation)
        self._place(anchor)
        self.show()
        self.raise_()
        self._area.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Close the panel and return the keyboard focus."""
        if not self.isVisible():
            return
        self.hide()
        give_keyboard_back(self._anchor)
        self._anchor = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _: bool) -> bool:
        # Keep Tab inside the panel, since it covers the widgets below it. Esc leads back to them.
        (self._area if self._close.hasFocus() else self._close).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if (
            event.type() == QEvent.Type.Resize
            and self.isVisible()
            and (anchor := still_there(self._anchor)) is not None
        ):
            self._place(anchor)
        return False

    def _show_body(self, explanation: "Explanation") -> None:
        body = self._area.start_over()
        for paragraph in explanation.paragraphs:
            body.addWidget(_paragraph(paragraph, "body", "primary"))
        if explanation.inferred:
            inferred = f"Inferred: {explanation.inferred}"
            body.addWidget(_paragraph(inferred, "caption_strong", "primary"))
        for note in explanation.local:
            body.addWidget(Text(note.badge, "overline", "accent"))
            body.addWidget(_paragraph(note.text, "body", "primary"))
        if explanation.because:
            body.addWidget(Text("Because of these answers", "overline", "secondary"))
            for fact in explanation.because:
                body.addWidget(_paragraph(f"{fact.label}: {fact.answer}", "caption", "primary"))
        if explanation.sources:
            body.addWidget(Text("Sources", "overline", "secondary"))
        for source in explanation.sources:
            body.addWidget(_paragraph(f"{source.id} · {source.title}", "caption_strong", "primary"))
            body.addWidget(_paragraph("\n".join(source.places), "caption", "primary"))
            body.addWidget(_paragraph(source.details, "caption", "secondary"))

    def _place(self, anchor: QWidget) -> None:
        """Place the panel next to the anchor if it fits there, else below or above it, always within the window."""
        manager, window = theme_manager(), self._host.rect()
        gap = manager.px("small")
        width = min(manager.px(400), window.width() - 2 * gap)
        inner = width - 2 * manager.px("large") - manager.px("small")
        wanted = self._area.height_for_width(inner) + manager.px(72) + self._title.heightForWidth(inner)
        height = min(max(wanted, manager.px(160)), window.height() - 2 * gap)
        # The anchor may be outside the content, for example in a menu or a tab.
        beside = QRect(self._host.mapFromGlobal(anchor.mapToGlobal(QPoint(0, 0))), anchor.size())
        left = beside.right() + gap
        if left + width > window.right() - gap:
            left = beside.left() - gap - width
        top = beside.top()
        if left < gap:
            left, top = beside.left(), beside.bottom() + gap
        left = max(gap, min(left, window.right() - width - gap))
        top = max(gap, min(top, window.bottom() - height - gap))
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        # The focus ring keeps a distance from the words, which are aligned with the title.
        clear = manager.px("tiny")
        aside = clear + manager.px(manager.scale.stroke.focus)
        self._column.setContentsMargins(*[manager.px("large") - aside] * 4)
        self._head.setContentsMargins(aside, aside, aside, 0)
        self._column.setSpacing(manager.px("tiny"))
        self._area.set_spacing(clear, manager.px("small"))
        self._close.setIcon(icon("close", manager.theme.text.secondary, size=manager.px(16)))
        set_text_role(self._title, "title")


def _paragraph(text: str, role: str, tone: str) -> Paragraph:
    label = Paragraph(text, role, tone)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _in_words(explanation: "Explanation") -> str:
    """Return the whole explanation as one text for assistive clients."""
    parts = [*explanation.paragraphs]
    if explanation.inferred:
        parts.append(explanation.inferred)
    parts += [f"{note.badge}: {note.text}" for note in explanation.local]
    parts += [f"{fact.label}: {fact.answer}." for fact in explanation.because]
    parts += [f"{source.id}: {source.title} ({'; '.join(source.places)})." for source in explanation.sources]
    return " ".join(parts)
