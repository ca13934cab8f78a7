"""The part of the flowchart that a report highlights, and the description of each node for screen readers."""

from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from core.content import Content, Edge, Node, by_id
from core.report.report import Report

Pair = tuple[str, str]
"""Two nodes that one or more edges join: source and target."""


class NodeState(Enum):
    """The state of a node in the current case. The value is the state as a sentence."""

    CURRENT = "You are here."
    DONE = "Done."
    ON_PATH = "On the path."
    OFF_PATH = "Not on the path."


class Highlight(NamedTuple):
    """The highlighted path: the state of every node, and the edge taken between two nodes. Empty outside scope."""

    states: dict[str, NodeState]
    taken: dict[Pair, Edge]
    current: str | None

    @property
    def path(self) -> tuple[Pair, ...]:
        """The pairs of nodes on the path, in order."""
        return tuple(self.taken)


def course_of(report: Report | None, content: Content) -> Highlight:
    """Return the path that a report's steps describe. Without a report nothing is highlighted."""
    steps = report.steps if report else ()
    states = dict.fromkeys((node.id for node in content.nodes), NodeState.OFF_PATH)
    kinds = {node.id: node.kind for node in content.nodes}
    current = None
    for step in steps:
        if step.here:
            states[step.node], current = NodeState.CURRENT, step.node
        else:
            states[step.node] = NodeState.DONE if kinds[step.node] == "action" else NodeState.ON_PATH
    edges = {(edge.source, edge.target, edge.label): edge for edge in content.edges}
    taken = {(one.node, two.node): edges[one.node, two.node, two.via] for one, two in pairwise(steps)}
    return Highlight(states, taken, current)


def joined(edges: tuple[Edge, ...]) -> dict[Pair, tuple[Edge, ...]]:
    """Return the edges by the two nodes that they join. Each pair is one line of the picture."""
    lines: dict[Pair, tuple[Edge, ...]] = {}
    for edge in edges:
        pair = edge.source, edge.target
        lines[pair] = (*lines.get(pair, ()), edge)
    return lines


def inferred_word(content: Content) -> str:
    """Return the content's word for a step that no source states."""
    return by_id(content.bases)["inferred"].label


def description(node: Node, course: Highlight, content: Content) -> str:
    """Return a node's state and the ways on from it, in words."""
    sentences = [course.states[node.id].value]
    arrived = next((edge for edge in course.taken.values() if edge.target == node.id), None)
    if arrived is not None and (arrived.label or arrived.basis == "inferred"):
        way = _way(arrived, arrived.label or "", content)
        sentences.append(f"Reached by: {way}.")
    nodes = by_id(content.nodes)
    ways = [
        _way(
            edge,
            f"{edge.label} → {nodes[edge.target].label}" if edge.label else nodes[edge.target].label,
            content,
        )
        for edge in content.edges
        if edge.source == node.id
    ]
    if ways:
        sentences.append("Leads to: {ways}.".format(ways="; ".join(ways)))
    return " ".join(sentences)


def _way(edge: Edge, words: str, content: Content) -> str:
    return f"{words} ({inferred_word(content)})".strip() if edge.basis == "inferred" else words
