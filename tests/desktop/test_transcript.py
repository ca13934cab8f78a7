"""The words of a screen reader in Decide, Reference and Teach, recorded and checked."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.content import Content
from core.engine.decide import decide
from core.report.report import Report, make_report
from tests.desktop.assistive import Element
from tests.desktop.conftest import PROJECT, Program
from tests.desktop.waiting import until
from tests.strategies import eligible

TRANSCRIPT = PROJECT / "out" / "transcript.md"


class Notes:
    """A transcript: actions, and what was read after each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# What a screen reader says\n", encoding="utf-8")

    def read(self, heading: str, element: Element) -> list[str]:
        """Read all of an element, and record it under a heading."""
        lines = list(element.spoken())
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"\n## {heading}\n\n" + "".join(f"- {line}\n" for line in lines))
        return lines


@pytest.fixture(scope="module")
def notes() -> Notes:
    return Notes(TRANSCRIPT)


def press(program: Program, role: str, name: str) -> None:
    program.app.find(role, name).press()


def starting(lines: list[str], words: str) -> int:
    """Return the number of the first line that starts with these words."""
    found = next((number for number, line in enumerate(lines) if line.startswith(words)), None)
    assert found is not None, f"nothing starts with {words!r}: {lines}"
    return found


def in_order(lines: list[str], *beginnings: str) -> None:
    """Check that each of these begins a line, in this order."""
    places = [starting(lines, words) for words in beginnings]
    assert places == sorted(places), list(zip(beginnings, places, strict=True))


def odd(lines: list[str]) -> Iterator[str]:
    """Yield lines that nobody would say: marks of Alt keys, ids, tags, no words at all."""
    for line in lines:
        if re.search(r"&\w|[a-z]_[a-z]|<\w+>|^\W*$", line):
            yield line


def told(content: Content) -> Report:
    scenario = eligible()
    return make_report(scenario, decide(scenario, content, date.today()), content)


def shows(program: Program, words: str) -> None:
    until(lambda: any(words in line for line in program.app.spoken()), words)


def test_decide_makes_sense_read_aloud(program: Program, content: Content, notes: Notes) -> None:
    before = notes.read("Decide, as it comes up", program.app)
    in_order(
        before,
        "Decide, radio button, checked",
        "Scenario, group",
        "Recommendation, group",
        "Ratings, group",
        "ACR topic",
    )
    for name in ("Local recurrence surveillance", "Bone", "Yes", "None"):
        scenario = program.app.find("panel", "Scenario")
        next(e for e in scenario.everything() if e.name == name and e.role in ("radio button", "check box")).press()
    page = told(content)
    until(lambda: program.app.find("panel", "Recommendation").search("label", page.headline), page.headline)
    after = notes.read("Decide, the index case", program.app)

    in_order(
        after,
        "Bone, radio button, checked, key 1",
        "None, check box, checked, key 1",
        "Recommendation, group",
        page.headline,
    )
    in_order(after, page.headline, page.rationale, "Next steps, group", "Warnings, group", "Ratings, group")
    first = page.ratings[0]
    assert f"{first.name}: {first.category_label}, {first.role}, now, button" in after
    here = [line for line in after if "You are here" in line]
    assert len(here) == 1 and here[0].startswith("Radiographs, button")
    assert list(odd([*before, *after])) == []

    press(program, "push button", "Why")
    shows(program, "Why: ")
    why = notes.read("Decide, the reasons of the recommendation", program.app)
    assert any(line.startswith("Why: ") for line in why)
    assert "Close the explanation, button" in why
    assert list(odd(why)) == []


@pytest.mark.slow
def test_reference_makes_sense_read_aloud(program: Program, notes: Notes) -> None:
    press(program, "radio button", "Reference")
    shows(program, "Criteria, radio button, checked")
    lines = notes.read("Reference, the criteria", program.app)
    in_order(
        lines, "Reference, radio button, checked", "Criteria, radio button, checked", "All ratings of the ACR topic"
    )
    for page in ("Protocols", "Differential", "Questions", "Sources"):
        press(program, "radio button", page)
        shows(program, f"{page}, radio button, checked")
        lines += notes.read(f"Reference, {page.lower()}", program.app)

    press(program, "radio button", "Questions")
    shows(program, "Questions, radio button, checked")
    entry = next(e for e in program.app.shown() if e.role == "check box" and e.name.endswith("?"))
    entry.press()
    until(lambda: "checked" in entry.states, "the entry open")
    opened = notes.read("Reference, a question opened", program.app)
    head = starting(opened, f"{entry.name}, check box, checked")
    assert len(max(opened[head : head + 6], key=len)) > 60, "the answer follows its heading"
    sources = next(e for e in program.app.shown() if e.role == "push button" and e.name.startswith("Sources of "))
    assert entry.name in sources.name
    sources.press()
    shows(program, "Close the explanation")
    lines += opened + notes.read("Reference, the sources of an answer", program.app)
    assert list(odd(lines)) == []


def test_teach_makes_sense_read_aloud(program: Program, notes: Notes) -> None:
    press(program, "radio button", "Teach")
    shows(program, "Cases, list")
    lines = notes.read("Teach, the cases", program.app)
    in_order(
        lines, "Teach, radio button, checked", "Search the cases, edit", "Any difficulty, combo box", "Cases, list"
    )
    in_order(lines, "Cases, list", "Present, button", "1: ", "2: ", "3: ", "4: ", "ACR topic")
    assert not any("The answer" in line for line in lines), "nothing is given away"

    choices = [e for e in program.app.shown() if e.role == "push button" and re.match(r"\d: ", e.name)]
    choices[0].press()
    shows(program, "The answer")
    after = notes.read("Teach, after the commitment", program.app)
    assert sum(bool(re.match(r"\d: .*The answer", line)) for line in after) == 1
    assert any(re.match(r"1: .*Your choice", line) for line in after)

    press(program, "push button", "Show all")
    until(lambda: program.app.search("push button", "Show all") is None, "everything shown")
    whole = notes.read("Teach, the case to its end", program.app)
    in_order(whole, "Ratings", "Pitfalls", "Teaching point")
    assert len(whole) > len(after)
    assert list(odd([*lines, *after, *whole])) == []
