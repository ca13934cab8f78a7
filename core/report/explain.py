"""Explain why an item is on the screen: its reasoning, basis, deciding answers and sources."""

from dataclasses import dataclass
from itertools import pairwise

from core.case.scenario import Scenario
from core.content import Content, Reference, by_id
from core.content.citations import CitedSource, cited_sources, collect, unique
from core.report.report import Fact, Point, Report, answer_text


@dataclass(frozen=True)
class LocalNote:
    """A note of the site, with its badge."""

    badge: str
    text: str


@dataclass(frozen=True)
class Explanation:
    """The reason for one statement.

    `inferred` is a sentence shown if no source states the reason. Otherwise it is empty.
    """

    title: str
    paragraphs: tuple[str, ...]
    inferred: str
    because: tuple[Fact, ...]
    sources: tuple[CitedSource, ...]
    local: tuple[LocalNote, ...] = ()


class Explainer:
    """Explains the items of a report by their kind and id."""

    def __init__(self, content: Content, scenario: Scenario, report: Report) -> None:
        self._content = content
        self._scenario = scenario
        self._report = report

    def explain(self, kind: str, name: str) -> Explanation:
        """Return the explanation of one statement.

        Kinds: advice, node, line ("source:target", all edges between two nodes), rating, pitfall, exclusion, redirect,
        conflict, missing, assumption, tumor_board, notice.

        Raise KeyError for an item that the report does not show.
        """
        makers = {
            "advice": self._advice,
            "node": self._node,
            "line": self._line,
            "rating": self._rating,
            "pitfall": self._pitfall,
            "assumption": self._assumption,
        }
        maker = makers.get(kind)
        return maker(name) if maker else self._point(kind, name)

    def _advice(self, _: str) -> Explanation:
        report = self._report
        paragraphs = (report.rationale, *(step.reasoning for step in report.steps if step.via or step.inferred))
        return self._made(report.headline, paragraphs, report.inferred, report.because, report.references)

    def _node(self, name: str) -> Explanation:
        node = by_id(self._content.nodes)[name]
        step = next((step for step in self._report.steps if step.node == name), None)
        paragraphs, references, inferred = [node.meaning], list(node.sources), False
        if step is not None and step.via is not None:
            paragraphs.append(f"{step.via[0].upper()}{step.via[1:]}: {step.reasoning}")
            references += step.references
            inferred = step.inferred
        if step is not None and step.here:
            paragraphs.insert(0, self._report.rationale)
        out = [edge for edge in self._content.edges if edge.source == name and edge.label]
        targets = by_id(self._content.nodes)
        for edge in out:
            basis = f" ({by_id(self._content.bases)[edge.basis].label.lower()})" if edge.basis == "inferred" else ""
            paragraphs.append(f"{edge.label} → {targets[edge.target].label}{basis}\n{edge.reasoning}")
            references += edge.sources
        because = self._report.because if step is not None else ()
        return self._made(node.label, tuple(paragraphs), inferred, because, unique(references))

    def _line(self, name: str) -> Explanation:
        """Explain why one step leads to the next. The edge taken in this case comes first."""
        source, target = name.split(":")
        nodes = by_id(self._content.nodes)
        via = next(
            (two.via for one, two in pairwise(self._report.steps) if (one.node, two.node) == (source, target)), ""
        )
        edges = [edge for edge in self._content.edges if (edge.source, edge.target) == (source, target)]
        edges.sort(key=lambda edge: edge.label != via)
        taken = edges[:1] if via != "" else []
        words = tuple(f"{edge.label}: {edge.reasoning}" if edge.label else edge.reasoning for edge in edges)
        because = {field for edge in taken for field in edge.when.reasons(self._scenario)}
        return self._made(
            f"{nodes[source].label} → {nodes[target].label}",
            words,
            all(edge.basis == "inferred" for edge in taken or edges),
            tuple(fact for fact in self._all_facts() if fact.field in because),
            collect(edges),
        )

    def _rating(self, name: str) -> Explanation:
        row = next(row for row in self._report.ratings if row.procedure == name)
        content = self._content
        paragraphs = [f"{row.category_label}. {by_id(content.categories)[row.category].meaning}", row.why]
        if row.instead_brief:
            better = row.instead_brief
            also = f"Or: {better}."
            paragraphs.append(also if row.recommended else f"Instead: {better}.")
        if row.confirm:
            paragraphs.append(content.topic.confirm_notice)
        return self._made(row.name, tuple(paragraphs), False, (), row.references)

    def _pitfall(self, name: str) -> Explanation:
        row = next(row for row in self._report.pitfalls if row.id == name)
        found = {fact.label: fact for fact in self._all_facts()}
        because = tuple(found[label] for label in row.because)
        return self._made(row.title, (row.message, row.explanation), False, because, row.references)

    def _assumption(self, field: str) -> Explanation:
        assumption, label = by_id(self._content.assumptions)[field], by_id(self._content.fields)[field]
        value = answer_text(field, assumption.value, self._content)
        text = f"{label.label} is not recorded; {value.lower()} is assumed. Another answer would lead elsewhere."
        return self._made(label.label, (text, label.help), False, (), assumption.sources)

    def _point(self, kind: str, name: str) -> Explanation:
        lists: dict[str, tuple[Point, ...]] = {
            "exclusion": self._report.exclusions,
            "redirect": self._report.redirects,
            "conflict": self._report.conflicts,
            "missing": self._report.missing,
            "tumor_board": self._report.tumor_board,
            "notice": self._report.notices,
        }
        point = {point.id: point for point in lists[kind]}[name]
        because = self._report.because if kind in ("exclusion", "conflict") else ()
        return self._made(point.title, (point.message,), False, because, point.references)

    def _all_facts(self) -> tuple[Fact, ...]:
        labels = by_id(self._content.fields)
        return tuple(
            Fact(
                field=field,
                label=labels[field].label,
                answer=answer_text(field, getattr(self._scenario, field), self._content),
            )
            for field in labels
        )

    def _made(
        self,
        title: str,
        paragraphs: tuple[str, ...],
        inferred: bool,
        because: tuple[Fact, ...],
        references: tuple[Reference, ...],
    ) -> Explanation:
        notice = self._content.topic.inferred_notice if inferred else ""
        return Explanation(title, paragraphs, notice, because, cited_sources(references, by_id(self._content.sources)))
