"""`bonewatch --self-test`: check whether this installation works."""

import os
import tempfile
from pathlib import Path

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.content.packaged import packaged_content
from core.engine.decide import decide
from gui.commands.common import today


def self_test() -> int:
    """Load the content, decide every bundled case and draw one page. Print pass or fail and return 0 or 1."""
    try:
        content = packaged_content()
        cases = [read_case_file(path) for path in sorted(resource_path("cases").glob("*.case.json"))]
        for case in cases:
            decide(case.scenario, content, today()).to_json()
        size = _draw()
    except Exception as error:
        print(f"fail: {type(error).__name__}: {error}")
        return 1
    print(
        f"pass: content {content.topic.version} ({content.sha256[:8]}), {len(cases)} cases decided, {size} bytes drawn"
    )
    return 0


def _draw() -> int:
    """Draw the window of an empty case and return the size of the picture in bytes."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from gui.application import make_application
    from gui.base.pictures import save_picture
    from gui.look.theme import font_problem
    from gui.state import CaseState
    from gui.window.main_window import MainWindow

    app = make_application("light")
    if font_problem():
        raise OSError(font_problem())
    window = MainWindow(CaseState(packaged_content(), today()))
    window.show()
    app.processEvents()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "window.png"
        problem = save_picture(window, path)
        if problem:
            raise OSError(problem)
        return path.stat().st_size
