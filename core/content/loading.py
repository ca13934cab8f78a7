"""Read content packs: folders of TOML files that share one set of top-level tables.

A fault, such as a missing source, an edge to an unknown node or a choice without a label, is reported with its file,
its id and the reason. A pack with a fault is not loaded.
"""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from core.base.model import Model
from core.base.printable import printable
from core.base.validation import ModelError, checked
from core.content.faults import dangling
from core.content.ids import KEYS
from core.content.models import Content

_Pack = TypeVar("_Pack", bound=Model)

# Ten times the size of the largest packaged file.
LARGEST_FILE_BYTES = 262_144
# The running time of Python's TOML reader is quadratic in the length of a dotted key.
_MOST_DOTS_IN_A_LINE = 200
_LONGEST_FAULT = 500


class ContentError(Exception):
    """The content pack cannot be used.

    `faults` has one printable line per fault: file, id and reason.
    """

    def __init__(self, faults: list[str]) -> None:
        self.faults = [printable(fault, _LONGEST_FAULT) for fault in faults]
        super().__init__("\n".join(self.faults))


def load_content(folder: Path) -> Content:
    """Return the content pack in `folder`.

    Raise ContentError with every fault found: unreadable files, unknown or missing entries, dangling references.
    """
    tables, origin = read_tables(folder)
    content = checked_pack(Content, {**tables, "sha256": content_hash(folder)}, origin)
    faults = list(dangling(content, content.files))
    if faults:
        raise ContentError(faults)
    return content


def checked_pack(kind: type[_Pack], tables: dict[str, Any], origin: dict[str, str]) -> _Pack:
    """Return the tables of a folder as one model that knows the file of each table.

    Raise ContentError with every fault, located by file and id.
    """
    try:
        return checked(kind, {**tables, "files": origin})
    except ModelError as error:
        raise ContentError(located(error, tables, origin)) from None


def content_hash(folder: Path) -> str:
    """Return the SHA-256 of the names and texts of the pack's files.

    The line endings of the checkout make no difference.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def read_tables(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """Return all top-level tables and the file of each table. Raise ContentError with the fault of every file."""
    tables: dict[str, Any] = {}
    origin: dict[str, str] = {}
    faults: list[str] = []
    files = sorted(folder.glob("*.toml"))
    if not files:
        faults.append(f"{folder}: no content files (*.toml) here")
    for path in files:
        try:
            found = read_toml(path)
        except ContentError as error:
            faults += [f"{path.name}: {fault}" for fault in error.faults]
            continue
        for key, value in found.items():
            if key in ("sha256", "files"):
                faults.append(f"{path.name}: {key}: is worked out, not written down")
            if key in origin:
                faults.append(f"{path.name}: {key}: stands in {origin[key]} already")
            tables[key], origin[key] = value, path.name
    if faults:
        raise ContentError(faults)
    return tables, origin


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of one file.

    Raise ContentError with the reason, without the file's name.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise ContentError([f"cannot be read ({error.strerror})"]) from None
    if len(data) > LARGEST_FILE_BYTES:
        raise ContentError([f"is larger than {LARGEST_FILE_BYTES // 1024} KiB, the limit for a content file"])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ContentError([f"is not UTF-8 (byte {error.start})"]) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS_IN_A_LINE:
            raise ContentError([f"line {number} has more than {_MOST_DOTS_IN_A_LINE} dots; no table lies that deep"])
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ContentError(["is nested too deeply for a content file"]) from None
    except ValueError as error:  # Python also refuses a number with thousands of digits.
        raise ContentError([f"is not TOML: {error}"]) from None


def located(error: ModelError, tables: dict[str, Any], origin: dict[str, str]) -> list[str]:
    """Return the findings, with file and id in place of positions in lists."""
    faults = []
    for item in error.faults:
        place: Any = tables
        names = []
        for step in item["loc"]:
            try:
                place = place[step]
            except (KeyError, IndexError, TypeError):
                place = None
            keyed = isinstance(place, dict) and next((place[name] for name in KEYS if name in place), None)
            # The value under an id key may be anything, even a number too long to print.
            names.append(keyed if isinstance(step, int) and keyed and isinstance(keyed, str) else str(step))
        file = origin.get(str(item["loc"][0]) if item["loc"] else "", "content")
        faults.append(f"{file}: {'.'.join(names)}: {item['msg']}")
    return faults
