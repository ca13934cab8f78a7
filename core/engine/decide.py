"""The entry point of the engine: one scenario in, one decision out.

Each part of a decision is computed once for the answers that it depends on. A form changes one answer at a time, and a
file of cases repeats the same few combinations.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from core.case.condition import Condition, fields_of
from core.case.scenario import Scenario, in_form_order
from core.content import Basis, Conflict, Content, Exclusion, Pitfall, Preference, Requirement, by_id
from core.content.citations import collect, source_ids
from core.content.staleness import stale_after
from core.engine.decision import (
    AssumptionMade,
    ConflictFound,
    ContentStamp,
    Decision,
    PitfallFound,
    RatingShown,
    Recommendation,
)
from core.engine.memo import Memo, answers_to
from core.engine.pathway import Pathway, Walk
from core.engine.scope import Scope, fields_that_decided, scope_conditions, scope_of

_Value = TypeVar("_Value")

# More than the number of cases in scope that the pathway can distinguish.
_MOST_WALKS = 8_000


def decide(scenario: Scenario, content: Content, today: date) -> Decision:
    """Return the decision on a scenario. `today` determines whether the content is out of date."""
    return _engine(content).decide(scenario, today)


@lru_cache(maxsize=8)
def _engine(content: Content) -> "_Engine":
    return _Engine(content)


class _Engine:
    """A content pack prepared for decisions."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._pathway = Pathway(content)
        self._labels, self._status_texts = by_id(content.fields), by_id(content.status_texts)
        topic = content.topic
        self._stamp = ContentStamp(version=topic.version, sha256=content.sha256, reviewed=topic.reviewed)
        instead = [preference.when for preferences in content.instead.values() for preference in preferences]
        boards = [reason.when for reason in content.tumor_board]
        walk_fields = fields_of(*self._pathway.conditions, *instead, *boards)
        self._scope_reasons = [
            Memo(answers_to(fields), partial(_reasons, conditions))
            for fields, conditions in _by_fields(scope_conditions(content)).items()
        ]
        self._outside = Memo(self._scope_key, self._work_out_outside)
        self._inside = Memo(answers_to(walk_fields), self._work_out_inside, _MOST_WALKS)
        self._pitfalls = [
            Memo(answers_to(fields_of(*(level.when for level in pitfall.levels))), partial(_pitfall, pitfall))
            for pitfall in content.pitfalls
        ]
        notice_fields = fields_of(*(notice.when for notice in content.notices if notice.when))
        self._notices = Memo(answers_to(notice_fields), self._work_out_notices)
        self._met: dict[Any, Any] = {}
        self._rating_rows = cache(self._work_out_rating_rows)
        self._stale_after = stale_after(content)
        self._stale = tuple(notice.id for notice in content.notices if notice.when is None)

    def decide(self, scenario: Scenario, today: date) -> Decision:
        notices = self._notices(scenario)
        if today > self._stale_after:
            notices += self._stale
        outside = self._outside(scenario)
        if outside is not None:
            return outside.but(notices=notices) if notices else outside
        pitfalls = tuple([pitfall(scenario) for pitfall in self._pitfalls])
        return self._inside(scenario).but(pitfalls=pitfalls, notices=notices)

    def _scope_key(self, scenario: Scenario) -> tuple[object, ...]:
        """Return which scope conditions hold, and through which answers. A decision out of scope depends on no more."""
        return tuple([reasons(scenario) for reasons in self._scope_reasons])

    def _one(self, value: _Value) -> _Value:
        """Return an equal value seen before, if any, so that equal results share one object in memory."""
        known: _Value = self._met.setdefault(value, value)
        return known

    def _work_out_outside(self, scenario: Scenario) -> Decision | None:
        """Return the decision on a case without ratings, or None for a case in scope."""
        scope = scope_of(scenario, self._content)
        if scope.status == "in_scope":
            return None
        return Decision(
            status=scope.status,
            exclusions=tuple(exclusion.id for exclusion in scope.exclusions),
            redirects=scope.redirects,
            conflicts=tuple(
                self._one(ConflictFound(id=found.id, fields=found.when.reasons(scenario), message=found.message))
                for found in scope.conflicts
            ),
            missing=tuple(requirement.field for requirement in scope.requirements),
            recommendation=self._one(self._refusal(scope, scenario)),
            content=self._stamp,
        )

    def _refusal(self, scope: Scope, scenario: Scenario) -> Recommendation:
        """Return the recommendation for a case without ratings."""
        text = self._status_texts[scope.status]
        because = fields_that_decided(scope, scenario)
        urgent_first = sorted(scope.exclusions, key=lambda exclusion: -exclusion.urgency)
        causes: dict[str, Sequence[Exclusion | Conflict | Requirement]] = {
            "out_of_scope": urgent_first,
            "conflict": scope.conflicts,
            "incomplete": scope.requirements,
        }
        words = {
            "fields": ", ".join(self._labels[field].label for field in because),
            "messages": " ".join(cause.message for cause in causes[scope.status]),
        }
        headline = urgent_first[0].headline if scope.status == "out_of_scope" else text.headline
        references = collect(causes[scope.status])
        return Recommendation(
            action=text.action, procedure=None,
            headline=headline.format(**words), rationale=text.rationale.format(**words),
            basis="source", sources=source_ids(references), because=because, references=references,
        )  # fmt: skip

    def _work_out_inside(self, scenario: Scenario) -> Decision:
        """Return the decision on a case in scope, without pitfalls and notices."""
        resolved = self._pathway.resolve(scenario)
        course = self._pathway.walk(resolved)
        decision = Decision(
            status="in_scope",
            recommendation=self._advice(course, resolved),
            assumptions=tuple(
                AssumptionMade(field=assumption.field, value=assumption.value)
                for assumption in self._pathway.assumptions_that_matter(scenario, course)
            ),
            tumor_board=tuple(reason.id for reason in self._content.tumor_board if reason.when.holds(scenario)),
            ratings=self._ratings(course.headline.procedure, scenario),
            path=tuple(node.id for node in course.nodes),
            edges=tuple(edge.id for edge in course.edges),
            content=self._stamp,
        )
        return self._one(decision)

    def _advice(self, course: Walk, resolved: Scenario) -> Recommendation:
        reasons = [reason for reason in course.stop.reasons if reason.when.holds(resolved)]
        references = collect(reasons)
        conditions = [edge.when for edge in course.edges] + [course.headline.when]
        return Recommendation(
            action=str(course.stop.action),
            procedure=course.headline.procedure,
            headline=course.headline.text,
            rationale=" ".join(reason.text for reason in reasons),
            basis=_weakest([edge.basis for edge in course.edges] + [reason.basis for reason in reasons]),
            sources=source_ids(references),
            because=in_form_order({field for condition in conditions for field in condition.reasons(resolved)}),
            references=references,
        )

    def _ratings(self, recommended: str | None, scenario: Scenario) -> tuple[RatingShown, ...]:
        instead = tuple(
            (name, _first_that_fits(preferences, scenario)) for name, preferences in self._content.instead.items()
        )
        return self._rating_rows(recommended, instead)

    def _work_out_rating_rows(
        self, recommended: str | None, instead: tuple[tuple[str, str], ...]
    ) -> tuple[RatingShown, ...]:
        """Return the rating table. All cases together need only a few dozen different tables."""
        procedures = dict(instead)
        return tuple(
            RatingShown(
                procedure=rating.procedure,
                category=rating.category,
                role=rating.role,
                recommended=rating.procedure == recommended,
                instead=procedures[rating.instead] if rating.instead else None,
                provenance=rating.provenance,
                sources=source_ids(rating.sources),
            )
            for rating in self._content.decided_variant.ratings
            if rating.role is not None  # The loader checks that every row of the decided variant has a role.
        )

    def _work_out_notices(self, scenario: Scenario) -> tuple[str, ...]:
        return tuple(notice.id for notice in self._content.notices if notice.when and notice.when.holds(scenario))


def _by_fields(conditions: Iterable[Condition]) -> dict[frozenset[str], list[Condition]]:
    """Return the conditions by the fields they read. A condition joins one that reads the same fields and more."""
    groups: dict[frozenset[str], list[Condition]] = {}
    for when in sorted(conditions, key=lambda when: -len(when.fields)):
        fields = next((fields for fields in groups if when.fields <= fields), when.fields)
        groups.setdefault(fields, []).append(when)
    return groups


def _reasons(conditions: list[Condition], scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Return, for each condition, the fields whose answers satisfy it, or none if it does not hold."""
    return tuple(when.reasons(scenario) for when in conditions)


def _pitfall(pitfall: Pitfall, scenario: Scenario) -> PitfallFound:
    level = next(level for level in pitfall.levels if level.when.holds(scenario))
    return PitfallFound(id=pitfall.id, level=level.level, because=level.when.reasons(scenario), message=level.message)


def _first_that_fits(preferences: tuple[Preference, ...], scenario: Scenario) -> str:
    return next(preference.procedure for preference in preferences if preference.when.holds(scenario))


def _weakest(bases: Iterable[Basis]) -> Basis:
    return "inferred" if "inferred" in set(bases) else "source"
