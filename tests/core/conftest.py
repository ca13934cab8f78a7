"""What the tests of the core share: the reference shelf, the sources, and copies of both packs to be spoiled."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.content import Content, Source
from core.content.citations import all_sources
from core.content.loading import ContentError, load_content
from core.reference.shelf import Shelf, load_shelf
from core.teaching.cases import CaseFolder, load_cases

Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture(scope="session")
def shelf(content: Content) -> Shelf:
    """The shelf that ships with the program."""
    return load_shelf(resource_path("reference"), content)


@pytest.fixture(scope="session")
def known(content: Content, shelf: Shelf) -> dict[str, Source]:
    """Every source that a case may cite, by its id."""
    return all_sources(content, shelf)


@pytest.fixture(scope="session")
def bundled(content: Content, shelf: Shelf, today: date) -> CaseFolder:
    """The teaching cases that ship with the program."""
    return load_cases(resource_path("cases"), content, all_sources(content, shelf), today)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the packaged content, to be spoiled."""
    return shutil.copytree(resource_path("content"), tmp_path / "content")


@pytest.fixture
def spoil_pack(pack: Path) -> Spoil:
    """Give a function that returns the faults of the pack once the first `old` in a file reads `new`."""
    return _spoiler(pack, load_content)


@pytest.fixture
def shelf_copy(tmp_path: Path) -> Path:
    """A copy of the packaged shelf, to be spoiled."""
    return shutil.copytree(resource_path("reference"), tmp_path / "reference")


@pytest.fixture
def spoil_shelf(shelf_copy: Path, content: Content) -> Spoil:
    """Give a function that returns the faults of the shelf once the first `old` in a file reads `new`."""
    return _spoiler(shelf_copy, lambda folder: load_shelf(folder, content))


def _spoiler(folder: Path, load: Callable[[Path], object]) -> Spoil:
    def spoil(file: str, old: str, new: str) -> list[str]:
        path = folder / file
        sound = path.read_text(encoding="utf-8")
        assert old in sound, (file, old)
        path.write_text(sound.replace(old, new, 1), encoding="utf-8")
        try:
            load(folder)
        except ContentError as error:
            return error.faults
        finally:
            path.write_text(sound, encoding="utf-8")
        return []

    return spoil
