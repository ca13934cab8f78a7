"""After any switches, a theme looks exactly as in a window that never had another theme."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.content import Content
from gui.look.theme import THEMES, load_scale, theme_manager
from gui.reference.sections import Disclosure, Section
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, still_picture
from tests.qa.audit.screens import SITUATIONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

PROJECT = Path(__file__).resolve().parents[2]
# A hundred switches take a minute per view. Far fewer reveal a leftover.
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
def test_nothing_is_stale_after_switches(content: Content, view: str, switches: int) -> None:
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


ENDURANCE = """
import ctypes, gc, json, sys
from datetime import date
from itertools import cycle, islice
import psutil
from core.case.case_file import read_case_file
from core.content.loading import load_content
from core.base.resources import resource_path
from gui.application import make_application
from gui.window.main_window import MainWindow
from gui.state import CaseState
from gui.look.theme import THEMES, load_scale, theme_manager

def memory():
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
    return psutil.Process().memory_info().rss

app = make_application("light")
window = MainWindow(CaseState(load_content(resource_path("content")), date(2026, 6, 1)))
window.open_case(read_case_file(resource_path("cases/index.case.json")))
window.resize(1280, 800)
window.show()
looks = [*((theme, 100) for theme in THEMES), *(("dark", zoom) for zoom in load_scale().zoom_steps)]

def switch(times):
    for theme, zoom in islice(cycle(looks), times):
        theme_manager().set_theme(theme)
        theme_manager().set_zoom(zoom)
        app.processEvents()

switch(2 * len(looks))
before = memory()
switch(int(sys.argv[1]))
print(json.dumps([before, memory()]))
"""


# Each switch changes theme and zoom, so five hundred count as a thousand.
@pytest.mark.parametrize("times", [15, pytest.param(500, marks=pytest.mark.slow)])
def test_memory_does_not_grow_with_switches(times: int) -> None:
    # Run it in a separate process: the memory of other tests would hide a leak.
    done = subprocess.run(
        [sys.executable, "-c", ENDURANCE, str(times)],
        cwd=PROJECT,
        env={**os.environ},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout)
    print(f"{2 * times} switches: from {before / 1e6:.1f} to {after / 1e6:.1f} MB")
    assert after < 1.05 * before
