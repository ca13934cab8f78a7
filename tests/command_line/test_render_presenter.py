"""`bonewatch render --view presenter`, one step of a teaching case as a picture, and the self test."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.base.resources import resource_path

CASE = str(resource_path("cases/index.case.json"))


def render(case: str, picture: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gui", "render", case, "--view", "presenter", "-o", str(picture), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=resource_path("cases").parents[1])


def test_step_is_drawn_in_the_size_asked_for(tmp_path: Path) -> None:
    picture = tmp_path / "answer.png"
    done = render(CASE, picture, "--step", "answer", "--votes", "11,5,7,1", "--size", "1024x768", "--theme", "dark")
    assert (done.returncode, done.stderr) == (0, "")
    header = picture.read_bytes()[:24]
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1024, 768)


def test_votes_change_the_picture(tmp_path: Path) -> None:
    pictures = [tmp_path / "none.png", tmp_path / "some.png"]
    render(CASE, pictures[0])
    render(CASE, pictures[1], "--votes", "3")
    assert pictures[0].read_bytes() != pictures[1].read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--step", "nowhere"], "--step: this case has no 'nowhere'; choose one of vignette, question, commit"),
        (["--votes", "many"], "'many' are no votes; write them like 11,5,7,1"),
    ],
)
def test_wrong_option_is_refused_with_what_is_right(tmp_path: Path, options: list[str], said: str) -> None:
    done = render(CASE, tmp_path / "picture.png", *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "picture.png").exists()


def test_case_without_a_lesson_is_refused(tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text('{"purpose": "initial_staging"}', encoding="utf-8")
    done = render(str(bare), tmp_path / "picture.png")
    assert done.returncode == 2
    assert done.stderr.startswith("teaching: is missing")


def test_self_test_decides_every_bundled_case(run_program: Any) -> None:
    done = run_program("--self-test")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(b"pass: ")
    assert f", {len(list(Path(CASE).parent.glob('*.case.json')))} cases decided, ".encode() in done.stdout
