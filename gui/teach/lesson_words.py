"""A lesson in the program's language: what the program says in it; the case's and the content's words stay as they are."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from core.teaching.lesson import Lesson
from gui.language import said


def in_program_language(lesson: Lesson) -> Lesson:
    """The lesson with the names of its steps, and what the program itself says in them, translated."""
    steps = (
        replace(
            step,
            name=said(step.name),
            blocks=tuple(replace(block, text=said(block.text), detail=said(block.detail)) for block in step.blocks),
        )
        for step in lesson.steps
    )
    return replace(lesson, steps=tuple(steps))


def difficulty_name(difficulty: str) -> str:
    """How hard a case is, one of core.case.case_file.Difficulty, in a word."""
    return {
        "basic": QCoreApplication.translate("difficulty", "Basic"),
        "intermediate": QCoreApplication.translate("difficulty", "Intermediate"),
        "advanced": QCoreApplication.translate("difficulty", "Advanced"),
    }[difficulty]
