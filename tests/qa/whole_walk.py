"""The layout walker in every place, dialog and panel.

As a program (`python -m tests.qa.whole_walk WIDTHxHEIGHT ZOOM THEME`) it walks and prints the problems.
"""

import os
import sys
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from core.base.resources import resource_path
from core.content import Content
from core.content.loading import load_content
from gui.application import make_application
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import SITUATIONS, Walk, look_over
from tests.gui.screen import Screen
from tests.qa.audit.screens import VIEWS, View


def _dialog(command: str, name: str) -> View:
    def prepare(screen: Screen) -> QWidget:
        getattr(screen.window, command)()
        return screen.window.findChild(QDialog, name)

    return View("Dialog", name, prepare)


# An entry that opens inside another needs a second layout for its height.
_TURNS = 4

# Menus take the width that their text needs.
WALKED = (
    *(view for view in VIEWS if view.place not in ("Menu", "List") and view.name != "sources of an entry"),
    _dialog("edit_settings", "settings_dialog"),
    _dialog("edit_local_protocol", "local_protocol_dialog"),
)


def walk_views(content: Content, size: tuple[int, int], walk: Walk, views: Sequence[View] = WALKED) -> None:
    """Open each view in a new window of this size and note the problems."""
    for view in views:
        window = MainWindow(CaseState(content, SITUATIONS[view.name].today if view.name in SITUATIONS else _DAY))
        window.resize(*size)
        window.show()
        screen = Screen(window)
        screen.settle()
        root = view.prepare(screen)
        if view.place == "Presenter":
            root.resize(*size)
        for _ in range(_TURNS):
            screen.settle()
        walk.note(view.title, *look_over(root))
        if root is not window:
            root.close()
        window.state.belongs_to(None)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_DAY = SITUATIONS["index"].today


def walk_in(content: Content, size: tuple[int, int], zoom: int, theme: str, views: Sequence[View] = WALKED) -> Walk:
    """Walk all views at a size, a zoom and a theme."""
    walk = Walk()
    theme_manager().set_theme(theme)
    theme_manager().set_zoom(zoom)
    walk_views(content, size, walk, views)
    theme_manager().set_zoom(100)
    theme_manager().set_theme("light")
    return walk


def main(arguments: Sequence[str]) -> int:
    """Walk once, and print each problem with its views."""
    size, zoom, theme = arguments
    width, height = (int(length) for length in size.split("x"))
    make_application("light")
    walk = walk_in(load_content(resource_path("content")), (width, height), int(zoom), theme)
    for problem, views in walk.problems.items():
        print(f"{problem}\n    {len(views)}: {', '.join(views[:4])}")
    print(f"{len(walk.problems)} problems, {walk.widgets} widgets, {len(WALKED)} views")
    return 1 if walk.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
