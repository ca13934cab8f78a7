"""Finding anything: what can be gone to, as entries of one shape, and which of them a few letters mean.

Three letters have to do for the commonest, so the beginnings of words count first; a slip of the finger is forgiven
only where the words as typed lead nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from typing import Final

from core.content import Content, by_id
from core.reference.help import HelpPage
from core.reference.lookup import LookupEntry, entries
from core.reference.shelf import Shelf
from core.teaching.cases import TeachingCase

KINDS: Final = (
    "command",
    "page",
    "protocol",
    "field",
    "help",
    "procedure",
    "variant",
    "schedule",
    "question",
    "differential",
    "radiation",
    "number",
    "comparison",
    "edition",
    "case",
    "dose",
    "level",
    "source",
)
"""The kinds of what can be found; of two that fit equally well the one of the earlier kind comes first."""

_CLOSE_ENOUGH = 0.75
# Shorter words are too easily close to something.
_LEAST_LETTERS_OF_A_SLIP = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Target:
    """Something to go to. `words` are other names for it, `text` is what it says, `where` tells it from its likes."""

    kind: str
    id: str
    title: str
    words: str = ""
    text: str = ""
    where: str = ""


def content_targets(content: Content, shelf: Shelf) -> Iterator[Target]:
    """The fields of the form, the procedures, the variants, and everything on the reference shelf."""
    labels = by_id(content.fields)
    for group in content.groups:
        for name in group.fields:
            field = labels[name]
            choices = " ".join(choice.label for choice in field.choices)
            yield Target("field", name, field.label, f"{field.visible or ''} {choices}", field.help, group.label)
    for procedure in content.procedures:
        yield Target("procedure", procedure.id, procedure.short, procedure.name)
    for variant in content.variants:
        yield Target("variant", variant.id, variant.title, "", f"{variant.fits} {variant.fits_not}")
    yield from (_on_the_shelf(entry) for entry in entries(content, shelf))


def case_targets(cases: Iterable[TeachingCase]) -> Iterator[Target]:
    """The teaching cases."""
    for case in cases:
        teaching = case.teaching
        topics = " ".join(teaching.topics).replace("_", " ")
        text = f"{teaching.vignette} {teaching.question}"
        yield Target("case", case.id, case.case.title or case.id, topics, text, teaching.difficulty)


def help_targets(pages: Iterable[HelpPage]) -> Iterator[Target]:
    """The pages of the help."""
    for page in pages:
        yield Target("help", page.id, page.title, " ".join(page.headings), page.text)


def _on_the_shelf(entry: LookupEntry) -> Target:
    if entry.kind == "source":
        return Target(entry.kind, entry.id, f"{entry.id}  {entry.title}", "", entry.text)
    return Target(entry.kind, entry.id, entry.title, "", entry.text)


class Index:
    """Targets made ready to be searched with every letter typed."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(_Searched.of(target) for target in targets)
        vocabulary = sorted({word for searched in self._targets for word in (*searched.title, *searched.words)})
        self._by_letter = {letter: tuple(words) for letter, words in groupby(vocabulary, key=lambda word: word[0])}

    def __len__(self) -> int:
        return len(self._targets)

    def find(self, typed: str, most: int) -> tuple[tuple[Target, ...], int]:
        """The best targets, at most so many, and how many there are; all in their order where nothing is typed."""
        wanted = tuple(_words(typed))
        found = self._ranked(wanted)
        if not found:
            meant = tuple(self._meant(word) for word in wanted)
            found = self._ranked(meant) if meant != wanted else []
        return tuple(searched.target for searched in found[:most]), len(found)

    def _ranked(self, wanted: tuple[str, ...]) -> list["_Searched"]:
        ranks = ((searched.rank(wanted), number) for number, searched in enumerate(self._targets))
        ordered = sorted((rank, number) for rank, number in ranks if rank is not None)
        return [self._targets[number] for _, number in ordered]

    def _meant(self, word: str) -> str:
        """The beginning of a known word that is closest to a mistyped one; the same word where none is close."""
        if len(word) < _LEAST_LETTERS_OF_A_SLIP:
            return word
        # Few slips are in the first letter, and looking at the words of one letter alone takes no time.
        beginnings = dict.fromkeys(known[: len(word)] for known in self._by_letter.get(word[0], ()))
        return next(iter(get_close_matches(word, beginnings, 1, _CLOSE_ENOUGH)), word)


_Rank = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class _Searched:
    """A target with its words folded and taken apart."""

    target: Target
    kind: int
    whole: str
    title: tuple[str, ...]
    words: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, target: Target) -> "_Searched":
        title, words = tuple(_words(target.title)), tuple(_words(f"{target.words} {target.where}"))
        text = " " + " ".join(_words(f"{target.kind} {target.text}"))
        return cls(target, KINDS.index(target.kind), " ".join(title), title, words, text)

    def rank(self, wanted: tuple[str, ...]) -> _Rank | None:
        """How well it fits, the less the better; None where a word is nowhere in it."""
        if not wanted:
            return 0, 0, self.kind, 0, 0
        # One word means whatever is commonest; several that begin a title mean that title.
        if len(wanted) > 1 and self.whole.startswith(" ".join(wanted)):
            return 0, int(self.title != wanted), self.kind, 0, len(self.title)
        steps = [self._step(word) for word in wanted]
        if None in steps:
            return None
        found = [step for step in steps if step is not None]
        return max(found), sum(found), self.kind, self._place(wanted[0]), len(self.title)

    def _step(self, word: str) -> int | None:
        """Where a word is: 1 begins a word of the title, 2 of another name, 3 inside the title, 4 in the text."""
        if any(own.startswith(word) for own in self.title):
            return 1
        if any(own.startswith(word) for own in self.words):
            return 2
        if len(word) > 1 and word in self.whole:
            return 3
        return 4 if f" {word}" in self.text else None

    def _place(self, word: str) -> int:
        """How far into the title a word begins."""
        return next((at for at, own in enumerate(self.title) if own.startswith(word)), len(self.title))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("_", " ").casefold())
