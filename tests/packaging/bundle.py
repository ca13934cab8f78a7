"""The built executable: its place and its contents."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BUNDLE = REPOSITORY / "dist" / "bonewatch"
PROGRAM = "bonewatch.exe" if sys.platform == "win32" else "bonewatch"
INDEX_CASE = REPOSITORY / "resources" / "cases" / "index.case.json"
SECONDS_UNTIL_HUNG = 300
NOBODY = 65534

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size in bytes and modification time of every file in a folder. Links are not followed."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def modules_inside() -> set[str]:
    """Return the dotted names of all Python modules in the executable, except those of PyInstaller's startup."""
    scripts = REPOSITORY / ".venv-build" / ("Scripts" if sys.platform == "win32" else "bin")
    viewer = scripts / ("pyi-archive_viewer.exe" if sys.platform == "win32" else "pyi-archive_viewer")
    command = [viewer, "--list", "--recursive", "--brief", BUNDLE / PROGRAM]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names = {line.strip() for line in listing.splitlines() if line.startswith(" ")}
    # PyInstaller's own modules: those that start Python, and those built into Python.
    names = {name for name in names if not name.startswith(("_pyi", "_sysconfigdata", "pyi"))}
    return names - {"PYZ.pyz", "struct", "no_network", "own_plugins", "utf8_locale"}
