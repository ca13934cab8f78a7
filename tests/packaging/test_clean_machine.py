"""The executable on a minimal desktop: a small Debian without Python or network, with an unprivileged user.

`make clean-machine` runs this. It needs root, debootstrap, a Debian mirror the first time (the system is then kept in
build/clean-machine/), and dist/bonewatch (`make build`).
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.bundle import BUNDLE, INDEX_CASE, NOBODY, REPOSITORY, SECONDS_UNTIL_HUNG

pytestmark = pytest.mark.clean_machine

ROOT = REPOSITORY / "build" / "clean-machine"
SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
# The parts of every desktop: the driver's side of OpenGL, the keyboard's tables, the list of its fonts.
DESKTOP = "fontconfig-config,libegl1,libgl1,libxkbcommon0"
SECONDS_TO_MAKE_IT = 1200

# Use a separate mount namespace, so that no mount is left behind: the executable's folder, read-only; the socket of
# the X server; /proc. Then become an unprivileged user with a home and an otherwise empty environment.
ENTER = """
set -e
mount --bind "$BUNDLE" "$ROOT/opt/bonewatch"
mount -o remount,ro,bind "$ROOT/opt/bonewatch"
mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
mount -t proc proc "$ROOT/proc"
exec chroot --userspec="$NOBODY:$NOBODY" "$ROOT" /usr/bin/env -i HOME=/home/guest DISPLAY="$DISPLAY" sh -c 'cd /home/guest && exec "$@"' sh "$@"
"""

Inside = Callable[..., list[str]]


@pytest.fixture(scope="module")
def machine() -> Path:
    """Return the folder of a minimal Debian. Make it if it does not exist."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("needs Linux and root, to make a system in a folder and to enter it")
    if not shutil.which("debootstrap") or not shutil.which("unshare"):
        pytest.skip("needs debootstrap and unshare: apt-get install debootstrap util-linux")
    assert BUNDLE.is_dir(), "no dist/bonewatch: run `make build` first"
    done = ROOT / "var" / "made"
    if not done.exists():
        shutil.rmtree(ROOT, ignore_errors=True)
        ROOT.mkdir(parents=True)
        make = ["debootstrap", "--variant=minbase", f"--include={DESKTOP}", SUITE, str(ROOT), MIRROR]
        made = subprocess.run(make, capture_output=True, text=True, timeout=SECONDS_TO_MAKE_IT, check=False)
        if made.returncode:
            pytest.skip(f"debootstrap made no system: {made.stdout.splitlines()[-1:]}")
        done.touch()
    for folder in ("opt/bonewatch", "tmp/.X11-unix", "home/guest"):
        (ROOT / folder).mkdir(parents=True, exist_ok=True)
    os.chown(ROOT / "home" / "guest", NOBODY, NOBODY)
    Path("/tmp/.X11-unix").mkdir(exist_ok=True)
    return ROOT


@pytest.fixture
def inside(machine: Path) -> Inside:
    """Return a function that makes the command line to run a program on the machine."""

    def inside(*command: str, display: str = "") -> list[str]:
        places = [f"BUNDLE={BUNDLE}", f"ROOT={machine}", f"NOBODY={NOBODY}", f"DISPLAY={display}"]
        return ["unshare", "--net", "--mount", "env", *places, "sh", "-c", ENTER, "enter", *command]

    return inside


@pytest.fixture
def run_inside(inside: Inside) -> Callable[..., str]:
    """Return a function that runs a program on the machine, checks that it succeeds silently, and returns its output."""

    def run(*command: str) -> str:
        done = subprocess.run(
            inside(*command),
            input=INDEX_CASE.read_bytes(),
            capture_output=True,
            timeout=SECONDS_UNTIL_HUNG,
            check=False,
        )
        assert (done.returncode, done.stderr.decode()) == (0, "")
        return done.stdout.decode()

    return run


def test_the_machine_has_no_python_network_rights_or_writable_folder(
    run_inside: Callable[..., str],
) -> None:
    assert run_inside("sh", "-c", "command -v python3 python || echo none").strip() == "none"
    assert run_inside("sh", "-c", "grep -c : /proc/net/dev").strip() == "1", "the loopback alone"
    assert run_inside("id", "-u").strip() == str(NOBODY)
    assert run_inside("sh", "-c", "test -w /opt/bonewatch || echo read-only").strip() == "read-only"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--version",), "bonewatch"),
        (("--self-test",), "pass"),
        (("decide", "-"), "radiographs"),
        (("what-if", "-"), "MRI"),
        (("cases",), "index"),
        (("lookup", "metal"), "MRI"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_command_answers_there(run_inside: Callable[..., str], arguments: tuple[str, ...], words: str) -> None:
    assert words in run_inside("/opt/bonewatch/bonewatch", *arguments)


@pytest.mark.parametrize("command", ["render", "export"])
def test_it_writes_a_pdf_there(run_inside: Callable[..., str], machine: Path, command: str) -> None:
    run_inside("/opt/bonewatch/bonewatch", command, "-", "-o", "made.pdf")
    document = machine / "home" / "guest" / "made.pdf"

    assert document.read_bytes().startswith(b"%PDF-")
    assert document.stat().st_size > 10_000
    assert document.stat().st_uid == NOBODY
    document.unlink()


def test_the_window_opens_there(inside: Inside, display: str) -> None:
    command = inside("/opt/bonewatch/bonewatch", display=display)
    window = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    search = ["xdotool", "search", "--onlyvisible", "--name", "Bonewatch"]
    try:
        deadline, found = time.monotonic() + SECONDS_UNTIL_HUNG, b""
        while not found and window.poll() is None and time.monotonic() < deadline:
            found = subprocess.run(search, env={"DISPLAY": display}, capture_output=True, check=False).stdout
            time.sleep(0.2)
        assert found, "no window came"
    finally:
        window.terminate()
        said, _ = window.communicate(timeout=SECONDS_UNTIL_HUNG)
    assert said == b""
