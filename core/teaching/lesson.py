"""Arrange a teaching case as a lesson: the case, the question, the engine's answer and the reasons.

A lesson is a list of steps that are revealed one after the other. Its words come from the case, its report and the
content. A step without words is left out. The layout on the screen is not decided here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from core.case.case_file import Case, Teaching
from core.content import Content, Source, by_id
from core.content.citations import ids_without_places, source_line
from core.engine.decide import decide
from core.engine.what_if import one_for_each_end, what_if
from core.report.report import Point, Report, answer_text, facts, make_report
from core.teaching.cases import option_label

Look = Literal["plain", "strong", "quote", "past", "here"]
"""The emphasis of a block: plain, strong, a sentence to remember, a past step or the current step."""

Asking = Literal["", "open", "revealed"]
"""Whether a step shows the options, and whether it marks the right one."""

# An audience reads only a few alternatives.
_MOST_CHANGES = 5


@dataclass(frozen=True)
class Option:
    """An answer to choose from. At most one option of a case is the engine's answer."""

    id: str
    text: str
    right: bool


@dataclass(frozen=True)
class Block:
    """Words shown together: the text, a detail, and a short word at the side.

    `mark` names a shape in front of the words: "category.<id>", "level.<id>", "status.<id>", or "step.<number>".
    """

    text: str
    detail: str = ""
    aside: str = ""
    mark: str = ""
    look: Look = "plain"


@dataclass(frozen=True)
class LessonStep:
    """The content of the screen between two key presses.

    `keeps_end`: if not everything fits, leave out the first blocks and keep the last.
    """

    id: str
    name: str
    blocks: tuple[Block, ...]
    asking: Asking = ""
    keeps_end: bool = False

    def words(self) -> str:
        """Return the whole text of the step."""
        return "\n".join(" ".join(part for part in (b.text, b.aside, b.detail) if part) for b in self.blocks)


@dataclass(frozen=True)
class Lesson:
    """A teaching case with the engine's answer, in steps."""

    case: Case
    report: Report
    options: tuple[Option, ...]
    steps: tuple[LessonStep, ...]
    topics: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.case.title

    @property
    def teaching(self) -> Teaching:
        """The teaching material of the case."""
        assert self.case.teaching is not None  # `make_lesson` checks this.
        return self.case.teaching

    @property
    def right(self) -> Option | None:
        """The option that is the engine's answer, or None if the case does not offer it."""
        return next((option for option in self.options if option.right), None)

    def step_index(self, name: str) -> int:
        """Return the index of the step with this id. Raise KeyError if the lesson does not have it."""
        for index, step in enumerate(self.steps):
            if step.id == name:
                return index
        raise KeyError(name)


def make_lesson(case: Case, content: Content, today: date, sources: Mapping[str, Source] | None = None) -> Lesson:
    """Return the lesson of a teaching case, with the engine's answer as of `today`.

    `sources` are additional sources that teaching cases may cite. Raise ValueError for a case without teaching material
    and KeyError for an option that the content does not have. `core.teaching.cases.case_faults` reports both
    beforehand.
    """
    if case.teaching is None:
        raise ValueError(f"{case.title or 'the case'}: has no teaching material")
    decision = decide(case.scenario, content, today)
    report = make_report(case.scenario, decision, content)
    advice = decision.recommendation
    options = tuple(
        Option(name, option_label(name, content), name in (advice.action, advice.procedure))
        for name in case.teaching.options
    )
    known = {**by_id(content.sources), **(sources or {})}
    maker = _Steps(case, case.teaching, report, content, today, known)
    topics = tuple(as_words(topic) for topic in case.teaching.topics)
    # A case without topics can be found by its answer.
    return Lesson(case, report, options, tuple(maker.steps()), topics or (by_id(content.actions)[advice.action].label,))


class _Steps:
    """Makes the steps of one case, in the order in which they are revealed."""

    def __init__(
        self,
        case: Case,
        teaching: Teaching,
        report: Report,
        content: Content,
        today: date,
        sources: Mapping[str, Source],
    ) -> None:
        self._case, self._teaching, self._report = case, teaching, report
        self._content, self._today, self._sources = content, today, sources

    def steps(self) -> Iterator[LessonStep]:
        """Yield all steps that have words."""
        teaching = self._teaching
        question = Block(teaching.question, look="strong")
        yield LessonStep("vignette", "The case", (Block(teaching.vignette),))
        yield LessonStep("question", "Question", (Block(teaching.question, teaching.vignette, look="strong"),))
        yield LessonStep("commit", "Commit", (question,), "open")
        yield LessonStep("answer", "Answer", (question, Block(self._report.headline, look="quote")), "revealed")
        further = (
            ("ratings", "Ratings", self._ratings()),
            ("rationale", "Why", self._rationale()),
            ("scope", self._report.status_label, self._scope()),
            ("redirects", "Where it belongs", _points(self._report.redirects)),
            ("radiographs", self._label("radiograph_result"), self._radiographs()),
        )
        for name, title, blocks in further:
            if blocks:
                yield LessonStep(name, title, blocks)
        yield from self._path()
        last = (
            ("tumor_board", "Tumor board", _points(self._report.tumor_board)),
            ("changes", "What would change this", self._changes()),
            ("pitfalls", "Pitfalls", self._pitfalls()),
            ("notices", "Also note", _points(self._report.notices)),
            ("teaching_point", "Teaching point", self._teaching_point()),
        )
        for name, title, blocks in last:
            if blocks:
                yield LessonStep(name, title, blocks)

    def _label(self, field: str) -> str:
        return by_id(self._content.fields)[field].label

    def _ratings(self) -> tuple[Block, ...]:
        """Return the rating table without the rows still to be confirmed, unless the case asks about such a row."""
        return tuple(
            Block(
                row.short,
                aside=row.category_label,
                mark=f"category.{row.category}",
                look="strong" if row.recommended else "plain",
            )
            for row in self._report.ratings
            if not row.confirm or row.recommended or row.procedure in self._teaching.options
        )

    def _rationale(self) -> tuple[Block, ...]:
        if self._report.status != "in_scope":
            return ()  # The steps on the scope give the reasons.
        assumed = ", ".join(assumption.text for assumption in self._report.assumptions)
        notes: list[str] = [f"Assumed: {assumed}."] if assumed else []
        if self._report.inferred:
            notes.append(self._content.topic.inferred_notice)
        said = (Block(self._report.headline, look="strong"), Block(self._report.rationale))
        return (*said, *(Block("", note) for note in notes))

    def _scope(self) -> tuple[Block, ...]:
        return _points((*self._report.exclusions, *self._report.conflicts, *self._report.missing))

    def _radiographs(self) -> tuple[Block, ...]:
        """Return the result and the findings, or nothing if there are no radiographs yet."""
        if self._report.status != "in_scope" or not self._report.steps or not self._has_result():
            return ()
        result = answer_text("radiograph_result", self._case.scenario.radiograph_result, self._content)
        known = {fact.field: fact for fact in facts(self._case.scenario, self._content)}
        beside = ("radiograph_findings", "clinical_suspicion", "baseline_available", "priors_available", "hardware")
        lines = [f"{known[field].label}: {known[field].answer}" for field in beside if field in known]
        return (Block(result, look="strong"), *(Block(line) for line in lines))

    def _has_result(self) -> bool:
        """Return whether the radiographs have a result. Without one, the walk cannot pass them."""
        return self._case.scenario.radiograph_result not in (None, "not_done")

    def _path(self) -> Iterator[LessonStep]:
        """Yield the path up to each answer on it, and finally up to the case's current step."""
        steps = self._report.steps
        stops = [count for count in range(1, len(steps) + 1) if count == len(steps) or steps[count].via]
        for number, count in enumerate(stops, start=1):
            shown, here = steps[:count], steps[count - 1]
            # Show the answer that leads on from a node as soon as the next node is shown.
            answers = [step.via or "" for step in shown[1:]]
            past = [
                Block(step.label, aside=answer, mark=f"step.{place}", look="past")
                for place, (step, answer) in enumerate(zip(shown, answers, strict=False), start=1)
            ]
            now = Block(here.label, here.reasoning, mark=f"step.{count}", look="here")
            name = "Next step" if here.here else "The path"
            yield LessonStep(f"path_{number}", name, (*past, now), keeps_end=True)

    def _changes(self) -> tuple[Block, ...]:
        """Return single answers that lead elsewhere, one for each different headline."""
        changes = one_for_each_end(what_if(self._case.scenario, self._content, self._today))
        return tuple(
            Block(
                f"{self._label(change.field)}: {answer_text(change.field, change.value, self._content)}",
                f"→ {change.headline}",
            )
            for change in changes[:_MOST_CHANGES]
        )

    def _pitfalls(self) -> tuple[Block, ...]:
        return tuple(
            Block(row.title, f"{row.level_label}: {row.message}", mark=f"level.{row.level}")
            for row in self._report.pitfalls
            if row.level != "clear"
        )

    def _teaching_point(self) -> tuple[Block, ...]:
        ids, known = ids_without_places(self._teaching.sources), self._sources
        cited = "\n".join(source_line(known[name]) if name in known else name for name in ids)
        return (Block(self._teaching.teaching_point, look="quote"), Block("", cited))


def as_words(name: str) -> str:
    """Return an id in words, with a capital at the start."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _points(points: tuple[Point, ...]) -> tuple[Block, ...]:
    return tuple(Block(point.title, point.message) for point in points)
