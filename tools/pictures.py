"""Draw the pictures of the README and of the help: `make pictures`, or some: `make pictures ARGS="decide-dark"`.

The real window draws them on Qt's offscreen platform, in the bundled font and on a fixed day, so that the same program
gives the same pictures on every machine.
"""

import argparse
import os
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.case_file import Case, read_case_file
from core.case.scenario import Answer, Scenario
from core.content.loading import load_content
from gui.application import make_application
from gui.base.pictures import save_picture
from gui.reference.sections import Section
from gui.state import CaseState
from gui.widgets.panel import Panel
from gui.widgets.plot.view import PlotView
from gui.window.main_window import MainWindow
from tests.qa.bench.plot import bench_plot

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
HELP_FOLDER = ROOT / "resources" / "help" / "pictures"
AS_OF = date(2026, 6, 1)
TURNS = 10
AROUND = 8
MOST_COLORS = 256
"""The maximum of a palette PNG. It is a third of the size, without visible difference in a window of few colors."""


class Picture(NamedTuple):
    """One file: the part to show, the answers changed in the index case, and the size of the window in pixels.

    `part` is the object name of the part to cut out of the window. A picture in the help has a folder for each theme.
    """

    name: str
    view: str
    theme: str
    size: tuple[int, int]
    answers: Mapping[str, Answer]
    part: str = ""

    @property
    def path(self) -> Path:
        """The path of the file."""
        if self.part:
            return HELP_FOLDER / self.theme / f"{self.name.split('-')[1]}.png"
        return FOLDER / f"{self.name}.png"


SUSPICIOUS: Mapping[str, Answer] = {
    "radiograph_result": "suspicious",
    "radiograph_findings": ("new_lytic_lesion",),
}
EQUIVOCAL: Mapping[str, Answer] = {
    "radiograph_result": "indeterminate",
    "advanced_study": "mri",
    "advanced_result": "equivocal",
}

PICTURES = (
    Picture("decide-light", "window", "light", (1280, 800), {}),
    Picture("decide-dark", "window", "dark", (1280, 800), SUSPICIOUS),
    Picture("decide-contrast", "window", "contrast", (1280, 800), EQUIVOCAL),
    Picture("decide-1024x768", "window", "light", (1024, 768), {"radiograph_result": "stable"}),
    Picture("out-of-scope", "window", "light", (1280, 800), {"tumor_origin": "soft_tissue"}),
    Picture("flowchart-mri", "flowchart", "light", (760, 640), SUSPICIOUS),
    Picture("why", "why", "light", (1280, 800), SUSPICIOUS),
    Picture("what-if", "what_if", "dark", (1280, 800), SUSPICIOUS),
    Picture("differential", "differential", "light", (1280, 800), SUSPICIOUS),
    Picture("questions", "questions", "contrast", (1024, 768), EQUIVOCAL),
    Picture("criteria", "criteria", "light", (1280, 800), {"tumor_origin": "soft_tissue"}),
    Picture("protocols", "protocols", "dark", (1280, 800), SUSPICIOUS),
    Picture("radiation", "radiation", "dark", (1280, 800), SUSPICIOUS),
    Picture("schedules", "schedules", "light", (1280, 800), SUSPICIOUS),
    Picture("numbers", "numbers", "contrast", (1280, 800), SUSPICIOUS),
    Picture("teach", "teach", "dark", (1280, 800), {}),
    Picture("find", "find", "light", (1280, 800), {}),
    Picture("compare", "compare", "light", (1280, 800), {}),
    Picture("bench", "bench", "light", (900, 670), {}),
)

# For each page of the help: the steps before the picture, the part to cut out, and a window height that shows all of
# it.
_HELP = {
    "form": ("window", "field_radiograph_result", 768),
    "answer": ("window", "recommendation", 768),
    "flowchart": ("window", "next_steps", 768),
    "warnings": ("window", "warnings", 768),
    "why": ("why", "why_panel", 768),
    "what_if": ("window", "what_if", 1400),
    "find": ("find", "find_palette", 768),
}

HELP_PICTURES = tuple(
    Picture(f"help-{page}-{theme}", view, theme, (1024, height), SUSPICIOUS, part)
    for page, (view, part, height) in _HELP.items()
    for theme in ("light", "dark", "contrast")
)

# The pages of the Reference place, each with the entry that is shown open.
_OPENED: Mapping[str, str | None] = {
    "criteria": "local_recurrence_soft_tissue",
    "protocols": "mri_tumor",
    "radiation": None,
    "schedules": None,
    "numbers": None,
    "differential": "recurrence_in_bone",
    "questions": "mri_every_visit",
}


def draw(picture: Picture) -> Path:
    """Draw one picture into its file and return the file. Raises OSError if the file cannot be written."""
    app = make_application(picture.theme)
    window = MainWindow(CaseState(load_content(resource_path("content")), AS_OF))
    window.open_case(case_of(picture))
    window.resize(*picture.size)
    window.show()
    app.processEvents()
    path, shown = picture.path, _view(window, picture)
    path.parent.mkdir(parents=True, exist_ok=True)
    problem = _cut_out(window, picture.part, path) if picture.part else save_picture(shown, path)
    if problem:
        raise OSError(f"{path}: {problem}")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _shrink(path)
    return path


def case_of(picture: Picture) -> Case:
    """Return the index case with the answers of the picture. Raises PartError for an invalid answer."""
    case = read_case_file(resource_path("cases/index.case.json"))
    return case.but(scenario=checked(Scenario, {**vars(case.scenario), **picture.answers}))


def _view(window: MainWindow, picture: Picture) -> QWidget:
    """Return the widget to draw: the window as it starts, the window with something opened, or the flowchart alone."""
    if picture.view == "flowchart":
        return _flowchart(window, picture)
    if picture.view == "bench":
        return _bench(window, picture)
    decide, reference = window.decide, window.reference
    if picture.view == "why":
        decide.explain(decide.banner.why_button, "advice", "")
    elif picture.view == "what_if":
        _pressed(window, "what_if_more").setFocus()
    elif picture.view in _OPENED:
        window.show_reference()
        _pressed(window, f"page_{picture.view}")
        (section,) = reference.findChildren(Section, picture.view)
        entry = _OPENED[picture.view]
        if entry is not None:
            section.open_entries([entry])
    elif picture.view == "teach":
        _pressed(window, "place_teach")
    elif picture.view == "find":
        window.finder.find()
        QTest.keyClicks(window.focusWidget(), "metal")
    elif picture.view == "compare":
        window.pin()
        window.state.answer("radiograph_result", "suspicious")
    # A layout that asks for heights again needs more than one turn of the event loop.
    for _ in range(TURNS):
        QCoreApplication.processEvents()
    return window


def _cut_out(window: MainWindow, name: str, path: Path) -> str | None:
    """Write a part of the window with a margin of its background. Return an error message, or None."""
    (part,) = (each for each in window.findChildren(QWidget, name) if each.isVisible())
    around = 0 if part.property("role") == "popover" else AROUND
    room = QRect(part.mapTo(window, QPoint()), part.size()).marginsAdded(QMargins(*[around] * 4))
    return None if window.grab(room & window.rect()).save(str(path)) else "cannot be written"


def _bench(window: MainWindow, picture: Picture) -> QWidget:
    panel = Panel("bench", "Figures beside their goals", window)
    panel.setParent(window, panel.windowFlags())
    panel.rows.addWidget(PlotView("bench_plot", bench_plot(), panel))
    panel.rows.addStretch(1)
    if panel.heightForWidth(picture.size[0]) > picture.size[1]:
        raise SystemExit("the plot of the bench is higher than its picture: make room in PICTURES")
    panel.resize(*picture.size)
    panel.show()
    QCoreApplication.processEvents()
    return panel


def _pressed(window: MainWindow, name: str) -> QPushButton:
    (button,) = window.findChildren(QPushButton, name)
    button.click()
    return button


def _flowchart(window: MainWindow, picture: Picture) -> QWidget:
    panel = window.decide.flowchart_panel
    # Remove it from the columns, which would resize it to the remaining space.
    panel.setParent(window, panel.windowFlags())
    panel.resize(*picture.size)
    panel.show()
    QCoreApplication.processEvents()
    return panel


def _shrink(path: Path) -> None:
    """Write the PNG again with a palette. Even areas keep exactly the colors in which they were drawn."""
    with Image.open(path) as file:
        drawn = file.convert("RGB")
    # Maximum coverage keeps rare colors apart, such as those of a small icon. Dithering would speckle even areas.
    small = drawn.quantize(MOST_COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.putpalette(_commonest(small.tobytes(), drawn.tobytes()))
    small.save(path, optimize=True)


def _commonest(entries: bytes, drawn: bytes) -> bytes:
    """Return for each palette entry the color in which most of its pixels were drawn, as red, green, blue."""
    colors = (drawn[start : start + 3] for start in range(0, len(drawn), 3))
    palette = [b"\0\0\0"] * MOST_COLORS
    # Go from the rarest to the most common, so that the most common overwrites the others.
    for (entry, color), _ in reversed(Counter(zip(entries, colors, strict=True)).most_common()):
        palette[entry] = color
    return b"".join(palette)


def main() -> None:
    """Draw the pictures that the arguments name, or all."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the README and of the help anew.")
    pictures = (*PICTURES, *HELP_PICTURES)
    names = [picture.name for picture in pictures]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(names)}; all where none is named")
    wanted = parser.parse_args().names or names
    if unknown := set(wanted) - set(names):
        parser.error(f"no picture is named {', '.join(sorted(unknown))}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for picture in pictures:
        if picture.name in wanted:
            path = draw(picture)
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
