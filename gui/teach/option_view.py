"""An option on a slide: a click adds a vote, and the button at its right removes one."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.teaching.lesson import Asking, Option
from gui.look.icons import pixmap
from gui.look.theme import current_theme, set_property
from gui.teach.metrics import Metrics, slide_font
from gui.teach.option_layout import LaidOption
from gui.teach.slide_label import SlideLabel


class _Minus(QAbstractButton):
    """Removes a vote."""

    def __init__(self, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(parent)
        self._stroke = metrics.share(0.35)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = current_theme().presenter
        ring = QRectF(self.rect()).adjusted(self._stroke, self._stroke, -self._stroke, -self._stroke)
        painter.setPen(QPen(QColor(colors.edge), self._stroke))
        painter.drawEllipse(ring)
        quarter = ring.width() / 4
        middle = ring.center().y()
        painter.drawLine(int(ring.left() + quarter), int(middle), int(ring.right() - quarter), int(middle))
        painter.end()


class OptionView(QAbstractButton):
    """The number, text, bar and votes of one option. `voted(number, votes)` carries the requested number of votes."""

    voted = Signal(int, int)

    def __init__(
        self, number: int, option: Option, laid: LaidOption, metrics: Metrics, asking: Asking, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._number, self.option, self._laid, self._metrics = number, option, laid, metrics
        self._asking = asking
        self._share, self._total = 0.0, 0
        self.setObjectName(f"vote_{number}")
        self.setMouseTracking(True)  # The spotlight and the dot follow the pointer over options too.
        # Leave the focus with the presenter: its space bar goes to the next page and its digits vote.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(asking == "open")
        # A disabled button would hide the pointer's movements from the spotlight.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, asking != "open")
        if asking == "open":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._right = asking == "revealed" and option.right
        self._text = SlideLabel(option.text, laid.text_font, "slide_text", laid.text, self)
        self._key: SlideLabel | None = None
        if not self._right:
            self._key = SlideLabel(str(number), slide_font(metrics.secondary), "slide_secondary", laid.key, self)
            self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count = SlideLabel("", laid.count_font, "slide_secondary", laid.count, self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._minus = _Minus(metrics, self)
        self._minus.setObjectName(f"vote_{number}_back")
        self._minus.setAccessibleName(f"Take back a vote for {option.text}")
        self._minus.setGeometry(laid.minus)
        self._minus.clicked.connect(self._on_minus)
        self.clicked.connect(self._on_clicked)

    def show_votes(self, count: int, total: int) -> None:
        """Show this many votes out of the total."""
        self._share, self._total = (count / total if total else 0.0), total
        self._count.setText(str(count) if total else "")
        set_property(self._count, "tone", "slide_text" if self._right else "slide_secondary")
        self._minus.setVisible(self._asking == "open" and count > 0)
        said = [f"{self._number}: {self.option.text}"]
        said += ["the answer"] if self._right else []
        said += [f"votes: {count}"] if total else []
        self.setAccessibleName(", ".join(said))
        self.update()

    def refresh(self) -> None:
        """Apply the colors of a new theme."""
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = current_theme().presenter
        painter.fillRect(QRect(0, 0, self.width(), self._metrics.share(0.2)), QColor(colors.rule))
        self._paint_key(painter)
        if self._total or self._asking == "open":
            self._paint_bar(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        colors, stroke = current_theme().presenter, self._metrics.share(0.3)
        box = QRectF(self._laid.key).adjusted(stroke, stroke, -stroke, -stroke)
        radius = self._metrics.share(1)
        if self._right:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(box, radius, radius)
            inset = box.width() * 0.12
            size = round(box.width() - 2 * inset)
            painter.drawPixmap(
                round(box.left() + inset), round(box.top() + inset), pixmap("check", colors.on_accent, size)
            )
            return
        painter.setPen(QPen(QColor(colors.edge), stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_bar(self, painter: QPainter) -> None:
        colors, bar = current_theme().presenter, QRectF(self._laid.bar)
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(bar, radius, radius)
        if self._share:
            bar.setWidth(max(bar.height(), bar.width() * self._share))
            painter.setBrush(QColor(colors.accent if self._right else colors.bar))
            painter.drawRoundedRect(bar, radius, radius)

    @Slot()
    def _on_clicked(self) -> None:
        self.voted.emit(self._number, 1)

    @Slot()
    def _on_minus(self) -> None:
        self.voted.emit(self._number, -1)
