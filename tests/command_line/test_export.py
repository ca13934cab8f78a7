"""`bonewatch export` and `bonewatch cases --handout` as PDF, which loads Qt. Other forms are in `test_pages.py`."""

import json
from pathlib import Path
from typing import Any

from core.base.resources import resource_path
from tests import poppler

INDEX = resource_path("cases/index.case.json")
HEADLINE = "Order radiographs of the tumor site"


def test_pdf_holds_the_answer_on_the_paper_asked_for(run_program: Any, tmp_path: Path) -> None:
    for paper, size in (("a4", "(A4)"), ("letter", "(letter)")):
        file = tmp_path / f"{paper}.PDF"
        done = run_program("export", INDEX, "--as-of", "2026-06-02", "--paper", paper, "-o", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert poppler.info(file)["Page size"].endswith(size)
        text = poppler.text(file)
        assert HEADLINE.lower() in text.lower() and "2026-06-02" in text
    assert len(list(tmp_path.iterdir())) == 2


def test_handout_as_pdf_hides_the_answer_unless_asked(run_program: Any, tmp_path: Path) -> None:
    teaching = json.loads(INDEX.read_bytes())["teaching"]
    file = tmp_path / "sheet.pdf"
    for options in ([], ["--answer"]):
        done = run_program("cases", "--handout", "index", *options, "-o", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        text = poppler.text(file)
        assert poppler.one_spaced(teaching["vignette"]) in poppler.one_spaced(text)
        assert (HEADLINE in text) == bool(options)
