"""Pack the built program: a zip and a tar of dist/bonewatch/, a bill of materials, and their checksums.

The bill of materials (CycloneDX 1.6) lists what bundle/inventory.py recorded during the build, with the hash of every
file. Packing stops if a version differs from the locked one.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import stat
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "bonewatch"
INVENTORY = FOLDER / "_internal" / "resources" / "licenses" / "inventory.json"

Part = dict[str, Any]


def main() -> None:
    """Pack dist/bonewatch/ into dist/ and print the checksums."""
    if not INVENTORY.is_file():
        sys.exit(f"no {INVENTORY.relative_to(ROOT)}: run `make build` first")
    print(pack(DIST), end="")


def pack(target: Path) -> str:
    """Write the archives, the bill of materials and SHA256SUMS of dist/bonewatch/ into a folder.

    Returns:
        The checksums, as `sha256sum --check` reads them.

    Raises:
        SystemExit: A package in the folder is not the locked one.
    """
    parts: list[Part] = json.loads(INVENTORY.read_text(encoding="utf-8"))
    version = next(part["version"] for part in parts if part["name"] == "bonewatch")
    name = f"bonewatch-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    bill, tar, zip_ = (target / f"{name}.{ending}" for ending in ("cdx.json", "tar.gz", "zip"))
    bill.write_text(bill_of_materials(parts, FOLDER), encoding="utf-8")
    _tar(tar)
    _zip(zip_)
    sums = "".join(f"{_sha256(path)}  {path.name}\n" for path in (bill, tar, zip_))
    (target / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return sums


def bill_of_materials(parts: list[Part], folder: Path) -> str:
    """Return the bill of materials of a built folder, as JSON.

    Args:
        parts: The folder's inventory.
        folder: The built folder.

    Raises:
        SystemExit: A package in the folder is not the locked one.
    """
    bom = Bom()
    for part in parts:
        component = _component(part)
        component.components.update(_files(part["files"], folder))
        if part["name"] == "bonewatch":
            bom.metadata.component = component
        else:
            bom.components.add(component)
    assert bom.metadata.component is not None
    bom.register_dependency(bom.metadata.component, bom.components)
    return str(JsonV1Dot6(bom).output_as_string(indent=1))


def _component(part: Part) -> Component:
    name, version, kind = part["name"], part["version"], part["kind"]
    if kind == "pypi" and version != (locked := _locked_versions().get(name)):
        sys.exit(f"{name} {version} was built in, {locked} is locked: run `make build` again")
    urls = {
        "pypi": PackageURL("pypi", None, name, version),
        "deb": PackageURL("deb", "debian", name, version),
    }
    return Component(
        name=name,
        version=version,
        type=ComponentType.APPLICATION if name == "bonewatch" else ComponentType.LIBRARY,
        bom_ref=f"{kind}:{name}",
        purl=urls.get(kind),
        licenses=[DisjunctiveLicense(name=part["license"])],
        properties=[Property(name="bonewatch:license-text", value=text) for text in part["texts"]],
    )


def _files(names: list[str], folder: Path) -> Iterator[Component]:
    for name in names:
        digest = HashType(alg=HashAlgorithm.SHA_256, content=_sha256(folder / name))
        yield Component(name=name, type=ComponentType.FILE, bom_ref=f"file:{name}", hashes=[digest])


def _locked_versions() -> dict[str, str]:
    text = (ROOT / "requirements" / "build.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))


def _tar(path: Path) -> None:
    """Write the folder as a tar with a neutral owner."""

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    with tarfile.open(path, "w:gz") as archive:
        archive.add(FOLDER, FOLDER.name, filter=anonymous)


def _zip(path: Path) -> None:
    """Write the folder as a zip. Links among the libraries stay links; the standard library would follow them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(FOLDER.rglob("*")):
            place = file.relative_to(FOLDER.parent)
            if file.is_symlink():
                entry = zipfile.ZipInfo(place.as_posix())
                entry.create_system = 3  # Unix, which has links
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(entry, str(file.readlink()))
            elif file.is_file():
                archive.write(file, place)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
