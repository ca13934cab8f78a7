"""A separate desktop for the tests: X server, session bus and accessibility bus, all started and ended here."""

import ctypes
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.assistive import Bus, Client, Element
from tests.desktop.waiting import SECONDS, until
from tests.desktop.x_window import Monitors, XWindow
from tests.programs import require

PROJECT = Path(__file__).resolve().parents[2]
SCREEN = (1280, 800)
SCREENS = {"desk": (0, 0, 1280, 800), "beamer": (1280, 0, 1024, 768)}
"""The places of the two screens of a desktop: left, top, width, height."""

# Qt prints this for a label with selectable text: it reports the selection, then finds that labels have no text
# interface.
# labels have no text interface.
_QT_COMPLAINTS = ("qt.accessibility.atspi: Received text event for invalid interface.",)

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Desktop:
    """A running desktop: the environment for its programs, and the address of its accessibility bus."""

    environment: dict[str, str]
    accessibility: str

    @property
    def display(self) -> str:
        """The name of the X server."""
        return self.environment["DISPLAY"]


@dataclass
class Program:
    """The running program as seen by an assistive client."""

    process: "subprocess.Popen[str]"
    client: Client
    app: Element


def activate(program: Program, window: XWindow) -> None:
    """Give the program's window the focus until it takes it. Qt misses the first one while the window opens."""

    def noticed() -> bool:
        window.take_keyboard()
        # The name of the case or its file precedes the program's name.
        return any("active" in frame.states for frame in program.app.children() if frame.name.endswith("Bonewatch"))

    until(noticed, "a window that has noticed the keyboard")


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Start an X server with a session bus and an accessibility bus for this test process."""
    with desktop_of(tmp_path_factory.mktemp("home"), SCREEN) as desktop:
        yield desktop


@pytest.fixture
def two_screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Start a separate desktop with the two connected screens of SCREENS."""
    size = max(left + width for left, _, width, _ in SCREENS.values()), max(box[3] for box in SCREENS.values())
    with desktop_of(tmp_path_factory.mktemp("home"), size) as desktop:
        for name, box in SCREENS.items():
            Monitors(desktop.display).plug(name, *box)
        yield desktop


@contextmanager
def desktop_of(home: Path, size: tuple[int, int]) -> Iterator[Desktop]:
    """Start a desktop with a screen of this size, and end it afterwards."""
    if not sys.platform.startswith("linux"):
        pytest.skip("X servers and AT-SPI are part of Linux")
    server, bus, launcher, *_ = require("Xvfb", "dbus-daemon", "at-spi-bus-launcher", "xdotool", "xrandr")
    home.chmod(0o700)
    started: list[subprocess.Popen[str]] = []
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GSETTINGS_BACKEND": "memory",
    }
    try:
        with (home / "desktop.log").open("w") as log:
            # Without this the server would reset its screens when the last client leaves.
            command = [server, "-displayfd", "1", "-screen", "0", f"{size[0]}x{size[1]}x24", "-noreset"]
            number = _start(started, log, environment, *command, "-nolisten", "tcp")
            environment["DISPLAY"] = f":{number}"
            address = _start(
                started, log, environment, bus, "--session", "--nofork", "--nopidfile", "--print-address=1"
            )
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            _start(started, log, environment, launcher, "--launch-immediately", says=False)
            session = Bus(address)
            until(lambda: session.owns("org.a11y.Bus"), "the accessibility bus")
            (accessibility,) = session.call(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
            session.close()
            yield Desktop(environment, accessibility)
    finally:
        for process in reversed(started):
            _end(process)


def _start(
    started: "list[subprocess.Popen[str]]", log: object, environment: dict[str, str], *command: str, says: bool = True
) -> str:
    """Start a program of the desktop in a new process group. Yield the line that it prints when it is ready."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=log,  # type: ignore[arg-type]
        text=True,
        start_new_session=True,
        preexec_fn=_end_with_the_tests,
    )
    started.append(process)
    return _line(process) if says else ""


def _end_with_the_tests() -> None:
    """Make Linux end this process if the test run is killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        assert selector.select(timeout=SECONDS), f"{process.args} does not come up"
    return process.stdout.readline().strip()


def _end(process: "subprocess.Popen[str]") -> None:
    """End a program and all processes of its group."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(timeout=5)
        except ProcessLookupError:
            process.wait()
        except subprocess.TimeoutExpired:
            continue
        break
    if process.stdout is not None:
        process.stdout.close()


Launch = Callable[..., Program]


@pytest.fixture
def launch(desktop: Desktop, tmp_path: Path) -> Iterator[Launch]:
    """Yield a function that starts the program as users do and waits until its window can be read."""
    with _launching(desktop, tmp_path) as launch:
        yield launch


@pytest.fixture
def launch_on_two(two_screens: Desktop, tmp_path: Path) -> Iterator[Launch]:
    """Yield such a function for the desktop with two screens."""
    with _launching(two_screens, tmp_path) as launch:
        yield launch


@contextmanager
def _launching(desktop: Desktop, tmp_path: Path) -> Iterator[Launch]:
    clients: list[Client] = []
    running: list[subprocess.Popen[str]] = []

    def launch(*arguments: str) -> Program:
        process = subprocess.Popen(
            [sys.executable, "-m", "gui", *arguments],
            cwd=PROJECT,
            env={**desktop.environment, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")},
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_end_with_the_tests,
        )
        running.append(process)
        clients.append(Client(desktop.accessibility))
        program = Program(process, clients[-1], clients[-1].application(process.pid))
        until(lambda: program.app.search("panel", "Recommendation"), "the window on the accessibility bus")
        return program

    yield launch
    for client in clients:
        client.close()
    complaints = [line for process in running for line in _stopped(process)]
    assert [line for line in complaints if line not in _QT_COMPLAINTS] == []
    assert [log.read_text() for log in tmp_path.rglob("faults.log")] == []


@pytest.fixture
def program(launch: Callable[..., Program]) -> Program:
    """Start the program with an empty case."""
    return launch()


def _stopped(process: "subprocess.Popen[str]") -> list[str]:
    """End the program. Return its complaints on the console."""
    process.terminate()
    try:
        return process.communicate(timeout=SECONDS)[1].splitlines()
    except subprocess.TimeoutExpired:
        process.kill()
        return [*process.communicate()[1].splitlines(), "it did not end when told to"]
