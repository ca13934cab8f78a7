"""The logic of a content pack as one decision table in JDM, a format that other decision engines read.

The table says status, action and procedure of every case. It is worked out from the same conditions that decide here,
so that an engine written by others can be asked for a second opinion.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from core.content import Content, Headline, Node, Status, by_id
from core.guard import Alternative, Below, Guard, Value, fields_of
from core.scenario import Answer, Scenario, field_specs, in_form_order
from core.scope import scope_fields, scope_guards

_OUTCOMES = ("status", "action", "procedure")
_Assumed = dict[str, Answer]
_Rule = dict[str, str]


def to_jdm(content: Content) -> dict[str, Any]:
    """The decision table as a JDM document: the first row that fits decides.

    A column tests one answer of the scenario, null being "not recorded". The graph must be free of circles
    (core.pathway_check proves it).
    """
    rules = [*_scope_rules(content), *_pathway_rules(content)]
    used = {field for rule in rules for field in rule if field in field_specs() and rule[field]}
    columns = in_form_order(used)
    labels = by_id(content.fields)
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": field, "name": labels[field].label, "field": field} for field in columns],
        # Two ids are also fields' of the scenario in no pack, but columns share one set of ids in JDM.
        "outputs": [{"id": f"then_{name}", "name": name.capitalize(), "field": name} for name in _OUTCOMES],
        "rules": [
            {"_id": f"row_{number}", **dict.fromkeys(columns, ""), **rule} for number, rule in enumerate(rules, start=1)
        ],
    }
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "scenario", "type": "inputNode", "name": "Scenario", "position": {"x": 0, "y": 0}},
            {
                "id": "table", "type": "decisionTableNode", "name": content.topic.title,
                "position": {"x": 300, "y": 0}, "content": table,
            },
            {"id": "decision", "type": "outputNode", "name": "Decision", "position": {"x": 600, "y": 0}},
        ],
        "edges": [
            {"id": "asks", "type": "edge", "sourceId": "scenario", "targetId": "table"},
            {"id": "answers", "type": "edge", "sourceId": "table", "targetId": "decision"},
        ],
    }  # fmt: skip
