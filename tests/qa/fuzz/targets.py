"""What is done with one hostile input. A target takes bytes and raises where the program would break its word.

The fuzzer (`make fuzz`) calls these with bytes of its making, `tests/qa/fuzz/test_found.py` with what it found before.
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from core.base.model import checked
from core.base.resources import resource_path
from core.case.case_file import CaseError, case_to_bytes, parse_case
from core.case.scenario import Scenario
from core.content import Content
from core.content import loading as content_module
from core.content.loading import ContentError, load_content, read_tables
from core.engine.decide import decide
from core.pages.decision_page import decided_page
from core.pages.markdown import to_markdown
from core.pages.note import to_note
from core.proof.vignettes import FOLDER, load_vignettes, vignette_faults
from core.reference import shelf as shelf_module
from core.reference.shelf import load_shelf
from core.report.report import make_report

DAY = date(2026, 6, 1)
LONGEST_LINE = 1_000
"""Characters that one complaint may take: input is not poured back over the reader."""

Tables = dict[str, Any]


def case_file(data: bytes) -> None:
    """A case file is refused in words, or read, decided, told, written and read again as the same case."""
    try:
        case = parse_case(data)
    except CaseError as error:
        _check_words(error.problems)
        return
    decision = decide(case.scenario, _content(), DAY)
    report = make_report(case.scenario, decision, _content())
    json.loads(decision.to_json())
    to_markdown(decided_page(case.title, report, _content(), DAY, why=True)).encode()
    to_note(case, _content(), DAY).encode()
    assert parse_case(case_to_bytes(case)) == case


def pack_file(data: bytes) -> None:
    """A content pack of one file is refused in words: something is missing in it, whatever it holds."""
    folder = _scratch("pack")
    (folder / "only.toml").write_bytes(data)
    _refused(lambda: load_content(folder))


def vignette_file(data: bytes) -> None:
    """A file of vignettes is refused in words, or its cases are decided and compared."""
    folder = _scratch("vignettes")
    (folder / "only.toml").write_bytes(data)
    _refused(lambda: list(vignette_faults(_content(), load_vignettes(folder))))


def pack_tables(data: bytes) -> None:
    """The packaged content with a few values of its tables changed is refused in words, or it decides."""
    tables, origin, _ = _packaged("content")

    def load() -> None:
        with patch.object(content_module, "read_tables", lambda folder: (_changed(tables, data), origin, [])):
            content = load_content(resource_path("content"))
        # Equal packs share what the engine remembers of them; this one is equal to no other.
        content = content.but(sha256=data.hex())
        decide(Scenario(), content, DAY)

    _refused(load)


def shelf_tables(data: bytes) -> None:
    """The packaged reference shelf with a few values of its tables changed is refused in words, or it loads."""
    tables, origin, _ = _packaged("reference")

    def load() -> None:
        with patch.object(shelf_module, "read_tables", lambda folder: (_changed(tables, data), origin, [])):
            load_shelf(resource_path("reference"), _content())

    _refused(load)


def settings(data: bytes) -> None:
    """A file of preferences or of a policy is told to be damaged or read, and the next preference is kept all the same."""
    # Loaded by those who try it: the other readers know no Qt.
    from gui.base.policy import Settings, policy_of_file
    from gui.base.preferences import Preferences

    folder = _scratch("settings")
    file, policy_file = folder / "preferences.json", folder / "policy.toml"
    for path in (file, policy_file):
        path.write_bytes(data)
    policy = policy_of_file(policy_file)
    for preferences in (Preferences(file), Preferences(file, policy)):
        _check_settings(preferences)
    policy_file.unlink()
    if policy.problems:
        _check_words(list(policy.problems))
    checked(Settings, vars(policy.settings))
    Preferences(file).add_recent_file(Path("/new.case.json"))
    Preferences(file).theme = "dark"
    again = Preferences(file)
    assert not again.problem
    assert again.theme == "dark", "a preference is not kept"
    assert again.recent_files[:1] == ((Path("/new.case.json"),) if again.keeps_recent_files else ())
    file.unlink()


def _check_settings(preferences: Any) -> None:
    """Whatever was read, what the window gets is of the kinds that it can use."""
    assert preferences.theme in ("system", "light", "dark", "contrast")
    assert 50 <= preferences.zoom <= 400
    assert preferences.paper in (None, "a4", "letter")
    assert isinstance(preferences.keeps_recent_files, bool)
    assert isinstance(preferences.ascii_notes, bool)
    assert len(preferences.recent_files) <= 9
    assert all(isinstance(path, Path) for path in preferences.recent_files)
    preferences.window_place  # noqa: B018 - whether it can be read at all
    if preferences.problem:
        _check_words([preferences.problem])


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (case_file, pack_file, vignette_file, pack_tables, shelf_tables, settings)
}


def seeds(target: str) -> Iterator[bytes]:
    """Good inputs to start from, small ones: whole cases, and single tables of the packaged files."""
    folders = {"pack_file": "content", "vignette_file": f"content/{FOLDER}"}
    if target == "case_file":
        yield from (path.read_bytes() for path in sorted(resource_path("cases").glob("*.json")))
    elif target == "settings":
        yield from _SETTINGS
    elif target in folders:
        for path in sorted(resource_path(folders[target]).glob("*.toml")):
            yield from re.split(rb"\n\n(?=\[)", path.read_bytes().replace(b"\r\n", b"\n"))
    else:
        yield from (bytes([place, kind, 0]) for place in range(0, 250, 50) for kind in range(len(_VALUES)))


@cache
def _content() -> Content:
    return load_content(resource_path("content"))


@cache
def _packaged(folder: str) -> tuple[Tables, dict[str, str], list[str]]:
    return read_tables(resource_path(folder))


@cache
def _scratch(name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f"bonewatch-fuzz-{name}-"))


def _refused(act: Callable[[], None]) -> None:
    try:
        act()
    except ContentError as error:
        _check_words(error.faults)


def _check_words(lines: list[str]) -> None:
    assert lines, "refused without a word"
    for line in lines:
        assert line.strip(), "refused with an empty line"
        assert len(line) <= LONGEST_LINE, f"a line of {len(line)} characters"
        assert line.isprintable(), f"not fit for a terminal: {line!r}"


_SETTINGS = (
    b"",
    b'{"theme": "dark", "zoom": 150, "keep_recent_files": true, "ascii_notes": false, "paper": "a4", "language": "es"}',
    b'{"recent_files": ["/cases/a.case.json", "C:/b.case.json"], "window": "AdnQywADAAAAAAAA"}',
    b'{"theme": null, "zoom": 1e400, "recent_files": [["\\ud800"]], "window": "\\u0000", "other": {"theme": NaN}}',
    b'theme = "dark"\nzoom = 150\nkeep_recent_files = false\nascii_notes = true\npaper = "letter"\n',
    b'theme = "pink"\nzoom = 9999\n"\\u0007" = 1\n[paper]\na4 = true\n',
)

# What a value of a table is changed to; the byte after it, where there is one, is taken for a character.
_VALUES: tuple[Callable[[bytes], Any], ...] = (
    lambda rest: rest.decode("utf-8", "replace"),
    lambda rest: int.from_bytes(rest, "big", signed=True),
    lambda rest: float("nan"),
    lambda rest: float("-inf"),
    lambda rest: 10**5000,
    lambda rest: date.max,
    lambda rest: bool(len(rest) % 2),
    lambda rest: [],
    lambda rest: {},
    lambda rest: [[rest.hex()]],
    lambda rest: {rest.decode("latin-1"): {"below": rest.decode("latin-1")}},
    lambda rest: "{" + rest.decode("latin-1"),
    lambda rest: "{fields.__class__}",
)
_TAKEN_OUT, _DOUBLED, _SWAPPED = range(3)


def _changed(tables: Tables, data: bytes) -> Tables:
    """Return a copy of the tables with changes as the bytes say: each change is two bytes of a way down, a kind, some rest."""
    changed = deepcopy(tables)
    for change in data[:64].split(b"\xff")[:4]:
        holder, key = _way_down(changed, change[:-2] if len(change) > 2 else change)
        kind = (change[-2] if len(change) > 2 else 0) % (len(_VALUES) + 3)
        if key is None:
            continue
        if kind < len(_VALUES):
            holder[key] = _VALUES[kind](change)
        elif kind - len(_VALUES) == _TAKEN_OUT:
            del holder[key]
        elif kind - len(_VALUES) == _DOUBLED and isinstance(holder, list):
            holder.append(holder[key])
        elif kind - len(_VALUES) == _SWAPPED:
            holder[key] = tables[sorted(tables)[change[0] % len(tables)]]
    return changed


def _way_down(tables: Any, steps: bytes) -> tuple[Any, Any]:
    """Return the table or list in which a way ends, and the key there; no key where it is empty."""
    holder, key, here = None, None, tables
    for step in steps:
        keys = sorted(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        if not keys:
            break
        holder, key = here, keys[step % len(keys)]
        here = holder[key]
    return holder, key
