"""Teaching cases that are broken, one way each, with the reason that their refusal has to name."""

import json
from pathlib import Path
from typing import Any

from core.case.case_file import SCHEMA
from tests.strategies import eligible

TEACHING: dict[str, Any] = {
    "vignette": "A planned visit. Nothing has been imaged.",
    "question": "Which study comes first?",
    "options": ["radiography", "order_mri", "bone_scan_whole_body"],
    "teaching_point": "Radiographs come first.",
    "sources": ["S1", "S62"],
    "difficulty": "basic",
}
ABSENT = object()


def document(**teaching: Any) -> dict[str, Any]:
    """A teaching case of a patient who needs radiographs, with some parts of the lesson changed or left out."""
    parts = {name: part for name, part in (TEACHING | teaching).items() if part is not ABSENT}
    scenario = json.loads(json.dumps(vars(eligible())))
    return {"schema": SCHEMA, "title": "A case", "scenario": scenario, "teaching": parts}


def write(path: Path, value: Any) -> None:
    """Puts a document into a file."""
    path.write_text(json.dumps(value), encoding="utf-8")


BROKEN: list[tuple[dict[str, Any], list[str]]] = [
    # parts that are missing or not known
    ({"vignette": ABSENT}, ["teaching.vignette: is missing"]),
    ({"question": ABSENT}, ["teaching.question: is missing"]),
    ({"options": ABSENT}, ["teaching.options: is missing"]),
    ({"teaching_point": ABSENT}, ["teaching.teaching_point: is missing"]),
    ({"sources": ABSENT}, ["teaching.sources: is missing"]),
    ({"difficulty": ABSENT}, ["teaching.difficulty: is missing"]),
    ({"answer": "radiography"}, ["teaching.answer: is not a key that a case file has"]),
    ({"Question": "Which?"}, ["teaching.Question: is not a key that a case file has"]),
    # text
    ({"vignette": ""}, ["teaching.vignette: is empty; write something"]),
    ({"vignette": " \n\t"}, ["teaching.vignette: is blank; write something"]),
    ({"vignette": "x" * 321}, ["teaching.vignette: is too long (at most 320)"]),
    ({"vignette": ["A visit."]}, ["teaching.vignette: a list is not text"]),
    ({"question": "x" * 111}, ["teaching.question: is too long (at most 110)"]),
    ({"question": None}, ["teaching.question: null is not text"]),
    ({"question": "\u00a0"}, ["teaching.question: is blank; write something"]),
    ({"teaching_point": "x" * 201}, ["teaching.teaching_point: is too long (at most 200)"]),
    ({"teaching_point": 7}, ["teaching.teaching_point: 7 is not text"]),
    # difficulty
    ({"difficulty": "easy"}, ['teaching.difficulty: "easy" is not one of basic, intermediate, advanced']),
    ({"difficulty": "Basic"}, ['teaching.difficulty: "Basic" is not one of basic, intermediate, advanced']),
    ({"difficulty": 1}, ["teaching.difficulty: 1 is not one of basic, intermediate, advanced"]),
    # options
    ({"options": []}, ["teaching.options: is too short (at least 2)"]),
    ({"options": ["radiography"]}, ["teaching.options: is too short (at least 2)"]),
    ({"options": ["radiography", "us", "order_mri", "consider_ct", "plan_biopsy"]}, ["teaching.options: is too long (at most 4)"]),
    ({"options": ["radiography", "us", "us"]}, ["teaching.options: us is listed twice"]),
    ({"options": "radiography"}, ['teaching.options: "radiography" is not a list']),
    ({"options": ["radiography", 2]}, ["teaching.options[1]: 2 is not text"]),
    ({"options": ["radiography", "xray"]}, ["teaching.options: xray is neither an action nor a procedure"]),
    ({"options": ["radiography", "Order MRI"]}, ["teaching.options: Order MRI is neither an action nor a procedure"]),
    ({"options": ["order_mri", "us"]}, ["teaching.options: one must be order_radiographs or radiography"]),
    ({"options": ["order_radiographs", "radiography"]}, ["teaching.options: order_radiographs and radiography are one answer; keep one"]),
    (
        {"options": ["radiography", "order_mri", "mri_without_iv_contrast"]},
        ["teaching.options: order_mri and mri_without_iv_contrast are one answer; keep one"],
    ),
    # sources and topics
    ({"sources": []}, ["teaching.sources: is too short (at least 1)"]),
    ({"sources": ["S1", "S1"]}, ["teaching.sources: S1 is listed twice"]),
    ({"sources": ["S9999"]}, ["teaching.sources: S9999 is not listed"]),
    ({"sources": {"S1": "scope"}}, ["teaching.sources: an object is not a list"]),
    ({"topics": ["Hard ware"]}, ['teaching.topics[0]: "Hard ware" is not a word in small letters, digits and _']),
    ({"topics": ["scope", "scope"]}, ["teaching.topics: scope is listed twice"]),
    ({"topics": None}, ["teaching.topics: null is not a list"]),
    # several at once, each named
    (
        {"options": ["order_mri", "us"], "sources": ["S1", "S0"]},
        ["teaching.options: one must be order_radiographs or radiography", "teaching.sources: S0 is not listed"],
    ),
    ({"question": "", "difficulty": ""}, ["teaching.question: is empty; write something", 'teaching.difficulty: "" is not one of basic, intermediate, advanced']),
]  # fmt: skip
