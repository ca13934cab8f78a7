"""Real drives for tests: small ones that fill up, and ones that nobody may write."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a new drive on a new folder. Skip the test if that is not allowed."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a drive")
    folder.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    if mount.returncode:
        pytest.skip(f"mounting is not allowed here: {mount.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    """Lets nobody write on a mounted drive any longer."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def connect(drive: Path, share: Path) -> None:
    """Shows a mounted drive in a second folder, as a share of a network stands in one."""
    share.mkdir(exist_ok=True)
    subprocess.run(["mount", "--bind", str(drive), str(share)], check=True)


def disconnect(share: Path) -> None:
    """Unmount the drive even if it is in use. The folder stays, and is empty."""
    subprocess.run(["umount", "--lazy", str(share)], check=True)
