"""The entries of the palette and their targets."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenuBar, QWidget

from core.base.resources import resource_path
from core.content.citations import all_sources
from core.reference.help import load_help
from core.reference.shelf import load_shelf
from core.search import Index, Target, case_targets, content_targets, help_targets
from core.teaching.cases import load_cases
from gui.decide.place import DecidePlace
from gui.reference.place import ReferencePlace
from gui.state import CaseState
from gui.teach.launcher import TeachLauncher
from gui.widgets.menu_commands import Command, commands
from gui.window.find_palette import FindPalette, Listed

_PAGES = {
    "variant": "criteria",
    "comparison": "criteria",
    "edition": "criteria",
    "protocol": "protocols",
    "radiation": "radiation",
    "dose": "radiation",
    "level": "radiation",
    "schedule": "schedules",
    "number": "numbers",
    "differential": "differential",
    "question": "questions",
    "source": "sources",
}
"""The page of the Reference place for each kind of entry."""


class Places(Protocol):
    """The targets of entries: the case and the three places of the window."""

    state: CaseState
    decide: DecidePlace
    reference: ReferencePlace
    teach: TeachLauncher

    def show_decide(self) -> None: ...
    def show_reference(self) -> None: ...
    def show_teach(self) -> None: ...


class Navigation(QObject):
    """The palette of a window. `help_requested(page)` asks for a page of the help."""

    help_requested = Signal(str)

    def __init__(self, places: Places, bar: QMenuBar, host: QWidget) -> None:
        super().__init__(host)
        self._places = places
        self._bar = bar
        self._commands: dict[str, Command] = {}
        # All entries except the commands, which change.
        self._targets = tuple(self._lasting())
        self.palette = FindPalette(host)
        self.palette.chosen.connect(self.go)

    @Slot()
    def open(self) -> None:
        """Open the palette with the current commands."""
        found = [command for command in commands(self._bar) if command.action.isEnabled()]
        self._commands = {str(number): command for number, command in enumerate(found)}
        listed = [
            Target("command", name, command.title, where=" ".join(command.menus))
            for name, command in self._commands.items()
        ]
        self.palette.open(Index((*listed, *self._targets)), self._listed)

    @Slot(object)
    def go(self, target: Target) -> None:
        """Go to the selected target."""
        places = self._places
        if target.kind == "command":
            self._do(self._commands[target.id])
        elif target.kind == "help":
            self.help_requested.emit(target.id)
        elif target.kind == "field":
            places.show_decide()
            places.decide.form.go_to(target.id)
        elif target.kind == "procedure":
            self._go_to_procedure(target.id)
        elif target.kind == "case":
            places.show_teach()
            places.teach.place.show_case(target.id)
        elif target.kind == "page":
            self._go_to_page(target.id, ())
        else:
            self._go_to_page(_PAGES[target.kind], (self._entry(target),))

    def _do(self, wanted: Command) -> None:
        """Run a command of the current menu. The menu may have been refilled since the palette was opened."""
        same = (each for each in commands(self._bar) if (each.menus, each.title) == (wanted.menus, wanted.title))
        found = next(same, None)
        if found is not None:
            found.action.trigger()

    def _go_to_procedure(self, procedure: str) -> None:
        """Open the card of a procedure if the case has ratings, or else the table of all variants."""
        report = self._places.state.snapshot.report
        if report is not None and procedure in [row.procedure for row in report.ratings]:
            self._places.show_decide()
            self._places.decide.ratings.go_to(procedure)
        else:
            self._go_to_page("criteria", ("side_by_side",))

    def _go_to_page(self, page: str, entries: tuple[str, ...]) -> None:
        self._places.show_reference()
        self._places.reference.open_entries(page, entries)

    def _entry(self, target: Target) -> str:
        """Return the part of the page that shows an entry. Several kinds share one table or plot."""
        shared = {"comparison": "comparison", "edition": "editions", "dose": "doses", "level": "levels"}
        return shared.get(target.kind, target.id)

    def _lasting(self) -> Iterator[Target]:
        state = self._places.state
        for name, title in self._page_titles().items():
            yield Target("page", name, title)
        shelf = load_shelf(resource_path("reference"), state.content)
        yield from content_targets(state.content, shelf)
        sources = all_sources(state.content, shelf)
        yield from case_targets(load_cases(resource_path("cases"), state.content, sources, state.today).cases)
        yield from help_targets(load_help(resource_path("help")))

    def _listed(self, target: Target) -> Listed:
        """Return the text that the palette shows next to a target's title."""
        kinds = {
            "command": "Command",
            "page": "Reference",
            "field": "Answer",
            "procedure": "Study",
            "help": "Help",
            "case": "Teaching case",
            "dose": "Published dose",
            "level": "Radiation level",
        }
        where = kinds.get(target.kind) or self._page_titles()[_PAGES[target.kind]]
        keys = self._commands[target.id].keys[:1] if target.kind == "command" else ()
        return Listed(f"{where} · {target.where}" if target.where else where, *keys)

    def _page_titles(self) -> dict[str, str]:
        """Return the pages of the Reference place, which is built on first use."""
        return {
            "criteria": "Criteria",
            "protocols": "Protocols",
            "radiation": "Radiation",
            "schedules": "Schedules",
            "numbers": "Numbers",
            "differential": "Differential",
            "questions": "Questions",
            "sources": "Sources",
        }
