"""Text for systems that take ASCII alone: every word of the program comes through."""

from core.base.ascii_text import to_ascii
from core.content import Content, walk_parts


def words(text: str) -> int:
    return len([word for word in text.split() if any(sign.isalnum() for sign in word)])


def test_all_of_the_content_comes_through_without_losing_a_word(content: Content) -> None:
    texts = {value for _, part in walk_parts(content) for value in vars(part).values() if isinstance(value, str)}
    foreign = {text for text in texts if not text.isascii()}
    assert foreign
    for text in foreign:
        plain = to_ascii(text)
        assert plain.isascii()
        assert words(plain) == words(text)
        assert plain.count("?") == text.count("?")


def test_signs_get_stand_ins_and_letters_lose_accents() -> None:
    assert to_ascii("stable → “wait” – ≥ 2 mm…") == 'stable -> "wait" - >= 2 mm...'  # noqa: RUF001
    assert to_ascii("Lübeck, Ångström") == "Lubeck, Angstrom"


def test_what_has_no_stand_in_leaves_a_mark() -> None:
    assert to_ascii("骨 tumor") == "? tumor"
