"""Questions that clinicians ask, with their answers."""

from core.base.field_types import Id, OneOrMore, Several, Text
from core.base.model import Model
from core.case.condition import When
from core.case.scenario import Scenario
from core.content import References


class Question(Model):
    """A question that clinicians ask, with its answer. `when` defines the cases that raise the question."""

    id: Id
    question: Text
    answer: OneOrMore[Text]
    when: When | None = None
    sources: References


class QuestionTables(Model):
    """The questions on the reference shelf."""

    questions: Several[Question]


def questions_for(scenario: Scenario, tables: QuestionTables) -> tuple[tuple[Question, bool], ...]:
    """Return all questions, each with whether this case raises it. Raised questions come first."""
    raised = [(question, question.when is not None and question.when.holds(scenario)) for question in tables.questions]
    return tuple(sorted(raised, key=lambda pair: not pair[1]))
