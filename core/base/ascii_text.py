"""Convert text to ASCII for record systems that drop every other character. No word is lost."""

from unicodedata import normalize

_STAND_INS = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‑": "-", "·": "-", "•": "-", "→": "->", "…": "...", "≥": ">=", "≤": "<=",  # noqa: RUF001
        "±": "+/-", "×": "x", "µ": "u", "°": " degrees", "†": "*", "‘": "'", "’": "'", "“": '"', "”": '"',  # noqa: RUF001
        "\N{NO-BREAK SPACE}": " ", "ß": "ss", "æ": "ae", "ø": "o", "Ø": "O", "ł": "l",
    }
)  # fmt: skip


def to_ascii(text: str) -> str:
    """Return the text in ASCII.

    Replace signs with their usual ASCII spelling, drop accents, and write "?" for every other character.
    """
    plain = normalize("NFKD", text.translate(_STAND_INS))
    bare = "".join(
        sign for sign in plain if not "\N{COMBINING GRAVE ACCENT}" <= sign <= "\N{COMBINING LATIN SMALL LETTER X}"
    )
    return bare.encode("ascii", "replace").decode("ascii")
