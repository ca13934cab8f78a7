"""The rating tables of all five variants, compared with the truth table."""

from core.content import Content
from tests.truth_table import rating_faults


def test_every_rating_is_the_one_of_the_truth_table(content: Content) -> None:
    assert list(rating_faults(content)) == []
    assert content.decided_variant.id == "local_recurrence_bone"


def test_every_rating_cites_the_portal(content: Content) -> None:
    for variant in content.variants:
        for rating in variant.ratings:
            assert "S2" in {reference.source for reference in rating.sources}, (variant.id, rating.procedure)
