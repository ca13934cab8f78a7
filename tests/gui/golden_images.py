"""Accepted pictures of the main screens: `make goldens` accepts their current look.

Every pixel is compared. With the same Qt, bundled font and system there is no noise: no pixel differed between runs,
between processes, or with the processor's wide instructions switched off. Another Qt or system draws the rims of
letters differently. The comparison is skipped there, see `MADE_WITH`.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image, ImageChops
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from core.base.resources import resource_path
from core.case.scenario import Scenario
from core.content import Content
from core.content.loading import load_content
from gui.application import make_application
from gui.look.theme import theme_manager
from gui.reference.sections import Disclosure, Section
from gui.state import CaseState
from gui.window.main_window import MainWindow
from tests.gui.screen import Screen, still_picture
from tests.qa.audit.pixels import as_picture
from tests.strategies import eligible

FOLDER = Path(__file__).parent / "goldens"
OUT = Path(__file__).resolve().parents[2] / "out" / "goldens"
MADE_WITH = FOLDER / "made_with.txt"
"""The Qt and the system that made the pictures."""

Prepare = Callable[[MainWindow], QWidget]


@dataclass(frozen=True)
class Golden:
    """A screen: a case, a view of it, a theme and a size."""

    name: str
    theme: str
    size: tuple[int, int]
    scenario: Scenario
    prepare: Prepare


def _decide(window: MainWindow) -> QWidget:
    return window.decide


def _why(window: MainWindow) -> QWidget:
    window.decide.explain(window.decide.banner.why_button, "advice", "")
    return window.decide


def _reference(window: MainWindow) -> QWidget:
    window.show_reference()
    window.findChild(QPushButton, "page_criteria").click()
    window.findChild(Section, "criteria").findChildren(Disclosure)[0].set_open(True)
    return window.reference


def _teach(window: MainWindow) -> QWidget:
    window.show_teach()
    window.teach.place.page.commit(1)
    return window.teach


def _presenter(window: MainWindow) -> QWidget:
    window.present()
    presenter = window.teach.place.presenter
    assert presenter is not None
    presenter.setWindowState(presenter.windowState().WindowNoState)
    presenter.session.go_to_step("commit")
    for number, votes in ((1, 11), (2, 5), (3, 7)):
        presenter.session.vote(number, votes)
    presenter.session.go_to_step("ratings")
    presenter.resize(window.size())
    presenter.zoom_by(1)
    presenter.zoom_by(-1)
    return presenter


_SUSPICIOUS = eligible(radiograph_result="suspicious", hardware="endoprosthesis")
_DAY = date(2026, 6, 1)  # Soon after the content's review.
_WIDE, _SMALL = (1280, 800), (1024, 768)

GOLDENS = (
    Golden("decide-light", "light", _WIDE, eligible(), _decide),
    Golden("decide-dark", "dark", _SMALL, _SUSPICIOUS, _decide),
    Golden("decide-why", "light", _SMALL, _SUSPICIOUS, _why),
    Golden("reference-criteria", "light", _SMALL, eligible(), _reference),
    Golden("teach", "light", _SMALL, Scenario(), _teach),
    Golden("presenter-ratings", "contrast", _SMALL, Scenario(), _presenter),
)
"""Each place, theme and kind of panel once."""


def here() -> str:
    """Return the version of Qt and the system."""
    return f"PySide6 {pyside_version}, {platform.system()} {platform.machine()}"


def draw(golden: Golden, content: Content) -> Image.Image:
    """Return a picture of the screen without header and footer, whose versions and commands change for other reasons."""
    theme_manager().set_theme(golden.theme)
    theme_manager().set_zoom(100)
    window = MainWindow(CaseState(content, _DAY))
    window.resize(*golden.size)
    window.show()
    window.activateWindow()
    Screen(window).settle()
    window.state.show_scenario(golden.scenario)
    Screen(window).settle()
    shown = golden.prepare(window)
    picture = as_picture(still_picture(window, shown))
    if shown.isWindow():
        shown.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def difference(kept: Image.Image, now: Image.Image) -> tuple[int, Image.Image]:
    """Return the number of differing pixels, and a picture that highlights them."""
    if kept.size != now.size:
        return now.width * now.height, now
    bands = ImageChops.difference(kept, now).split()
    marked = Image.merge("RGB", bands).convert("L").point(lambda level: 255 if level else 0)
    for band in bands:  # Rounding would remove a faint difference in a single color.
        marked = ImageChops.lighter(marked, band.point(lambda level: 255 if level else 0))
    return marked.histogram()[255], marked


def path_of(golden: Golden) -> Path:
    """Return the path of the stored picture."""
    return FOLDER / f"{golden.name}.png"


def changed(content: Content) -> Iterator[tuple[Golden, Image.Image]]:
    """Yield the screens that differ from their stored pictures, with the current picture."""
    for golden in GOLDENS:
        now = draw(golden, content)
        if not path_of(golden).exists():
            yield golden, now
            continue
        with Image.open(path_of(golden)) as file:
            if difference(file.convert("RGB"), now)[0]:
                yield golden, now


def main(names: list[str]) -> int:
    """Accept the current look of the named screens, or of every changed one."""
    known = [golden.name for golden in GOLDENS]
    if unknown := set(names) - set(known):
        print(f"no screen is named {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application("light")
    FOLDER.mkdir(exist_ok=True)
    for golden, now in changed(load_content(resource_path("content"))):
        if not names or golden.name in names:
            now.save(path_of(golden), optimize=True)
            print(f"{path_of(golden).name}  {path_of(golden).stat().st_size / 1000:.0f} kB")
    MADE_WITH.write_text(here() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
