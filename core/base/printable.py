"""Text from a file or a key as it may be shown: a terminal would obey what it cannot show, and nobody reads a flood."""


def printable(text: str, longest: int = 60) -> str:
    """The text on one line, safe to print anywhere, cut where it has more than `longest` characters."""
    # Of a long text only the beginning is looked at; no character becomes shorter.
    begin = text[: longest + 1]
    safe = begin.encode("utf-8", "backslashreplace").decode()
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in safe)
    return safe if len(safe) <= longest else f"{safe[: longest - 3]}..."
