"""An installation whose font is missing or damaged: reported, and the advice is shown."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from core.base.resources import ROOT, resource_path
from core.case.case_file import read_case_file
from core.content import Content
from core.engine.decide import decide

INDEX = resource_path("cases/index.case.json")

# The unchanged program, with its packaged files in another folder.
RUN = "import sys, core.base.resources as r; from pathlib import Path; r.ROOT = Path(sys.argv.pop(1)); from gui.__main__ import main; sys.exit(main(sys.argv[1:]))"

WINDOW = """
import sys
from datetime import date
from pathlib import Path
import core.base.resources
core.base.resources.ROOT = Path(sys.argv[1])
from core.case.case_file import read_case_file
from core.content.loading import load_content
from gui.application import make_application, make_window
from gui.state import CaseState
from gui.base.preferences import Preferences
from PySide6.QtWidgets import QLabel
app = make_application("light")
window = make_window(CaseState(load_content(core.base.resources.ROOT / "content"), date(2026, 6, 1)), Preferences())
window.open_case(read_case_file(core.base.resources.ROOT / "cases/index.case.json"))
window.show()
window.tell_problems()
app.processEvents()
print([label.text() for label in window.findChildren(QLabel) if label.isVisible()])
"""


def resources_without(tmp_path: Path, harm: str) -> Path:
    """The packaged files with the bold font gone or cut off in the middle, or with no font at all."""
    folder = tmp_path / harm
    shutil.copytree(ROOT, folder)
    font = folder / "fonts/BonewatchSans-Bold.otf"
    if harm == "missing":
        font.unlink()
    elif harm == "damaged":
        font.write_bytes(font.read_bytes()[:2000])
    else:
        shutil.rmtree(folder / "fonts")
    return folder


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment)


@pytest.fixture
def headline(content: Content, today: date) -> str:
    """Return the advice in the index case."""
    return decide(read_case_file(INDEX).scenario, content, today).recommendation.headline


@pytest.mark.parametrize("harm", ["damaged", "no fonts"])
def test_the_window_names_the_font_and_shows_the_answer(tmp_path: Path, headline: str, harm: str) -> None:
    done = run(WINDOW, str(resources_without(tmp_path, harm)))
    assert done.returncode == 0, done.stderr
    assert f"'{headline}'" in done.stdout
    assert "BonewatchSans-Bold.otf cannot be read" in done.stdout
    assert "Install Bonewatch again" in done.stdout


def test_a_page_and_the_self_test_name_a_missing_font(tmp_path: Path) -> None:
    resources, output = str(resources_without(tmp_path, "missing")), tmp_path / "out.pdf"
    exported = run(RUN, resources, "export", str(INDEX), "-o", str(output))
    assert (exported.returncode, exported.stderr.count("BonewatchSans-Bold.otf cannot be read")) == (0, 1)
    assert output.read_bytes().startswith(b"%PDF")
    tested = run(RUN, resources, "--self-test")
    assert tested.returncode == 1
    assert tested.stdout.startswith("fail: ")
    assert "BonewatchSans-Bold.otf" in tested.stdout
