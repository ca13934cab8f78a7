"""The text that a panel shows when it has no content."""


def why_nothing(status: str) -> str:
    """Return why a case with this status has no pitfalls, ratings or steps. Without a status, say that there is no answer."""
    said = {
        "incomplete": "None yet: answers are missing.",
        "out_of_scope": "None: the case is out of scope.",
        "conflict": "None: answers disagree.",
    }
    return said.get(status, "None: there is no answer.")
