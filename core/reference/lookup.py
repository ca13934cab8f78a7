"""Look up entries on the reference shelf by words. All entries have one shape.

To add a kind of entry, add a function to `_KINDS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.case.age_group import AgeGroup
from core.content import Content, References, by_id
from core.content.citations import all_sources, collect, source_details, source_ids
from core.reference.protocols import references_of
from core.reference.radiation import Published, band_of, in_msv, range_in_msv
from core.reference.shelf import Shelf

_PATIENTS: tuple[AgeGroup, ...] = ("adult", "child")


@dataclass(frozen=True)
class LookupEntry:
    """An entry to read. `sources` are the ids of its sources. A source lists itself."""

    kind: str
    id: str
    title: str
    text: str
    sources: tuple[str, ...]


def entries(content: Content, shelf: Shelf) -> tuple[LookupEntry, ...]:
    """Return all entries of the shelf, kind by kind in the order of its pages."""
    return tuple(entry for kind in _KINDS for entry in kind(content, shelf))


def matching(words: Iterable[str], found: Iterable[LookupEntry]) -> tuple[LookupEntry, ...]:
    """Return the entries that contain all of these words, ignoring case. Without words, return all entries."""
    wanted = [word.casefold() for word in words]
    return tuple(entry for entry in found if all(word in _searched(entry) for word in wanted))


def _searched(entry: LookupEntry) -> str:
    return f"{entry.kind} {entry.id} {entry.title} {entry.text}".replace("_", " ").casefold()


def _editions(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    edition = shelf.earlier_edition
    yield _entry("edition", edition.id, edition.title, [edition.summary, edition.seen], edition.sources)
    for change in shelf.edition_changes:
        yield _entry("edition", change.id, change.title, [change.text], change.sources)
    comparison = shelf.comparison
    yield _entry("comparison", comparison.id, comparison.title, [comparison.text], comparison.sources)


def _protocols(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for card in shelf.protocols:
        text = [card.summary, shelf.protocol_notice]
        for table in card.tables:
            text += [
                f"{table.title}: {row.name}: {' '.join(filter(None, (row.value, row.unit)))}. {row.purpose}"
                for row in table.rows
            ]
        text += [caution.text for caution in card.pitfalls] + list(card.unsettled)
        yield _entry("protocol", card.id, card.title, text, references_of(card))


def _radiation(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for note in shelf.radiation_notes:
        yield _entry("radiation", note.id, note.title, [note.text], note.sources)
    for level in shelf.radiation_levels:
        text = [f"{patient}: {_level(shelf, level.of(patient), patient)}." for patient in _PATIENTS]
        yield _entry("level", level.id, level.title, text, level.sources)
    for examination in shelf.doses:
        text = [f"{_dose(published)}: {published.what}" for published in examination.published]
        text += [examination.equivalent.text] if examination.equivalent else []
        yield _entry("dose", examination.id, examination.title, [f"{examination.patient}.", *text], examination.sources)


def _level(shelf: Shelf, level: int | None, patient: AgeGroup) -> str:
    band = band_of(shelf, level, patient)
    if level is None:
        return "not known"
    return f"level {level}" + (f", {range_in_msv(band.low_msv, band.high_msv)}" if band else "")


def _dose(published: Published) -> str:
    """Return the doses that a source gives: "typical 5.3 mSv, 4 to 18 mSv"."""
    typical, high = published.typical_msv, published.high_msv
    parts = [f"typical {in_msv(typical)} mSv"] if typical is not None else []
    parts += [range_in_msv(published.low_msv, high)] if high is not None else []
    return ", ".join(parts)


def _schedules(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for schedule in shelf.schedules:
        tracks = [
            f"{track.title}: {'; '.join(f'{period.interval} ({period.span})' for period in track.periods)}."
            for track in schedule.tracks
        ]
        text = [f"{schedule.origin}.", *tracks, schedule.remark]
        yield _entry("schedule", schedule.id, schedule.title, text, schedule.sources)
    for note in shelf.schedule_notes:
        yield _entry("schedule", note.id, note.title, [note.text], note.sources)


def _numbers(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for figure in shelf.figures:
        found = [f"{each.label}, {each.cohort}: {figure.in_words(each)}." for each in figure.findings]
        cited = collect([figure, *figure.findings])
        yield _entry("number", figure.id, figure.title, [figure.measure, figure.lead, *found], cited)
    for note in shelf.figure_notes:
        yield _entry("number", note.id, note.title, [note.text], note.sources)


def _differential(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    studies = by_id(shelf.studies)
    for group in shelf.differential:
        for diagnosis in group.diagnoses:
            text = [f"{group.title}.", *(f"{studies[sign.study].label}: {sign.text}" for sign in diagnosis.signs)]
            cited = collect([diagnosis, *diagnosis.signs])
            yield _entry("differential", diagnosis.id, diagnosis.title, [*text, diagnosis.tell_apart], cited)


def _questions(_: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for question in shelf.questions:
        yield _entry("question", question.id, question.question, question.answer, question.sources)


def _sources(content: Content, shelf: Shelf) -> Iterator[LookupEntry]:
    for source in all_sources(content, shelf).values():
        text = " ".join((source_details(source), *source.locators.values()))
        yield LookupEntry("source", source.id, source.title, text, (source.id,))


def _entry(kind: str, id_: str, title: str, text: Iterable[str], references: References) -> LookupEntry:
    return LookupEntry(kind, id_, title, "\n".join(text), source_ids(references))


_KINDS: tuple[Callable[[Content, Shelf], Iterator[LookupEntry]], ...] = (
    _editions,
    _protocols,
    _radiation,
    _schedules,
    _numbers,
    _differential,
    _questions,
    _sources,
)
