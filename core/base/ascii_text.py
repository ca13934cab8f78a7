"""Text in ASCII, for record systems that lose everything else: every sign becomes its usual stand-in, no word is lost."""

from unicodedata import normalize

_STAND_INS = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‑": "-", "·": "-", "•": "-", "→": "->", "…": "...", "≥": ">=", "≤": "<=",  # noqa: RUF001
        "±": "+/-", "×": "x", "µ": "u", "°": " degrees", "†": "*", "‘": "'", "’": "'", "“": '"', "”": '"',  # noqa: RUF001
        "\N{NO-BREAK SPACE}": " ", "ß": "ss", "æ": "ae", "ø": "o", "Ø": "O", "ł": "l",
    }
)  # fmt: skip


def to_ascii(text: str) -> str:
    """The text in ASCII: signs by their stand-ins, letters without their accents, "?" for what has neither."""
    plain = normalize("NFKD", text.translate(_STAND_INS))
    bare = "".join(
        sign for sign in plain if not "\N{COMBINING GRAVE ACCENT}" <= sign <= "\N{COMBINING LATIN SMALL LETTER X}"
    )
    return bare.encode("ascii", "replace").decode("ascii")
