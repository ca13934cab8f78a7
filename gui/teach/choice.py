"""An option in the window: a row to press, which later shows whether it was chosen and whether it is right."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.teaching.lesson import Option
from gui.look.icons import pixmap
from gui.look.theme import Paragraph, Text, set_text_role, theme_manager
from gui.widgets.picture import Picture
from gui.widgets.row_button import RowButton, let_clicks_through


class Choice(RowButton):
    """One option. After the choice it shows a tick if it is the answer, and says which option was chosen."""

    def __init__(self, number: int, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"option_{number}")
        self.number, self.option = number, option
        self._settled = False
        self._mark = Picture(self)
        self._number = Text(str(number), "label", "accent", self)
        self._text = Paragraph(option.text, "body", "primary", self)
        self._said = Text("", "caption_strong", "accent", self)
        for label in (self._mark, self._number, self._text, self._said):
            let_clicks_through(label)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._mark)
        self._line.addWidget(self._number)
        self._line.addWidget(self._text, stretch=1)
        self._line.addWidget(self._said)
        self._mark.hide()
        self.setAccessibleName(f"{number}: {option.text}")
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def settle(self, chosen: bool) -> None:
        """Show whether it was chosen and whether it is the answer. Pressing it no longer has an effect."""
        self._settled = True
        said = ["The answer"] if self.option.right else []
        said += ["Your choice"] if chosen else []
        self._said.setText(" · ".join(said))
        self.setAccessibleName(", ".join([f"{self.number}: {self.option.text}", *said]))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self._number.setVisible(not self.option.right)
        self._mark.setVisible(self.option.right)
        set_text_role(self._text, "label" if self.option.right else "body")
        self._show_look()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._settled:
            super().paintEvent(event)  # Only a row that can be pressed reacts to the pointer and shows the focus.
        manager = theme_manager()
        colors = manager.theme
        radius, stroke = manager.px(manager.scale.radius.small), manager.px(manager.scale.stroke.control)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        right = self._settled and self.option.right
        painter.setBrush(QColor(colors.accent.soft) if right else Qt.BrushStyle.NoBrush)
        if right or not (self._settled or self.hasFocus()):
            painter.setPen(QPen(QColor(colors.accent.fill if right else colors.surface.field_border), stroke))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(edge, radius, radius)
        painter.end()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._line.setContentsMargins(*[manager.px("small")] * 4)
        self._line.setSpacing(manager.px("medium"))
        size = manager.px(manager.scale.icon.medium)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._mark, self._number):
            widget.setFixedWidth(size)
        self._mark.setPixmap(pixmap("check", manager.theme.accent.ink, size))
