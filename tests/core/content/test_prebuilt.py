"""Prebuilt parts are equal to what is read and checked, and used only while their sources are unchanged."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.base.model import Model, field_names
from core.base.resources import ROOT
from core.content import Content, prebuilt
from core.content.packaged import CONTENT
from core.content.prebuilt import Recipe
from gui.look.tokens import SCALE, THEMES, theme_recipe

RECIPES: tuple[Recipe[Any], ...] = (CONTENT, SCALE, *map(theme_recipe, THEMES))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the program's files with its prebuilt content; rebuilding any of it is an error."""
    for name in ("core", "gui", "resources"):
        shutil.copytree(ROOT.parent / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    monkeypatch.setattr(prebuilt, "ROOT", tmp_path / "resources")
    monkeypatch.setattr(prebuilt, "PROGRAM", tmp_path)
    monkeypatch.setattr(prebuilt, "FOLDER", tmp_path / "prebuilt")
    for recipe in RECIPES:
        recipe.keep(tmp_path / "prebuilt")
    return tmp_path


def values(part: Any, path: str = "") -> Iterator[tuple[str, type, Any]]:
    """Every value below a part with where it stands and its type."""
    yield path, type(part), () if isinstance(part, Model | dict | tuple) else part
    # Not what was worked out from the fields and remembered since.
    inside = {name: getattr(part, name) for name in field_names(type(part))} if isinstance(part, Model) else part
    pairs = inside.items() if isinstance(inside, dict) else enumerate(inside) if isinstance(inside, tuple) else ()
    for name, value in pairs:
        yield from values(value, f"{path}.{name}")


def is_kept(recipe: Recipe[Any]) -> bool:
    """Whether the part that is served is the one that was kept."""
    made: list[Model] = []

    def make() -> Any:
        made.append(recipe.make())
        return made[0]

    Recipe(recipe.name, recipe.files, recipe.code, make).serve()
    return not made


def test_what_is_ready_is_what_is_read_and_checked_part_by_part(checkout: Path, subtests: pytest.Subtests) -> None:
    for recipe in RECIPES:
        with subtests.test(recipe=recipe):
            assert is_kept(recipe)
            assert list(values(recipe.serve())) == list(values(recipe.make()))


def test_every_file_which_it_was_made_from_counts_to_the_byte(checkout: Path, subtests: pytest.Subtests) -> None:
    for recipe in RECIPES:
        with subtests.test(recipe=recipe):
            files = [path for pattern in recipe.files for path in (checkout / "resources").glob(pattern)]
            code = [path for pattern in recipe.code for path in checkout.glob(pattern)]
            assert files and code
            for path in (*files, *code):
                before = path.read_bytes()
                path.write_bytes(before + b"\n")
                assert not is_kept(recipe), path
                path.write_bytes(before)
            assert is_kept(recipe)


def test_file_more_or_less_counts(checkout: Path) -> None:
    more = checkout / "resources" / "content" / "zz.toml"
    more.write_text("")
    assert not is_kept(CONTENT)
    more.rename(more.with_suffix(".txt"))
    assert is_kept(CONTENT)
    (checkout / "resources" / "content" / "scope.toml").unlink()
    assert not is_kept(CONTENT)


def test_checkouts_line_endings_count_for_nothing(checkout: Path) -> None:
    path = checkout / "resources" / "content" / "scope.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert is_kept(CONTENT)


def test_without_anything_kept_it_is_made(checkout: Path, content: Content) -> None:
    shutil.rmtree(checkout / "prebuilt")
    assert not is_kept(CONTENT)
    assert list(values(CONTENT.serve())) == list(values(content))


@pytest.mark.slow
def test_damage_is_noticed_wherever_it_is(checkout: Path) -> None:
    path = checkout / "prebuilt" / "content.json"
    whole = path.read_bytes()
    for place in range(0, len(whole), 997):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not is_kept(CONTENT), place
        path.write_bytes(whole[:place])
        assert not is_kept(CONTENT), place


def test_executable_goes_by_its_files_alone(checkout: Path) -> None:
    """It holds no source of its code."""
    CONTENT.keep(checkout / "prebuilt", with_code=False)
    assert not is_kept(CONTENT)
    for name in ("core", "gui"):
        shutil.rmtree(checkout / name)
    assert is_kept(CONTENT)
    (checkout / "resources" / "content" / "topic.toml").write_text("")
    assert not is_kept(CONTENT)


def test_what_is_ready_can_name_nothing_but_parts(checkout: Path) -> None:
    path = checkout / "prebuilt" / "scale.json"
    for kind in ("subprocess:Popen", "builtins:eval"):
        text = f'[["{kind}"],{{"":0,"args":"true"}}]'.encode()
        path.write_bytes(SCALE._key(text, with_code=True) + b"\n" + text)
        with pytest.raises(TypeError):
            SCALE.serve()


def test_another_pack_is_read_and_checked(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(ROOT / "content", pack)
    (pack / "scope.toml").write_text("exclusions = 1\n")
    done = subprocess.run(
        [sys.executable, "-m", "gui", "verify", "--content", pack], cwd=ROOT.parent, capture_output=True, check=False
    )
    assert done.returncode == 2 or done.returncode == 1
    assert b"scope.toml: exclusions: " in done.stderr + done.stdout
