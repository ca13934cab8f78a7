"""The command line as fixtures: in this process, which is fast, and as a user's shell would start it."""

import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import pytest

from core.content import Content
from gui.__main__ import main

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "gui")
SECONDS_UNTIL_HUNG = 300

RunProgram = Callable[..., "subprocess.CompletedProcess[bytes]"]
_COMMANDS = ("decide", "export", "handout", "lookup", "cases", "what_if")


@pytest.fixture
def run_here(content: Content, monkeypatch: pytest.MonkeyPatch) -> RunProgram:
    """Give a function that runs `bonewatch` in this process with arguments and some bytes on standard input.

    The content, which the packaged program reads from a prebuilt file, is the one that all tests share.
    """
    for command in _COMMANDS:
        monkeypatch.setattr(f"gui.commands.{command}.packaged_content", lambda: content, raising=False)
    monkeypatch.chdir(REPOSITORY)

    def run(*arguments: str | Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        given = [str(argument) for argument in arguments]
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as streams:
            streams.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            streams.setattr("sys.stdout", stdout := io.TextIOWrapper(out, newline="\n"))
            streams.setattr("sys.stderr", stderr := io.TextIOWrapper(err, newline="\n"))
            try:
                status = main(given)
            except SystemExit as end:
                status = int(end.code or 0)
            stdout.flush()
            stderr.flush()
            return subprocess.CompletedProcess(given, status, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def run_program() -> RunProgram:
    """Gives a function that runs `bonewatch` with arguments and some bytes on standard input.

    `env` adds to the environment; `before` is a command that starts the program in its own way.
    """

    def run(
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        env: dict[str, str] | None = None,
        before: tuple[str, ...] = (),
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*before, *PROGRAM, *arguments],
            input=stdin,
            capture_output=True,
            cwd=REPOSITORY,
            env={**os.environ, **(env or {})},
            timeout=SECONDS_UNTIL_HUNG,
            check=False,
        )

    return run


@dataclass
class DecisionStream:
    """`bonewatch decide --jsonl -` at work: lines go in from a thread, and come out of `lines` one by one."""

    lines_in: Iterable[bytes]
    arguments: tuple[str, ...] = ()
    exit_status: int | None = None
    errors: str = ""
    peak_memory_kib: int | None = None
    _trouble: list[BaseException] = field(default_factory=list)

    def lines(self) -> Iterator[bytes]:
        """Yields the program's output lines; exit status, error text and peak memory are known once it ends."""
        command = [*PROGRAM, "decide", "--jsonl", *self.arguments, "-"]
        with TemporaryFile() as stderr:
            program = subprocess.Popen(
                command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr
            )
            assert program.stdin and program.stdout
            feeder = threading.Thread(target=self._feed, args=(program.stdin, program.pid), daemon=True)
            feeder.start()
            try:
                yield from program.stdout
            finally:
                # Where the caller has left early, the program meets a broken pipe here, as with `| head`.
                program.stdout.close()
                self.exit_status = program.wait(SECONDS_UNTIL_HUNG)
                feeder.join(SECONDS_UNTIL_HUNG)
                stderr.seek(0)
                self.errors = stderr.read().decode("utf-8", "replace")
        if self._trouble:
            raise self._trouble[0]

    def _feed(self, stdin: IO[bytes], pid: int) -> None:
        try:
            with stdin:
                stdin.writelines(self.lines_in)
                stdin.flush()
                # The pipe holds a few hundred lines at most: all the others have been decided by now.
                self.peak_memory_kib = _peak_memory_kib(pid)
        except BrokenPipeError:
            pass  # The program ended early; its exit status and the number of its lines tell.
        except BaseException as trouble:
            self._trouble.append(trouble)


def _peak_memory_kib(pid: int) -> int | None:
    """Gives the most memory a process has held so far in KiB, or None where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


@pytest.fixture
def stream_decisions() -> type[DecisionStream]:
    """Gives the class that streams scenarios through the program in constant memory."""
    return DecisionStream
