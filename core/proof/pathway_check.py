"""Prove a content pack: the pathway decides every possible case, and no condition is redundant.

Sets of cases (see core.proof.case_space) flow through the graph from its start. A redundant value is also a fault: a
value that no case has can hide a condition that became too wide.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain, combinations
from typing import get_args

from core.case.condition import ALWAYS, Condition
from core.content import Category, Content, Edge, Headline, Node, Reason, by_id
from core.engine.pathway import Pathway
from core.proof.case_space import Cases, CaseSpace, space_in_scope, whole_space

_NEVER: Cases = frozenset()


def check_pathway(content: Content) -> list[str]:
    """Return one line per fault, with its file, id and reason. An empty list is the proof.

    Proven: exactly one edge holds at a question, at most one holds at an action, and no walk runs in a circle. Some
    case uses every node and edge. Every claim of a node is exact. Every walk ends with a headline, a reason and a rated
    procedure that the answers do not rule out, and so does every "instead". One level of each pitfall holds for every
    case. Every condition can hold and needs each of its values and fields.
    """
    faults = list(shape_faults(content))
    if faults:
        return faults
    space = space_of_the_walk(content)
    if not space.all:
        return [f"{content.files['requirements']}: requirements: no case is in scope"]
    walked = after_assumptions(space, content)
    flow = Flow.through(content, walked)
    return [
        *graph_faults(content, walked, flow),
        *_advice_faults(content, walked, flow),
        *_assumption_faults(content, walked, flow),
        *_procedure_faults(content, space),
        *_instead_faults(content, space),
        *_tumor_board_faults(content, space),
        *_pitfall_faults(content),
        *_scope_faults(content),
        *_notice_faults(content),
    ]


def space_of_the_walk(content: Content) -> CaseSpace:
    """Return the cases in scope that differ in an answer read by the walk, the advice or the rules shown with it."""
    nodes, preferences = content.nodes, chain.from_iterable(content.instead.values())
    conditions = [
        *(edge.when for edge in content.edges),
        *(headline.when for node in nodes for headline in node.headlines),
        *(reason.when for node in nodes for reason in node.reasons),
        *(preference.when for preference in preferences),
        *(reason.when for reason in content.tumor_board),
    ]
    claims = [claim for node in nodes for claim in (node.reached_when, node.stops_when)]
    claims += [procedure.ruled_out_when for procedure in content.procedures]
    return space_in_scope([*conditions, *filter(None, claims)], content)


def after_assumptions(space: CaseSpace, content: Content) -> CaseSpace:
    """Return the cases as they walk the pathway, each once, with assumptions in place of unrecorded answers."""
    resolve = Pathway(content).resolve
    return CaseSpace(space.fields, {space.answers(case): case for case in map(resolve, space.scenarios)}.values())


def _at(content: Content, table: str, *ids: str) -> str:
    return f"{content.files[table]}: {'.'.join((table, *ids))}"


def _idle(place: str, condition: Condition, space: CaseSpace, within: Cases | None = None) -> Iterator[str]:
    """Yield the faults of a condition alone: it never holds, or it names a redundant value or field."""
    within = space.all if within is None else within
    if not space.meeting(condition) & within:
        yield f"{place}: never holds"
        return
    for finding in chain(space.dead_values(condition, within), space.idle_fields(condition, within)):
        yield f"{place}: {finding}"


# --- the graph ------------------------------------------------------------------------------------------------------


def shape_faults(content: Content) -> Iterator[str]:
    """Yield faults that make walking impossible: no single start, a circle, an incomplete node."""
    starts = [node.id for node in content.nodes if node.kind == "start"]
    if len(starts) != 1:
        yield f"{content.files['nodes']}: nodes: needs one start (it has {', '.join(starts) or 'none'})"
    for node in content.nodes:
        place = _at(content, "nodes", node.id)
        if node.kind != "start" and node.reached_when is None:
            yield f"{place}: needs reached_when"
        for name in ("action", "headlines", "reasons", "stops_when"):
            value = getattr(node, name)
            if node.kind in ("action", "outcome") and not value:
                yield f"{place}: needs {name}, since it is an {node.kind}"
            elif node.kind in ("start", "question") and value:
                yield f"{place}: has {name}, but a walk does not end at a {node.kind}"
        if node.kind == "outcome":
            yield from (f"{place}: edge {edge.id} leaves an outcome" for edge in _leaving(content, node))
        elif node.kind == "action" and not _leaving(content, node):
            yield f"{place}: no edge leaves it, so it is an outcome"
    try:
        list(_in_order(content))
    except CycleError as error:
        yield f"{content.files['edges']}: edges: run in a circle: {' → '.join(error.args[1])}"


def _leaving(content: Content, node: Node) -> list[Edge]:
    return [edge for edge in content.edges if edge.source == node.id]


def _in_order(content: Content) -> Iterator[str]:
    """Return the nodes in topological order: each node after all nodes with an edge to it."""
    sorter: TopologicalSorter[str] = TopologicalSorter({node.id: () for node in content.nodes})
    for edge in content.edges:
        sorter.add(edge.target, edge.source)
    return iter(sorter.static_order())


@dataclass(frozen=True)
class Flow:
    """The cases that reach each node, take each edge, and stop at each node."""

    reached: dict[str, Cases]
    taken: dict[str, Cases]
    stopped: dict[str, Cases]

    @classmethod
    def through(cls, content: Content, space: CaseSpace) -> "Flow":
        """Return the flow of all cases through a graph without shape faults."""
        nodes = by_id(content.nodes)
        reached = {node.id: space.all if node.kind == "start" else _NEVER for node in content.nodes}
        taken: dict[str, Cases] = {}
        stopped: dict[str, Cases] = {}
        for node_id in _in_order(content):
            stopped[node_id] = reached[node_id]
            for edge in _leaving(content, nodes[node_id]):
                taken[edge.id] = reached[node_id] & space.meeting(edge.when)
                stopped[node_id] -= taken[edge.id]
                reached[edge.target] |= taken[edge.id]
        return cls(reached, taken, stopped)


def graph_faults(content: Content, space: CaseSpace, flow: Flow) -> Iterator[str]:
    """Yield undecided walks, unused nodes and edges, and false claims of nodes."""
    for node in content.nodes:
        yield from _branching_faults(content, node, space, flow)
        yield from _claim_faults(content, node, space, flow)
    for edge in content.edges:
        yield from _idle(_at(content, "edges", edge.id), edge.when, space, flow.reached[edge.source])


def _branching_faults(content: Content, node: Node, space: CaseSpace, flow: Flow) -> Iterator[str]:
    for edge, other in combinations(_leaving(content, node), 2):
        if both := flow.taken[edge.id] & flow.taken[other.id]:
            yield f"{_at(content, 'edges', edge.id)}: holds together with {other.id} where {space.example(both)}"
    place = _at(content, "nodes", node.id)
    if node.kind in ("start", "question") and (stuck := flow.stopped[node.id]):
        yield f"{place}: has no next step where {space.example(stuck)}"
    if not flow.reached[node.id]:
        yield f"{place}: no case comes here"


def _claim_faults(content: Content, node: Node, space: CaseSpace, flow: Flow) -> Iterator[str]:
    claims = (
        ("reached_when", node.reached_when, "comes here", space.all, flow.reached[node.id]),
        ("stops_when", node.stops_when, "stops here", flow.reached[node.id], flow.stopped[node.id]),
    )
    for name, claim, does, within, actual in claims:
        if claim is None:
            continue
        place = f"{_at(content, 'nodes', node.id)}.{name}"
        claimed = space.meeting(claim) & within
        if unclaimed := actual - claimed:
            yield f"{place}: does not hold, yet the walk {does}, where {space.example(unclaimed)}"
        if untrue := claimed - actual:
            yield f"{place}: holds, yet the walk never {does}, where {space.example(untrue)}"
        yield from _idle(place, claim, space, within)


# --- what is advised ------------------------------------------------------------------------------------------------


def _first_holding(conditions: Sequence[Condition], space: CaseSpace, within: Cases) -> tuple[list[Cases], Cases]:
    """Split the cases among conditions where the first match counts. Return each share and the cases left over."""
    shares = []
    for condition in conditions:
        shares.append(space.meeting(condition) & within)
        within -= shares[-1]
    return shares, within


def _advice_faults(content: Content, space: CaseSpace, flow: Flow) -> Iterator[str]:
    """Yield walks that end without words, words that are never used, and procedures that must not be advised."""
    for node in content.nodes:
        if node.action is None:
            continue
        stopped, place = flow.stopped[node.id], _at(content, "nodes", node.id)
        shares, without = _first_holding([headline.when for headline in node.headlines], space, stopped)
        if without:
            yield f"{place}.headlines: none holds where {space.example(without)}"
        for headline, share in zip(node.headlines, shares, strict=True):
            if not share:
                yield f"{place}.headlines: '{headline.text}' is never the first that holds"
            elif headline.procedure:
                yield from _unfit(f"{place}.headlines", headline.procedure, share, content, space)
        if mute := stopped.difference(*(space.meeting(reason.when) for reason in node.reasons)):
            yield f"{place}.reasons: none holds where {space.example(mute)}"
        parts: list[Headline | Reason] = [*node.headlines, *node.reasons]
        for part in parts:
            for dead in space.dead_values(part.when, stopped):
                yield f"{place}: '{part.text}': {dead}"


def _unfit(place: str, procedure: str, cases: Cases, content: Content, space: CaseSpace) -> Iterator[str]:
    """Yield the reasons why a procedure must not be advised in these cases."""
    ratings = by_id(content.decided_variant.ratings)
    if procedure not in ratings:
        yield f"{place}: {procedure} has no rating in {content.variant}"
    ruled_out_when = by_id(content.procedures)[procedure].ruled_out_when
    if ruled_out_when and (wrong := cases & space.meeting(ruled_out_when)):
        yield f"{place}: {procedure} is ruled out where {space.example(wrong)}"


def _assumption_faults(content: Content, space: CaseSpace, flow: Flow) -> Iterator[str]:
    """Yield assumptions that never make a difference."""
    ends: dict[int, list[str]] = defaultdict(list)
    for node in content.nodes:
        shares, _ = _first_holding([headline.when for headline in node.headlines], space, flow.stopped[node.id])
        procedures = [headline.procedure or "" for headline in node.headlines]
        for name, cases in [(node.id, flow.reached[node.id]), *zip(procedures, shares, strict=True)]:
            for case in cases:
                ends[case].append(name)
    for assumption in content.assumptions:
        alike: dict[object, set[tuple[str, ...]]] = defaultdict(set)
        for number, scenario in enumerate(space.scenarios):
            alike[space.answers(scenario, without=assumption.field)].add(tuple(ends[number]))
        if all(len(different) == 1 for different in alike.values()):
            yield f"{_at(content, 'assumptions', assumption.field)}: no other answer would lead elsewhere"


def _procedure_faults(content: Content, space: CaseSpace) -> Iterator[str]:
    for procedure in content.procedures:
        if procedure.ruled_out_when:
            place = f"{_at(content, 'procedures', procedure.id)}.ruled_out_when"
            yield from _idle(place, procedure.ruled_out_when, space)


def _instead_faults(content: Content, space: CaseSpace) -> Iterator[str]:
    """Yield alternatives that are missing, ruled out, the same as their row, or rated lower than their row."""
    ratings, ranks = by_id(content.decided_variant.ratings), get_args(Category)
    for name, preferences in content.instead.items():
        place = _at(content, "instead", name)
        shares, without = _first_holding([preference.when for preference in preferences], space, space.all)
        if without:
            yield f"{place}: offers nothing where {space.example(without)}"
        for preference, share in zip(preferences, shares, strict=True):
            if not share:
                yield f"{place}.{preference.procedure}: is never the first that holds"
            yield from _unfit(place, preference.procedure, share, content, space)
            yield from _idle(f"{place}.{preference.procedure}", preference.when, space)
        rows = [rating for rating in ratings.values() if rating.instead == name]
        if not rows:
            yield f"{place}: no rating names it"
        for row in rows:
            for offered in dict.fromkeys(preference.procedure for preference in preferences):
                if offered == row.procedure:
                    yield f"{place}: offers {offered} instead of itself"
                elif offered in ratings and ranks.index(ratings[offered].category) > ranks.index(row.category):
                    yield f"{place}: offers {offered} instead of {row.procedure}, which is rated higher"


# --- rules outside the walk -----------------------------------------------------------------------------------------


def _tumor_board_faults(content: Content, space: CaseSpace) -> Iterator[str]:
    for reason in content.tumor_board:
        yield from _idle(_at(content, "tumor_board", reason.id), reason.when, space)


def _pitfall_faults(content: Content) -> Iterator[str]:
    for pitfall in content.pitfalls:
        conditions = [level.when for level in pitfall.levels]
        space = space_in_scope(conditions, content)
        shares, without = _first_holding(conditions, space, space.all)
        place = _at(content, "pitfalls", pitfall.id)
        if without:
            yield f"{place}: no level holds where {space.example(without)}"
        for level, share in zip(pitfall.levels, shares, strict=True):
            if not share:
                yield f"{place}.{level.level}: is never the first level that holds"
            yield from _idle(f"{place}.{level.level}", level.when, space)


def _scope_faults(content: Content) -> Iterator[str]:
    for exclusion in content.exclusions:
        place = _at(content, "exclusions", exclusion.id)
        redirects = [redirect.when for redirect in exclusion.redirects]
        space = whole_space([exclusion.when, *redirects])
        yield from _idle(place, exclusion.when, space)
        for redirect in exclusion.redirects:
            yield from _idle(f"{place}.{redirect.variant}", redirect.when, space, space.meeting(exclusion.when))
    for conflict in content.conflicts:
        yield from _idle(_at(content, "conflicts", conflict.id), conflict.when, whole_space([conflict.when]))
    for requirement in content.requirements:
        place = _at(content, "requirements", requirement.field)
        open_ = Condition(alternatives=({requirement.field: ("not_recorded",)},))
        space = whole_space([requirement.when, open_])
        yield from _idle(place, requirement.when, space)
        if given := space.meeting(requirement.when) - space.meeting(open_):
            yield f"{place}: asks for an answer that is given where {space.example(given)}"


def _notice_faults(content: Content) -> Iterator[str]:
    for notice in content.notices:
        condition = notice.when or ALWAYS
        yield from _idle(_at(content, "notices", notice.id), condition, whole_space([condition]))
