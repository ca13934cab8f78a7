"""The language of the program's own words. English is what the source says: no translator is loaded for it.

The content's words stay in the content's language, whatever the program speaks.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QWidget

from core.base.phrase import Phrase
from core.base.resources import resource_path

LANGUAGES: Final = {"en": "English", "es": "Español"}
"""The languages of the program, each by its own name."""

_CONTENT: Final = "en"
_LOCALES: Final = {"en": "en_US"}
_PROPERTY: Final = "spokenLanguage"


def language_of(wanted: str) -> str:
    """One of LANGUAGES: the one that is wanted or, for "system", the first of them that the system's user reads."""
    if wanted in LANGUAGES:
        return wanted
    read = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in read if name in LANGUAGES), "en")


def speak(app: QCoreApplication, wanted: str) -> None:
    """Lets the program, and Qt's own dialogs, speak a language; before any window is made."""
    language = language_of(wanted)
    app.setProperty(_PROPERTY, language)
    # What assistive clients are told of every widget, whatever the system's own language.
    QLocale.setDefault(QLocale(_LOCALES.get(language, language)))
    if language == "en":
        return
    own, qt = str(resource_path("translations")), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"bonewatch_{language}", own)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def speaks_otherwise_than_content() -> bool:
    """Whether the program's own words are in another language than the content's."""
    app = QCoreApplication.instance()
    return app is not None and app.property(_PROPERTY) not in (None, _CONTENT)


def content_language_notice() -> str:
    """That the content is in another language than the program's own words; empty where it is not."""
    if not speaks_otherwise_than_content():
        return ""
    return QCoreApplication.translate(
        "Language", "The clinical content is in English until its translation has been reviewed."
    )


def said(words: str) -> str:
    """Words that core made, in the program's language; the content's words, and a user's, as they are."""
    if not isinstance(words, Phrase):
        return words
    values = {name: said(value) if isinstance(value, str) else value for name, value in words.values.items()}
    return QCoreApplication.translate("core", words.template).format(**values)


def mark_as_content(*widgets: QWidget) -> None:
    """Tells assistive clients that these widgets, with all in them, are in the content's language."""
    if speaks_otherwise_than_content():
        for widget in widgets:
            widget.setLocale(QLocale(_LOCALES[_CONTENT]))
