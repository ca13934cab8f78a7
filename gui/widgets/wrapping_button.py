"""A push button whose words go on in a further line where it is given too little room. Qt's own would be cut."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from gui.base.heights import Heights


class WrappingButton(QPushButton):
    """A push button as wide as its words, or as narrow as the longest of them. `text` stays what it was set to."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        # Layouts ask for the same again and again; both are known until the words or their font change.
        self._heights: Heights[tuple[int, int]] = Heights()
        self._widths: dict[str, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown_text(self) -> str:
        """The words as they are shown, one line or several."""
        return "\n".join(self._lines(self.width()))

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def hasHeightForWidth(self) -> bool:
        return True

    def setText(self, text: str) -> None:
        if text != self.text():
            self._forget_lengths()
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        hint = super().sizeHint()
        # An icon that comes changes the hint.
        asked = (width, hint.width())
        if asked not in self._heights:
            more = len(self._lines(width)) - 1
            self._heights[asked] = hint.height() + more * self.fontMetrics().lineSpacing()
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        self._forget_lengths()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        longest = max((self._width(word) for word in self.text().split()), default=0)
        return QSize(min(hint.width(), longest + self._around()), hint.height())

    def _lines(self, width: int) -> list[str]:
        """The words in as many lines as it takes, as far as words can be parted."""
        room, lines = width - self._around(), [""]
        if self._width(self.text()) <= room:
            return [self.text()]
        for word in self.text().split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._width(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _around(self) -> int:
        """What stands beside the words: padding, edges and the icon."""
        return super().sizeHint().width() - self._width(self.text())

    def _width(self, words: str) -> int:
        if words not in self._widths:
            self._widths[words] = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, words).width()
        return self._widths[words]

    def _forget_lengths(self) -> None:
        self._heights.clear()
        self._widths.clear()
