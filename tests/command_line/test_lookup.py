"""`bonewatch lookup`: all ratings of all variants, and what the shelf says on some words."""

import json
from typing import Any

import pytest

from core.content import Content
from tests.truth_table import CAPTURE, RATINGS


def document(run_here: Any, *arguments: str) -> dict[str, Any]:
    done = run_here("lookup", "--format", "json", *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\r" not in done.stdout and done.stdout.endswith(b"}\n")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def text(run_here: Any, *arguments: str) -> str:
    done = run_here("lookup", *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    printed: str = done.stdout.decode()
    return printed


def test_ratings_of_all_variants_are_those_typed_by_hand(run_here: Any) -> None:
    found = document(run_here)
    assert list(found) == ["variants", "entries"]
    assert {variant["id"] for variant in found["variants"]} == RATINGS.keys()
    for variant in found["variants"]:
        assert list(variant) == ["id", "title", "ratings"]
        typed = RATINGS[variant["id"]]
        assert [
            (rating["procedure"], rating["category"], tuple(rating["provenance"])) for rating in variant["ratings"]
        ] == [(procedure, category, provenance) for procedure, category, _, provenance in typed]
        for rating in variant["ratings"]:
            assert list(rating) == ["procedure", "category", "provenance", "sources"]
            assert "S2" in rating["sources"]


def test_entries_have_their_kind_words_and_sources(run_here: Any) -> None:
    found = document(run_here)["entries"]
    assert {entry["kind"] for entry in found} >= {"edition", "protocol", "differential", "question", "source"}
    for entry in found:
        assert list(entry) == ["kind", "id", "title", "text", "sources"]
        assert entry["sources"]


def test_words_narrow_the_entries_and_a_variant_the_tables(run_here: Any) -> None:
    found = document(run_here, "--variant", "staging_pulmonary", "cobalt")
    assert [variant["id"] for variant in found["variants"]] == ["staging_pulmonary"]
    assert "mri_metal" in {entry["id"] for entry in found["entries"]}
    assert all("cobalt" in f"{entry['title']} {entry['text']}".lower() for entry in found["entries"])


def test_rating_from_the_capture_alone_asks_to_confirm_it(run_here: Any, content: Content) -> None:
    for variant in content.variants:
        printed = text(run_here, "--variant", variant.id)
        assert "Confirm in the current ACR" in printed
        assert printed.count("  confirm\n") == sum(provenance == CAPTURE for *_, provenance in RATINGS[variant.id])


def test_table_which_answers_no_case_says_so(run_here: Any, content: Content) -> None:
    for variant in content.variants:
        printed = text(run_here, "--variant", variant.id)
        assert ("Reference reading" in printed) is (variant.id != "local_recurrence_bone")


def test_words_print_entries_and_no_words_say_how_to_get_some(run_here: Any) -> None:
    assert "MRI with metal  protocol mri_metal" in text(run_here, "semac", "bandwidth")
    assert "Name words to read some" in text(run_here)
    assert "No reference entry holds 'zebra'" in text(run_here, "zebra")


@pytest.mark.parametrize("form", ["text", "json"])
def test_unknown_variant_is_refused_with_the_known_ones(run_here: Any, form: str) -> None:
    done = run_here("lookup", "--variant", "staging", "--format", form)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        f"--variant: 'staging' is not a variant; take one of {', '.join(ORDER)}"
    ]


ORDER = (
    "local_recurrence_bone",
    "staging_pulmonary",
    "staging_extrapulmonary",
    "surveillance_pulmonary",
    "local_recurrence_soft_tissue",
)
