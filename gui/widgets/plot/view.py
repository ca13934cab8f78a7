"""A plot in the window. For assistive clients it is a picture with a description of its content."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import theme_manager
from gui.widgets.plot.model import Plot
from gui.widgets.plot.painting import paint_plot, plot_height


class PlotView(QWidget):
    """Draws a plot as wide as its place and as high as that width requires."""

    def __init__(self, name: str, plot: Plot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.plot = plot
        self.show_plot(plot)
        theme_manager().changed.connect(self._on_look_changed)

    def show_plot(self, plot: Plot) -> None:
        """Show another plot instead of the current one."""
        self.plot = plot
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(plot.in_words())
        self._on_look_changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(plot_height(self.plot, width))

    def sizeHint(self) -> QSize:
        width = theme_manager().px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plot(painter, QRectF(self.rect()), self.plot, theme_manager().theme)
        painter.end()

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
