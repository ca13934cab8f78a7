"""`bonewatch cases`: the bundled teaching cases and the decisions on them, without Qt."""

import json
import sys
from argparse import Namespace

from core.base.resources import resource_path
from core.content import Content, by_id
from core.content.citations import all_sources
from core.content.packaged import packaged_content
from core.engine.decide import decide
from core.engine.decision import Decision
from core.reference.shelf import load_shelf
from core.teaching.cases import TeachingCase, load_cases
from gui.commands.common import complain, today


def cases_command(options: Namespace) -> int:
    """Print the cases. Return exit status 0, or 1 after naming each faulty file of the installation.

    With --handout, write a case's sheet instead. Return 2 if the case or the file cannot be used.
    """
    if options.handout or options.output or options.answer:
        from gui.commands.handout import handout_command

        return handout_command(options)
    content, day = packaged_content(), today()
    shelf = load_shelf(resource_path("reference"), content)
    folder = load_cases(resource_path("cases"), content, all_sources(content, shelf), day)
    complain(list(folder.faults))
    rows = [(case, decide(case.case.scenario, content, day)) for case in folder.cases]
    if options.format == "json":
        _print_json(rows)
    else:
        _print_text(rows, content)
    return 1 if folder.faults else 0


def _print_json(rows: list[tuple[TeachingCase, Decision]]) -> None:
    documents = [
        {
            "id": case.id,
            "title": case.case.title,
            "scenario": vars(case.case.scenario),
            "status": decision.status,
            "action": decision.recommendation.action,
            "teaching": vars(case.teaching),
        }
        for case, decision in rows
    ]
    sys.stdout.buffer.write(json.dumps(documents, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()


def _print_text(rows: list[tuple[TeachingCase, Decision]], content: Content) -> None:
    from gui.commands.terminal import print_cases

    statuses, actions = by_id(content.statuses), by_id(content.actions)
    print_cases(
        [
            (
                case.id,
                case.case.title,
                case.teaching.difficulty,
                statuses[decision.status].label,
                actions[decision.recommendation.action].label,
            )
            for case, decision in rows
        ]
    )
