"""Find the parts of conditions that no vignette tests: every answer in a condition must decide one of them.

A vignette tests an answer if the condition would not hold for its case without the answer, and if the vignette states
the expected result. This way, no answer can be removed from a condition unnoticed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.case.condition import ALWAYS, Condition, When
from core.case.scenario import Scenario
from core.content import Content, Headline, PitfallLevel, Preference
from core.engine.decision import Decision
from core.engine.pathway import Pathway
from core.proof.vignettes import Vignette, decide_vignette


@dataclass(frozen=True)
class _Tried:
    """A vignette, and its case with assumptions in place of unrecorded answers."""

    vignette: Vignette
    resolved: Scenario
    decision: Decision

    def found(self, name: str) -> tuple[str, ...]:
        """Return the ids that the decision lists under this name."""
        if name == "assumptions":
            return tuple(assumption.field for assumption in self.decision.assumptions)
        found = getattr(self.decision, name)
        return (found,) if isinstance(found, str) else tuple(found)


_Noticed = Callable[[_Tried], bool]


@dataclass(frozen=True)
class _CoveredCondition:
    """A condition of the pack, and a test for whether a vignette would notice that it holds.

    `walked`: the condition applies to the case after the assumptions.
    """

    place: str
    when: When
    noticed: _Noticed
    walked: bool = False

    def without_each_answer(self) -> Iterator[tuple[str, Condition | None]]:
        """Yield the place of each answer, and the condition without that answer. None can never hold."""
        if self.when == ALWAYS:
            yield self.place, None
        for place, alternative in enumerate(self.when.alternatives):
            for field, values in alternative.items():
                for index, value in enumerate(values):
                    left = {**alternative, field: values[:index] + values[index + 1 :]}
                    kept = (left,) if left[field] else ()
                    alternatives = (*self.when.alternatives[:place], *kept, *self.when.alternatives[place + 1 :])
                    weaker = Condition(alternatives=alternatives) if alternatives else None
                    yield f"{self.place}: {field} = {value}", weaker


def answers_tried(content: Content, vignettes: tuple[Vignette, ...]) -> tuple[int, list[str]]:
    """Return the number of tested answers, and one line for each answer that no vignette tests.

    The pack must decide every vignette.
    """
    pathway = Pathway(content)
    seen = [_Tried(v, pathway.resolve(v.scenario), decide_vignette(v, content)) for v in vignettes]
    tried, untried = 0, []
    for condition in _conditions(content):
        cases = [
            case.resolved if condition.walked else case.vignette.scenario for case in seen if condition.noticed(case)
        ]
        cases = [case for case in cases if condition.when.holds(case)]
        for place, weaker in condition.without_each_answer():
            if any(weaker is None or not weaker.holds(case) for case in cases):
                tried += 1
            else:
                untried.append(f"{content.files[place.partition('.')[0]]}: {place}: no vignette tries this")
    return tried, untried


def _conditions(content: Content) -> Iterator[_CoveredCondition]:
    yield from _scope_conditions(content)
    yield from _walk_conditions(content)
    yield from _conditions_beside_the_walk(content)


def _states(name: str, id_: str = "", among: str = "") -> _Noticed:
    """Make a test: the vignette states a value for `name`, and its decision lists `id_` under `among`."""

    def noticed(case: _Tried) -> bool:
        return getattr(case.vignette, name) is not None and (not id_ or id_ in case.found(among))

    return noticed


def _scope_conditions(content: Content) -> Iterator[_CoveredCondition]:
    for exclusion in content.exclusions:
        place = f"exclusions.{exclusion.id}"
        yield _CoveredCondition(place, exclusion.when, _states("exclusions"))
        for redirect in exclusion.redirects:
            taken = _states("redirects", exclusion.id, "exclusions")
            yield _CoveredCondition(f"{place}.{redirect.variant}", redirect.when, taken)
    for conflict in content.conflicts:
        yield _CoveredCondition(f"conflicts.{conflict.id}", conflict.when, _states("conflicts"))
    for requirement in content.requirements:
        yield _CoveredCondition(f"requirements.{requirement.field}", requirement.when, _states("missing"))
    for text in content.status_texts:
        yield _CoveredCondition(f"status_texts.{text.status}", ALWAYS, _states("headline", text.status, "status"))
    for procedure in content.procedures:
        if procedure.ruled_out_when:
            yield _CoveredCondition(f"procedures.{procedure.id}", procedure.ruled_out_when, _states("ruled_out"))


def _walk_conditions(content: Content) -> Iterator[_CoveredCondition]:
    for edge in content.edges:
        yield _CoveredCondition(f"edges.{edge.id}", edge.when, _states("path", edge.id, "edges"), walked=True)
    for node in content.nodes:
        # Only the first matching headline is used, but every matching reason is.
        for number, headline in enumerate(node.headlines):
            noticed = _ends_at(node.id, "headline", node.headlines[:number])
            yield _CoveredCondition(f"nodes.{node.id}.headlines {number + 1}", headline.when, noticed, walked=True)
        for number, reason in enumerate(node.reasons):
            noticed = _ends_at(node.id, "says")
            yield _CoveredCondition(f"nodes.{node.id}.reasons {number + 1}", reason.when, noticed, walked=True)
    for assumption in content.assumptions:
        used = _states("assumptions", assumption.field, "assumptions")
        yield _CoveredCondition(f"assumptions.{assumption.field}", ALWAYS, used)


def _ends_at(node: str, name: str, earlier: tuple[Headline, ...] = ()) -> _Noticed:
    """Make a test: the vignette ends at the node and states a value for `name`, and no earlier headline holds."""

    def noticed(case: _Tried) -> bool:
        here = case.decision.path[-1:] == (node,) and getattr(case.vignette, name) is not None
        return here and not any(headline.when.holds(case.resolved) for headline in earlier)

    return noticed


def _conditions_beside_the_walk(content: Content) -> Iterator[_CoveredCondition]:
    for reason in content.tumor_board:
        yield _CoveredCondition(f"tumor_board.{reason.id}", reason.when, _states("tumor_board", "in_scope", "status"))
    for pitfall in content.pitfalls:
        for number, level in enumerate(pitfall.levels):
            named = _names("pitfalls", {pitfall.id}, pitfall.levels[:number])
            yield _CoveredCondition(f"pitfalls.{pitfall.id}.{level.level}", level.when, named)
    for name, preferences in content.instead.items():
        rows = {rating.procedure for rating in content.decided_variant.ratings if rating.instead == name}
        for number, preference in enumerate(preferences):
            named = _names("instead", rows, preferences[:number])
            yield _CoveredCondition(f"instead.{name}.{preference.procedure}", preference.when, named)
    for notice in content.notices:
        yield _CoveredCondition(f"notices.{notice.id}", notice.when or ALWAYS, _states("notices", notice.id, "notices"))


def _names(name: str, ids: set[str], earlier: tuple[PitfallLevel, ...] | tuple[Preference, ...]) -> _Noticed:
    """Make a test: the vignette is in scope and names one of the ids, and nothing earlier in the list holds."""

    def noticed(case: _Tried) -> bool:
        named = case.decision.status == "in_scope" and bool(ids & getattr(case.vignette, name).keys())
        return named and not any(part.when.holds(case.vignette.scenario) for part in earlier)

    return noticed
