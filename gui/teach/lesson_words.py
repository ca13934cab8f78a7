"""A lesson in the program's language. The program's own words are translated; those of cases and content are not."""

from dataclasses import replace

from core.teaching.lesson import Lesson


def in_program_language(lesson: Lesson) -> Lesson:
    """Return the lesson with the names of its steps and the program's own words translated."""
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
    """Return a word for a difficulty of core.case.case_file.Difficulty."""
    return {
        "basic": "Basic",
        "intermediate": "Intermediate",
        "advanced": "Advanced",
    }[difficulty]
