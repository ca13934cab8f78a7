"""`make translations`: brings the translations up to date with what the source says.

`resources/translations/bonewatch_es.ts` is what translators edit, in Qt Linguist or by hand; the `.qm` beside it is
what the program loads, and is committed, so that a checkout speaks without any tool. What is new in the source comes
into the `.ts` as unfinished, what has gone leaves it.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"


def phrases() -> Iterator[str]:
    """The templates of all core.base.phrase.Phrase that the source makes."""
    for package in ("core", "gui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Phrase":
                    template = node.args[0]
                    # Elsewhere it is passed on, in core/base/phrase.py.
                    if isinstance(template, ast.Constant):
                        yield str(template.value)


def update() -> None:
    """Rewrites each .ts by the source. Raises CalledProcessError where Qt's tool cannot."""
    sources = [str(path) for path in sorted((ROOT / "gui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        # Qt's tool knows its own functions only.
        found = Path(folder) / "phrases.py"
        lines = [f'QT_TRANSLATE_NOOP("core", {text!r})' for text in dict.fromkeys(phrases())]
        found.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for file in sorted(FOLDER.glob("*.ts")):
            _run("lupdate", "-locations", "none", "-no-obsolete", *sources, str(found), "-ts", str(file))


def release(source: Path, target: Path) -> None:
    """Makes the .qm of a .ts. The same source gives the same bytes."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    # Beside this Python, as PySide6 installs it.
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True)


if __name__ == "__main__":
    update()
    for file in sorted(FOLDER.glob("*.ts")):
        release(file, file.with_suffix(".qm"))
