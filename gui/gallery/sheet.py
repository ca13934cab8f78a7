"""The specimen sheet: the themes side by side, drawn once each and kept as pictures that scale like any vector."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPicture
from PySide6.QtWidgets import QApplication, QWidget

from core.content import Content
from gui.gallery.specimens import Specimens
from gui.gallery.states import FOCUSED
from gui.theme import THEMES, theme_manager

_WIDTH: Final = 700
# A layout that has to ask again for heights needs more than one turn.
_TURNS: Final = 10


class GallerySheet(QWidget):
    """Every component in every state, one column a theme. The application is left in the theme that it had."""

    def __init__(self, content: Content, today: date) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Gallery - Bonewatch"))
        before = theme_manager().theme.name
        self._pictures: list[QPicture] = []
        height = 0
        for theme in THEMES:
            theme_manager().set_theme(theme)
            specimens = Specimens(content, today, theme_manager().px(_WIDTH))
            height = max(height, _laid_out(specimens))
            self._pictures.append(_drawn(specimens))
            specimens.close()
            specimens.deleteLater()
        theme_manager().set_theme(before)
        self.setFixedSize(QSize(theme_manager().px(_WIDTH) * len(THEMES), height))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        for column, picture in enumerate(self._pictures):
            painter.drawPicture(QPoint(column * theme_manager().px(_WIDTH), 0), picture)
        painter.end()


def _laid_out(specimens: Specimens) -> int:
    """Shows the column and lets its layout come to rest; its height."""
    specimens.show()
    specimens.activateWindow()
    for _ in range(_TURNS):
        QApplication.processEvents()
        layout = specimens.layout()
        assert layout is not None
        specimens.resize(specimens.width(), layout.heightForWidth(specimens.width()))
    return specimens.height()


def _drawn(specimens: Specimens) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    specimens.render(painter, QPoint())
    # Only one control can have the keyboard at a time: each is drawn once more over what it was without.
    for control in _focused(specimens):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        spot = control.mapTo(specimens, QPoint())
        painter.fillRect(control.rect().translated(spot), specimens.palette().window())
        control.render(painter, spot)
    painter.end()
    return picture


def _focused(specimens: Specimens) -> Iterator[QWidget]:
    return (widget for widget in specimens.findChildren(QWidget) if widget.property(FOCUSED))
