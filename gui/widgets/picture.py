"""An icon beside words that say the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget


class Picture(QWidget):
    """Shows a pixmap in the middle, and stays silent: a label with a picture is read out as one without a name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def pixmap(self) -> QPixmap:
        """What is shown."""
        return self._pixmap

    def setPixmap(self, pixmap: QPixmap) -> None:
        """Shows another one."""
        before, self._pixmap = self.sizeHint(), pixmap
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._pixmap.deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        # On a screen less dense than the one it was drawn for, it has more pixels than there are.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.sizeHint()
        painter.drawPixmap((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, self._pixmap)
        painter.end()
