"""Every number on the pages with plots has its unit and its source."""

import re
from collections.abc import Iterator

from core.base.model import Model
from core.content import walk_parts
from core.reference.shelf import Shelf

TABLES = (
    "radiation_bands", "radiation_levels", "doses", "programs", "radiation_notes",
    "schedules", "schedule_notes", "figures", "figure_notes",
)  # fmt: skip

# Fields that hold a number, with its unit: said by the name, or by the figure that the number stands in.
UNITS = {
    "low_msv": "mSv", "typical_msv": "mSv", "high_msv": "mSv", "images_a_visit": "images",
    "level": "ACR level", "adult": "ACR level", "child": "ACR level",
    "from_month": "months", "to_month": "months", "least_months": "months", "most_months": "months",
    "value": "unit of the figure", "low": "unit of the figure", "high": "unit of the figure",
    "events": "patients", "of": "patients",
}  # fmt: skip

# What follows a number in prose: its unit, or what it counts, after another number of the same where there is one.
_UNIT = re.compile(
    r"^(,? (and|to|or|of) [\d.,]+)? ?(%|(mSv|months?|years?|days|hours|cm|"
    r"(local |proven |recurrent |low-grade |that )?"
    r"(patients|recurrences|relapses|tumors|osteosarcomas|chondrosarcomas|cases|scans|examinations|experts|studies"
    r"|recommendations|radiographs))\b)",
    re.ASCII,
)
# Names that end in a number, and a ratio without a unit.
_NAME = re.compile(r"\b(EICESS-|CESS-|[Gg]rade |SUVmax above )$")
_YEAR = re.compile(r"^(19|20)\d\d$")


def parts(shelf: Shelf) -> Iterator[tuple[str, Model]]:
    for path, part in walk_parts(shelf):
        if path[0] in TABLES:
            yield ".".join(path), part


def sourced(shelf: Shelf, path: str) -> bool:
    """Whether a part, or one that it stands in, names its sources."""
    return any(
        getattr(part, "sources", ()) for where, part in parts(shelf) if path == where or path.startswith(f"{where}.")
    )


def test_every_field_with_a_number_has_a_unit_and_a_source(shelf: Shelf) -> None:
    seen = set()
    for path, part in parts(shelf):
        for name, value in vars(part).items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                seen.add(name)
                assert name in UNITS, (path, name)
                assert sourced(shelf, path), path
    assert seen == UNITS.keys()


def bare(text: str) -> list[str]:
    """The numbers in a text that have neither a unit nor a name for what they count."""
    found = []
    for match in re.finditer(r"(?<![\w.])\d[\d,]*(\.\d+)?", text):
        number, after, before = match.group().rstrip(","), text[match.end() :], text[: match.start()]
        if not (_YEAR.match(number) or _UNIT.match(after) or _NAME.search(before)):
            found.append(f"{number} in {text[max(0, match.start() - 20) : match.end() + 20]!r}")
    return found


def test_every_number_in_prose_has_unit_and_its_statement_source(shelf: Shelf) -> None:
    count = 0
    for path, part in parts(shelf):
        for name, value in vars(part).items():
            if isinstance(value, str) and name not in ("id", "source", "locator"):
                assert bare(value) == [], path
                if re.search(r"\d", value):
                    count += 1
                    assert sourced(shelf, path), path
    assert count > 40
