"""The specimen sheet: the themes side by side, drawn once each and kept as pictures that scale like any vector."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPicture, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from core.content import Content
from gui.gallery.specimens import Specimens
from gui.gallery.states import FOCUSED, HOVERED
from gui.look.theme import THEMES, theme_manager

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
    layout = specimens.layout()
    assert layout is not None
    specimens.resize(specimens.width(), layout.heightForWidth(specimens.width()))  # more than enough
    for _ in range(_TURNS):
        QApplication.processEvents()
    specimens.fit()
    QApplication.processEvents()
    specimens.setFocus()  # no control has the keyboard but where it is to be seen
    return specimens.height()


def _drawn(specimens: Specimens) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    # Not before: a window that comes up takes it away again.
    for control in _marked(specimens, HOVERED):
        control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        # A push button looks for itself where the pointer is.
        middle = QPointF(control.rect().center())
        none = Qt.MouseButton.NoButton
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            control, QMouseEvent(QEvent.Type.MouseMove, middle, control.mapToGlobal(middle), none, none, plain)
        )
    specimens.render(painter, QPoint())
    # Only one control can have the keyboard at a time: each is drawn once more over what it was without.
    for control in _marked(specimens, FOCUSED):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        box = control.rect().translated(control.mapTo(specimens, QPoint()))
        specimens.render(painter, box.topLeft(), QRegion(box))
    painter.end()
    return picture


def _marked(specimens: Specimens, mark: str) -> Iterator[QWidget]:
    return (widget for widget in specimens.findChildren(QWidget) if widget.property(mark))
