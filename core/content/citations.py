"""Collect references, put references and sources into words, and list sources.

Every list is in the order of first use and names each reference or source once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from core.content.wording import Reference, Source


class _Pack(Protocol):
    """A content pack or a reference shelf."""

    @property
    def sources(self) -> tuple[Source, ...]: ...


class _Citing(Protocol):
    """A part of a pack that cites sources."""

    @property
    def sources(self) -> tuple[Reference, ...]: ...


@dataclass(frozen=True)
class CitedSource:
    """A source with its cited places and its details: publisher, year, how much was read and when."""

    id: str
    title: str
    places: tuple[str, ...]
    details: str


def all_sources(*packs: _Pack | None) -> dict[str, Source]:
    """Return the sources of the packs by id. A teaching case may cite any of them."""
    return {source.id: source for pack in packs if pack is not None for source in pack.sources}


def unique(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return each reference once."""
    return tuple(dict.fromkeys(references))


def collect(statements: Iterable[_Citing]) -> tuple[Reference, ...]:
    """Return the references of several statements."""
    return unique(reference for statement in statements for reference in statement.sources)


def source_ids(references: Iterable[Reference]) -> tuple[str, ...]:
    """Return the ids of the sources that the references name."""
    return tuple(dict.fromkeys(reference.source for reference in references))


def ids_without_places(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sources that a case file names, each with or without a place: "S1", "S1:next_step"."""
    return tuple(dict.fromkeys(text.partition(":")[0] for text in texts))


def id_list(references: Iterable[Reference]) -> str:
    """Return the ids of the sources in words: "S1, S70"."""
    return ", ".join(source_ids(references))


def place(reference: Reference, sources: Mapping[str, Source]) -> str:
    """Return the cited place in words: "Next step: negative or stable radiographs"."""
    return sources[reference.source].locators[reference.locator]


def with_ids(text: str, references: Iterable[Reference]) -> str:
    """Return a sentence followed by its sources: "... [S1, S70]"."""
    return f"{text} [{id_list(references)}]"


def with_places(text: str, references: Iterable[Reference], sources: Mapping[str, Source]) -> str:
    """Return a sentence followed by its sources with the cited places: "... [S1, Pitfalls; S70, Table 2]"."""
    return f"{text} [{'; '.join(f'{r.source}, {place(r, sources)}' for r in references)}]"


def cited_sources(references: Iterable[Reference], sources: Mapping[str, Source]) -> tuple[CitedSource, ...]:
    """Return each cited source with all its cited places."""
    places = defaultdict(list)
    for reference in unique(references):
        places[reference.source].append(place(reference, sources))
    return tuple(
        CitedSource(name, sources[name].title, tuple(found), source_details(sources[name]))
        for name, found in places.items()
    )


def source_details(source: Source) -> str:
    """Return a source's publisher, year and place, how much of it was read, and when it was last checked."""
    return f"{source.publisher}, {_year(source)}. {source.where}. {source.seen}; checked {source.read}."


def source_entry(source: Source) -> str:
    """Return a source as an entry of a printed list: title, publisher, year, place and how much of it was read."""
    title = source.title if source.title.endswith("?") else f"{source.title}."
    where = "" if source.where in source.publisher else f"{source.where}. "
    # The first part is how much was read. The rest is a remark.
    seen = source.seen.replace(",", ";").partition(";")[0]
    return f"{title} {source.publisher}, {_year(source)}. {where}{seen} seen."


def source_line(source: Source) -> str:
    """Return a source in one line for a slide: id, title and year.

    A title in brackets is a description, because the source's own title was not seen. The slide leaves out the brackets.
    """
    line = f"{source.id} · {source.title.strip('[]')}"
    return f"{line} ({source.year})" if source.year else line


def _year(source: Source) -> str:
    return "year not seen" if source.year is None else str(source.year)
