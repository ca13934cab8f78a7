"""The note on the clipboard: as plain text and as Markdown, and in no other form."""

from datetime import date

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication

from core.case.case_file import Case
from core.content import Content
from core.pages.note import to_note, to_note_in_markdown


def copy_note(case: Case, content: Content, day: date, ascii_only: bool = False) -> None:
    """Puts the note on a case on the clipboard; whoever pastes takes the form that they know."""
    note = _empty_data()
    note.setText(to_note(case, content, day, ascii_only))
    note.setData("text/markdown", to_note_in_markdown(case, content, day, ascii_only).encode())
    QGuiApplication.clipboard().setMimeData(note)


def _empty_data() -> QMimeData:
    """Data for the clipboard, made by Qt itself.

    What Python has made is asked by Qt once more when the program has ended, and Python with it: PySide 6.11 then crashes.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data
