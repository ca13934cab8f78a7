"""Looking things up: everything on the reference shelf as entries of one shape, found by words.

A new kind of entry is one more function in `_KINDS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.content import Content, References, by_id
from core.explain import source_details
from core.protocols import references_of
from core.shelf import Shelf


@dataclass(frozen=True)
class Entry:
    """Something to read on the shelf. `sources` are the ids of what it rests on; a source rests on itself."""

    kind: str
    id: str
    title: str
    text: str
    sources: tuple[str, ...]


def entries(content: Content, shelf: Shelf) -> tuple[Entry, ...]:
    """Everything on the shelf, kind by kind in the order of its pages."""
    return tuple(entry for kind in _KINDS for entry in kind(content, shelf))


def matching(words: Iterable[str], found: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that hold all of these words, in any case and at any place; all of them where there are no words."""
    wanted = [word.casefold() for word in words]
    return tuple(entry for entry in found if all(word in _searched(entry) for word in wanted))


def _searched(entry: Entry) -> str:
    return f"{entry.kind} {entry.id} {entry.title} {entry.text}".replace("_", " ").casefold()


def _editions(_: Content, shelf: Shelf) -> Iterator[Entry]:
    edition = shelf.earlier_edition
    yield _entry("edition", edition.id, edition.title, [edition.summary, edition.seen], edition.sources)
    for change in shelf.edition_changes:
        yield _entry("edition", change.id, change.title, [change.text], change.sources)
    comparison = shelf.comparison
    yield _entry("comparison", comparison.id, comparison.title, [comparison.text], comparison.sources)


def _protocols(_: Content, shelf: Shelf) -> Iterator[Entry]:
    for card in shelf.protocols:
        text = [card.summary, shelf.protocol_notice]
        for table in card.tables:
            text += [
                f"{table.title}: {row.name}: {' '.join(filter(None, (row.value, row.unit)))}. {row.purpose}"
                for row in table.rows
            ]
        text += [caution.text for caution in card.pitfalls] + list(card.unsettled)
        yield _entry("protocol", card.id, card.title, text, references_of(card))


def _differential(_: Content, shelf: Shelf) -> Iterator[Entry]:
    studies = by_id(shelf.studies)
    for group in shelf.differential:
        for diagnosis in group.diagnoses:
            text = [f"{group.title}.", *(f"{studies[sign.study].label}: {sign.text}" for sign in diagnosis.signs)]
            cited = (*diagnosis.sources, *(reference for sign in diagnosis.signs for reference in sign.sources))
            yield _entry("differential", diagnosis.id, diagnosis.title, [*text, diagnosis.tell_apart], cited)


def _questions(_: Content, shelf: Shelf) -> Iterator[Entry]:
    for question in shelf.questions:
        yield _entry("question", question.id, question.question, question.answer, question.sources)


def _sources(content: Content, shelf: Shelf) -> Iterator[Entry]:
    for source in (*content.sources, *shelf.sources):
        text = " ".join((source_details(source), *source.locators.values()))
        yield Entry("source", source.id, source.title, text, (source.id,))


def _entry(kind: str, id_: str, title: str, text: Iterable[str], references: References) -> Entry:
    return Entry(kind, id_, title, "\n".join(text), tuple(dict.fromkeys(reference.source for reference in references)))


_KINDS: tuple[Callable[[Content, Shelf], Iterator[Entry]], ...] = (
    _editions,
    _protocols,
    _differential,
    _questions,
    _sources,
)
