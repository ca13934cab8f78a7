"""What a panel says in place of what it has nothing of."""

from PySide6.QtCore import QCoreApplication


def why_nothing(status: str) -> str:
    """Why a case with this status has no pitfalls, ratings or steps; for no status, that there is no answer at all."""
    said = {
        "incomplete": QCoreApplication.translate("DecidePlace", "None yet: answers are missing."),
        "out_of_scope": QCoreApplication.translate("DecidePlace", "None: the case is out of scope."),
        "conflict": QCoreApplication.translate("DecidePlace", "None: answers disagree."),
    }
    return said.get(status, QCoreApplication.translate("DecidePlace", "None: there is no answer."))
