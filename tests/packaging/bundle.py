"""The built executable: where it lies and what is inside."""

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
    """Size in bytes and time of change of every file in a folder, links not followed."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def modules_inside() -> set[str]:
    """Return the dotted names of all Python modules in the executable, those that PyInstaller adds to start it left out."""
    scripts = REPOSITORY / ".venv-build" / ("Scripts" if sys.platform == "win32" else "bin")
    viewer = scripts / ("pyi-archive_viewer.exe" if sys.platform == "win32" else "pyi-archive_viewer")
    command = [viewer, "--list", "--recursive", "--brief", BUNDLE / PROGRAM]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names = {line.strip() for line in listing.splitlines() if line.startswith(" ")}
    # PyInstaller's own: what starts Python, and what Python was built with.
    names = {name for name in names if not name.startswith(("_pyi", "_sysconfigdata", "pyi"))}
    return names - {"PYZ.pyz", "struct", "no_network", "own_plugins", "utf8_locale"}
