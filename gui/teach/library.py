"""The teaching cases as lessons: the bundled cases and a teacher's own cases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.base.resources import resource_path
from core.content import Content, Source
from core.content.citations import all_sources
from core.reference.shelf import load_shelf
from core.teaching.cases import CaseFolder, TeachingCase, load_cases, read_cases
from core.teaching.lesson import Lesson, as_words, make_lesson


@dataclass
class Library:
    """The user's own cases, followed by the bundled cases in teaching order.

    `faults` holds one line for each unusable bundled file. A case may cite any of the `sources`.
    """

    bundled: tuple[TeachingCase, ...]
    faults: tuple[str, ...]
    content: Content
    sources: dict[str, Source]
    today: date
    own: tuple[TeachingCase, ...] = ()
    _made: dict[TeachingCase, Lesson] = field(default_factory=dict, init=False, repr=False)

    @property
    def cases(self) -> tuple[TeachingCase, ...]:
        """All cases in the order of the list."""
        return self.own + self.bundled

    def is_own(self, case: TeachingCase) -> bool:
        """Return whether a case is the user's own."""
        return case in self.own

    def take_in(self, cases: Iterable[TeachingCase]) -> None:
        """Add the user's own cases. A case from a file that was read before replaces the earlier one."""
        self.own = tuple({case.path: case for case in (*self.own, *cases)}.values())

    def read_folder(self, folder: Path) -> CaseFolder:
        """Return the teaching cases in a folder, and the errors of the other files."""
        return load_cases(folder, self.content, self.sources, self.today)

    def read_files(self, paths: Iterable[Path]) -> CaseFolder:
        """Return the teaching cases in these files, and the errors of the others."""
        return read_cases(paths, self.content, self.sources, self.today)

    def lesson(self, case: TeachingCase) -> Lesson:
        """Return the lesson of a case, made on first use."""
        if case not in self._made:
            self._made[case] = make_lesson(case.case, self.content, self.today, self.sources)
        return self._made[case]

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the topics of the cases in words, sorted."""
        return tuple(sorted({as_words(topic) for case in self.cases for topic in case.teaching.topics}))

    def find(self, text: str, difficulty: str = "", topic: str = "") -> tuple[TeachingCase, ...]:
        """Return the cases whose title, vignette, question or topics contain every word of the text."""
        wanted = text.casefold().split()
        return tuple(
            case
            for case in self.cases
            if difficulty in ("", case.teaching.difficulty)
            and (not topic or topic in map(as_words, case.teaching.topics))
            and all(word in _searched(case) for word in wanted)
        )


def open_library(content: Content, today: date) -> Library:
    """Read the bundled cases."""
    shelf = load_shelf(resource_path("reference"), content)
    sources = all_sources(content, shelf)
    folder = load_cases(resource_path("cases"), content, sources, today)
    return Library(folder.cases, folder.faults, content, sources, today)


def _searched(case: TeachingCase) -> str:
    teaching = case.teaching
    topics = " ".join(map(as_words, teaching.topics))
    return " ".join((case.case.title, teaching.vignette, teaching.question, topics, teaching.difficulty)).casefold()
