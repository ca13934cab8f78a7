"""Each part of the executable's folder may be distributed: known, licensed, locked, listed and complete."""

import hashlib
import json
import re
import tarfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.packaging.bundle import BUNDLE, REPOSITORY, files, modules_inside
from tools.pack import bill_of_materials, pack

pytestmark = pytest.mark.packaging

LICENSES = BUNDLE / "_internal" / "resources" / "licenses"
# It only starts the program, and its license does not extend to the program.
STARTER = "pyinstaller"


@cache
def parts() -> list[dict[str, Any]]:
    listing: list[dict[str, Any]] = json.loads((LICENSES / "inventory.json").read_text(encoding="utf-8"))
    return listing


def locked(name: str) -> set[str]:
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def test_every_file_belongs_to_exactly_one_part() -> None:
    listed = sorted(name for part in parts() for name in part["files"])

    assert listed == sorted(Path(name).as_posix() for name in files(BUNDLE) if not (BUNDLE / name).is_symlink())


def test_every_module_belongs_to_a_part() -> None:
    listed = {name for part in parts() for name in part["modules"]}

    # Those within base_library.zip are Python's. That file is in the list of files.
    assert {name for name in modules_inside() if not name.startswith("PyInstaller")} <= listed | {"__main__"}


def test_every_part_names_a_license_and_brings_its_text() -> None:
    assert len(parts()) > 10
    assert [part["name"] for part in parts() if not part["license"] or not part["texts"]] == []
    texts = [LICENSES / text for part in parts() for text in part["texts"]]
    assert [text.name for text in texts if not text.is_file() or text.stat().st_size < 200] == []


def test_no_license_text_is_there_for_what_is_not() -> None:
    named = {text for part in parts() for text in part["texts"]}

    assert {path.name for path in LICENSES.iterdir()} - named == {
        "README.md", "THIRD-PARTY-NOTICES.txt", "inventory.json"
    }  # fmt: skip


def test_the_notices_name_every_part_and_say_how_to_replace_qt() -> None:
    notices = (BUNDLE / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")

    assert [part["name"] for part in parts() if f"\n{part['name']} {part['version']} " not in notices] == []
    for words in ("To replace them", "_internal/PySide6/", "Where the source is", "Lesser General Public License"):
        assert words in notices


def test_no_developer_package_is_bundled() -> None:
    packages = {part["name"] for part in parts() if part["kind"] == "pypi"}

    assert "pydantic" in packages
    assert packages - {STARTER} <= locked("runtime")
    assert packages & (locked("dev") - locked("runtime")) == set()


def test_the_notices_name_the_bundled_release_of_qt() -> None:
    version = next(part["version"] for part in parts() if part["name"] == "pyside6-essentials")

    assert f"/{version}/" in (LICENSES / "README.md").read_text(encoding="utf-8")


def test_the_bill_of_materials_is_valid_and_complete() -> None:
    text = bill_of_materials(parts(), BUNDLE)
    bill = json.loads(text)
    components = [bill["metadata"]["component"], *bill["components"]]

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.replace('"SHA-256"', '"SHA-257"')) is not None
    assert sorted(c["name"] for c in components) == sorted(part["name"] for part in parts())
    inside = {file["name"]: file["hashes"][0]["content"] for c in components for file in c.get("components", ())}
    assert len(inside) == sum(len(part["files"]) for part in parts())
    assert [
        name for name, digest in inside.items() if hashlib.sha256((BUNDLE / name).read_bytes()).hexdigest() != digest
    ] == []


@pytest.mark.slow
def test_the_archives_hold_the_folder_and_the_sums_are_theirs(tmp_path: Path) -> None:
    sums = dict(reversed(line.split("  ")) for line in pack(tmp_path).splitlines())
    here = {Path("bonewatch", name).as_posix() for name in files(BUNDLE)}
    (tar,), (zip_,) = tmp_path.glob("*.tar.gz"), tmp_path.glob("*.zip")
    with tarfile.open(tar) as archive:
        assert {entry.name for entry in archive if not entry.isdir()} == here
        assert {entry.uid for entry in archive} == {0}
    with zipfile.ZipFile(zip_) as archive:
        assert set(archive.namelist()) == here
        for link in (path for path in BUNDLE.rglob("*") if path.is_symlink()):
            assert archive.read(f"bonewatch/{link.relative_to(BUNDLE).as_posix()}").decode() == str(link.readlink())

    assert (tmp_path / "SHA256SUMS").is_file()
    assert {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in sums} == sums
