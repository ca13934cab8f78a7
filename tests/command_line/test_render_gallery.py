"""`bonewatch render --view gallery`: every component in every state and theme on one page."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.base.model import field_names
from core.base.resources import resource_path
from gui.look.theme import THEMES, load_theme


def render(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gui", "render", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=resource_path("cases").parents[1])


def test_that_the_themes_stand_side_by_side_with_every_state(tmp_path: Path) -> None:
    path = tmp_path / "gallery.png"
    done = render("--view", "gallery", "-o", str(path))
    assert done.returncode == 0, done.stderr
    with Image.open(path) as file:
        picture = file.convert("RGB")
    width = picture.width // len(THEMES)
    for column, name in enumerate(THEMES):
        part = picture.crop((column * width, 0, (column + 1) * width, picture.height))
        painted = {"#{:02x}{:02x}{:02x}".format(*color) for _, color in part.getcolors(part.width * part.height) or []}
        theme = load_theme(name)
        accent, categories, statuses = theme.accent, theme.categories, theme.statuses
        shades = [theme.surface.hover, theme.surface.pressed, theme.tooltip.background]
        shades += [accent.fill, accent.fill_hover, accent.fill_pressed, accent.focus_ring]
        shades += [getattr(categories, kind).background for kind in field_names(type(categories))]
        shades += [getattr(statuses, kind).bar for kind in field_names(type(statuses))]
        assert set(shades) <= painted, name


def test_that_the_gallery_is_one_page_of_real_letters(tmp_path: Path) -> None:
    path = tmp_path / "gallery.pdf"
    assert render("--view", "gallery", "-o", str(path)).returncode == 0
    page = path.read_bytes()
    assert page.count(b"/Type /Page\n") == 1
    assert b"BonewatchSans-Regular" in page


@pytest.mark.parametrize("view", ["window", "flowchart", "ratings", "presenter"])
def test_that_other_views_want_a_case(tmp_path: Path, view: str) -> None:
    done = render("--view", view, "-o", str(tmp_path / "picture.png"))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert f"CASE: is missing; '--view {view}' draws a case" in done.stderr
