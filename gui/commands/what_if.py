"""`bonewatch what-if`: which single answers would change the advice, without Qt."""

import json
import sys
from argparse import Namespace

from core.case.case_file import Case, CaseError
from core.content import Content
from core.content.packaged import packaged_content
from core.engine.decision import Change
from core.engine.what_if import by_consequence, what_if
from core.report.report import answer_text
from gui.commands.common import complain, read_case, today


def what_if_command(options: Namespace) -> int:
    """Print every single-answer change that alters the action or the procedure. Return exit status 0 or 2."""
    try:
        case = read_case(options.case)
    except CaseError as error:
        complain(error.problems)
        return 2
    content = packaged_content()
    changes = what_if(case.scenario, content, options.as_of or today())
    if options.format == "json":
        _print_json(changes)
    else:
        _print_text(case, changes, content)
    return 0


def _print_json(changes: tuple[Change, ...]) -> None:
    rows = [
        {
            "field": change.field,
            "value": change.value,
            "action": change.action,
            "procedure": change.procedure,
            "status": change.status,
        }
        for change in changes
    ]
    sys.stdout.buffer.write(json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()


def _print_text(case: Case, changes: tuple[Change, ...], content: Content) -> None:
    from gui.commands.terminal import print_changes

    labels = {field.id: field.label for field in content.fields}

    def answer(change: Change) -> str:
        return answer_text(change.field, change.value, content)

    contradictory = [change for change in changes if change.status == "conflict"]
    print_changes(
        case.title,
        [(labels[c.field], answer(c), c.headline) for c in by_consequence(changes) if c not in contradictory],
        [f"{labels[c.field]}: {answer(c)}" for c in contradictory],
    )
