"""What a panel says in place of what it has nothing of."""


def why_nothing(status: str) -> str:
    """Return why a case with this status has no pitfalls, ratings or steps; for no status, that there is no answer at all."""
    said = {
        "incomplete": "None yet: answers are missing.",
        "out_of_scope": "None: the case is out of scope.",
        "conflict": "None: answers disagree.",
    }
    return said.get(status, "None: there is no answer.")
