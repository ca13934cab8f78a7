"""A page as a PDF file for archives (PDF/A-1b): searchable, with embedded fonts."""

import re
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from core import __version__
from core.content import Content
from core.pages.page import Page
from gui.paper.sheet import Sheets

SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
LANGUAGE: Final = "en-US"
_DOTS_PER_INCH: Final = 600


def to_pdf(page: Page, content: Content, paper: str) -> bytes:
    """Return the page as a PDF document on paper of one of SIZES. Needs a running QApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(QPageLayout(QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(page.title)
    writer.setCreator(f"Bonewatch {__version__}")
    painter = QPainter(writer)
    Sheets(page, content, writer).paint(painter)
    painter.end()
    return with_language(bytes(buffer.data().data()))


def with_language(document: bytes) -> bytes:
    """Return the document with its language in the catalog and with the setting that shows its title in the title bar.

    Qt writes neither. They are added as an incremental update: a new version of the catalog at the end of the file.
    """
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", document, re.DOTALL)
    root = re.search(rb"/Root (\d+) 0 R", trailer[1]) if trailer else None
    catalog = re.search(rb"(?<!\d)%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], document, re.DOTALL) if root else None
    if trailer is None or root is None or catalog is None:
        raise ValueError("Qt's PDF has no catalog where one is expected")
    more = b"\n/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % LANGUAGE.encode()
    start = len(document)
    added = b"%s 0 obj\n<<%s%s>>\nendobj\n" % (root[1], catalog[1].rstrip(), more)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (root[1], start)
    end = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], start + len(added))
    return document + added + table + end
