"""A push button whose text wraps if it does not fit on one line. Qt's push button would cut it off."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from gui.base.heights import CachedHeights


class WrappingButton(CachedHeights, QPushButton):
    """A push button as wide as its text, or as narrow as its longest word. `text` is the unwrapped text."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._widths: dict[str, int] = {}  # cached like the heights
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown_text(self) -> str:
        """Return the text as it is shown, on one line or several."""
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
            self.forget_heights()
            super().setText(text)

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        self.forget_heights()
        super().setIcon(icon)

    def changeEvent(self, event: QEvent) -> None:
        self.forget_heights()
        super().changeEvent(event)

    def forget_heights(self) -> None:
        super().forget_heights()
        self._widths.clear()

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        longest = max((self._width(word) for word in self.text().split()), default=0)
        return QSize(min(hint.width(), longest + self._around()), hint.height())

    def _height_at(self, width: int) -> int:
        more = len(self._lines(width)) - 1
        return super().sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def _lines(self, width: int) -> list[str]:
        """Return the text in as few lines as fit, breaking only between words."""
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
        """Return the width around the text: padding, borders and the icon."""
        return super().sizeHint().width() - self._width(self.text())

    def _width(self, words: str) -> int:
        if words not in self._widths:
            self._widths[words] = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, words).width()
        return self._widths[words]
