"""`bonewatch export` and `bonewatch cases --handout` without Qt: pages as files, and what is refused."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from core.base.resources import resource_path
from core.content import Content

INDEX = resource_path("cases/index.case.json")
HEADLINE = "Order radiographs of the tumor site"


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_each_form_holds_the_answer_and_the_day(run_here: Any, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"page.{ending}"
    done = run_here("export", INDEX, "--as-of", "2026-06-02", "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    text = file.read_text(encoding="utf-8")
    assert HEADLINE.lower() in text.lower()
    assert "2026-06-02" in text
    assert list(tmp_path.iterdir()) == [file]


def test_json_is_the_decision_with_its_reasons_and_the_case(run_here: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.json"
    assert run_here("export", "-", "--as-of", "2026-06-01", "-o", file, stdin=INDEX.read_bytes()).returncode == 0
    document = json.loads(file.read_bytes())
    decided = run_here("decide", "--format", "json", "--why", "--as-of", "2026-06-01", INDEX)
    added = {name: document.pop(name) for name in ("case", "as_of")}
    assert document == json.loads(decided.stdout)
    stored = json.loads(INDEX.read_bytes())
    assert added == {"case": {"title": stored["title"], "scenario": stored["scenario"]}, "as_of": "2026-06-01"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", INDEX, "-o", "page.docx"], "--output: 'page.docx' ends in none of .pdf, .html, .md, .txt, .json"),
        (["export", INDEX, "-o", "page"], "--output: 'page' ends in none of"),
        (["export", "nowhere.json", "-o", "page.pdf"], "nowhere.json: cannot be read"),
        (["export", INDEX, "-o", "nowhere/page.pdf"], "nowhere/page.pdf: There is no folder"),
        (["export", INDEX, "-o", "nowhere/page.txt"], "Make it, or choose another."),
        (["cases", "--handout", "index"], "--handout CASE and --output FILE go together"),
        (["cases", "--answer", "-o", "page.pdf"], "--handout CASE and --output FILE go together"),
        (["cases", "--handout", "nobody", "-o", "page.pdf"], "nobody: cannot be read"),
        (["cases", "--handout", "index", "-o", "page.md"], "--output: 'page.md' ends in none of .pdf, .html"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_remedy(run_here: Any, arguments: list[str], said: str) -> None:
    before = set(Path().iterdir())
    done = run_here(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in done.stderr.decode().replace(os.sep, "/")
    assert b"Traceback" not in done.stderr
    assert set(Path().iterdir()) == before


def test_broken_case_is_refused_and_the_old_page_stays(run_here: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("the old page", encoding="utf-8")
    done = run_here("export", "-", "-o", file, stdin=b'{"age_years": 200}')
    assert (done.returncode, done.stderr) == (2, b"scenario.age_years: 200 is above 120\n")
    assert file.read_text(encoding="utf-8") == "the old page"


def test_handout_tells_the_answer_only_where_it_is_asked_for(run_here: Any, tmp_path: Path) -> None:
    teaching = json.loads(INDEX.read_bytes())["teaching"]
    texts = []
    for options in ([], ["--answer"]):
        file = tmp_path / "sheet.html"
        done = run_here("cases", "--handout", "index", *options, "-o", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        texts.append(file.read_text(encoding="utf-8"))
    assert all(" ".join(teaching["vignette"].split()) in " ".join(text.split()) for text in texts)
    assert [HEADLINE in text for text in texts] == [False, True]


def test_case_of_ones_own_becomes_a_handout(run_here: Any, tmp_path: Path) -> None:
    document = json.loads(INDEX.read_bytes())
    document["teaching"]["question"] = "What would a friend do first?"
    own = tmp_path / "own.case.json"
    own.write_text(json.dumps(document), encoding="utf-8")
    done = run_here("cases", "--handout", own, "-o", tmp_path / "sheet.html")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "What would a friend do first?" in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_case_without_a_lesson_becomes_no_handout(run_here: Any, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text("{}", encoding="utf-8")
    done = run_here("cases", "--handout", bare, "-o", tmp_path / "sheet.html")
    assert done.returncode == 2
    assert b"teaching: is missing" in done.stderr
    assert not (tmp_path / "sheet.html").exists()


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_file_which_may_not_be_written_is_refused(run_here: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("the old page", encoding="utf-8")
    file.chmod(0o400)
    done = run_here("export", INDEX, "-o", file)
    assert done.returncode == 2
    assert b"write-protected" in done.stderr
    assert file.read_text(encoding="utf-8") == "the old page"


def test_page_names_the_content_behind_it(run_here: Any, tmp_path: Path, content: Content) -> None:
    file = tmp_path / "page.txt"
    assert run_here("export", INDEX, "-o", file).returncode == 0
    assert content.sha256[:8] in file.read_text(encoding="utf-8")
