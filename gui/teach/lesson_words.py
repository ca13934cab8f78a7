"""Words for the properties of a lesson."""


def difficulty_name(difficulty: str) -> str:
    """Return a word for a difficulty of core.case.case_file.Difficulty."""
    return {
        "basic": "Basic",
        "intermediate": "Intermediate",
        "advanced": "Advanced",
    }[difficulty]
