"""A running lesson: the current case and step, and the votes of the audience. It is not saved."""

from dataclasses import dataclass, field

from core.teaching.lesson import Lesson, LessonStep

LAST_PAGE = 1_000_000
"""A number above any page count. It selects the last page of a step."""


@dataclass
class Tally:
    """Votes by option id."""

    votes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The total number of votes."""
        return sum(self.votes.values())

    def count(self, option: str) -> int:
        """Return the number of votes for an option."""
        return self.votes.get(option, 0)

    def add(self, option: str, number: int = 1) -> None:
        """Add votes, or remove them if `number` is negative. The votes for an option never fall below zero."""
        self.votes[option] = max(0, self.count(option) + number)

    def share(self, option: str) -> float:
        """Return the option's share of all votes, from 0 to 1."""
        return self.count(option) / self.total if self.total else 0.0


class TeachingSession:
    """Moves through the steps of several lessons and counts votes.

    `page` is the current page of a step that needs several pages, counted from 0.
    """

    def __init__(self, lessons: tuple[Lesson, ...], at: int = 0) -> None:
        if not lessons:
            raise ValueError("a session needs a lesson")
        self.lessons = lessons
        self.case_index = at
        self.step_index = 0
        self.page = 0
        self._tallies: dict[int, Tally] = {}

    @property
    def lesson(self) -> Lesson:
        """The current lesson."""
        return self.lessons[self.case_index]

    @property
    def step(self) -> LessonStep:
        """The step on the screen."""
        return self.lesson.steps[self.step_index]

    @property
    def tally(self) -> Tally:
        """The votes on the current case."""
        return self._tallies.setdefault(self.case_index, Tally())

    def next(self) -> bool:
        """Go one step forward, or to the next case after the last step. Return False at the very end."""
        if self.step_index + 1 < len(self.lesson.steps):
            self._go(self.case_index, self.step_index + 1)
        elif self.case_index + 1 < len(self.lessons):
            self._go(self.case_index + 1, 0)
        else:
            return False
        return True

    def back(self) -> bool:
        """Go one step back, or to the previous case before the first step. Return False at the very start."""
        if self.step_index > 0:
            self._go(self.case_index, self.step_index - 1)
        elif self.case_index > 0:
            self._go(self.case_index - 1, len(self.lessons[self.case_index - 1].steps) - 1)
        else:
            return False
        return True

    def vote(self, number: int, votes: int = 1) -> bool:
        """Count votes for the option with this number, from 1. Return False if voting is not open.

        A vote at the question step opens the voting.
        """
        options = self.lesson.options
        if not 1 <= number <= len(options):
            return False
        if self.step.id == "question":
            self._go(self.case_index, self.lesson.step_index("commit"))
        if self.step.asking != "open":
            return False
        self.tally.add(options[number - 1].id, votes)
        return True

    def go_to_step(self, name: str) -> None:
        """Go to the step with this id. Raise KeyError if the lesson does not have it."""
        self._go(self.case_index, self.lesson.step_index(name))

    def _go(self, case: int, step: int) -> None:
        self.case_index, self.step_index, self.page = case, step, 0
