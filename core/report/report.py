"""Put a decision into words.

The window, the terminal and printed pages all show a report. A decision holds ids and the sentences
that the engine chose. A report looks up all other words in the content, so that the wording is the same everywhere. It
decides nothing.
"""

from datetime import date

from core.base.model import Model
from core.case.scenario import Answer, Scenario, field_specs
from core.content import Category, Content, Level, Reference, Status, by_id
from core.engine.decision import Decision


class Fact(Model):
    """An answer of the case in words: "Age", "24 years"."""

    field: str
    label: str
    answer: str


class Point(Model):
    """An exclusion, a conflict, a notice or another finding on the case, with its title and its message."""

    id: str
    title: str
    message: str
    references: tuple[Reference, ...]


class Assumed(Model):
    """An assumption in use, and the field that would replace it."""

    field: str
    text: str


class Step(Model):
    """A step of the path: its node, the edge that led to it, and whether the walk stops here."""

    node: str
    label: str
    via: str | None
    inferred: bool
    here: bool
    reasoning: str
    references: tuple[Reference, ...]


class RatingRow(Model):
    """A rated procedure. `confirm` marks rows that rest only on the portal capture."""

    procedure: str
    name: str
    short: str
    category: Category
    category_label: str
    role: str
    recommended: bool
    instead: str | None
    instead_brief: str | None
    confirm: bool
    why: str
    references: tuple[Reference, ...]


class PitfallRow(Model):
    """A pitfall at its level. `because` are the answers that set the level."""

    id: str
    title: str
    level: Level
    level_label: str
    message: str
    explanation: str
    because: tuple[str, ...]
    references: tuple[Reference, ...]


class Report(Model):
    """A decision in words."""

    status: Status
    status_label: str
    headline: str
    rationale: str
    inferred: bool
    procedure: str | None
    facts: tuple[Fact, ...]
    because: tuple[Fact, ...]
    references: tuple[Reference, ...]
    exclusions: tuple[Point, ...]
    redirects: tuple[Point, ...]
    conflicts: tuple[Point, ...]
    missing: tuple[Point, ...]
    assumptions: tuple[Assumed, ...]
    tumor_board: tuple[Point, ...]
    steps: tuple[Step, ...]
    ratings: tuple[RatingRow, ...]
    pitfalls: tuple[PitfallRow, ...]
    notices: tuple[Point, ...]


def make_report(scenario: Scenario, decision: Decision, content: Content) -> Report:
    """Return the decision on a scenario in the content's words."""
    advice = decision.recommendation
    variants = by_id(content.variants)
    requirements = {requirement.field: requirement for requirement in content.requirements}
    labels = by_id(content.fields)
    return Report(
        status=decision.status,
        status_label=by_id(content.statuses)[decision.status].label,
        headline=advice.headline,
        rationale=advice.rationale,
        inferred=advice.basis == "inferred",
        procedure=advice.procedure,
        facts=facts(scenario, content),
        because=tuple(_fact(field, scenario, content) for field in advice.because),
        references=advice.references,
        exclusions=_points(decision.exclusions, content.exclusions),
        redirects=tuple(
            _point(v, variants[v].title, variants[v].fits, variants[v].sources) for v in decision.redirects
        ),
        conflicts=_points(tuple(found.id for found in decision.conflicts), content.conflicts),
        missing=tuple(
            _point(field, labels[field].label, requirements[field].message, requirements[field].sources)
            for field in decision.missing
        ),
        assumptions=tuple(
            Assumed(field=assumption.field, text=by_id(content.assumptions)[assumption.field].text)
            for assumption in decision.assumptions
        ),
        tumor_board=_points(decision.tumor_board, content.tumor_board),
        steps=_steps(decision, content),
        ratings=_ratings(decision, content),
        pitfalls=_pitfalls(decision, content),
        notices=_points(decision.notices, content.notices),
    )


def facts(scenario: Scenario, content: Content) -> tuple[Fact, ...]:
    """Return the recorded answers that differ from an empty form, in form order."""
    return tuple(
        _fact(field, scenario, content)
        for field, spec in field_specs().items()
        if getattr(scenario, field) not in (None, spec.default)
    )


def answer_text(field: str, answer: Answer, content: Content, short: bool = False) -> str:
    """Return an answer in words, for example "Stable", "None" or "24 years", or "not recorded" for no answer."""
    spec, label = field_specs()[field], by_id(content.fields)[field]
    if answer is None:
        return "not recorded"
    words = by_id(content.yes_no if spec.kind == "yes_no" else label.choices)

    def word(choice: str) -> str:
        return (short and words[choice].short) or words[choice].label

    if isinstance(answer, bool):
        return word("yes" if answer else "no")
    if isinstance(answer, tuple):
        return ", ".join(word(item) for item in answer) or (word("empty") if "empty" in words else "none")
    if isinstance(answer, str):
        return word(answer)
    unit = str(spec.unit)
    return f"{answer:g} {unit.removesuffix('s') if answer == 1 else unit}"


def one_line(text: str) -> str:
    """Return a title from a file as one line that is safe to print. A terminal would obey control characters."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def footer_lines(content: Content, day: date) -> tuple[str, ...]:
    """Return the footer of every printed decision: source, content, date and disclaimers."""
    topic, acr = content.topic, content.acr_topic
    return (
        f"Ratings: {acr.title} ({acr.year}). Content {topic.version} ({content.sha256[:8]}), "
        f"article reviewed {topic.reviewed}; decided as of {day}.",
        f"{topic.judgment_notice}; {topic.images_notice}. {topic.trademark_notice}",
    )


def _fact(field: str, scenario: Scenario, content: Content) -> Fact:
    label = by_id(content.fields)[field].label
    return Fact(field=field, label=label, answer=answer_text(field, getattr(scenario, field), content))


def _point(name: str, title: str, message: str, references: tuple[Reference, ...]) -> Point:
    return Point(id=name, title=title, message=message, references=references)


def _points(ids: tuple[str, ...], parts: tuple) -> tuple[Point, ...]:  # type: ignore[type-arg]
    known = by_id(parts)
    return tuple(_point(i, known[i].title, known[i].message, known[i].sources) for i in ids)


def _steps(decision: Decision, content: Content) -> tuple[Step, ...]:
    nodes, edges = by_id(content.nodes), by_id(content.edges)
    steps = []
    # The start node has no edge before it. A case that is not in scope has no path.
    arrivals = [None, *(edges[edge] for edge in decision.edges)] if decision.path else []
    for node_id, edge in zip(decision.path, arrivals, strict=True):
        node = nodes[node_id]
        steps.append(
            Step(
                node=node.id,
                label=node.label,
                via=edge.label if edge else None,
                inferred=edge is not None and edge.basis == "inferred",
                here=node.id == decision.path[-1],
                reasoning=edge.reasoning if edge else node.meaning,
                references=edge.sources if edge else node.sources,
            )
        )
    return tuple(steps)


def _ratings(decision: Decision, content: Content) -> tuple[RatingRow, ...]:
    procedures, categories = by_id(content.procedures), by_id(content.categories)
    table = by_id(content.decided_variant.ratings)
    return tuple(
        RatingRow(
            procedure=shown.procedure,
            name=procedures[shown.procedure].name,
            short=procedures[shown.procedure].short,
            category=shown.category,
            category_label=categories[shown.category].label,
            role=str(table[shown.procedure].role_note),
            recommended=shown.recommended,
            instead=shown.instead,
            instead_brief=procedures[shown.instead].brief if shown.instead else None,
            confirm=table[shown.procedure].to_confirm,
            why=str(table[shown.procedure].why),
            references=table[shown.procedure].sources,
        )
        for shown in decision.ratings
    )


def _pitfalls(decision: Decision, content: Content) -> tuple[PitfallRow, ...]:
    known, levels, labels = by_id(content.pitfalls), by_id(content.levels), by_id(content.fields)
    return tuple(
        PitfallRow(
            id=found.id,
            title=known[found.id].title,
            level=found.level,
            level_label=levels[found.level].label,
            message=found.message,
            explanation=known[found.id].explanation,
            because=tuple(labels[field].label for field in found.because),
            references=known[found.id].sources,
        )
        for found in decision.pitfalls
    )
