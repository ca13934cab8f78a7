"""The lines above and below every place: the edition and purpose of the ratings, and a warning if they are out of date."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.content import Content
from gui.layouts.measure import line_margins
from gui.look.theme import Paragraph, theme_manager


class WindowBar(QWidget):
    """A line across the window with a background color."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._show_look()

    @Slot()
    def _show_look(self) -> None:
        self.row.setContentsMargins(line_margins(self.width()))
        self.row.setSpacing(theme_manager().px("huge"))


class Footer(WindowBar):
    """The edition that decides, and the limits of the program."""

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__("footer", parent)
        topic = content.topic
        basis = f"ACR topic {content.acr_topic.year} · article reviewed {topic.reviewed} · content {topic.version} ({content.sha256[:8]})"
        left = Paragraph(basis, "caption", "secondary", self)
        right = Paragraph(f"{topic.judgment_notice} · {topic.images_notice}", "caption", "secondary", self)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (left, right):
            self.row.addWidget(label, stretch=1)


class StaleLine(WindowBar):
    """The warning about outdated content. It is hidden while the content is current."""

    def __init__(self, content: Content, stale: bool, parent: QWidget) -> None:
        super().__init__("header", parent)
        self.setObjectName("stale")
        notice = next(notice for notice in content.notices if notice.when is None)
        self.row.addWidget(Paragraph(f"{notice.title}. {notice.message}", "label", "warning", self))
        self.setVisible(stale)
