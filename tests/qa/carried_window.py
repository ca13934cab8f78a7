"""The program's window on the available screens: moved between them, closed on one, opened without it.

As a program (`python -m tests.qa.carried_window carry|leave|open PREFERENCES`) it prints its observations as JSON.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from core.base.resources import resource_path
from core.content.loading import load_content
from gui.application import make_application, make_window
from gui.base.preferences import Preferences
from gui.look.icons import category_pixmap
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.widgets.picture import Picture
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import SITUATIONS, look_over
from tests.gui.screen import Screen, still_picture

CASE = SITUATIONS["everything answered"]
_SMALL = 1000, 700


def open_window(preferences: Path) -> MainWindow:
    """Show and return the program's window with these preferences."""
    window = make_window(CaseState(load_content(resource_path("content")), CASE.today), Preferences(preferences))
    window.show()
    rest(window)
    return window


def rest(window: MainWindow) -> None:
    """Wait until a window has settled on its screen."""
    for _ in range(4):  # The window is fitted in a separate turn of the event loop.
        Screen(window).settle()


def _room(number: int) -> QRect:
    return QGuiApplication.screens()[number].availableGeometry()


def seen(root: QWidget) -> dict[str, Any]:
    """Return where a window is, whether all of it is on its screen, and its problems."""
    screen = root.screen()
    return {
        "screen": screen.name(),
        "ratio": root.devicePixelRatio(),
        "size": root.size().toTuple(),
        "within": screen.availableGeometry().contains(root.frameGeometry()),
        "problems": look_over(root)[0],
    }


def blur(window: MainWindow) -> float:
    """Return how far the rating icons differ from ones drawn for the window's screen: the mean of a color's steps."""
    window.repaint()
    size = theme_manager().px(theme_manager().scale.icon.large)
    drawn = category_pixmap("usually_appropriate", size, ratio=window.devicePixelRatio()).toImage()
    card = window.findChild(QWidget, "rating_radiography")
    picture = card.findChildren(Picture)[0]
    there = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    plain = QImage(there.size(), QImage.Format.Format_RGB32)
    plain.fill(there.pixelColor(0, 0))
    drawn.setDevicePixelRatio(1)
    painter = QPainter(plain)
    painter.drawImage((there.width() - drawn.width()) // 2, (there.height() - drawn.height()) // 2, drawn)
    painter.end()
    one, other = bytes(there.constBits()), bytes(plain.constBits())
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def icon_density(window: MainWindow) -> float:
    """Return the pixels of a button's icon per device pixel. 1 means as sharp as the screen allows."""
    button = window.findChild(QAbstractButton, "find")
    size, ratio = button.iconSize(), window.devicePixelRatio()
    return button.icon().pixmap(size, ratio).width() / (size.width() * ratio)


def carry(preferences: Path) -> dict[str, Any]:
    """Move the window from the first screen to the second and back, with dialogs and the presenter on each."""
    window = open_window(preferences)
    window.state.show_scenario(CASE.scenario)
    told: dict[str, Any] = {"opened": seen(window)}
    window.resize(*_SMALL)
    rest(window)
    before = still_picture(window, window.decide)
    window.move(_room(1).topLeft())
    rest(window)
    told["stale on the second"] = _differs(window, preferences)
    window.move(_room(0).topLeft())
    rest(window)
    told["stale back on the first"] = still_picture(window, window.decide) != before
    for zoom in (100, 200):
        theme_manager().set_zoom(zoom)
        for number, name in ((0, "first"), (1, "second")):
            told |= {f"{name} at {zoom}: {what}": found for what, found in _go_round(window, number)}
    return told


def _go_round(window: MainWindow, number: int) -> Iterator[tuple[str, Any]]:
    """Move the window, as large as the first screen, to a screen, and open its separate windows there."""
    window.move(_room(0).topLeft())
    rest(window)
    window.resize(_room(0).size() - (window.frameGeometry().size() - window.size()))
    rest(window)
    window.move(_room(number).topLeft())
    rest(window)
    yield "window", seen(window)
    yield "blur", blur(window)
    yield "icon", icon_density(window)
    for command in ("edit_settings", "edit_local_protocol"):
        getattr(window, command)()
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        rest(window)
        yield command, seen(dialog)
        dialog.close()
        rest(window)
    window.show_teach()
    window.teach.place.present_on(QGuiApplication.screens()[number])
    rest(window)
    presenter = window.teach.place.presenter
    assert presenter is not None
    yield "presenter", seen(presenter)
    presenter.close()
    window.show_decide()
    rest(window)


def _differs(window: MainWindow, preferences: Path) -> bool:
    """Return whether a window looks different from one opened in its place."""
    window.state.belongs_to(None)
    fresh = open_window(preferences)
    fresh.state.show_scenario(window.state.scenario)
    fresh.move(window.pos())
    rest(fresh)
    fresh.resize(window.size())
    rest(fresh)
    one, other = (still_picture(shown, shown.decide) for shown in (window, fresh))
    fresh.close()
    return one != other


def leave(preferences: Path) -> dict[str, Any]:
    """Close the window on the last screen, as large as that allows."""
    window = open_window(preferences)
    room = _room(-1)
    window.move(room.topLeft())
    rest(window)
    window.resize(room.size() - (window.frameGeometry().size() - window.size()))
    rest(window)
    told = seen(window)
    window.close()
    return told


def open_there(preferences: Path) -> dict[str, Any]:
    """Open the window at its last position, if the screen still exists."""
    return seen(open_window(preferences))


def main(arguments: Sequence[str]) -> int:
    """Run the command given as argument."""
    app = make_application("light")
    told = {"carry": carry, "leave": leave, "open": open_there}[arguments[0]](Path(arguments[1]))
    print(json.dumps(told))
    app.closeAllWindows()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
