"""Parts made ready: what ships with the program is checked once, when the program is made, and not at every start.

A recipe says what a part is read from and how. `Recipe.serve` takes the part as it was kept, if the files that it was
read from and the code that checked them are still the same to the byte, and else makes it anew: without anything kept
the program starts a little later, and no other way. What is kept is plain JSON that builds parts and cannot do
anything else. Only what is packaged has recipes; a pack of somebody else's is always read and checked.
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

# Beside the packages, as the resources are: in a checkout git passes over it, in the executable it comes with the rest.
PROGRAM = ROOT.parent
FOLDER = PROGRAM / "ready"

_Made = TypeVar("_Made", bound=Model)


@dataclass(frozen=True)
class Recipe(Generic[_Made]):
    """How a packaged part is made: `make` reads `files`, patterns below the resources, by `code`, patterns of modules."""

    name: str
    files: tuple[str, ...]
    code: tuple[str, ...]
    make: Callable[[], _Made]

    def serve(self) -> _Made:
        """The part as it was kept, where it is what `make` would give; else what `make` gives, or raises."""
        try:
            key, _, text = (FOLDER / f"{self.name}.json").read_bytes().partition(b"\n")
        except OSError:
            return self.make()
        # The executable holds no source: what lies beside its code was made together with it.
        if key != self._key(text, with_code=any(True for _ in _found(PROGRAM, self.code))):
            return self.make()
        part: _Made = _part_in(text)
        return part

    def keep(self, folder: Path, *, with_code: bool = True) -> Path:
        """Makes the part, writes it down and returns the file; without the key of the code where no source will be."""
        text = _text_of(self.make())
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.json"
        path.write_bytes(self._key(text, with_code=with_code) + b"\n" + text)
        return path

    def _key(self, text: bytes, *, with_code: bool) -> bytes:
        """SHA-256 over what is kept, what it was read from and, where there is any source, what read it."""
        digest = hashlib.sha256(text)
        for path in (*_found(ROOT, self.files), *(_found(PROGRAM, self.code) if with_code else ())):
            # The same whatever line endings a checkout has given it.
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"\n{path.relative_to(PROGRAM).as_posix()} {len(content)}\n".encode() + content)
        return digest.hexdigest().encode()


def _found(root: Path, patterns: Iterable[str]) -> Iterable[Path]:
    return (path for pattern in patterns for path in sorted(root.glob(pattern)))


# --- parts as JSON: an object with "" is a part, named by its place in the list of kinds, or else a day ----------------


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
        # As it was checked once; to check it again would take the time that is saved here.
        part = object.__new__(kinds[kind])
        vars(part).update(table)
        return part

    return json.loads(text.decode()[end + 1 : -1], object_hook=rebuilt)


def _kind(name: str) -> type[Model]:
    module, _, kind = name.partition(":")
    found: type[Model] = getattr(import_module(module), kind)
    if not issubclass(found, Model):
        raise TypeError(f"{name} is no part")
    return found
