"""All views of the program: each place in its states, each menu, list and dialog, each step of a presentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QScrollArea, QWidget

from core.content import Content
from gui.reference.sections import Disclosure, Section
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import SITUATIONS
from tests.gui.screen import Screen

WIDTH, HEIGHT = 1280, 800
# The greatest height of a window, so that nothing in it has to be scrolled.
_HIGHEST = 6000

Prepare = Callable[[Screen], QWidget]


@dataclass(frozen=True)
class View:
    """One view: its place, its name, and how to open it."""

    place: str
    name: str
    prepare: Prepare

    @property
    def title(self) -> str:
        """Place and name."""
        return f"{self.place}: {self.name}"


def open_view(view: View, content: Content) -> Iterator[QWidget]:
    """Show the view in a new window, high enough for all of it, and close the window afterwards."""
    window = MainWindow(CaseState(content, SITUATIONS["index"].today))
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    screen = Screen(window)
    screen.settle()
    root = view.prepare(screen)
    screen.settle()
    if root is window:
        _unroll(screen)
    yield root
    if root is not window:
        root.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _unroll(screen: Screen) -> None:
    for _ in range(3):
        bars = [area.verticalScrollBar().maximum() for area in screen.visible(QScrollArea)]
        if not any(bars):
            return
        screen.window.resize(WIDTH, min(_HIGHEST, screen.window.height() + max(bars)))
        screen.settle()


# Decide


def _situation(name: str) -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        situation = SITUATIONS[name]
        screen.window.state.show_scenario(situation.scenario)
        screen.settle()
        if situation.prepare:
            situation.prepare(screen)
        return screen.window

    return prepare


# Reference


def _page(name: str) -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        screen.window.state.show_scenario(SITUATIONS["everything answered"].scenario)
        screen.window.show_reference()
        screen.settle()
        screen.find(f"page_{name}", QPushButton).click()
        section = screen.find(name, Section)
        for entry in section.findChildren(Disclosure)[:2]:
            entry.set_open(True)
        return screen.window

    return prepare


def _sources_of_an_entry(screen: Screen) -> QWidget:
    _page("questions")(screen)
    screen.settle()
    next(b for b in screen.visible(QPushButton) if b.text().startswith("Sources: ")).click()
    return screen.window


# Presentation


def _presented(step: str) -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        screen.window.present()
        presenter = screen.window.teach.place.presenter
        assert presenter is not None
        presenter.resize(WIDTH, HEIGHT)
        presenter.session.go_to_step("commit")
        for number, votes in ((1, 5), (2, 3)):
            presenter.session.vote(number, votes)
        presenter.session.go_to_step(step)
        presenter.zoom_by(1)
        presenter.zoom_by(-1)
        return presenter

    return prepare


# Menus, lists, dialogs


def _menu(name: str) -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        menu = next(m for m in screen.window.findChildren(QMenu) if m.title().replace("&", "") == name)
        menu.popup(QPoint(0, 0))
        return menu

    return prepare


def _list(name: str) -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        _situation("everything answered and open")(screen)
        screen.settle()
        box = screen.find(name, QComboBox)
        box.showPopup()
        return box.view().window()

    return prepare


def _chosen(command: str, words: str = "") -> Prepare:
    def prepare(screen: Screen) -> QWidget:
        screen.window.findChild(QAction, command).trigger()
        screen.settle()
        screen.type(words)
        return screen.window

    return prepare


def _about(screen: Screen) -> QWidget:
    screen.window.show_about()
    return screen.window


PAGES = ("criteria", "protocols", "radiation", "schedules", "numbers", "differential", "questions", "sources")
STEPS = (
    "vignette", "question", "commit", "answer", "ratings", "rationale", "path_1", "changes", "pitfalls", "teaching_point",
)  # fmt: skip
MENUS = ("File", "Edit", "View", "Teach", "Help")

VIEWS = (
    *(View("Teach" if name.startswith("teach") else "Decide", name, _situation(name)) for name in SITUATIONS),
    *(View("Reference", name, _page(name)) for name in PAGES),
    View("Reference", "sources of an entry", _sources_of_an_entry),
    *(View("Presenter", step, _presented(step)) for step in STEPS),
    *(View("Menu", name, _menu(name)) for name in MENUS),
    View("List", "Histology", _list("histology")),
    View("Dialog", "About Bonewatch", _about),
    View("Dialog", "help", _chosen("help")),
    View("Dialog", "find anything", _chosen("find_anything", "mri")),
)
