"""A lesson in the program's language: what the program says in it; the case's and the content's words stay as they are."""

from dataclasses import replace

from core.teaching.lesson import Lesson


def in_program_language(lesson: Lesson) -> Lesson:
    """Return the lesson with the names of its steps, and what the program itself says in them, translated."""
    steps = (
        replace(
            step,
            name=step.name,
            blocks=tuple(replace(block, text=block.text, detail=block.detail) for block in step.blocks),
        )
        for step in lesson.steps
    )
    return replace(lesson, steps=tuple(steps))


def difficulty_name(difficulty: str) -> str:
    """Return how hard a case is, one of core.case.case_file.Difficulty, in a word."""
    return {
        "basic": "Basic",
        "intermediate": "Intermediate",
        "advanced": "Advanced",
    }[difficulty]
