"""Compile Shiboken's own Python files once. It ships them as source and would compile them at every start.

Shiboken loads them from a folder `files.dir` next to its library if there is one, and otherwise from the library (see
its `signature_bootstrap.py`; the folder is usually created with SBK_EMBED=0).
"""

import py_compile
import subprocess
import sys
from pathlib import Path

PLACE = "shiboken6/files.dir"

# Run in a separate process, as PyInstaller does, so that this process need not load Shiboken.
_UNPACK = """
import sys, shiboken6
archive = sys.modules["shibokensupport.signature.loader"].__loader__.zfile
archive.extractall(sys.argv[1], [name for name in archive.namelist() if name.endswith(".py")])
"""


def shiboken_support(folder: Path) -> list[tuple[str, str]]:
    """Write the compiled files into the folder. Return for each its place in the executable's folder, and its path.

    Raises:
        subprocess.CalledProcessError: This release of Shiboken stores its files in another way.
    """
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", _UNPACK, str(folder)], check=True)
    compiled = []
    for source in sorted(folder.rglob("*.py")):
        name = source.relative_to(folder).as_posix()
        file = source.with_suffix(".pyc")
        # The source is not shipped, so Python has nothing to compare the compiled files with.
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(source), str(file), name, doraise=True, invalidation_mode=unchecked)
        source.unlink()
        compiled.append((f"{PLACE}/{name}c", str(file)))
    return compiled
