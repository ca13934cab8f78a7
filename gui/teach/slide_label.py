"""A label on a slide: words at a place, in a size of the screen's height."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from gui.look.theme import set_property


class SlideLabel(QLabel):
    """Words that know their font and place and ask for no other."""

    def __init__(self, text: str, font: QFont, tone: str, place: QRect, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(0)
        self.setIndent(0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Clicks belong to what the words stand on.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font)
        set_property(self, "tone", tone)
        self.setGeometry(place)
