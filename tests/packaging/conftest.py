"""The executable in a hostile place: an unusual path, an empty environment, no right to write."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import pytest

from tests.packaging.bundle import BUNDLE, NOBODY, PROGRAM, SECONDS_UNTIL_HUNG, Run, files


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Yield a folder that other users may read. pytest's own folders are closed to them."""
    with TemporaryDirectory(prefix="bonewatch-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def installed(home: Path) -> Iterator[Path]:
    """Yield a read-only copy of the bundle, under a path with a space and an umlaut."""
    assert BUNDLE.is_dir(), "no dist/bonewatch: run `make build` first"
    target = home / "Böne watch"
    shutil.copytree(BUNDLE, target, symlinks=True)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    before = files(target)
    yield target
    assert files(target) == before, "the program wrote into its own folder"
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)


@pytest.fixture(scope="module")
def program(installed: Path) -> str:
    """Return the executable's path."""
    return str(installed / PROGRAM)


@pytest.fixture
def stranger(home: Path) -> dict[str, object]:
    """Return the arguments of `subprocess` for no environment, another directory, and a user other than root."""
    work = Path(mkdtemp(dir=home))
    # Windows starts no program without the path of Windows.
    environment = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if sys.platform == "win32" else {}
    options: dict[str, object] = {"cwd": work, "env": environment}
    if sys.platform != "win32" and os.getuid() == 0:
        os.chown(work, NOBODY, NOBODY)
        options |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    return options


@pytest.fixture
def run(program: str, stranger: dict[str, object]) -> Run:
    """Return a function that runs the executable with arguments."""

    def run(*arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [program, *arguments],
            input=stdin,
            capture_output=True,
            timeout=SECONDS_UNTIL_HUNG,
            check=False,
            **stranger,  # type: ignore[call-overload]
        )

    return run


@pytest.fixture
def display() -> Iterator[str]:
    """Start an X server of 1280 by 800 pixels for this test, and yield its name."""
    if not sys.platform.startswith("linux"):
        pytest.skip("an X server is part of Linux")
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("needs Xvfb and xdotool: `make setup` installs them or says how")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        yield f":{answer.readline().strip()}"
    server.terminate()
    server.wait()
