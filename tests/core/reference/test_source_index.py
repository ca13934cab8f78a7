"""Every statement rests on a source, and every source carries something."""

from typing import Any

import pytest

from core.content import Content
from core.reference.shelf import Shelf
from core.reference.source_index import orphans, supported_by


def test_every_statement_rests_on_a_source(content: Content, shelf: Shelf) -> None:
    assert orphans(content) == []
    assert orphans(shelf) == []


def test_table_which_loses_its_sources_leaves_orphans(content: Content, subtests: pytest.Subtests) -> None:
    for table in ["fields", "categories", "roles", "procedures", "actions"]:
        with subtests.test(table=table):
            less = content.but(cited={name: refs for name, refs in content.cited.items() if name != table})
            found = orphans(less)
            assert len(found) == len(getattr(content, table))
            assert all(fault.startswith(f"{content.files[table]}: {table}.") for fault in found)


def test_statement_which_loses_its_sources_is_an_orphan(content: Content) -> None:
    first, *rest = content.pitfalls
    bare = content.but(pitfalls=(first.but(sources=()), *rest))
    assert orphans(bare) == [f"pitfalls.toml: pitfalls.{first.id}: rests on no source"]


def test_sources_for_a_table_which_is_not_there_are_a_fault(content: Content) -> None:
    odd = content.but(cited={**content.cited, "wishes": content.cited["fields"]})
    assert orphans(odd) == ["words.toml: cited.wishes: there is no such table"]


def test_every_source_supports_something(content: Content, shelf: Shelf) -> None:
    supported = supported_by(content, shelf)
    assert {source.id for source in (*content.sources, *shelf.sources)} == set(supported)


def _texts(value: Any) -> list[str]:
    return [name for names in value.values() for name in names]


def test_what_a_source_supports_reads_as_words_and_not_as_ids(content: Content, shelf: Shelf) -> None:
    for tables in supported_by(content, shelf).values():
        for text in _texts(tables):
            assert text and "_" not in text


def test_article_supports_every_edge(content: Content, shelf: Shelf) -> None:
    names = supported_by(content, shelf)["S1"]["edges"]
    assert len(set(names)) == len({(edge.source, edge.target) for edge in content.edges})
