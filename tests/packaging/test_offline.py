"""The executable cannot reach a network: it contains no network code and asks the system for no network socket."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from gui.commands.arguments import COMMANDS
from tests.packaging.bundle import BUNDLE, INDEX_CASE, SECONDS_UNTIL_HUNG, files, modules_inside

pytestmark = pytest.mark.packaging

# The modules of the standard library and the libraries that programs use to reach a network.
MODULES = {
    *("_socket", "_ssl", "asyncio", "ftplib", "http", "imaplib", "multiprocessing", "nntplib", "poplib", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "webbrowser", "wsgiref", "xmlrpc", "PySide6.QtNetwork"),
    *("urllib.request", "urllib.error", "logging.handlers"),
}
LIBRARIES = re.compile(
    r"QtNetwork|Qt6Network|QtWebSockets|/tls/|networkinformation|libssl|libcrypto|_socket|_ssl|libcurl|libnss|libgnutls|ws2_32",
    re.IGNORECASE,
)

# Every command, with each picture that one of them draws.
COMMAND_LINES: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--version",),
    ("--self-test",),
    ("decide", "--why", "-"),
    ("decide", "--format", "json", "-"),
    ("decide", "--jsonl", "-"),
    ("what-if", "-"),
    ("verify",),
    ("cases",),
    ("lookup", "metal"),
    ("export", "-", "-o", "page.pdf"),
    ("render", "-", "-o", "window.pdf"),
    ("render", "-", "--view", "flowchart", "-o", "flowchart.svg"),
    ("render", "-", "--view", "ratings", "-o", "ratings.png"),
    ("render", "-", "--view", "presenter", "-o", "presenter.png"),
)


def internet_sockets(trace: str) -> list[str]:
    """Return the lines of a trace in which a program asks for a socket other than those within the machine."""
    return [line for line in trace.splitlines() if re.search(r"\bsocket(pair)?\(AF_(?!UNIX|LOCAL)", line)]


@pytest.fixture
def strace() -> list[str]:
    """Return the command that traces the sockets of a program and its child processes."""
    if not shutil.which("strace"):
        pytest.skip("needs strace: `make setup` installs it or says how")
    return ["strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-e", "signal=none", "-o"]


def test_no_network_module_is_bundled() -> None:
    inside = modules_inside()

    assert "pydantic" in inside
    assert sorted(name for name in inside if name in MODULES or name.split(".")[0] in MODULES) == []


def test_no_network_library_is_bundled() -> None:
    names = list(files(BUNDLE))

    assert any("Widgets" in name for name in names)
    assert [name for name in names if LIBRARIES.search(name)] == []


def test_the_trace_would_show_an_internet_socket(strace: list[str], tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET); socket.socket(socket.AF_INET6)"
    subprocess.run([*strace, tmp_path / "trace", sys.executable, "-c", program], check=True)

    assert len(internet_sockets((tmp_path / "trace").read_text())) == 2


@pytest.mark.parametrize(
    "command_line",
    [pytest.param(line, marks=pytest.mark.slow) if line == ("verify",) else line for line in COMMAND_LINES],
    ids=" ".join,
)
def test_no_command_asks_for_an_internet_socket(
    command_line: tuple[str, ...], program: str, strace: list[str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [*strace, tmp_path / "trace", program, *command_line],
        cwd=tmp_path,
        env={},
        input=INDEX_CASE.read_bytes().replace(b"\n", b" ") + b"\n",
        capture_output=True,
        timeout=10 * SECONDS_UNTIL_HUNG,
        check=False,
    )
    trace = (tmp_path / "trace").read_text()

    assert done.returncode == 0, done.stderr.decode()
    assert "+++ exited with 0 +++" in trace
    assert internet_sockets(trace) == []


def test_every_command_was_watched() -> None:
    assert {line[0] for line in COMMAND_LINES} >= {*COMMANDS} - {"window"}


def test_a_session_with_the_window_asks_for_no_internet_socket(
    program: str, strace: list[str], display: str, tmp_path: Path
) -> None:
    window = subprocess.Popen(
        [*strace, tmp_path / "trace", program, INDEX_CASE], cwd=tmp_path, env={"DISPLAY": display}
    )
    try:
        found = ""
        deadline = time.monotonic() + SECONDS_UNTIL_HUNG
        search = ["xdotool", "search", "--onlyvisible", "--name", "Bonewatch"]
        while not found and window.poll() is None and time.monotonic() < deadline:
            found = subprocess.run(search, env={"DISPLAY": display}, capture_output=True, text=True, check=False).stdout
            time.sleep(0.2)
        assert found, "no window came"
        # Visit the three places, answers, an explanation and the presenter, then exit.
        subprocess.run(["xdotool", "windowfocus", found.split()[0]], env={"DISPLAY": display}, check=True)
        for key in ("1", "Tab", "1", "ctrl+2", "Tab", "ctrl+3", "Tab", "Return", "F5", "Escape", "ctrl+1", "ctrl+plus"):
            subprocess.run(["xdotool", "key", "--delay", "50", key], env={"DISPLAY": display}, check=True)
            time.sleep(0.3)
        assert window.poll() is None
    finally:
        # strace itself does not receive signals.
        for watched in psutil.Process(window.pid).children():
            watched.terminate()
        window.wait(SECONDS_UNTIL_HUNG)
    trace = (tmp_path / "trace").read_text()

    assert "AF_UNIX" in trace, "a window that has met no X server proves nothing"
    assert internet_sockets(trace) == []
