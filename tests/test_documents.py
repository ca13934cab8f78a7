"""The documents keep their word: what they name is there, what they run runs, and prints what they say it prints."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from core import __version__
from core.case.case_file import parse_case
from core.content import Content
from tools.pictures import FOLDER as PICTURE_FOLDER
from tools.pictures import PICTURES, Picture, case_of

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ("README.md", "CONTRIBUTING.md")
PAGES = tuple(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))
DOCUMENTS = (*GUIDES, *PAGES, "CHANGELOG.md")
EXAMPLES_ARE_IN = ("README.md", "docs/command-line.md")
SECONDS_UNTIL_HUNG = 300
MOST_BYTES_OF_PICTURES = 1_250_000

# What builds, runs and set-up make; a fresh clone has none of it.
MADE = ("dist/", "out/", ".venv")
ENDINGS = (".md", ".py", ".spec", ".toml", ".txt", ".yml")
NAME_OF_A_FORMAT = re.compile(r"bonewatch\.\w+/\d")


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


# --- taking a document apart -------------------------------------------------------------------------------------


class Fence(NamedTuple):
    """A fenced block: the words after its opening fence, and its text."""

    words: tuple[str, ...]
    text: str


def fences(document: str) -> list[Fence]:
    found = re.findall(r"^```([^\n]*)\n(.*?)^```$", read(document), re.MULTILINE | re.DOTALL)
    return [Fence(tuple(info.split()), text) for info, text in found]


def commands(document: str) -> list[str]:
    """Return the text in backticks and every line of the shell blocks."""
    prose = re.sub(r"^```.*?^```$", "", read(document), flags=re.MULTILINE | re.DOTALL)
    lines = [line for fence in fences(document) if fence.words[:1] == ("sh",) for line in fence.text.splitlines()]
    return [*re.findall(r"`([^`]+)`", prose), *lines]


def files_named(document: str) -> set[str]:
    """Every word of a command that reads like a file or a folder of this project."""
    words = {word.replace("\\", "/") for command in commands(document) for word in command.split()}
    plain = {word for word in words if re.fullmatch(r"[.\w][\w.-]*(/[\w.-]+)*/?", word)}
    return {
        word
        for word in plain
        if ("/" in word or word.endswith(ENDINGS))
        and not word.startswith(MADE)
        and not NAME_OF_A_FORMAT.fullmatch(word)
    } - files_written(document)


def files_written(document: str) -> set[str]:
    """The files that the examples write, into the reader's own folder."""
    return {name for command in commands(document) for name in re.findall(r"(?:>|-o) (\S+)", command)}


def heading_anchor(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# --- what they name ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_folder_named_is_there(document: str) -> None:
    assert {name for name in files_named(document) if not (ROOT / name).exists()} == set()


def test_the_guides_name_files_at_all() -> None:
    """Were they not recognized, the test above would pass on anything."""
    assert files_named("README.md") >= {"core/engine/decide.py", "tools/project.py"}
    assert files_named("docs/architecture.md") >= {"build.spec", "gui/widgets/segments.py"}
    assert files_named("CONTRIBUTING.md") >= {"tests/truth_table.py", "pyproject.toml", ".ci/run"}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    anchors = {heading_anchor(heading) for heading in re.findall(r"^#+ (.+)$", read(document), re.MULTILINE)}
    links = re.findall(r"\]\(([^)]+)\)", read(document))
    folder = (ROOT / document).parent
    dead = {link for link in links if not (link[1:] in anchors if link.startswith("#") else (folder / link).exists())}
    assert dead == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_named_is_one(document: str) -> None:
    named = {target for command in commands(document) for target in re.findall(r"^make ([a-z-]+)", command)}
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    assert named >= {"test"} or document not in GUIDES
    assert named - targets == set()


@pytest.mark.parametrize("document", GUIDES)
def test_every_command_of_the_project_tool_named_is_one(document: str) -> None:
    named = {word for command in commands(document) for word in re.findall(r"project\.py ([a-z]+)", command)}
    tool = [sys.executable, "tools/project.py", "--help"]
    known = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert named
    assert {word for word in named if not re.search(rf"^ +{word} ", known, re.MULTILINE)} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_the_program_named_is_one(document: str) -> None:
    named = {word for command in commands(document) for word in re.findall(r"^bonewatch (--)?([a-z-]+)", command)}
    program = [sys.executable, "-m", "gui", "--help"]
    known = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {word for dashes, word in named if not re.search(rf"^ +{dashes}{word}\b", known, re.MULTILINE)} == set()


def test_every_test_named_is_one() -> None:
    named = {command for command in commands("CONTRIBUTING.md") if command.startswith("test_")}
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert named
    assert {name for name in named if f"def {name}(" not in tests} == set()


def test_every_shortcut_named_is_one(qapp: Any, content: Content, today: date) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QAction, QKeySequence

    from gui.state import CaseState
    from gui.window.main_window import MainWindow

    named = {command for command in commands("docs/window.md") if re.fullmatch(r"Ctrl\+.+|F\d+", command)}
    window = MainWindow(CaseState(content, today))
    known = {keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()}
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert named >= {"F11", "Ctrl+Z"}
    assert {keys for keys in named if QKeySequence(keys).toString() not in known} == set()


@pytest.mark.parametrize("part", ["Content", "Software"])
def test_the_shipped_versions_have_an_entry(content: Content, part: str) -> None:
    version = {"Content": content.topic.version, "Software": __version__}[part]
    _, _, entries = read("CHANGELOG.md").partition(f"\n## {part}\n")
    own = entries.partition("\n## ")[0]
    assert re.search(rf"^### {re.escape(version)} — \d{{4}}-\d\d-\d\d$", own, re.MULTILINE)


# --- what they run -----------------------------------------------------------------------------------------------


class Example(NamedTuple):
    """Commands that a reader may copy, the exit status they end with, and what they print where that is said."""

    commands: str
    exit_status: int
    output: str | None


def examples() -> list[Example]:
    """The blocks marked "sh run" (or "sh run exits=1"), each with the "text output" that follows it."""
    found, runnable = [fence for document in EXAMPLES_ARE_IN for fence in fences(document)], []
    for fence, after in zip(found, [*found[1:], Fence((), "")], strict=True):
        if fence.words[:2] == ("sh", "run"):
            status = next((int(word[len("exits=") :]) for word in fence.words[2:]), 0)
            output = after.text if after.words == ("text", "output") else None
            runnable.append(Example(fence.text, status, output))
    return runnable


def pattern(output: str) -> str:
    """What matches an output in which a line of "…" stands for any lines, and elsewhere for any characters."""
    lines = []
    for line in output.splitlines():
        lines.append(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n")
    return "".join(lines)


@pytest.fixture
def reader(tmp_path: Path) -> dict[str, Any]:
    """How a reader's shell runs: `bonewatch` on the PATH, the bundled cases at their place, all else written apart."""
    program = tmp_path / "bin" / "bonewatch"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    shutil.copytree(ROOT / "resources" / "cases", tmp_path / "resources" / "cases")
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {"cwd": tmp_path, "env": {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}}


@pytest.mark.skipif(os.name == "nt", reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.commands.split("\n")[0])
def test_an_example_runs_and_prints_what_the_readme_says(example: Example, reader: dict[str, Any]) -> None:
    done = subprocess.run(
        ["sh", "-ec", example.commands], capture_output=True, timeout=SECONDS_UNTIL_HUNG, check=False, **reader
    )
    assert (done.returncode, done.stderr.decode()) == (example.exit_status, "")
    printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())
    if example.output is not None:
        assert re.fullmatch(pattern(example.output), printed), printed


def test_there_are_examples_with_and_without_output() -> None:
    assert {example.output is None for example in examples()} == {True, False}


def test_the_case_in_the_readme_is_a_case() -> None:
    (case,) = [fence.text for fence in fences("docs/command-line.md") if fence.words == ("json",)]
    assert parse_case(case.encode()).scenario.treated is True


# --- pictures ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_there_in_the_size_said(picture: Picture) -> None:
    with Image.open(PICTURE_FOLDER / f"{picture.name}.png") as drawn:
        assert drawn.size == picture.size
        assert len(drawn.convert("RGB").getcolors(drawn.width * drawn.height) or []) > 50


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_an_answerable_case(picture: Picture) -> None:
    assert case_of(picture).scenario.purpose is not None


def test_every_picture_is_shown_and_no_other_lies_about() -> None:
    drawn = {f"docs/pictures/{picture.name}.png" for picture in PICTURES}
    assert {path.relative_to(ROOT).as_posix() for path in PICTURE_FOLDER.iterdir()} == drawn
    shown = {name for page in DOCUMENTS for name in re.findall(r"pictures/[\w.-]+\.png", read(page))}
    assert {f"docs/{name}" for name in shown} == drawn


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURE_FOLDER.iterdir()) < MOST_BYTES_OF_PICTURES
