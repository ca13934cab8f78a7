"""The bundled teaching cases as lessons."""

from dataclasses import dataclass, field
from datetime import date

from core.cases import TeachingCase, listed_sources, load_cases
from core.content import Content, Source, by_id
from core.lesson import Lesson, as_words, make_lesson
from core.resources import resource_path
from core.shelf import load_shelf


@dataclass(frozen=True)
class Library:
    """The cases in the order in which they are taught, and one line for each file that cannot be used."""

    cases: tuple[TeachingCase, ...]
    faults: tuple[str, ...]
    content: Content
    sources: dict[str, Source]
    today: date
    _made: dict[str, Lesson] = field(default_factory=dict, init=False, repr=False)

    def lesson(self, case: TeachingCase) -> Lesson:
        """The lesson of a case, made when first asked for."""
        if case.id not in self._made:
            self._made[case.id] = make_lesson(case.case, self.content, self.today, self.sources)
        return self._made[case.id]

    @property
    def topics(self) -> tuple[str, ...]:
        """What the cases are about, in words, sorted."""
        return tuple(sorted({as_words(topic) for case in self.cases for topic in case.teaching.topics}))

    def find(self, text: str, difficulty: str = "", topic: str = "") -> tuple[TeachingCase, ...]:
        """The cases whose title, vignette, question or topics hold every word of the text."""
        wanted = text.casefold().split()
        return tuple(
            case
            for case in self.cases
            if difficulty in ("", case.teaching.difficulty)
            and (not topic or topic in map(as_words, case.teaching.topics))
            and all(word in _searched(case) for word in wanted)
        )


def open_library(content: Content, today: date) -> Library:
    """Reads the bundled cases."""
    shelf = load_shelf(resource_path("reference"), content)
    folder = load_cases(resource_path("cases"), content, listed_sources(content, shelf), today)
    sources = {**by_id(content.sources), **by_id(shelf.sources)}
    return Library(folder.cases, folder.faults, content, sources, today)


def _searched(case: TeachingCase) -> str:
    teaching = case.teaching
    topics = " ".join(map(as_words, teaching.topics))
    return " ".join((case.case.title, teaching.vignette, teaching.question, topics, teaching.difficulty)).casefold()
