"""An installation with a missing or damaged font: it is reported, and the advice is still shown."""

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


@pytest.fixture(params=["missing", "damaged"])
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy the packaged files, with the bold font missing or truncated."""
    folder = tmp_path / "resources"
    shutil.copytree(ROOT, folder)
    font = folder / "fonts/BonewatchSans-Bold.otf"
    if request.param == "missing":
        font.unlink()
    else:
        font.write_bytes(font.read_bytes()[:2000])
    return folder


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment)


@pytest.fixture
def headline(content: Content, today: date) -> str:
    """Return the advice in the index case."""
    return decide(read_case_file(INDEX).scenario, content, today).recommendation.headline


def test_that_the_window_says_which_font_is_not_there_and_shows_the_answer(damaged: Path, headline: str) -> None:
    done = run(WINDOW, str(damaged))
    assert done.returncode == 0, done.stderr
    assert "BonewatchSans-Bold.otf cannot be read" in done.stdout
    assert "Install Bonewatch again" in done.stdout
    assert f"'{headline}'" in done.stdout


@pytest.mark.parametrize("command", ["render", "export"])
def test_that_a_picture_and_a_page_are_written_with_a_word_about_the_font(
    damaged: Path, tmp_path: Path, command: str
) -> None:
    output = tmp_path / "out.pdf"
    done = run(RUN, str(damaged), command, str(INDEX), "-o", str(output))
    assert done.returncode == 0
    assert done.stderr.count("BonewatchSans-Bold.otf cannot be read") == 1
    assert output.read_bytes().startswith(b"%PDF")


def test_that_the_self_test_fails_for_it(damaged: Path) -> None:
    done = run(RUN, str(damaged), "--self-test")
    assert done.returncode == 1
    assert done.stdout.startswith("fail: ")
    assert "BonewatchSans-Bold.otf" in done.stdout


def test_that_an_installation_without_its_fonts_at_all_still_tells_the_answer(tmp_path: Path, headline: str) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(ROOT, folder)
    shutil.rmtree(folder / "fonts")
    done = run(WINDOW, str(folder))
    assert done.returncode == 0, done.stderr
    assert f"'{headline}'" in done.stdout
