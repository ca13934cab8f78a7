"""A column that scrolls up and down where it must, and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class _Body(QWidget):
    """What a column scrolls. Its least height follows from its width, which Qt would not ask for."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class Column(QScrollArea):
    """A column of panels that scrolls up and down where it must."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = _Body(self)
        self.rows = QVBoxLayout(body)
        self.setWidget(body)

    def hold(self, panels: list[QWidget], stretching: QWidget | None = None) -> None:
        """Takes these panels in, from the top; one of them may take the spare height."""
        while self.rows.count():
            self.rows.takeAt(0)
        for panel in panels:
            self.rows.addWidget(panel, stretch=1 if panel is stretching else 0)
        if stretching is None:
            self.rows.addStretch(1)
        self.setVisible(bool(panels))

    def start_over(self) -> QVBoxLayout:
        """Ends everything that the column holds, and returns its rows to be filled anew."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.verticalScrollBar().setValue(0)
        return self.rows

    def height_for_width(self, width: int) -> int:
        """The height in pixels that the rows need in this width."""
        return self.rows.totalHeightForWidth(width)

    def set_spacing(self, margin: int, gap: int) -> None:
        """Room around and between the panels, in pixels."""
        self.rows.setContentsMargins(margin, margin, margin, margin)
        self.rows.setSpacing(gap)
