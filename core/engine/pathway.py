"""Walk through the pathway. The window draws the same graph that decides."""

from collections import defaultdict
from typing import NamedTuple

from core.case.scenario import Scenario, field_specs
from core.content import Assumption, Content, Edge, Headline, Node, by_id


class PathwayError(Exception):
    """The graph does not decide a case.

    More than one edge holds at a node, or no edge holds at a question.
    """


class Walk(NamedTuple):
    """A path through the pathway: its nodes, the edges between them, and the headline of the last node."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    headline: Headline

    @property
    def stop(self) -> Node:
        """The last node. Its action is the advice."""
        return self.nodes[-1]

    def leads_elsewhere_than(self, other: "Walk") -> bool:
        """Return whether the two walks differ in their nodes or in their procedure."""
        return self.nodes != other.nodes or self.headline.procedure != other.headline.procedure


class Pathway:
    """The graph of one content pack, prepared for walking."""

    def __init__(self, content: Content) -> None:
        self._assumptions = content.assumptions
        self._nodes = by_id(content.nodes)
        self._start = next(node for node in content.nodes if node.kind == "start")
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in content.edges:
            self._edges[edge.source].append(edge)
        self.conditions = (
            *(edge.when for edge in content.edges),
            *(headline.when for node in content.nodes for headline in node.headlines),
            *(reason.when for node in content.nodes for reason in node.reasons),
        )

    def resolve(self, scenario: Scenario) -> Scenario:
        """Return the scenario with the declared assumptions in place of answers that are not recorded."""
        assumed = {a.field: a.value for a in self._assumptions if getattr(scenario, a.field) is None}
        return scenario.but(**assumed) if assumed else scenario

    def walk(self, resolved: Scenario) -> Walk:
        """Return the walk of a resolved scenario.

        Raise PathwayError if the graph does not lead to exactly one next step.
        """
        nodes, edges = [self._start], []
        while edge := self._next(nodes[-1], resolved):
            edges.append(edge)
            nodes.append(self._nodes[edge.target])
            if len(edges) > len(self._nodes):
                raise PathwayError(f"the walk runs in a circle through {edge.target}")
        headline = next((h for h in nodes[-1].headlines if h.when.holds(resolved)), None)
        if headline is None:
            raise PathwayError(f"{nodes[-1].id} has no headline for this case")
        return Walk(tuple(nodes), tuple(edges), headline)

    def _next(self, node: Node, resolved: Scenario) -> Edge | None:
        holding = [edge for edge in self._edges[node.id] if edge.when.holds(resolved)]
        if len(holding) > 1:
            raise PathwayError(f"{node.id} has more than one next step: {', '.join(e.id for e in holding)}")
        if not holding and node.kind in ("start", "question"):
            raise PathwayError(f"{node.id} has no next step for this case")
        return holding[0] if holding else None

    def assumptions_that_matter(self, scenario: Scenario, course: Walk) -> tuple[Assumption, ...]:
        """Return the assumptions where another value, changed alone, would change the nodes or the procedure."""
        resolved = self.resolve(scenario)
        return tuple(
            assumption
            for assumption in self._assumptions
            if getattr(scenario, assumption.field) is None
            and any(
                self.walk(resolved.but(**{assumption.field: value})).leads_elsewhere_than(course)
                for value in _values(assumption.field)
                if value != assumption.value
            )
        )


def _values(field: str) -> tuple[str | bool, ...]:
    return field_specs()[field].choices or (True, False)
