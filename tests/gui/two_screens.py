"""Presents on the second of two screens, takes it away, and says where the presenter is then. Run by a test."""

import json
import os
import sys
from datetime import date
from pathlib import Path

SCREENS = {
    "synchronousWindowSystemEvents": True,
    "screens": [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for name, x, width, height in (("desk", 0, 1280, 800), ("beamer", 1280, 1024, 768))
    ],
}


def main(folder: Path) -> None:
    """Writes what was seen, as JSON, to standard output."""
    config = folder / "screens.json"
    config.write_text(json.dumps(SCREENS), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest

    from core.content import load_content
    from core.lesson import make_lesson
    from core.resources import resource_path
    from core.teaching_session import TeachingSession
    from gui.application import make_application
    from gui.teach.presenter import Presenter
    from tests.teaching_cases import CASES

    app = make_application("dark")
    content = load_content(resource_path("content"))
    presenter = Presenter(TeachingSession((make_lesson(CASES["suspicious"], content, date(2026, 6, 1)),)))
    screens = {screen.name(): screen for screen in QGuiApplication.screens()}
    beamer = screens["beamer"]
    presenter.start(beamer)
    app.processEvents()
    seen = [_where(presenter)]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_2, Qt.Key.Key_Plus):
        QTest.keyClick(presenter, key)
    # What Qt says when a cable is pulled; the offscreen platform has no cables.
    app.screenRemoved.emit(beamer)
    app.processEvents()
    seen.append(_where(presenter))
    session = presenter.session
    state = [session.step.id, session.tally.total, presenter.zoom_name]
    presenter.close()
    json.dump({"screens": seen, "state": state}, sys.stdout)


def _where(presenter) -> list[object]:  # type: ignore[no-untyped-def]
    place = presenter.geometry()
    return [presenter.screen().name(), place.x(), place.width(), place.height(), presenter.isVisible()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
