"""The logic of a content pack as one decision table in JDM, the format of the ZEN engine and its editor.

The table says status, action and procedure of every case. It comes from the very conditions that decide here, so that
an engine written by others can be asked for a second opinion.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from core.case.condition import Alternative, AtLeast, Below, Condition, Value, fields_of
from core.case.scenario import Answer, Scenario, field_specs, in_form_order
from core.content import Content, Headline, Node, Status, by_id
from core.engine.scope import scope_fields

_Rule = dict[str, str]
_Assumed = Mapping[str, Answer]


def to_jdm(content: Content) -> dict[str, Any]:
    """The decision table as a JDM document; the first row that fits decides.

    Each input column tests one field of the scenario, where null is "not recorded". Rows for what is outside the
    scope come first, then one for every way through the pathway, whose graph must be free of circles.
    """
    walked = (*(edge.when for edge in content.edges), *(h.when for node in content.nodes for h in node.headlines))
    columns = in_form_order({*scope_fields(content), *fields_of(*walked)})
    labels = by_id(content.fields)
    rules = enumerate((*_scope_rules(content), *_pathway_rules(content)), start=1)
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": field, "name": labels[field].label, "field": field} for field in columns],
        "outputs": [{"id": name, "name": name, "field": name} for name in ("status", "action", "procedure")],
        "rules": [{"_id": f"row_{number}", **dict.fromkeys(columns, ""), **rule} for number, rule in rules],
    }
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            _node("scenario", "inputNode", 0),
            {**_node("table", "decisionTableNode", 1), "content": table},
            _node("decision", "outputNode", 2),
        ],
        "edges": [
            {"id": "asked", "type": "edge", "sourceId": "scenario", "targetId": "table"},
            {"id": "answered", "type": "edge", "sourceId": "table", "targetId": "decision"},
        ],
    }


def _node(name: str, kind: str, place: int) -> dict[str, Any]:
    return {"id": name, "type": kind, "name": name, "position": {"x": 300 * place, "y": 0}}


def _scope_rules(content: Content) -> Iterator[_Rule]:
    """A row for each condition that keeps a case out of scope, in the order in which they count."""
    actions = by_id(content.status_texts)
    reasons: dict[Status, list[tuple[str, Condition]]] = {
        "out_of_scope": [(exclusion.id, exclusion.when) for exclusion in content.exclusions],
        "conflict": [(conflict.id, conflict.when) for conflict in content.conflicts],
        "incomplete": [(requirement.field, requirement.when) for requirement in content.requirements],
    }
    for status, conditions in reasons.items():
        for name, when in conditions:
            for alternative in when.alternatives:
                for cells in _cells((alternative,), {}):
                    yield cells | _outcome(name, status, actions[status].action, None)


def _pathway_rules(content: Content) -> Iterator[_Rule]:
    """A row for each way through the pathway; a way that goes on stands before the one that stops on it."""
    nodes = by_id(content.nodes)
    assumed = {assumption.field: assumption.value for assumption in content.assumptions}

    def rules(way: tuple[Node, ...], held: tuple[Alternative, ...]) -> Iterator[_Rule]:
        if not _cells(held, assumed):
            return
        for edge in content.edges:
            if edge.source == way[-1].id:
                for alternative in edge.when.alternatives:
                    yield from rules((*way, nodes[edge.target]), (*held, alternative))
        for headline in way[-1].headlines:
            yield from stops(way, held, headline)

    def stops(way: tuple[Node, ...], held: tuple[Alternative, ...], headline: Headline) -> Iterator[_Rule]:
        for alternative in headline.when.alternatives:
            for cells in _cells((*held, alternative), assumed):
                name = " > ".join(node.id for node in way)
                yield cells | _outcome(name, "in_scope", str(way[-1].action), headline.procedure)

    for start in content.nodes:
        if start.kind == "start":
            yield from rules((start,), ())


def _outcome(name: str, status: Status, action: str, procedure: str | None) -> _Rule:
    return {
        "_description": name,
        "status": json.dumps(status),
        "action": json.dumps(action),
        "procedure": json.dumps(procedure),
    }


def _cells(held: tuple[Alternative, ...], assumed: _Assumed) -> list[_Rule]:
    """The cells of the rows whose cases meet all of these: mostly one row, none where no case can."""
    fields = in_form_order({field for alternative in held for field in alternative})
    tests = [
        _tests(field, [alternative[field] for alternative in held if field in alternative], assumed) for field in fields
    ]
    return [dict(zip(fields, row, strict=True)) for row in product(*tests)]


def _tests(field: str, conditions: list[tuple[Value, ...]], assumed: _Assumed) -> list[str]:
    """Return the tests of one field, one for each row; one of them must hold."""
    spec = field_specs()[field]
    if spec.kind in ("several", "number"):
        # In JDM's language "and" binds no tighter than "or", and cells take no parentheses.
        return [" and ".join(map(_test, values)) for values in product(*conditions)]
    answers: tuple[Answer, ...] = (*(spec.choices or (True, False)), None)
    admitted = [
        answer
        for answer in answers
        if all(_admits(field, values, assumed.get(field) if answer is None else answer) for values in conditions)
    ]
    return [", ".join(map(json.dumps, admitted))] if admitted else []


def _admits(field: str, values: tuple[Value, ...], answer: Answer) -> bool:
    scenario = Scenario().but(**{field: answer})
    return Condition(alternatives=({field: values},)).holds(scenario)


def _test(value: Value) -> str:
    """One value of a condition on a list or a number, in JDM's language, where $ is the answer."""
    if isinstance(value, Below):
        return f"$ != null and $ < {value.below:g}"
    if isinstance(value, AtLeast):
        return f"$ != null and $ >= {value.at_least:g}"
    known = {
        "recorded": "$ != null",
        "not_recorded": "$ == null",
        "any": "$ != null and len($) > 0",
        "empty": "$ != null and len($) == 0",
    }
    return known.get(str(value), f"$ != null and {json.dumps(value)} in $")
