"""Other languages for the real window: the shipped ones, and one that is made up to be long, accented and in brackets.

`speaking` changes the whole process; it puts everything back at its end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, get_args, get_type_hints
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

import core.reference.shelf
from core.base.model import Part, Text, field_names
from core.case.condition import Guard
from gui.language import speak

_VOWELS = str.maketrans(
    {"a": "áa", "e": "ée", "i": "íi", "o": "óo", "u": "úu", "A": "ÁA", "E": "ÉE", "O": "ÓO", "U": "ÚU"}
)
"""Doubled, the vowels of English make its words about 40 % longer, each in itself and not only the whole."""

PSEUDO, MIRRORED = "pseudo", "pseudo, right to left"


def pseudo(text: str) -> str:
    """The text long, accented and in brackets. What stands in braces, and the marks of Qt, are as before."""
    pieces, depth, grown = [], 0, ""
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        grown = (
            letter if depth or letter in "{}" or (pieces and pieces[-1] in ("&", "%")) else letter.translate(_VOWELS)
        )
        pieces.append(grown)
    return f"[{''.join(pieces)}]" if text.strip() else text


class _Pseudo(QTranslator):
    """Translates whatever the program asks for; what Qt itself asks for, as the names of keys, stays."""

    mirrored = False

    def translate(self, context: str, source: str, comment: str = "", number: int = -1) -> str | None:  # type: ignore[override]
        if context.startswith("Q") and context[1:2].isupper() and context not in _OWN:
            return None
        words = pseudo(source)
        # Words of a language that is read from right to left have letters that say so; these have none.
        return f"\u200f{words}" if self.mirrored else words


_OWN = ("QuestionsSection", "QuizResult", "QuizRun")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The program speaks a language: one of gui.language.LANGUAGES, PSEUDO or MIRRORED."""
    app = QCoreApplication.instance()
    assert isinstance(app, QGuiApplication)
    made_up = language in (PSEUDO, MIRRORED)
    translator = _Pseudo(app)
    translator.mirrored = language == MIRRORED
    if made_up:
        app.installTranslator(translator)
        app.setProperty("spokenLanguage", language)
    else:
        speak(app, language)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language == MIRRORED else Qt.LayoutDirection.LeftToRight)
    load = core.reference.shelf.load_shelf
    grown = patch.object(core.reference.shelf, "load_shelf", lambda *given: pseudo_pack(load(*given)))
    try:
        if made_up:
            with grown:
                yield
        else:
            yield
    finally:
        for each in app.findChildren(QTranslator):
            app.removeTranslator(each)
            each.setParent(None)
        app.setProperty("spokenLanguage", "en")
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(QLocale("C"))


def pseudo_pack(pack: Any) -> Any:
    """A content pack or shelf with all its words long, accented and in brackets; ids and references are as before."""
    declared = get_type_hints(type(pack), include_extras=True)
    grown = {name: _grown(getattr(pack, name), _has_words(declared[name])) for name in field_names(type(pack))}
    if "sha256" in grown:
        grown["sha256"] = pack.sha256[::-1]  # by which what is worked out from a pack is remembered
    return pack.but(**grown)


def _has_words(declared: Any) -> bool:
    """Whether a field is declared to hold words for people, and not ids."""
    return declared == Text or any(_has_words(part) for part in get_args(declared))


def _grown(value: Any, words: bool) -> Any:
    if isinstance(value, str):
        return pseudo(value) if words else value
    if isinstance(value, Part) and not isinstance(value, Guard):
        return pseudo_pack(value)
    if isinstance(value, tuple):
        return tuple(_grown(item, words) for item in value)
    if isinstance(value, dict) and words:
        return {key: _grown(item, words) for key, item in value.items()}
    return value
