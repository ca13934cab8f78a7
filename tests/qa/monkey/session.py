"""The program with a monkey, in one process: started by `__main__.py`, which has made the X server and the folder.

The monkey acts whenever the program's event loop is about to sleep, so that it sees what a user would see: nothing is
left to lay out or paint. Its events come from a separate connection to the X server. A marker message to the window
after them shows that all of them have arrived.
"""

import ctypes
import faulthandler
import gc
import json
import os
import sys
import time
import traceback
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psutil
from PySide6.QtCore import QAbstractEventDispatcher, QAbstractNativeEventFilter, QByteArray, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.base.resources import resource_path
from core.case.case_file import LARGEST_BYTES
from core.content.packaged import packaged_content
from gui.application import make_application, make_window
from gui.base.preferences import Preferences, user_file
from gui.look.theme import theme_manager
from gui.reference.sections import Disclosure
from gui.state import CaseState
from gui.widgets.text_table import TableToggle
from gui.window.main_window import MainWindow
from tests.qa.monkey.fence import confine
from tests.qa.monkey.habits import FILES, Event, Habits, lay_out_files
from tests.qa.monkey.hands import Hands
from tests.qa.monkey.witness import AnswerOnScreen, Complaints

TODAY = date(2026, 6, 1)
SECONDS_UNTIL_STUCK = 120
_MOST_ESCAPES = 60
_CLIENT_MESSAGE = 33


class FindingError(Exception):
    """A failed check, in words."""


class _Arrivals(QAbstractNativeEventFilter):
    """Notices the marker message that the hands send after each event."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self.all_here = True

    def nativeEventFilter(self, kind: QByteArray, message: int) -> tuple[bool, int]:
        place = int(message)
        is_message = ctypes.c_uint8.from_address(place).value & 0x7F == _CLIENT_MESSAGE
        # xcb_client_message_event_t: kind, format, sequence, window, type of message.
        ours = is_message and self._hands.is_done(ctypes.c_uint32.from_address(place + 8).value)
        self.all_here = self.all_here or ours
        return ours, 0


class Session(QObject):
    """Runs the monkey for a number of events or seconds, or until a check fails."""

    def __init__(self, window: MainWindow, options: Namespace, complaints: Complaints) -> None:
        super().__init__(window)
        self._window, self._options, self._complaints = window, options, complaints
        self._hands = Hands(os.environ["DISPLAY"])
        self._habits = Habits(window, options.seed)
        self._screen = AnswerOnScreen(window, TODAY, options.folder / "scenarios")
        self._journal = options.journal.open("w", buffering=1, encoding="utf-8")
        self._number = 0
        self._kinds: Counter[str] = Counter()
        self._places: Counter[str] = Counter()
        self._memory: list[dict[str, float]] = []
        self.finding = ""
        self._begin = time.monotonic()
        self._arrivals = _Arrivals(self._hands)
        QApplication.instance().installNativeEventFilter(self._arrivals)
        self._script = self._run()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._on_quiet)
        self._send()

    @Slot()
    def _on_quiet(self) -> None:
        if not self._arrivals.all_here:
            return
        try:
            next(self._script)
        except StopIteration:
            self._end()
        except FindingError as found:
            self.finding = str(found)
            self._end()
        except Exception:
            self.finding = traceback.format_exc()
            self._end()

    def _send(self) -> None:
        self._arrivals.all_here = False
        self._hands.say_done(int(self._window.winId()))

    def _end(self) -> None:
        QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._on_quiet)
        if self.finding:
            QApplication.primaryScreen().grabWindow(0).save(str(self._options.folder / "screen.png"))
            # Questions may be open and event loops nested. Only the figures are still needed.
            write_figures(self, self._options)
            os._exit(1)
        QApplication.exit()

    # Actions

    def _run(self) -> Iterator[None]:
        yield from self._go_everywhere()
        yield from self._rest()
        for event in self._events():
            self._journal.write(json.dumps(event) + "\n")
            self._number += 1
            self._kinds[event[0]] += 1
            yield from self._do(*event)
            yield from self._take_keyboard()
            self._look()
            if self._number % 100 == 0:
                faulthandler.dump_traceback_later(SECONDS_UNTIL_STUCK, exit=True)
            if self._number % self._options.rest_every == 0:
                yield from self._rest()
            if self._number % 5_000 == 0:
                seconds = time.monotonic() - self._begin
                print(f"{self._number:,} events, {self._number / seconds:.0f}/s, {self._memory[-1]}", flush=True)
        yield from self._rest()

    def _go_everywhere(self) -> Iterator[None]:
        """Open once each view that is made on first use, so that the memory does not grow by it later."""
        yield from self._take_keyboard()
        yield from self._do("key", "ctrl+2")
        pages = [page for page in self._window.reference.findChildren(QPushButton) if page.objectName()[:5] == "page_"]
        if not pages:
            raise FindingError("Ctrl+2 does not show the pages of the reference")
        for page in pages:
            spot = page.mapToGlobal(page.rect().center())
            yield from self._do("click", spot.x(), spot.y())
            self._look()
        for entry in self._window.reference.findChildren(Disclosure):
            entry.set_open(True)
            entry.set_open(False)
        for toggle in self._window.reference.findChildren(TableToggle):
            toggle.toggle()
            toggle.toggle()
        for key in ("ctrl+k", "F1", "ctrl+3", "F5", "ctrl+1", "ctrl+shift+p", "ctrl+comma"):
            yield from self._do("key", key)
            yield from self._take_keyboard()
            self._look()
            yield from self._press("Escape")

    def _events(self) -> Iterator[Event]:
        options = self._options
        if options.replay:
            for line in options.replay.read_text(encoding="utf-8").splitlines()[: options.events]:
                yield tuple(json.loads(line))
        while not options.replay and self._number < options.events:
            if options.minutes and time.monotonic() - self._begin > options.minutes * 60:
                return
            yield self._habits.next(self._number + 1)

    def _do(self, what: str, *how: object) -> Iterator[None]:
        """Do an event, and continue after the program has done everything that results from it."""
        hands, main = self._hands, int(self._window.winId())
        if what == "wait":
            QTimer.singleShot(how[0], self._wake)
            self._arrivals.all_here = False
            yield
        elif what == "name_file":
            left, top, name = how
            hands.click(left, top)
            hands.key("ctrl+a")
            hands.type(str(name).replace(FILES, str(self._options.folder / "files")))
            hands.key("Return")
        elif what in ("place", "ask_to_close"):
            getattr(hands, what)(main, *how)
        else:
            getattr(hands, what)(*how)
        self._send()
        yield

    @Slot()
    def _wake(self) -> None:
        self._arrivals.all_here = True

    def _take_keyboard(self) -> Iterator[None]:
        """Act as a window manager: show a closed window again, and give the focus to the window in front."""
        front = QApplication.activeModalWidget() or self._presenter()
        if front is None and not self._window.isVisible():
            self._window.show()
            self._places["closed and opened again"] += 1
        front = front or self._window
        if QApplication.activeWindow() is not front and QApplication.activePopupWidget() is None:
            self._hands.give_keyboard(int(front.winId()))
            self._send()
            yield

    def _presenter(self) -> QWidget | None:
        place = self._window.teach._place
        presenter = place.presenter if place is not None else None
        return presenter if presenter is not None and presenter.isVisible() else None

    # Checks

    def _look(self) -> None:
        if self._complaints.found:
            raise FindingError("\n".join(self._complaints.found))
        faults = self._screen.faults()
        if faults:
            raise FindingError("\n".join(faults))
        self._places[self._where()] += 1

    def _where(self) -> str:
        """Return a short name of the window or panel in front."""
        modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if popup is not None:
            return f"popup {type(popup).__name__}"
        if modal is not None:
            return f"dialog {modal.objectName() or modal.windowTitle()}"
        if self._presenter() is not None:
            return "presenter"
        for name in ("find_palette", "help_panel"):
            panel = self._window.findChild(QWidget, name)
            if panel is not None and panel.isVisible():
                return name
        place = self._window._places.currentWidget()
        if place is self._window.reference:
            return f"reference, {place._pages.currentWidget().objectName()}"
        if place is self._window.decide and place._pinned is not None:
            return "decide, compared"
        return place.objectName()

    def _rest(self) -> Iterator[None]:
        """Go back to an empty case in Decide by keys, to measure the memory there."""
        for _ in range(_MOST_ESCAPES):
            if not (QApplication.activeModalWidget() or QApplication.activePopupWidget() or self._presenter()):
                break
            yield from self._press("Escape")
        else:
            raise FindingError(f"{_MOST_ESCAPES} times Escape does not lead back from {self._where()}")
        if self._window.isFullScreen():
            yield from self._do("key", "F11")
        yield from self._do("place", 0, 0, 1280, 800)
        if theme_manager().theme.name != "light":
            theme_manager().wear("light")
        zoom = ["ctrl+0"] if theme_manager().zoom_percent != 100 else []
        for key in (*["Escape"] * 3, *zoom, "ctrl+alt+0", "ctrl+1", "Escape", "Escape", "ctrl+n"):
            yield from self._do("key", key)
        if QApplication.activeModalWidget() is not None:
            yield from self._take_keyboard()
            yield from self._press("alt+d")  # Discard the changes in a file.
        if self._window.state.file is not None:
            raise FindingError(f"Ctrl+N does not begin a new case in {self._where()}")
        self._look()
        gc.collect()
        self._memory.append({"event": self._number, **_memory(), "widgets": len(QApplication.allWidgets())})

    def _press(self, key: str) -> Iterator[None]:
        """Yield whether a key may press a button: Qt shows the button pressed for a tenth of a second."""
        yield from self._do("key", key)
        yield from self._do("wait", 150)
        yield from self._take_keyboard()

    def figures(self) -> dict[str, object]:
        """Return a summary of the actions and observations."""
        seconds = time.monotonic() - self._begin
        return {
            "seed": self._options.seed,
            "events": self._number,
            "seconds": round(seconds, 1),
            "events_per_second": round(self._number / seconds, 1),
            "x_events": self._hands.sent,
            "events_by_kind": dict(self._kinds.most_common()),
            "places": dict(self._places.most_common()),
            "controls_pressed": len(self._habits.pressed),
            "scenarios": self._screen.count_scenarios(),
            "headlines": len(self._screen.headlines),
            "memory": self._memory,
            "fenced_in": self._options.fenced_in,
            "finding": self.finding,
        }


def _memory() -> dict[str, float]:
    """Return the MiB that the process holds: with the page cache of mapped files (`rss`), and private memory alone."""
    held = psutil.Process().memory_info()
    return {"rss_mib": round(held.rss / 2**20, 2), "own_mib": round((held.rss - held.shared) / 2**20, 2)}


def write_figures(session: Session, options: Namespace) -> None:
    """Write the report of the session for the parent process."""
    options.figures.write_text(json.dumps(session.figures()), encoding="utf-8")


def main() -> int:
    """Run a session. Return exit status 1 if there is a finding."""
    parser = ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--rest-every", type=int)
    parser.add_argument("--replay", type=Path)
    options = parser.parse_args()
    faulthandler.enable()
    faulthandler.dump_traceback_later(SECONDS_UNTIL_STUCK, exit=True)
    options.journal, options.figures = options.folder / "events.jsonl", options.folder / "figures.json"
    lay_out_files(options.folder / "files", resource_path("cases"), LARGEST_BYTES)
    options.fenced_in = confine(options.folder)
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    window = make_window(CaseState(packaged_content(), TODAY), Preferences(user_file()))
    complaints = Complaints()
    complaints.listen()
    window.show()
    session = Session(window, options, complaints)
    app.exec()
    session.finding = "\n".join(complaints.found)
    write_figures(session, options)
    return int(bool(session.finding))


if __name__ == "__main__":
    sys.exit(main())
