"""The help panel over the window: a filter and the list of pages at the left, the current page at the right."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.base.resources import resource_path
from core.reference.help import MENU_KEYS, HelpPage, load_help, page_about
from core.search import Index, help_targets
from gui.base.keyboard import give_keyboard_back
from gui.layouts.tab_order import next_stop
from gui.look.icons import icon
from gui.look.theme import Text, text_font, theme_manager
from gui.widgets.menu_commands import commands

_WIDTH, _HEIGHT, _LIST = 920, 680, 232
"""The preferred size in pixels at 100 % zoom, if the window is large enough."""
# The character that represents a picture in the text of a document.
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class HelpPanel(QFrame):
    """Shows the pages of the help. Esc or the cross closes it and returns the keyboard focus."""

    def __init__(self, bar: QMenuBar, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("help_panel")
        self.setProperty("role", "popover")
        self._host, self._bar = host, bar
        self._before: QWidget | None = None
        self.pages = load_help(resource_path("help"))
        self._pictures = resource_path("help/pictures")
        self._shown = self.pages
        self._index = Index(help_targets(self.pages))
        self._page = self.pages[0]
        self._title = Text("Help", "title", "primary", self)
        self._close = QPushButton(self)
        self._close.setObjectName("help_close")
        self._close.setProperty("role", "icon")
        self._close.setAccessibleName("Close the help")
        self._close.clicked.connect(self.dismiss)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("help_filter")
        self.filter.setPlaceholderText("Search the help")
        self.filter.setAccessibleName("Search the help")
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("help_pages")
        self.list.setProperty("role", "results")
        self.list.setAccessibleName("Pages of the help")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser(self)
        self.text.setObjectName("help_text")
        self.text.setOpenLinks(False)
        self._arrange()
        self.filter.textChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(self._on_row)
        self.text.anchorClicked.connect(self._on_link)
        self.hide()
        host.installEventFilter(self)
        self._narrow("")
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def open_page(self, page: str) -> None:
        """Open a page by its id. Raise StopIteration for an unknown id."""
        self._open(next(each for each in self.pages if each.id == page))

    def open_about(self, widget: QWidget | None) -> None:
        """Open the page about a part of the window."""
        if widget is None or not self.isAncestorOf(widget):
            self._open(page_about(_parts(widget), self.pages))

    @Slot()
    def dismiss(self) -> None:
        """Close, and return the focus to the widget that had it."""
        if not self.isVisible():
            return
        self.hide()
        give_keyboard_back(self._before)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays inside, since the panel covers the widgets below it. Esc closes it.
        stop = next_stop(self, self.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _open(self, page: HelpPage) -> None:
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        if page not in self._shown:
            self.filter.clear()
        self._place()
        self.show()
        self.raise_()
        self.list.setCurrentRow(self._shown.index(page))
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        """Show the pages that contain the words, the best match first, or all pages."""
        found, _ = self._index.find(typed, len(self.pages))
        pages = {page.id: page for page in self.pages}
        self._shown = tuple(pages[target.id] for target in found) if typed.strip() else self.pages
        self.list.blockSignals(True)
        self.list.clear()
        self.list.ensurePolished()
        self.list.addItems([page.title for page in self._shown])
        self.list.blockSignals(False)
        if self._shown:
            self.list.setCurrentRow(0 if typed.strip() else self._shown.index(self._page))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._page = self._shown[row]
            self._show_page()

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        self.open_page(url.path().removesuffix(".md"))

    def _show_page(self) -> None:
        page = self._page
        text = page.text.replace(MENU_KEYS, menu_keys(self._bar))
        # Show keys in bold: the code font that Qt chooses differs between systems.
        text = re.sub("`([^`]+)`", r"**\1**", text)
        self.text.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.text.setAccessibleName(f"Help: {page.title}")
        self._show_headings()
        self._show_tables()
        self._show_pictures()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_headings(self) -> None:
        """Give headings the program's type sizes, with space above them."""
        for block in self._blocks():
            level = block.blockFormat().headingLevel()
            if level:
                cursor, letters, room = QTextCursor(block), QTextCharFormat(), QTextBlockFormat()
                letters.setFont(text_font("headline" if level == 1 else "title"))
                room.setTopMargin(theme_manager().px("small" if level == 1 else "large"))
                room.setBottomMargin(theme_manager().px("tiny"))
                cursor.mergeBlockFormat(room)
                # Do not select the whole block: Qt counts the end of the previous block as part of it.
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(letters)

    def _show_tables(self) -> None:
        """Format tables without lines, with padding in their cells."""
        for block in self._blocks():
            # Do not ask for the document's frames: PySide never frees them (6.11).
            table = QTextCursor(block).currentTable()
            if table is not None and table.firstPosition() == block.position():
                made = table.format()
                made.setBorder(0)
                made.setTopMargin(theme_manager().px("small"))
                made.setCellPadding(theme_manager().px(3))
                made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                table.setFormat(made)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.text.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _show_pictures(self) -> None:
        """Show pictures in the colors of the theme and at the zoom of the text, no wider than the page."""
        manager, document = theme_manager(), self.text.document()
        room = self.text.viewport().width() - 4 * manager.px("small")
        cursor = document.find(_PICTURE)
        while not cursor.isNull():
            made = cursor.charFormat().toImageFormat()
            picture = QImage(str(self._pictures / manager.theme.name / made.name()))
            made.setName(str(self._pictures / manager.theme.name / made.name()))
            made.setWidth(min(manager.px(picture.width()), room))
            cursor.setCharFormat(made)
            cursor = document.find(_PICTURE, cursor)

    def _arrange(self) -> None:
        left, head = QVBoxLayout(), QHBoxLayout()
        left.addWidget(self._title)
        left.addWidget(self.filter)
        left.addWidget(self.list, stretch=1)
        head.addStretch(1)
        head.addWidget(self._close)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self.text, stretch=1)
        self._left, self._right = left, right
        self._row = QHBoxLayout(self)
        self._row.addLayout(left)
        self._row.addLayout(right, stretch=1)

    def _place(self) -> None:
        manager, room = theme_manager(), self._host.rect()
        gap = manager.px("small")
        width = min(manager.px(_WIDTH), room.width() - 2 * gap)
        height = min(manager.px(_HEIGHT), room.height() - 2 * gap)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
        self.list.setFixedWidth(min(manager.px(_LIST), width * 2 // 5))
        self.filter.setFixedWidth(self.list.width())

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._row.setContentsMargins(*[manager.px("large")] * 4)
        self._row.setSpacing(manager.px("large"))
        for column in (self._left, self._right):
            column.setSpacing(manager.px("small"))
        self._close.setIcon(icon("close", manager.theme.text.secondary, size=manager.px(16)))
        self.text.document().setDocumentMargin(manager.px("small"))
        self._place()
        self._show_page()


def menu_keys(bar: QMenuBar) -> str:
    """Return the commands with keys as rows of a Markdown table: keys, action, menu."""
    rows = [
        f"| {' or '.join(f'`{keys}`' for keys in command.keys)} | {command.title} | {', '.join(command.menus)} |"
        for command in commands(bar)
        if command.keys
    ]
    return "\n".join(rows)


def _parts(widget: QWidget | None) -> Iterator[str]:
    """Yield the names of a widget and its ancestors, from the inside out."""
    while widget is not None:
        yield widget.objectName()
        widget = widget.parentWidget()
