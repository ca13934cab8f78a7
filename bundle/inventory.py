"""The inventory of the executable's folder: each file and module, its package, and that package's license.

PyInstaller knows the origin of each file on the build machine; the owner follows from that. A file without an owner
stops the build: nothing ships without its license.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import asdict, dataclass, field
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path, PurePath

LICENSES = "resources/licenses"
INVENTORY = f"{LICENSES}/inventory.json"
NOTICES = f"{LICENSES}/THIRD-PARTY-NOTICES.txt"

# License texts that the project keeps, by package. All others come with their package.
_OWN_TEXTS = {
    "bonewatch": ("LICENSE",),
    "bonewatch-sans": ("bonewatch-sans.txt", "OFL.txt"),
    "icu": ("icu.txt",),
    "pyside6-essentials": ("qt-lgpl-3.0.txt", "qt-gpl-3.0.txt"),
    "python": ("python.txt",),
    "shiboken6": ("qt-lgpl-3.0.txt", "qt-gpl-3.0.txt"),
}
_OWN_LICENSES = {"bonewatch": "MIT", "bonewatch-sans": "OFL-1.1", "icu": "Unicode-3.0", "python": "PSF-2.0"}
_QT_LICENSE = "LGPL-3.0-only"


@dataclass
class Part:
    """A package with files or modules in the executable. `kind` is own, python, pypi, or the system's package type."""

    name: str
    version: str
    kind: str
    license: str
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)


class Inventory:
    """Collects packages while the executable is built.

    Args:
        root: The project's folder.
        version: The program's version.
    """

    def __init__(self, root: Path, version: str) -> None:
        self._root = root.resolve()
        self._version = version
        self._parts: dict[str, Part] = {}
        self._texts: dict[str, Path] = {}
        self._owners = _files_of_distributions()

    def add(self, name: str, source: str, *, is_module: bool = False) -> None:
        """Record a file, by its place in the folder, or a module, by its dotted name.

        Raises:
            SystemExit: No package owns it.
        """
        part = self._part(name, Path(source))
        (part.modules if is_module else part.files).append(name.replace("\\", "/"))

    def write(self, folder: Path, introduction: str, beside: list[str]) -> list[tuple[str, str]]:
        """Write the inventory and the readable notices.

        Args:
            folder: Where to write them.
            introduction: The start of the notices.
            beside: The files created next to the folder of the libraries, the program first.

        Returns:
            Both files and the license texts of the packages: place in the executable's folder, source.
        """
        folder.mkdir(parents=True, exist_ok=True)
        written = [(place, str(folder / Path(place).name)) for place in (INVENTORY, NOTICES)]
        texts = [(f"{LICENSES}/{name}", str(source)) for name, source in sorted(self._texts.items())]
        for part in self._parts.values():
            copied = [f"{LICENSES}/{text}" for text in part.texts if text in self._texts]
            part.files = [f"_internal/{name}" for name in (*part.files, *copied)]
        self._parts["bonewatch"].files += [*beside, *(f"_internal/{place}" for place, _ in written)]
        parts = sorted(self._parts.values(), key=lambda part: (part.kind, part.name))
        listing = json.dumps([asdict(part) for part in parts], indent=1)
        Path(written[0][1]).write_text(listing + "\n", encoding="utf-8")
        lines = [f"{p.name} {p.version} ({p.license}): {', '.join(p.texts)}" for p in parts]
        text = f"{introduction}\nAll parts, with the files of their license texts in _internal/{LICENSES}/:\n\n"
        Path(written[1][1]).write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
        return written + texts

    def _part(self, name: str, source: Path) -> Part:
        path = source.resolve()
        owner = self._owners.get(str(path)) or self._owners.get(str(source.absolute()))
        if "libicu" in path.name:
            return self._known("icu", re.sub(r".*\.so\.", "", path.name), "bundled")
        if path.is_relative_to(self._root / "resources" / "fonts"):
            return self._known("bonewatch-sans", self._version, "own")
        if owner is None and PurePath(name).parts[0] == "shiboken6":
            owner = distribution("shiboken6")  # extracted from its library during the build
        if owner is not None:
            return self._distribution(owner)
        if path.is_relative_to(self._root) and ".venv" not in path.relative_to(self._root).parts[0]:
            return self._known("bonewatch", self._version, "own")
        if _is_pythons(path):
            return self._known("python", sys.version.split()[0], "python")
        part = self._system_package(path)
        if part is None:
            raise SystemExit(f"{name} ({source}) belongs to no package, so it has no license entry; see {__file__}")
        return part

    def _known(self, name: str, version: str, kind: str, license_: str = "") -> Part:
        license_ = license_ or _OWN_LICENSES[name]
        return self._parts.setdefault(name, Part(name, version, kind, license_, [*_OWN_TEXTS[name]]))

    def _distribution(self, found: Distribution) -> Part:
        name = re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower()
        if name in _OWN_TEXTS:
            return self._known(name, found.version, "pypi", _QT_LICENSE)
        if name in self._parts:
            return self._parts[name]
        text = f"{name}.txt"
        if not (self._root / LICENSES / text).is_file():
            named = found.metadata.get_all("License-File") or []
            held = [file for file in found.files or [] if "licenses" in file.parts and Path(file).name in named]
            if not held:
                raise SystemExit(f"{name} brings no license text: put one into {LICENSES}/{text}")
            self._texts[text] = Path(str(held[0].locate()))
        told = found.metadata.json
        license_ = str(told.get("license_expression") or told.get("license") or "")
        classifiers = [c for c in found.metadata.get_all("Classifier") or [] if c.startswith("License ::")]
        short = license_.split("\n")[0] or (classifiers[0].rpartition(" :: ")[2] if classifiers else "see the text")
        return self._parts.setdefault(name, Part(name, found.version, "pypi", short, [text]))

    def _system_package(self, path: Path) -> Part | None:
        found = _debian_package(path)
        if found is None:
            return None
        name, version = found
        copyright_ = Path("/usr/share/doc") / name / "copyright"
        if name not in self._parts and copyright_.is_file():
            self._texts[f"system-{name}.txt"] = copyright_.resolve()
            # Use the license that a machine-readable text gives for the whole library. The text also covers Debian's
            # own files.
            said = re.search(r"^Files: *\*\n(?:\S.*\n|[ \t].*\n)*?License: *(\S.*)$", _text(copyright_), re.MULTILINE)
            license_ = said[1] if said else "see the text"
            self._parts[name] = Part(name, version, "deb", license_, [f"system-{name}.txt"])
        return self._parts.get(name)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _files_of_distributions() -> dict[str, Distribution]:
    owners = {}
    for found in distributions():
        for file in found.files or []:
            owners[os.path.normpath(str(file.locate()))] = found
    return owners


def _is_pythons(path: Path) -> bool:
    library = Path(sysconfig.get_path("stdlib")).resolve()
    if path.is_relative_to(library) or path.name == "base_library.zip":
        return True
    return path.name.startswith(("libpython3", "python3", "Python")) or (
        sys.platform != "linux" and path.is_relative_to(Path(sys.base_prefix).resolve())
    )


def _debian_package(path: Path) -> tuple[str, str] | None:
    """Return the name and version of the Debian package that owns a file."""
    if not shutil.which("dpkg-query"):
        return None
    # /lib is a link to /usr/lib, and packages record their files under either.
    for spelling in (str(path), str(path).removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", spelling], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            package = found.stdout.split(": ")[0]
            show = ["dpkg-query", "-W", "-f", "${Version}", package]
            version = subprocess.run(show, capture_output=True, text=True, check=True).stdout
            return package.partition(":")[0], version
    return None
