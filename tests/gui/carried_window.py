"""The program's window on the screens that there are: carried from one to another, closed on one, opened without it.

As a program (`python -m tests.gui.carried_window carry|leave|open PREFERENCES`) it prints what it saw as JSON.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from core.content.loading import load_content
from core.resources import resource_path
from gui.application import make_application, make_window
from gui.icons import category_pixmap
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.state import CaseState
from gui.theme import theme_manager
from gui.widgets.picture import Picture
from tests.gui.layout_walker import SITUATIONS, look_over
from tests.gui.screen import Screen, still_picture

_CASE = SITUATIONS["everything answered"]
_SMALL = 1000, 700


def _open(preferences: Path) -> MainWindow:
    window = make_window(CaseState(load_content(resource_path("content")), _CASE.today), Preferences(preferences))
    window.show()
    _rest(window)
    return window


def _rest(window: MainWindow) -> None:
    for _ in range(4):  # the window is fitted in a turn of its own
        Screen(window).settle()


def _room(number: int) -> QRect:
    return QGuiApplication.screens()[number].availableGeometry()


def _seen(root: QWidget) -> dict[str, Any]:
    """Where a window is, whether all of it is on its screen, and what is wrong in it."""
    screen = root.screen()
    return {
        "screen": screen.name(),
        "ratio": root.devicePixelRatio(),
        "size": root.size().toTuple(),
        "within": screen.availableGeometry().contains(root.frameGeometry()),
        "problems": look_over(root)[0],
    }


def _blur(window: MainWindow) -> float:
    """How far the icons of the ratings are from ones drawn for the window's screen: the mean of a color's steps."""
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


def carry(preferences: Path) -> dict[str, Any]:
    """Carries the window from the first screen to the second and back, with dialogs and the presenter on each."""
    window = _open(preferences)
    window.state.show_scenario(_CASE.scenario)
    told: dict[str, Any] = {"opened": _seen(window)}
    window.resize(*_SMALL)
    _rest(window)
    before = still_picture(window, window.decide)
    window.move(_room(1).topLeft())
    _rest(window)
    told["stale on the second"] = _differs(window, preferences)
    window.move(_room(0).topLeft())
    _rest(window)
    told["stale back on the first"] = still_picture(window, window.decide) != before
    for zoom in (100, 200):
        theme_manager().set_zoom(zoom)
        for number, name in ((0, "first"), (1, "second")):
            told |= {f"{name} at {zoom}: {what}": found for what, found in _go_round(window, number)}
    return told


def _go_round(window: MainWindow, number: int) -> Iterator[tuple[str, Any]]:
    """Carries the window, as large as the first screen, to a screen, and opens there what is a window of its own."""
    window.move(_room(0).topLeft())
    _rest(window)
    window.resize(_room(0).size() - (window.frameGeometry().size() - window.size()))
    _rest(window)
    window.move(_room(number).topLeft())
    _rest(window)
    yield "window", _seen(window)
    yield "blur", _blur(window)
    for command in ("edit_settings", "edit_local_protocol"):
        getattr(window, command)()
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        _rest(window)
        yield command, _seen(dialog)
        dialog.close()
        _rest(window)
    window.show_teach()
    window.teach.place.present_on(QGuiApplication.screens()[number])
    _rest(window)
    presenter = window.teach.place.presenter
    assert presenter is not None
    yield "presenter", _seen(presenter)
    presenter.close()
    window.show_decide()
    _rest(window)


def _differs(window: MainWindow, preferences: Path) -> bool:
    """Whether a window looks otherwise than one that is opened in its place."""
    window.state.belongs_to(None)
    fresh = _open(preferences)
    fresh.state.show_scenario(window.state.scenario)
    fresh.move(window.pos())
    _rest(fresh)
    fresh.resize(window.size())
    _rest(fresh)
    one, other = (still_picture(shown, shown.decide) for shown in (window, fresh))
    fresh.close()
    return one != other


def leave(preferences: Path) -> dict[str, Any]:
    """Closes the window on the last screen, as large as that allows."""
    window = _open(preferences)
    room = _room(-1)
    window.move(room.topLeft())
    _rest(window)
    window.resize(room.size() - (window.frameGeometry().size() - window.size()))
    _rest(window)
    told = _seen(window)
    window.close()
    return told


def open_there(preferences: Path) -> dict[str, Any]:
    """Opens the window where it was left, as far as there is a screen."""
    return _seen(_open(preferences))


def main(arguments: Sequence[str]) -> int:
    """Does what the command says."""
    app = make_application("light")
    told = {"carry": carry, "leave": leave, "open": open_there}[arguments[0]](Path(arguments[1]))
    print(json.dumps(told))
    app.closeAllWindows()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
