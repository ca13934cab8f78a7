"""`bonewatch export`: the decision on a case on one page. Only PDF loads Qt."""

import os
from argparse import Namespace
from pathlib import Path

from core.case.case_file import CaseError
from core.content.packaged import packaged_content
from gui.commands.common import complain, complain_of_font, output_path, read_case, today
from gui.paper.page_files import DECISION_ENDINGS, save_decision


def export_command(options: Namespace) -> int:
    """Write the page. Return exit status 0, or 2 if the case or the file cannot be used."""
    try:
        path = output_path(options.output, DECISION_ENDINGS)
        case = read_case(options.case)
    except CaseError as error:
        complain(error.problems)
        return 2
    prepare_for(path)
    problem = save_decision(case, packaged_content(), options.as_of or today(), path, options.paper)
    if problem:
        complain([f"{path}: {problem}"])
        return 2
    return 0


def prepare_for(path: Path) -> None:
    """Start Qt without a screen if the format of the page needs it."""
    if path.suffix.lower() == ".pdf":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from PySide6.QtWidgets import QApplication

        QApplication.instance() or QApplication(["bonewatch"])
        complain_of_font()
