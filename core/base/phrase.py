"""Sentences of the program itself that a window may say in another language.

They are English text like any other, for the terminal, for files and for tests; beside that they remember how they
were put together. Clinical words are none of them: those belong to the content, and stay in its language.
"""


class Phrase(str):
    """A sentence with its template and what stands in the template's braces, some of which may be phrases too.

    Joining or cutting it gives plain text, which nothing translates: put the whole sentence into one template.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> "Phrase":
        """The template with its braces filled in, as `str.format` does."""
        phrase = super().__new__(cls, template.format(**values))
        phrase.template, phrase.values = template, values
        return phrase
