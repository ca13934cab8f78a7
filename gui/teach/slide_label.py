"""A label on a slide with a fixed place and a size relative to the screen's height."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from gui.look.theme import set_property


class SlideLabel(QLabel):
    """A text with a fixed font and position."""

    def __init__(self, text: str, font: QFont, tone: str, place: QRect, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(0)
        self.setIndent(0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Pass clicks to the widget below the text.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font)
        set_property(self, "tone", tone)
        self.setGeometry(place)
