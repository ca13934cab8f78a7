"""Shiboken's own Python files, compiled once: it carries them as source, and would compile them anew at every start.

Shiboken takes them from a folder `files.dir` beside its library where there is one, and else out of that library (its
`signature_bootstrap.py`; people make the folder with SBK_EMBED=0).
"""

import py_compile
import subprocess
import sys
from pathlib import Path

PLACE = "shiboken6/files.dir"

# In a process of its own, as PyInstaller does it too: this one need not load Shiboken.
_UNPACK = """
import sys, shiboken6
archive = sys.modules["shibokensupport.signature.loader"].__loader__.zfile
archive.extractall(sys.argv[1], [name for name in archive.namelist() if name.endswith(".py")])
"""


def shiboken_support(folder: Path) -> list[tuple[str, str]]:
    """Writes the compiled files into the folder; returns of each its place in the executable's folder, and where it is.

    Raises:
        subprocess.CalledProcessError: This release of Shiboken keeps its files in another way.
    """
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", _UNPACK, str(folder)], check=True)
    compiled = []
    for source in sorted(folder.rglob("*.py")):
        name = source.relative_to(folder).as_posix()
        file = source.with_suffix(".pyc")
        # The source stays behind: nothing there for Python to compare with.
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(source), str(file), name, doraise=True, invalidation_mode=unchecked)
        source.unlink()
        compiled.append((f"{PLACE}/{name}c", str(file)))
    return compiled
