"""Make text from a file or a key safe to show.

A terminal would obey control characters, and a very long text would bury the message.
"""


def printable(text: str, longest: int = 60) -> str:
    """Return the text on one line, safe to print, cut to at most `longest` characters."""
    # No character gets shorter when escaped, so the beginning of a long text is enough.
    begin = text[: longest + 1]
    safe = begin.encode("utf-8", "backslashreplace").decode()
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in safe)
    return safe if len(safe) <= longest else f"{safe[: longest - 3]}..."
