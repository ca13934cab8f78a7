"""Prebuilt parts: check packaged content once at build time instead of at every start.

Reading and checking the content takes 157 ms, loading the prebuilt part 4 ms, and the window opens in about 340 ms.

A recipe names the files a part is read from and the code that reads them. `Recipe.serve` returns the stored part if
those files and that code are unchanged to the byte. Otherwise it builds the part again. Without a stored part the
program only starts a little later. The stored form is plain JSON that can only build parts. Only packaged content has
recipes: any other pack is always read and checked.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, TypeVar

from core.base.model import Model
from core.base.resources import ROOT

# The folder is next to the packages, like the resources. Git ignores it in a checkout, and the executable includes it.
PROGRAM = ROOT.parent
FOLDER = PROGRAM / "prebuilt"

_Made = TypeVar("_Made", bound=Model)


@dataclass(frozen=True)
class Recipe(Generic[_Made]):
    """How to build a packaged part.

    `make` builds the part. `files` are glob patterns below the resources, and `code` are glob patterns of the modules
    that read them.
    """

    name: str
    files: tuple[str, ...]
    code: tuple[str, ...]
    make: Callable[[], _Made]

    def serve(self) -> _Made:
        """Return the stored part if it is current, or else build it, raising the errors of `make`."""
        try:
            key, _, text = (FOLDER / f"{self.name}.json").read_bytes().partition(b"\n")
        except OSError:
            return self.make()
        # The executable contains no source code. Its stored parts were built together with its code.
        if key != self._key(text, with_code=any(True for _ in _found(PROGRAM, self.code))):
            return self.make()
        part: _Made = _part_in(text)
        return part

    def keep(self, folder: Path, *, with_code: bool = True) -> Path:
        """Build the part, write it to `folder` and return the file.

        Leave the code out of the key when the program is shipped without source code.
        """
        text = _text_of(self.make())
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.json"
        path.write_bytes(self._key(text, with_code=with_code) + b"\n" + text)
        return path

    def _key(self, text: bytes, *, with_code: bool) -> bytes:
        """Return the SHA-256 of the stored text and the files behind it, including the source code if requested."""
        digest = hashlib.sha256(text)
        for path in (*_found(ROOT, self.files), *(_found(PROGRAM, self.code) if with_code else ())):
            # The line endings of the checkout must not matter.
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"\n{path.relative_to(PROGRAM).as_posix()} {len(content)}\n".encode() + content)
        return digest.hexdigest().encode()


def _found(root: Path, patterns: Iterable[str]) -> Iterable[Path]:
    return (path for pattern in patterns for path in sorted(root.glob(pattern)))


# --- parts as JSON: an object with the key "" is a part, identified by its index in the list of kinds, or a date ----


def _text_of(part: Model) -> bytes:
    kinds: dict[str, int] = {}
    plain = _plain(part, kinds)
    return json.dumps([list(kinds), plain], ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: Any, kinds: dict[str, int]) -> Any:
    if isinstance(value, Model):
        kind = kinds.setdefault(f"{type(value).__module__}:{type(value).__name__}", len(kinds))
        return {"": kind} | {name: _plain(field, kinds) for name, field in vars(value).items()}
    if isinstance(value, tuple):
        return [_plain(item, kinds) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item, kinds) for name, item in value.items()}
    return {"": value.isoformat()} if isinstance(value, date) else value


def _part_in(text: bytes) -> Any:
    head, end = json.JSONDecoder().raw_decode(text.decode(), 1)
    kinds = [_kind(name) for name in head]

    def rebuilt(table: dict[str, Any]) -> Any:
        kind = table.pop("", None)
        if isinstance(kind, str):
            return date.fromisoformat(kind)
        for name, value in table.items():
            if type(value) is list:
                table[name] = tuple(value)
        if kind is None:
            return table
        return kinds[kind](**table)

    return json.loads(text.decode()[end + 1 : -1], object_hook=rebuilt)


def _kind(name: str) -> type[Model]:
    module, _, kind = name.partition(":")
    found: type[Model] = getattr(import_module(module), kind)
    if not issubclass(found, Model):
        raise TypeError(f"{name} is no part")
    return found
