"""What the window loads when it starts. It loads Qt, so it is not among the tests of the core."""

import os
import subprocess
import sys
from pathlib import Path

from core.base.resources import ROOT
from tests.core.test_layers import loaded_by


def test_first_window_loads_nothing_of_the_page() -> None:
    later = {
        "gui.paper.page_files",
        "gui.paper.page_html",
        "gui.paper.pdf",
        "gui.paper.printing",
        "core.pages.decision_page",
        "core.pages.handout",
    }
    assert loaded_by("import gui.window.main_window") & later == set()


def test_window_loads_nothing_which_checks_files(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from core.content.packaged import packaged_content\n"
        "from gui.application import make_application, make_window\n"
        "from gui.commands.common import today\n"
        "from gui.state import CaseState\n"
        "make_application()\n"
        "window = make_window(CaseState(packaged_content(), today()))\n"
        "window.show()\n"
        "window.state.answer('age_years', 24)\n"
        "print(*sys.modules)\n"
    )
    subprocess.run([sys.executable, "bundle/prebuild.py"], cwd=ROOT.parent, check=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT.parent, env=environment, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "gui.window.main_window" in loaded
    assert not {"pydantic", "pydantic_core", "tomllib", "core.content.loading"} & set(loaded)
