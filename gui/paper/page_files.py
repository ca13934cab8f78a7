"""Pages as files: the extension sets the format, as it does for pictures. Only PDF needs Qt."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from core.case.case_file import Case
from core.content import Content, Source
from core.pages.decision_page import one_page
from core.pages.decision_record import decision_record
from core.pages.handout import handout
from core.pages.markdown import to_markdown
from core.pages.page import Page
from core.pages.plain_text import to_text
from core.teaching.lesson import Lesson
from gui.base.saving import save_whole
from gui.paper.page_html import to_html

PAGE_ENDINGS: Final = (".pdf", ".html", ".md", ".txt")
DECISION_ENDINGS: Final = (*PAGE_ENDINGS, ".json")
HANDOUT_ENDINGS: Final = (".pdf", ".html")
PICTURE_ENDINGS: Final = (".png", ".svg", ".pdf")


def ending_fault(path: Path, endings: tuple[str, ...]) -> str | None:
    """Return what is wrong with the extension of a file name, or None."""
    if path.suffix.lower() in endings:
        return None
    return "'{file}' ends in none of {endings}".format(file=path.name, endings=", ".join(endings))


def save_decision(
    case: Case, content: Content, day: date, path: Path, paper: str, badges: Mapping[str, str] | None = None
) -> str | None:
    """Write the decision on a case on one page. Return an error message, or None. `paper` is "a4" or "letter".

    `badges` follow recorded answers, by field; JSON has none.
    """
    if path.suffix.lower() == ".json":
        return save_whole(path, decision_record(case, content, day).encode())
    return save_page(one_page(case, content, day, badges), content, path, paper)


def save_handout(
    lesson: Lesson,
    content: Content,
    sources: Mapping[str, Source],
    day: date,
    with_answer: bool,
    path: Path,
    paper: str,
) -> str | None:
    """Write the sheet of a teaching case. Return an error message, or None. `paper` is "a4" or "letter"."""
    return save_page(handout(lesson, content, sources, day, with_answer), content, path, paper)


def save_page(page: Page, content: Content, path: Path, paper: str) -> str | None:
    """Write a page in the format of the extension. Return an error message, or None. `paper` is "a4" or "letter"."""
    return save_whole(path, _bytes(page, content, path, paper))


def _bytes(page: Page, content: Content, path: Path, paper: str) -> bytes:
    ending = path.suffix.lower()
    if ending == ".pdf":
        from gui.paper.pdf import to_pdf

        return to_pdf(page, content, paper)
    return {".html": to_html, ".md": to_markdown, ".txt": to_text}[ending](page).encode()
