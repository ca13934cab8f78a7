"""The window as other kinds of color vision see it, to check a theme or a projector; never kept over a restart."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gui.look.theme import Paragraph, theme_manager


def vision_names() -> dict[str, str]:
    """What the kinds of vision are called, in the order of the menu."""
    return {
        "normal": QCoreApplication.translate("VisionPreview", "&Normal"),
        "protan": QCoreApplication.translate("VisionPreview", "&Protan, no red cones"),
        "deutan": QCoreApplication.translate("VisionPreview", "&Deutan, no green cones"),
        "tritan": QCoreApplication.translate("VisionPreview", "&Tritan, no blue cones"),
        "gray": QCoreApplication.translate("VisionPreview", "&Gray, no color at all"),
    }


def preview_name() -> str:
    """What says that the colors are those of a preview; empty while they are the theme's own."""
    vision = theme_manager().vision
    if vision == "normal":
        return ""
    return QCoreApplication.translate("VisionPreview", "Color preview: {vision}").format(
        vision=vision_names()[vision].replace("&", "").partition(",")[0].lower()
    )


class VisionPreview(QWidget):
    """The choice of a kind of vision, and a line that says which one is shown; hidden while it is the normal one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vision_preview")
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = QActionGroup(self)
        self._actions.triggered.connect(self._on_chosen)
        self._row = QHBoxLayout(self)
        self._words: Paragraph | None = None
        self.hide()
        theme_manager().changed.connect(self._show_look)

    def add_to(self, menu: QMenu) -> None:
        """Adds the choice to a menu, as a menu of its own."""
        choice = menu.addMenu(self.tr("Color &vision"))
        choice.setObjectName("color_vision")
        for vision, name in vision_names().items():
            action = choice.addAction(name)
            action.setObjectName(f"vision_{vision}")
            action.setData(vision)
            action.setCheckable(True)
            self._actions.addAction(action)
        self._show_look()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        theme_manager().set_vision(action.data())

    @Slot()
    def _end(self) -> None:
        theme_manager().set_vision("normal")

    def _add_line(self) -> Paragraph:
        words = Paragraph("", "label", "primary", self)
        end = QPushButton(self.tr("End the preview"), self)
        end.setObjectName("vision_end")
        end.clicked.connect(self._end)
        self._row.addWidget(words, stretch=1)
        self._row.addWidget(end)
        return words

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        for action in self._actions.actions():
            action.setChecked(action.data() == manager.vision)
        self.setVisible(manager.vision != "normal")
        if manager.vision == "normal":
            return
        # Most people never see the line; the window starts without it.
        self._words = self._words or self._add_line()
        text = self.tr("{preview}. These are not the program's own colors; they come back with the next start.")
        self._words.setText(text.format(preview=preview_name()))
        side = manager.px("large")
        self._row.setContentsMargins(side, manager.px("tiny"), side, manager.px("tiny"))
        self._row.setSpacing(manager.px("large"))
