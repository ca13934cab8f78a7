"""The window: its menus, and the places below its header."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.case.case_file import Case
from core.content.staleness import is_stale
from core.report.report import one_line
from gui.base.preferences import Preferences
from gui.decide.place import DecidePlace
from gui.files.case_files import CaseFiles
from gui.files.picture_files import PictureFiles
from gui.files.recent_files import RecentFiles
from gui.layouts.tab_order import next_stop
from gui.local_protocol.controller import LocalProtocolController
from gui.look.icons import app_icon, set_icon
from gui.look.theme import font_problem, theme_manager
from gui.paper.output import PageOutput
from gui.reference.place import ReferencePlace
from gui.state import CaseState
from gui.teach.launcher import TeachLauncher
from gui.widgets.command_menu import CommandMenu
from gui.window.find_launcher import FindLauncher
from gui.window.footer import Footer, StaleLine
from gui.window.header import Header
from gui.window.screen_menu import ScreenMenu
from gui.window.view_menu import ViewMenu

if TYPE_CHECKING:
    from core.report.explain import Explanation

# Width and height in pixels at 100 % zoom: the initial size, and the smallest size in which everything fits.
_SIZE = 1280, 800
_LEAST_SIZE = 480, 320


class MainWindow(QMainWindow):
    """The main window. Without `preferences` it uses temporary ones.

    `keep` is called with the window after it is placed and before it is filled, to keep it within its screen.
    """

    def __init__(
        self,
        state: CaseState,
        preferences: Preferences | None = None,
        keep: Callable[[QWidget], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Bonewatch")
        self.setWindowIcon(app_icon())
        self.resize(*map(theme_manager().px, _SIZE))
        self.state = state
        state.setParent(self)
        self.preferences = preferences or Preferences()
        # Set the size first. Otherwise everything would be laid out twice.
        self._restore_place()
        if keep is not None:
            keep(self)
        self.files = CaseFiles(state, self.preferences, self)
        self.files.told.connect(self.tell)
        self.local = LocalProtocolController(state, self.preferences.folder, self)
        self.files.opened.connect(self.show_decide)
        self.setAcceptDrops(True)
        body = QWidget(self)
        body.setProperty("role", "window")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._places = QStackedWidget(body)
        self.decide = DecidePlace(state, self._places)
        self.reference = ReferencePlace(state, self._places)
        self.teach = TeachLauncher(state, self.preferences, self._places)
        self.teach.decide_requested.connect(self._decide_case)
        self.teach.show_requested.connect(self.show_teach)
        self.decide.banner.variants_requested.connect(self._open_variants)
        self.decide.banner.protocol_requested.connect(self._open_protocol)
        self.reference.decide_requested.connect(self.show_decide)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        places = (
            (self.decide, "Decide"),
            (self.reference, "Reference"),
            (self.teach, "Teach"),
        )
        self._header = Header([(place.objectName(), title) for place, title in places], body)
        for place, _ in places:
            self._places.addWidget(place)
        self._header.place_chosen.connect(self._places.setCurrentIndex)
        column.addWidget(self._header)
        column.addWidget(StaleLine(state.content, is_stale(state.content, state.today), body))
        column.addWidget(self._places, stretch=1)
        self._places.raise_()  # Read out after the content above it.
        column.addWidget(Footer(state.content, body))
        self.setCentralWidget(body)
        self._copy_note = QPushButton("&Copy note", self)
        self._copy_note.setObjectName("copy_note")
        self._copy_note.setProperty("role", "primary")
        self._copy_note.clicked.connect(self.copy_note)
        self.decide.banner.add_button(self._copy_note)
        state.case_changed.connect(self._on_case)
        state.file_changed.connect(self._show_title)
        self._add_menus(body)
        self._show_look()
        theme_manager().changed.connect(self._show_look)
        self.decide.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stop = next_stop(self, self.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.files.may_leave())
        if event.isAccepted():
            self.preferences.window_place = self.saveGeometry()

    def _restore_place(self) -> None:
        """Restore the window's last position, if its screen still exists."""
        place = self.preferences.window_place
        if place is not None and self.restoreGeometry(place):
            # Do not restore full screen, so that the menus are visible.
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.take(event.mimeData())

    def open_case(self, case: Case) -> None:
        """Show a case without a file."""
        self.state.open(case)

    @Slot(str, str)
    def tell(self, title: str, text: str) -> None:
        """Show a message next to the window's content, without blocking the user."""
        from core.report.explain import Explanation

        self._explain(Explanation(title, (text,), "", (), ()))

    def tell_problems(self) -> None:
        """Report what the program could not read at its start, and what is missing as a result."""
        told = [("Preferences cannot be read", self.preferences.problem)]
        told.append(("The policy cannot be used as it is", "\n".join(self.preferences.policy_problems)))
        told.append(("The local protocol is left out", self.local.problem))
        told.append(("The program's own font is not there", font_problem()))
        told = [(title, text) for title, text in told if text]
        if told:
            title, text = told[0]
            self.tell(title, "\n\n".join((text, *(f"{other}\n{words}" for other, words in told[1:]))))

    def _explain(self, explanation: "Explanation") -> None:
        place = self._places.currentWidget()
        assert isinstance(place, DecidePlace | ReferencePlace | TeachLauncher)
        place.why.show_explanation(explanation, self.focusWidget() or self._header.menus)

    def _add_menus(self, body: QWidget) -> None:
        file = CommandMenu("&File", self._header.menus)
        file.add("reset", "&New case", "Ctrl+N", self.reset)
        file.add("open", "&Open case…", "Ctrl+O", self.files.ask_and_open)
        recent = RecentFiles("Open &recent", self.preferences, file)
        recent.chosen.connect(self.files.open_path)
        file.addMenu(recent)
        file.addSeparator()
        file.add("save", "&Save case", "Ctrl+S", self.files.save)
        file.add("save_as", "Save case &as…", "Ctrl+Shift+S", self.files.save_as)
        file.addSeparator()
        self.one_page = PageOutput(self.state, self.preferences, self, self.tell)
        self.reference.print_requested.connect(self.one_page.print_sheet)
        self.reference.export_requested.connect(self.one_page.export_sheet)
        file.add("export", "&Export one page…", "Ctrl+E", self.one_page.export)
        self.pictures = PictureFiles(self.state, self.decide.flowchart_panel, self.decide.ratings, self.tell)
        self.pictures.add_menu(file)
        file.add("print", "&Print…", "Ctrl+P", self.one_page.print_page)
        file.addSeparator()
        file.add("quit", "&Quit", "Ctrl+Q", self.close)
        edit = CommandMenu("&Edit", self._header.menus)
        undo = self.state.undo_stack.createUndoAction(self, "&Undo")
        undo.setShortcut("Ctrl+Z")
        redo = self.state.undo_stack.createRedoAction(self, "&Redo")
        redo.setShortcut("Ctrl+Shift+Z")
        edit.addActions([undo, redo])
        edit.add("copy", "&Copy note", "Ctrl+Shift+C", self.copy_note)
        edit.addSeparator()
        edit.add("pin", "&Pin for comparison", "Ctrl+Shift+P", self.pin)
        unpin = edit.add("unpin", "U&npin", "", self.decide.unpin)
        unpin.setEnabled(False)
        self.decide.pinned.connect(unpin.setEnabled)
        edit.addSeparator()
        self.finder = FindLauncher(self, self._header.menus, body)
        self._header.finder.clicked.connect(self.finder.find)
        edit.add("find_anything", "&Find anything…", "Ctrl+K", self.finder.find)
        edit.addSeparator()
        edit.add("local_protocol", "&Local protocol…", "", self.edit_local_protocol)
        edit.add("settings", "&Settings…", "Ctrl+,", self.edit_settings)
        self._add_view_menu()
        self._add_teach_menu()
        help_menu = CommandMenu("&Help", self._header.menus)
        help_menu.add("help", "&Help", "F1", self.finder.show_help)
        help_menu.add("about", "&About Bonewatch", "", self.show_about)

    def _add_view_menu(self) -> None:
        view = ViewMenu("&View", self._header.menus, self.preferences)
        view.add("show_decide", "Deci&de", "Ctrl+1", self.show_decide)
        view.add("show_reference", "Re&ference", "Ctrl+2", self.show_reference)
        view.add("show_teach", "&Teach", "Ctrl+3", self.show_teach)
        view.fill(self.decide.flowchart)
        view.add("full_screen", "F&ull screen", "F11", self.toggle_full_screen)

    def _add_teach_menu(self) -> None:
        teach = CommandMenu("&Teach", self._header.menus)
        teach.add("present_case", "&Present the case", "F5", self.present)
        screens = ScreenMenu("Present &on", teach)
        screens.chosen.connect(self._present_on)
        teach.addMenu(screens)
        teach.addSeparator()
        teach.addActions(self.teach.own_actions)

    @Slot(object)
    def _present_on(self, screen: QScreen | None) -> None:
        self.show_teach()
        self.teach.place.present_on(screen)

    @Slot()
    def present(self) -> None:
        """Present the selected case of the Teach place on this window's screen."""
        self.show_teach()
        self.teach.place.present()

    @Slot(object)
    def _decide_case(self, case: Case) -> None:
        if self.files.may_leave():
            self.open_case(case)
            self.show_decide()

    @Slot(object)
    def _open_variants(self, names: tuple[str, ...]) -> None:
        self.show_reference()
        self.reference.open_entries("criteria", names)

    @Slot(str)
    def _open_protocol(self, procedure: str) -> None:
        self.show_reference()
        self.reference.open_protocol(procedure)

    @Slot(int)
    def show_place(self, index: int) -> None:
        """Show the place with this number, from 0."""
        self._header.choose_place(index)

    @Slot()
    def show_decide(self) -> None:
        """Show the Decide place in its previous state."""
        self.show_place(0)

    @Slot()
    def show_reference(self) -> None:
        """Show the Reference place in its previous state."""
        self.show_place(1)

    @Slot()
    def show_teach(self) -> None:
        """Show the Teach place in its previous state, with the focus in it."""
        self.show_place(2)
        self.teach.place.start()

    @Slot()
    def reset(self) -> None:
        """Start an empty case, with the focus at the first question."""
        if self.files.may_leave():
            self.state.reset()
            self.show_decide()
            self.decide.start()

    @Slot()
    def copy_note(self) -> None:
        """Copy the decision to the clipboard as a short note."""
        if self.state.snapshot.report is not None:
            from core.pages.note import to_note

            note = to_note(self.state.case, self.state.content, self.state.today, self.preferences["ascii_notes"])
            QGuiApplication.clipboard().setText(note)

    @Slot()
    def pin(self) -> None:
        """Pin the current case, and show it next to the changed case."""
        self.show_decide()
        self.decide.pin()

    @Slot()
    def edit_local_protocol(self) -> None:
        """Open the form for the site's local protocol."""
        from gui.local_protocol.editor import LocalProtocolDialog

        LocalProtocolDialog(self.local, self.state.content, self).open()

    @Slot()
    def edit_settings(self) -> None:
        """Open the settings."""
        from gui.settings.dialog import SettingsDialog

        SettingsDialog(self.preferences, self).open()

    @Slot()
    def show_about(self) -> None:
        """Show the page about the program: its purpose, its audience, and its limits."""
        from gui.help.about import about

        self._explain(about(self.state.content))

    @Slot()
    def toggle_full_screen(self) -> None:
        """Switch to full screen, or back to a normal window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def _show_title(self) -> None:
        file, title = self.state.file, one_line(self.state.title)
        words = " · ".join(part for part in (title, file.path.name if file else "") if part)
        # Qt shows a doubled "[*]" as text instead of as the mark of unsaved changes.
        words = words.replace("[*]", "[*][*]")
        self.setWindowTitle(f"{words}[*] - Bonewatch" if words else "Bonewatch")
        self.setWindowModified(self.state.has_unsaved_changes)

    @Slot()
    def _on_case(self) -> None:
        # Ask the state: a panel that failed to show this case has cleared its decision meanwhile.
        self._copy_note.setEnabled(self.state.snapshot.report is not None)
        self._show_title()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        least = QSize(*map(manager.px, _LEAST_SIZE))
        self.setMinimumSize(least.boundedTo(self.screen().availableSize()))
        set_icon(self._copy_note, "copy", manager.theme.text.on_accent)
