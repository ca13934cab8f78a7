"""Entries of the shelf, and finding them by words."""

import pytest

from core.content import Content
from core.reference.lookup import LookupEntry, entries, matching
from core.reference.shelf import Shelf


@pytest.fixture(scope="module")
def found(content: Content, shelf: Shelf) -> tuple[LookupEntry, ...]:
    """Everything on the shelf."""
    return entries(content, shelf)


def test_every_entry_has_words_and_rests_on_known_sources(
    content: Content, shelf: Shelf, found: tuple[LookupEntry, ...]
) -> None:
    known = {source.id for source in (*content.sources, *shelf.sources)}
    for entry in found:
        assert entry.title and entry.text and entry.sources, entry
        assert set(entry.sources) <= known
    assert len({(entry.kind, entry.id) for entry in found}) == len(found)


def test_words_find_what_holds_all_of_them(found: tuple[LookupEntry, ...], subtests: pytest.Subtests) -> None:
    for words, kind, id_ in [
        (["SEMAC"], "protocol", "mri_metal"),
        (["semac", "Bandwidth"], "protocol", "mri_metal"),
        (["4,931"], "protocol", "gadolinium"),
        (["stress shielding", "lysis"], "differential", "stress_shielding"),
        (["2015", "fluoride"], "source", ""),
        (["question", "ultrasound"], "question", "ultrasound"),
        (["S92"], "source", "S92"),
        (["level", "adult: level 0"], "level", "mri"),
        (["schedule", "every 6"], "schedule", ""),
        (["5.8 %", "1,369"], "number", ""),
    ]:
        with subtests.test(words=words):
            hits = [(entry.kind, entry.id) for entry in matching(words, found)]
            if id_:
                assert (kind, id_) in hits
            assert len(hits) < len(found) / 2
            for word in words:
                assert {(e.kind, e.id) for e in matching([word], found)} >= set(hits)


def test_no_words_find_all_and_a_strange_word_nothing(found: tuple[LookupEntry, ...]) -> None:
    assert matching([], found) == found
    assert matching(["metal", "zebra"], found) == ()
