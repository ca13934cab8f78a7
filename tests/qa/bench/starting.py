"""The time until the window appears, and its memory afterwards, compared with a bare PySide6 window.

The clock starts before the process. On an X server of our own the pixels of the screen show when the window has
appeared, for source and executable alike. Offscreen the window reports it, from source only. The files have been read
before, as at the second start of a day.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
import PySide6

from tests.qa.bench.figures import Goal, Row, Spread
from tests.qa.bench.large_screen import CACHE, large_screen
from tests.qa.bench.turns import in_turns
from tests.qa.bench.x_server import Screen, x_server

ROOT = Path(__file__).resolve().parents[3]
BUNDLE = ROOT / "dist" / "bonewatch" / "bonewatch"
ONE_FILE = ROOT / "dist" / "bonewatch-onefile"
SECTION = "First window and memory"

_BARE = Path(__file__).with_name("bare_window.py")
_DRIVER = Path(__file__).with_name("first_paint_driver.py")
_LONGEST_START = 60.0
_SETTLING = 0.7

Seen = Callable[["subprocess.Popen[bytes]"], bool]


@dataclass(frozen=True)
class Start:
    """One start: milliseconds until the window appeared, and MiB that the process held soon after.

    `busy` is the processor time until then, which other programs disturb less. `resident` counts memory shared by
    processes, such as Qt's libraries, for each of them. `own` is the memory that ending this one would free.
    """

    milliseconds: float
    busy: float
    resident: float
    own: float


def measure(quick: bool) -> list[Row]:
    """Return rows for the source offscreen and, if Xvfb is installed, on X. Add rows for the executable and the single
    file if they have been built.
    """
    rounds = 3 if quick else 11
    python = sys.executable
    rows = _rows(
        "source, offscreen",
        lambda: _start([python, str(_DRIVER), "bonewatch"], _says_so, **large_screen()),
        lambda: _start([python, str(_DRIVER), "bare"], _says_so, **large_screen()),
        rounds,
    )
    with x_server() as screen:
        if screen is None:
            return rows
        rows += _rows("source, X", _on(screen, [python, "-m", "gui"]), _on(screen, [python, str(_BARE)]), rounds)
        bare = _bare_bundle() if BUNDLE.exists() else None
        if bare is not None:
            rows += _rows("executable, X", _on(screen, [str(BUNDLE)]), _on(screen, [str(bare)]), rounds)
            rows.append(_size_row(BUNDLE.parent, bare.parent))
        if BUNDLE.exists() and ONE_FILE.exists():
            rows += _cost_of_one_file(screen, rounds)
    return rows


def _rows(where: str, ours: Callable[[], Start], bare: Callable[[], Start], rounds: int) -> list[Row]:
    ours(), bare()  # The files come from the disk this time.
    starts = in_turns({"ours": ours, "bare": bare}, rounds)

    def row(what: str, name: str, *goals: float) -> Row:
        mine, its = ([getattr(start, name) for start in starts[who]] for who in ("ours", "bare"))
        return Row(
            SECTION,
            f"{what}: {where}",
            "ms" if name in ("milliseconds", "busy") else "MiB",
            Spread.of(mine),
            "bare PySide6 window",
            Spread.of(its),
            "times the baseline",
            *(Goal(limit, "ratio") for limit in goals),
        )

    return [
        row("first window", "milliseconds", 2.5, 2.0),
        row("its processor time", "busy"),
        row("memory (RSS)", "resident", 1.8, 1.6),
        row("its own (USS)", "own"),
    ]


def _size_row(ours: Path, bare: Path) -> Row:
    """Return the size of the executables' folders on the drive."""
    mine, its = (Spread.of([_megabytes(folder)]) for folder in (ours, bare))
    aim = Goal(110, "median")
    return Row(SECTION, "size of the executable's folder", "MB", mine, "bare PySide6 window", its, release_goal=aim)


def _cost_of_one_file(screen: Screen, rounds: int) -> list[Row]:
    """Return the cost of one file (`make build ONEFILE=1`) compared with the folder."""
    one, folder = _on(screen, [str(ONE_FILE)]), _on(screen, [str(BUNDLE)])
    one(), folder()
    starts = in_turns({"one": one, "folder": folder}, rounds)
    sizes = ONE_FILE.stat().st_size / 1e6, _megabytes(BUNDLE.parent)
    mine, its = (Spread.of([start.milliseconds for start in starts[which]]) for which in ("one", "folder"))
    return [
        Row(SECTION, "first window: one file, X", "ms", mine, "the executable's folder", its),
        Row(
            SECTION, "size of the one file", "MB", Spread.of(sizes[:1]), "the executable's folder", Spread.of(sizes[1:])
        ),
    ]


def _megabytes(folder: Path) -> float:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _on(screen: Screen, command: list[str]) -> Callable[[], Start]:
    def start() -> Start:
        while screen.shows_a_window():
            time.sleep(0.01)
        return _start(command, lambda _: screen.shows_a_window(), DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")

    return start


def _start(command: list[str], seen: Seen, **variables: str) -> Start:
    """Start a program, wait for its window, measure its memory, and end it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    # Use empty preferences: the last position of a window changes its layout.
    environment["XDG_CONFIG_HOME"] = str(CACHE / "no-preferences")
    # Keep the compiled files: without them every start would compile again. An installation has them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env={**environment, **variables}, stdout=subprocess.PIPE)
    try:
        while not seen(process):
            if process.poll() is not None or time.perf_counter() - begin > _LONGEST_START:
                raise RuntimeError(f"no window from {' '.join(command)}")
            time.sleep(0.0005)
        took = time.perf_counter() - begin
        program = psutil.Process(process.pid)
        used = program.cpu_times()
        time.sleep(_SETTLING)
        memory = program.memory_full_info()
        return Start(took * 1e3, (used.user + used.system) * 1e3, memory.rss / 2**20, memory.uss / 2**20)
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _says_so(process: "subprocess.Popen[bytes]") -> bool:
    return process.stdout is not None and process.stdout.readline() == b"painted\n"


def _bare_bundle() -> Path | None:
    """Return the bare window as PyInstaller builds it by default. It is built once, with the Python of `make build`."""
    folder = CACHE / f"bare-{PySide6.__version__}"
    program = folder / "bare_window" / "bare_window"
    python = ROOT / ".venv-build" / "bin" / "python"
    if program.exists():
        return program
    if not python.exists():
        return None
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(folder)]
    work = ["--workpath", str(CACHE / "work"), "--specpath", str(CACHE)]
    subprocess.run([*command, *work, str(_BARE)], check=True, cwd=ROOT)
    return program
