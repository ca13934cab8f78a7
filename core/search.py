"""Search everything the user can go to.

All entries have one shape. A few letters should find the most common targets, so the beginnings of words rank first.
Typing errors are corrected only if the words as typed match nothing.
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
"""The kinds of targets. Of two equally good matches, the one whose kind is listed earlier comes first."""

_CLOSE_ENOUGH = 0.75
# Shorter words are similar to too many others.
_LEAST_LETTERS_OF_A_SLIP = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Target:
    """A place to go to.

    `words` are other names for it, `text` is its content, and `where` distinguishes it from similar targets.
    """

    kind: str
    id: str
    title: str
    words: str = ""
    text: str = ""
    where: str = ""


def content_targets(content: Content, shelf: Shelf) -> Iterator[Target]:
    """Yield the fields of the form, the procedures, the variants and the entries of the reference shelf."""
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
    """Yield the teaching cases."""
    for case in cases:
        teaching = case.teaching
        topics = " ".join(teaching.topics).replace("_", " ")
        text = f"{teaching.vignette} {teaching.question}"
        yield Target("case", case.id, case.case.title or case.id, topics, text, teaching.difficulty)


def help_targets(pages: Iterable[HelpPage]) -> Iterator[Target]:
    """Yield the help pages."""
    for page in pages:
        yield Target("help", page.id, page.title, " ".join(page.headings), page.text)


def _on_the_shelf(entry: LookupEntry) -> Target:
    if entry.kind == "source":
        return Target(entry.kind, entry.id, f"{entry.id}  {entry.title}", "", entry.text)
    return Target(entry.kind, entry.id, entry.title, "", entry.text)


class Index:
    """Targets prepared for a search on every keystroke."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(_Searched.of(target) for target in targets)
        vocabulary = sorted({word for searched in self._targets for word in (*searched.title, *searched.words)})
        self._by_letter = {letter: tuple(words) for letter, words in groupby(vocabulary, key=lambda word: word[0])}

    def __len__(self) -> int:
        return len(self._targets)

    def find(self, typed: str, most: int) -> tuple[tuple[Target, ...], int]:
        """Return the best targets, at most `most`, and the total number of matches.

        Without any typed word, return the targets in their own order.
        """
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
        """Return the known word beginning closest to a mistyped word, or the word itself if none is close."""
        if len(word) < _LEAST_LETTERS_OF_A_SLIP:
            return word
        # Few typing errors affect the first letter, and comparing only the words with that letter is fast.
        beginnings = dict.fromkeys(known[: len(word)] for known in self._by_letter.get(word[0], ()))
        return next(iter(get_close_matches(word, beginnings, 1, _CLOSE_ENOUGH)), word)


_Rank = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class _Searched:
    """A target split into lowercase words."""

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
        """Return a sort key for the match, lowest first, or None if the target lacks one of the words."""
        if not wanted:
            return 0, 0, self.kind, 0, 0
        # A single word should find the most common target. Several words that begin a title mean that title.
        if len(wanted) > 1 and self.whole.startswith(" ".join(wanted)):
            return 0, int(self.title != wanted), self.kind, 0, len(self.title)
        steps = [self._step(word) for word in wanted]
        if None in steps:
            return None
        found = [step for step in steps if step is not None]
        return max(found), sum(found), self.kind, self._place(wanted[0]), len(self.title)

    def _step(self, word: str) -> int | None:
        """Return the best match: 1 begins a title word, 2 begins another name, 3 is in the title, 4 is in the text."""
        if any(own.startswith(word) for own in self.title):
            return 1
        if any(own.startswith(word) for own in self.words):
            return 2
        if len(word) > 1 and word in self.whole:
            return 3
        return 4 if f" {word}" in self.text else None

    def _place(self, word: str) -> int:
        """Return the position in the title of the word that begins with `word`."""
        return next((at for at, own in enumerate(self.title) if own.startswith(word)), len(self.title))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("_", " ").casefold())
