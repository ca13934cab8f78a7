"""The executable in a hostile place: an unusual path, an empty environment, no right to write.

Needs dist/bonewatch/ (`make build`).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from tests.packaging.bundle import (
    BUNDLE,
    INDEX_CASE,
    PROGRAM,
    REPOSITORY,
    SECONDS_UNTIL_HUNG,
    Run,
    files,
    modules_inside,
)

pytestmark = pytest.mark.packaging

MEGABYTE = 1_000_000

OURS = {"core", "gui"}
RUNTIME = {"PySide6", "annotated_types", "pydantic", "pydantic_core", "rich", "shiboken6"}
RUNTIME |= {"markdown_it", "mdurl", "typing_extensions", "typing_inspection"}


def run_source(*arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run the same command from the source."""
    return subprocess.run(
        [sys.executable, "-m", "gui", *arguments],
        input=stdin,
        capture_output=True,
        cwd=REPOSITORY,
        timeout=SECONDS_UNTIL_HUNG,
        check=False,
    )


def test_the_folder_holds_at_most_120_megabytes() -> None:
    assert sum(size for size, _ in files(BUNDLE).values()) <= 120 * MEGABYTE


def test_only_the_programs_own_packages_are_inside() -> None:
    modules = {name.split(".")[0] for name in modules_inside()}
    folders = {path.name for path in (BUNDLE / "_internal").iterdir() if path.is_dir()}

    assert modules >= OURS
    assert modules - set(sys.stdlib_module_names) - {"__main__"} <= OURS | RUNTIME
    assert {name for name in folders if not name.startswith("python3")} <= RUNTIME | {"gui", "prebuilt", "resources"}


def test_no_other_windowing_of_qt_is_inside() -> None:
    names = " ".join(files(BUNDLE))

    assert "Widgets" in names
    for unwanted in (
        "Qml",
        "Quick",
        "Pdf",
        "WebEngine",
        "Sql",
        "gtk",
    ):
        assert unwanted not in names


def test_no_link_leads_nowhere() -> None:
    assert [path for path in BUNDLE.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_the_version_is_the_sources_version(run: Run) -> None:
    answer = run("--version")

    assert answer.returncode == 0, answer.stderr.decode()
    assert answer.stdout.split()[:2] == run_source("--version").stdout.split()[:2]


def test_the_self_test_passes(run: Run) -> None:
    answer = run("--self-test")

    assert answer.returncode == 0, answer.stdout.decode() + answer.stderr.decode()
    assert answer.stderr == b""


def opened(trace: Path, program: Path, *arguments: str) -> str:
    """Return the files that the program opens during this action on the index case, as recorded by strace."""
    if not shutil.which("strace"):
        pytest.skip("needs strace: `make setup` installs it or says how")
    answer = subprocess.run(
        ["strace", "-f", "-e", "trace=openat", "-o", trace, program, *arguments],
        input=INDEX_CASE.read_bytes(), capture_output=True, env={}, timeout=10 * SECONDS_UNTIL_HUNG, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr.decode()
    return trace.read_text()


def test_shibokens_files_are_bundled_compiled(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "bonewatch"
    shutil.copytree(BUNDLE, copy, symlinks=True)
    support = copy / "_internal" / "shiboken6" / "files.dir"

    compiled = f'{support}/shibokensupport/signature/loader.pyc", '
    assert compiled in opened(tmp_path / "trace", copy / PROGRAM, "--self-test")
    shutil.rmtree(support)
    assert "shibokensupport" not in opened(tmp_path / "trace", copy / PROGRAM, "--self-test")


@pytest.mark.parametrize(
    "command", ["--version", "--help", "decide -", "what-if -", "cases", "lookup metal", "export - -o page.html"]
)
def test_a_command_without_qt_loads_none(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = opened(tmp_path / "trace", BUNDLE / PROGRAM, *command.split()).splitlines()

    assert len(files) > 10
    assert [line for line in files if re.search("Qt6|PySide6|shiboken", line)] == []


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_it_decides_the_index_case_byte_for_byte_like_the_source(run: Run, form: str) -> None:
    command = ("decide", "-", "--format", form, "--as-of", "2026-01-31", "--why")
    case = INDEX_CASE.read_bytes()
    answer, expected = run(*command, stdin=case), run_source(*command, stdin=case)

    assert (answer.returncode, expected.returncode) == (0, 0), answer.stderr.decode() + expected.stderr.decode()
    assert answer.stdout == expected.stdout
    assert len(answer.stdout) > 100


def test_it_answers_json_lines_and_reports_a_bad_line_in_place(run: Run) -> None:
    line = json.dumps(json.loads(INDEX_CASE.read_bytes())).encode()
    answer = run("decide", "-", "--jsonl", stdin=b"\n".join([line] * 500 + [b"{"] + [line] * 500) + b"\n")
    decisions = [json.loads(decision) for decision in answer.stdout.splitlines()]

    assert answer.returncode == 1
    assert len(decisions) == 1001
    assert decisions[500]["line"] == 501
    assert all(decision == decisions[0] for number, decision in enumerate(decisions) if number != 500)


def test_bad_input_is_refused_without_a_traceback(run: Run) -> None:
    answer = run("decide", "-", stdin=b"not a case")

    assert answer.returncode == 2
    assert answer.stdout == b""
    assert answer.stderr
    assert b"Traceback" not in answer.stderr


def test_it_renders_the_window_without_a_display(run: Run, stranger: dict[str, object]) -> None:
    answer = run("render", "-", "--view", "window", "-o", "window.png", stdin=INDEX_CASE.read_bytes())

    assert (answer.returncode, answer.stderr) == (0, b"")
    with Image.open(Path(str(stranger["cwd"])) / "window.png") as picture:
        assert picture.width >= 800
        assert len(picture.convert("RGB").getcolors(picture.width * picture.height) or []) > 50


def test_its_window_opens_on_a_real_x_server(program: str, stranger: dict[str, object], display: str) -> None:
    options = {**stranger, "env": {"DISPLAY": display}}
    window = subprocess.Popen([program], stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]
    try:
        search = ["xdotool", "search", "--onlyvisible", "--name", "Bonewatch"]
        deadline = time.monotonic() + SECONDS_UNTIL_HUNG
        found = b""
        while not found and window.poll() is None and time.monotonic() < deadline:
            found = subprocess.run(
                search, env={**os.environ, "DISPLAY": display}, capture_output=True, check=False
            ).stdout
            time.sleep(0.2)
        assert found, "no window came" if window.poll() is None else window.stderr.read().decode()
        colors = 0
        # A window is mapped before it is painted.
        while colors < 50 and time.monotonic() < deadline:
            picture = ImageGrab.grab(xdisplay=display)
            colors = len(picture.convert("RGB").getcolors(picture.width * picture.height) or [])
            time.sleep(0.2)
        assert colors >= 50
        assert window.poll() is None
    finally:
        window.terminate()
        _, complaints = window.communicate()
    assert complaints == b""
