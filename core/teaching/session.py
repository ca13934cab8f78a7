"""A lesson under way: which case and step a room is at, and how it has voted. Nothing of it outlives the program."""

from dataclasses import dataclass, field

from core.teaching.lesson import Lesson, LessonStep

LAST_PAGE = 1_000_000
"""A page beyond all that there are: the last one, however many a screen needs."""


@dataclass
class Tally:
    """Votes by option id."""

    votes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many votes there are."""
        return sum(self.votes.values())

    def count(self, option: str) -> int:
        """The votes for an option."""
        return self.votes.get(option, 0)

    def add(self, option: str, number: int = 1) -> None:
        """Counts votes, or takes them back where `number` is negative; no option falls below none."""
        self.votes[option] = max(0, self.count(option) + number)

    def share(self, option: str) -> float:
        """The part of all votes that an option has, from 0 to 1."""
        return self.count(option) / self.total if self.total else 0.0


class TeachingSession:
    """Goes forward and back through the steps of several lessons, and counts votes.

    `page` counts the pages of the step from 0, where a screen needs several.
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
        """The lesson under way."""
        return self.lessons[self.case_index]

    @property
    def step(self) -> LessonStep:
        """The step on the screen."""
        return self.lesson.steps[self.step_index]

    @property
    def tally(self) -> Tally:
        """The votes on the case under way."""
        return self._tallies.setdefault(self.case_index, Tally())

    def next(self) -> bool:
        """One step on, into the next case where this one is over. False at the very end."""
        if self.step_index + 1 < len(self.lesson.steps):
            self._go(self.case_index, self.step_index + 1)
        elif self.case_index + 1 < len(self.lessons):
            self._go(self.case_index + 1, 0)
        else:
            return False
        return True

    def back(self) -> bool:
        """One step back, into the case before where this one has just begun. False at the very start."""
        if self.step_index > 0:
            self._go(self.case_index, self.step_index - 1)
        elif self.case_index > 0:
            self._go(self.case_index - 1, len(self.lessons[self.case_index - 1].steps) - 1)
        else:
            return False
        return True

    def vote(self, number: int, votes: int = 1) -> bool:
        """Counts votes for the option with this number, from 1, while the room is asked; False where it is not.

        A vote at the question opens the voting.
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
        """Goes to the step with this id. Raise KeyError where the lesson has none."""
        self._go(self.case_index, self.lesson.step_index(name))

    def _go(self, case: int, step: int) -> None:
        self.case_index, self.step_index, self.page = case, step, 0
