"""The one check for names listed more than once."""

from core.base.duplicates import duplicates


def test_duplicates_are_in_the_order_of_their_repetition() -> None:
    assert duplicates(["a", "b", "c", "b", "a", "b"]) == ["b", "a"]
    assert duplicates(["a", "b"]) == []
