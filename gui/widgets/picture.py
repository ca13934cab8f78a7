"""An icon next to words with the same meaning."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget


class Picture(QWidget):
    """Shows a centered pixmap and is ignored by screen readers.

    They would read a label with a picture as one without a name.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def pixmap(self) -> QPixmap:
        """Return the pixmap that is shown."""
        return self._pixmap

    def setPixmap(self, pixmap: QPixmap) -> None:
        """Show another pixmap."""
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
        # On a screen of lower density, the pixmap has more pixels than needed and is scaled down.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.sizeHint()
        painter.drawPixmap((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, self._pixmap)
        painter.end()
