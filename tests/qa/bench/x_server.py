"""An X server of our own whose screen can be read as memory, to measure from outside when something is visible."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1920, 1080
_SAMPLES = 2_000


class Screen:
    """The pixels of an X server, which stores them in a file (as a window dump, see X11/XWDFile.h)."""

    def __init__(self, display: str, file: Path) -> None:
        self.display = display
        with file.open("rb") as opened:
            self._memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._memory[:100])
        bytes_per_line, colors = header[12], header[19]
        self._start = header[0] + colors * 12
        self._end = self._start + HEIGHT * bytes_per_line
        # The step is not a multiple of a line, so that the samples spread over the screen.
        self._step = (self._end - self._start) // _SAMPLES // 4 * 4 + 4
        self._empty = self._look()

    def shows_a_window(self) -> bool:
        """Return whether at least a quarter of the screen is covered."""
        covered = sum(1 for now, before in zip(self._look(), self._empty, strict=True) if now != before)
        return covered * 4 >= len(self._empty)

    def _look(self) -> bytes:
        return self._memory[self._start : self._end : self._step]


@contextmanager
def x_server() -> Iterator[Screen | None]:
    """Start a server with an empty screen, or yield None if Xvfb is not installed."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        options = ["-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        server = subprocess.Popen(
            [program, *options, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                display = f":{told.readline().strip()}"
            yield Screen(display, Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
