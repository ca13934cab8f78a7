"""The monkey's choice of the next event: a random action that is possible in the current view.

Each event is drawn from the seed and its number. An event is plain data, the action and its arguments, so that it can
be recorded and replayed. Places are pixels of the screen.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from gui.window.main_window import MainWindow

Event = tuple[Any, ...]
"""An action, named after the method of the hands, and its arguments."""

FILES = "{files}"
"""A placeholder in typed text for the folder of the run."""


def _keys(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_PRESSED = _keys(
    "1 2 3 4 5 6 7 8 9 0 Tab Tab Tab Tab shift+Tab shift+Tab space space Return Escape Delete BackSpace "
    "Left Right Up Down Home End Page_Up Page_Down F1 F5 F10 F11 ctrl+1 ctrl+1 ctrl+1 ctrl+2 ctrl+3 "
    "ctrl+z ctrl+z ctrl+z ctrl+shift+z ctrl+shift+z ctrl+n ctrl+o ctrl+s ctrl+shift+s ctrl+shift+p ctrl+shift+c ctrl+e ctrl+p ctrl+q ctrl+k ctrl+k "
    "ctrl+alt+equal ctrl+alt+minus ctrl+alt+0 ctrl+comma ctrl+a ctrl+c ctrl+v ctrl+x ctrl+Home ctrl+End "
    "alt+f alt+e alt+v alt+t alt+h "
    "alt+w alt+c alt+p alt+o alt+s alt+r alt+d alt+m alt+g alt+a alt+y alt+Left alt+Down F4 Menu"
)
# Restyling every widget takes as long as a hundred other events.
_RESTYLING = _keys("ctrl+equal ctrl+minus ctrl+0 ctrl+0")
_RESTYLING_COMMANDS = ("theme_", "zoom_")
_PRESENTED = _keys(
    "Page_Down Page_Down Page_Down Right space Page_Up Left 1 2 3 4 shift+1 shift+3 b w period comma s l plus minus 0 "
    "Home Escape F5 Tab Return ctrl+z ctrl+q k"
)
_TYPED = (
    "mri", "metal artifact", "recurrence", "ct", "zoom", "light", "12", "7.5", "999", "-3", "1e5", "x", "femur 18",
    "what now?", "<b>bold</b>", "%s {0} \\n", "help", "a" * 40,
)  # fmt: skip
_NAMES = (
    "index.case.json", "new.case.json", "other", "broken.json", "empty.json", "large.json", "folder.case.json", "",
    "missing/new.case.json", "teaching.json", "page.pdf", "page.html", "page.md", "page.txt", "page.json", "page.svg",
    "page.png", "page.doc",
)  # fmt: skip
_HANDLES = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QScrollBar)
_SIZES = ((1280, 800), (1024, 768), (1920, 1080), (480, 360), (640, 900), (800, 600), (1500, 700))


class Habits:
    """Chooses events for a window, from a seed."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._seed = window, seed
        self.pressed: set[str] = set()
        """The names of controls that were clicked."""

    def next(self, number: int) -> Event:
        """Return the event of this number for the current view."""
        self._chance = random.Random(f"{self._seed}:{number}")
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            return self._in_popup(popup)
        if isinstance(modal, QPrintDialog):
            # Only look at a print preview, then leave it.
            return ("key", self._one_of(("Escape", "Escape", "Tab", "shift+Tab", "Down")))
        if isinstance(modal, QFileDialog):
            return self._in_file_dialog(modal)
        front = modal or QApplication.activeWindow() or self._window
        if front.objectName() == "presenter":
            return self._in_presenter(front)
        return self._in_window(front)

    def _in_popup(self, popup: QWidget) -> Event:
        if self._chance.random() < 0.25:
            return ("key", self._one_of(("Escape", "Escape", "Down", "Up", "Return", "Right", "Left", "End")))
        if isinstance(popup, QMenu):
            actions = [action for action in popup.actions() if action.isVisible() and not action.isSeparator()]
            restyling = [action for action in actions if action.objectName().startswith(_RESTYLING_COMMANDS)]
            if restyling and self._chance.random() < 0.9:
                actions = [action for action in actions if action not in restyling]
            if actions:
                return self._click_on_action(popup, self._one_of(actions))
        return ("click", *self._somewhere_in(popup))

    def _in_file_dialog(self, dialog: QFileDialog) -> Event:
        if self._chance.random() < 0.4:
            return ("key", "Escape")
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        spot = line.mapToGlobal(line.rect().center())
        return ("name_file", spot.x(), spot.y(), f"{FILES}/{self._one_of(_NAMES)}")

    def _in_presenter(self, presenter: QWidget) -> Event:
        draw = self._chance.random()
        if draw < 0.8:
            return ("key", self._one_of(_PRESENTED))
        if draw < 0.9:
            return ("move", *self._somewhere_in(presenter))
        if draw < 0.95:
            return self._wheel(presenter)
        return ("click", *self._on_something(presenter))

    def _in_window(self, front: QWidget) -> Event:
        if self._is_covered() and self._chance.random() < 0.15:
            return ("key", "Escape")
        if front.objectName() == "settings_dialog" and self._chance.random() < 0.7:
            return ("key", "Escape")  # Restyling takes most of the time.
        kinds = {
            "click": 36, "answer": 14, "key": 22, "type": 7, "menu": 5, "wheel": 5, "move": 3, "drag": 2, "double": 2,
            "other_button": 1.5, "size": 1.5, "ask_to_close": 0.1, "wait": 0.02,
        }  # fmt: skip
        (kind,) = self._chance.choices(list(kinds), list(kinds.values()))
        return getattr(self, f"_{kind}")(front)  # type: ignore[no-any-return]

    def _is_covered(self) -> bool:
        """Return whether a panel covers the window, so that only it could be pressed for a while."""
        panels = (self._window.findChild(QWidget, name) for name in ("find_palette", "help_panel"))
        return any(panel is not None and panel.isVisible() for panel in panels)

    def _click(self, front: QWidget) -> Event:
        return ("click", *self._on_something(front))

    def _answer(self, front: QWidget) -> Event:
        """Return a click into the form, which would otherwise be one of many targets."""
        if front is not self._window or not self._window.decide.isVisible():
            return ("key", "ctrl+1")
        return ("click", *self._on_something(self._window.decide.form))

    def _key(self, _: QWidget) -> Event:
        return ("key", self._one_of(_RESTYLING if self._chance.random() < 0.01 else _PRESSED))

    def _type(self, front: QWidget) -> Event:
        lines = [line for line in front.findChildren(QLineEdit) if line.isVisible()]
        if lines and self._chance.random() < 0.3:
            return ("click", *self._on(self._one_of(lines), front))
        return ("type", self._one_of(_TYPED))

    def _menu(self, front: QWidget) -> Event:
        bars = [bar for bar in front.findChildren(QMenuBar) if bar.isVisible()]
        if not bars:
            return ("key", "Escape")
        return self._click_on_action(bars[0], self._one_of(bars[0].actions()))

    def _wheel(self, front: QWidget) -> Event:
        modifier = self._one_of(("", "", "", "ctrl"))
        return ("wheel", *self._somewhere_in(front), self._one_of((4, 5)), modifier)

    def _move(self, front: QWidget) -> Event:
        return ("move", *self._on_something(front))

    def _drag(self, front: QWidget) -> Event:
        return ("drag", *self._on_something(front), *self._somewhere_in(front))

    def _double(self, front: QWidget) -> Event:
        return ("click", *self._on_something(front), 1, 2)

    def _other_button(self, front: QWidget) -> Event:
        return ("click", *self._on_something(front), self._one_of((2, 3, 3)))

    def _size(self, front: QWidget) -> Event:
        if self._chance.random() < 0.5:
            return ("place", 0, 0, *self._one_of(_SIZES))
        return (
            "place",
            *(self._chance.randrange(200) for _ in "xy"),
            *(self._chance.randrange(360, 1400) for _ in "wh"),
        )

    def _ask_to_close(self, _: QWidget) -> Event:
        return ("ask_to_close",)

    def _wait(self, _: QWidget) -> Event:
        """Long enough for tooltips and the caret to appear."""
        return ("wait", 900)

    # Places

    def _on_something(self, front: QWidget) -> tuple[int, int]:
        """Return a place on a widget that takes clicks, or sometimes any place."""
        if self._chance.random() < 0.25:
            handles = [each for kind in _HANDLES for each in front.findChildren(kind) if each.isVisible()]
            if handles:
                return self._on(self._one_of(handles), front)
        for _ in range(8):
            spot = self._somewhere_in(front)
            hit = _takes_clicks(QApplication.widgetAt(*spot), front)
            if hit is not None:
                self.pressed.add(hit.objectName() or type(hit).__name__)
                return spot
        return spot

    def _on(self, widget: QWidget, front: QWidget) -> tuple[int, int]:
        """Return the middle of the visible part of a widget, or else any place."""
        spot = widget.mapToGlobal(widget.rect().center())
        hit = QApplication.widgetAt(spot)
        if hit is widget or (hit is not None and widget.isAncestorOf(hit)):
            self.pressed.add(widget.objectName() or type(widget).__name__)
            return spot.x(), spot.y()
        return self._somewhere_in(front)

    def _somewhere_in(self, widget: QWidget) -> tuple[int, int]:
        spot = QPoint(self._chance.randrange(max(widget.width(), 1)), self._chance.randrange(max(widget.height(), 1)))
        found = widget.mapToGlobal(spot)
        return found.x(), found.y()

    def _click_on_action(self, menu: QMenu | QMenuBar, action: QAction) -> Event:
        self.pressed.add(action.objectName() or action.text())
        spot = menu.mapToGlobal(menu.actionGeometry(action).center())
        return ("click", spot.x(), spot.y())

    def _one_of(self, things: Sequence[Any]) -> Any:
        return self._chance.choice(things)


def _takes_clicks(widget: QWidget | None, front: QWidget) -> QWidget | None:
    """Return the widget, or the part of the window around it, that a click there reaches."""
    while widget is not None and widget is not front:
        if isinstance(widget, (*_HANDLES, QAbstractItemView)):
            return widget
        widget = widget.parentWidget()
    return None


def lay_out_files(folder: Path, cases: Path, largest: int) -> None:
    """Write the files that the monkey opens and saves: good cases, bad ones, and a folder in place of a file."""
    folder.mkdir(parents=True)
    for name in ("index.case.json", "teaching.json"):
        source = sorted(cases.glob("*.case.json"))[0] if name == "teaching.json" else cases / name
        (folder / name).write_bytes(source.read_bytes())
    (folder / "broken.json").write_bytes(b'{"schema": "bonewatch.case/1", "scenario": {"age_years": "old"}, \xff')
    (folder / "empty.json").touch()
    (folder / "large.json").write_bytes(b" " * (largest + 1))
    (folder / "folder.case.json").mkdir()
