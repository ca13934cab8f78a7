"""Printing of a page."""

from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from core.content import Content
from core.pages.page import Page
from gui.paper.pdf import SIZES
from gui.paper.sheet import Sheets


def ask_and_print(page: Page, content: Content, paper: str | None, window: QWidget) -> str | None:
    """Let the user choose a printer, and print the page. Return an error message, or None.

    The dialog starts with this paper, "a4" or "letter", or with the printer's default if it is None.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if paper is not None:
        printer.setPageSize(QPageSize(SIZES[paper]))
    dialog = QPrintDialog(printer, window)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return print_on(printer, page, content) if chosen else None


def print_on(printer: QPrinter, page: Page, content: Content) -> str | None:
    """Print the page. Return an error message, or None."""
    printer.setDocName(page.title)
    # Reset the orientation of the last print job. The page includes its margins, measured from the edge of the paper.
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        where = printer.outputFileName() or printer.printerName()
        told = (
            "{printer} cannot be used. Choose another printer, or export a PDF and print that."
            if where
            else "The printer cannot be used. Choose another one, or export a PDF and print that."
        )
        return told.format(printer=where)
    Sheets(page, content, printer).paint(painter)
    if not painter.end():
        return "The printer gave up. Look after it, then print again."
    return None
