"""Whatever was switched before, a theme looks as in a window that never had another: to the pixel, everywhere."""

from collections.abc import Iterator
from itertools import cycle, islice

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.content import Content
from gui.main_window import MainWindow
from gui.reference.sections import Disclosure, Section
from gui.state import CaseState
from gui.theme import THEMES, load_scale, theme_manager
from tests.gui.audit.screens import SITUATIONS
from tests.gui.screen import Screen, still_picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

# A hundred take a minute a view; that something stays behind shows with far fewer.
SWITCHES = (7, pytest.param(100, marks=pytest.mark.slow))
CASE = SITUATIONS["tumor board after CT"]


def show_decide(window: MainWindow) -> QWidget:
    return window


def show_reference(window: MainWindow) -> QWidget:
    window.show_reference()
    window.findChild(QPushButton, "page_criteria").click()
    window.findChild(Section, "criteria").findChildren(Disclosure)[0].set_open(True)
    return window


def show_teach(window: MainWindow) -> QWidget:
    window.show_teach()
    window.teach.place.page.commit(1)
    window.teach.place.page.reveal_all()
    return window


def show_presenter(window: MainWindow) -> QWidget:
    window.present()
    presenter = window.teach.place.presenter
    assert presenter is not None
    presenter.resize(1024, 768)
    presenter.session.go_to_step("ratings")
    presenter.zoom_by(1)
    presenter.zoom_by(-1)
    return presenter


VIEWS = {"decide": show_decide, "reference": show_reference, "teach": show_teach, "presenter": show_presenter}


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    yield
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


def opened(content: Content) -> MainWindow:
    window = MainWindow(CaseState(content, CASE.today))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.state.show_scenario(CASE.scenario)
    Screen(window).settle()
    return window


def end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("switches", SWITCHES)
@pytest.mark.parametrize("view", VIEWS)
def test_that_nothing_is_stale_after_switches(content: Content, view: str, switches: int) -> None:
    fresh = {}
    for theme in THEMES:
        theme_manager().set_theme(theme)
        window = opened(content)
        fresh[theme] = still_picture(window, VIEWS[view](window))
        end(window)
    assert fresh["light"] != fresh["dark"] != fresh["contrast"]

    window = opened(content)
    widget = VIEWS[view](window)
    steps = (*load_scale().zoom_steps, 100)
    for number, theme in enumerate(islice(cycle(THEMES), switches)):
        theme_manager().set_theme(theme)
        if number % 5 == 0:
            theme_manager().set_zoom(steps[number // 5 % len(steps)])
            QApplication.processEvents()
    theme_manager().set_zoom(100)
    for theme in THEMES:
        theme_manager().set_theme(theme)
        assert still_picture(window, widget) == fresh[theme], theme
    end(window)


@pytest.mark.slow
def test_that_a_thousand_switches_take_no_memory(content: Content) -> None:
    window = opened(content)
    VIEWS["teach"](window)
    window.show_reference()
    steps = load_scale().zoom_steps

    def switch(times: int) -> int:
        for number, theme in enumerate(islice(cycle(THEMES), times)):
            theme_manager().set_theme(theme)
            theme_manager().set_zoom(steps[number % len(steps)])
            QApplication.processEvents()
        return psutil.Process().memory_info().rss

    # In the first rounds fonts, icons and sheets of every theme and zoom are made and kept.
    before = switch(100)
    assert switch(900) <= 1.05 * before
    end(window)
