"""A quiz: shuffled cases, one answer per case, and a score that is not saved."""

from collections.abc import Sequence
from random import Random

from core.teaching.lesson import Lesson, Option


class Quiz:
    """Asks cases one after the other. The same lessons, count and seed give the same quiz."""

    def __init__(self, lessons: Sequence[Lesson], count: int, seed: int) -> None:
        if not lessons:
            raise ValueError("a quiz needs a case")
        self.lessons = tuple(Random(seed).sample(list(lessons), min(count, len(lessons))))
        self._choices: dict[int, str] = {}
        self._at = 0

    @property
    def index(self) -> int:
        """The index of the current case, or the number of cases at the end."""
        return self._at

    @property
    def lesson(self) -> Lesson | None:
        """The current case, or None at the end."""
        return self.lessons[self._at] if self._at < len(self.lessons) else None

    @property
    def over(self) -> bool:
        """Whether every case has been asked."""
        return self._at >= len(self.lessons)

    @property
    def answered(self) -> int:
        """The number of answered cases."""
        return len(self._choices)

    @property
    def score(self) -> int:
        """The number of cases answered correctly."""
        return sum(self._is_right(index) for index in self._choices)

    def commit(self, option: str) -> bool:
        """Record the first choice for the current case and return whether it is right. Ignore later choices."""
        self._choices.setdefault(self._at, option)
        return self._is_right(self._at)

    def next(self) -> None:
        """Go to the next case, or to the end. A case without a choice counts as missed."""
        if not self.over:
            self._choices.setdefault(self._at, "")
            self._at += 1

    def missed(self) -> tuple[tuple[Lesson, Option | None], ...]:
        """Return the cases answered wrongly, each with the chosen option, or None if none was chosen."""
        return tuple(
            (self.lessons[index], next((o for o in self.lessons[index].options if o.id == choice), None))
            for index, choice in sorted(self._choices.items())
            if not self._is_right(index)
        )

    def result(self) -> str:
        """Return the score and the missed cases as plain text."""
        lines = [f"{self.score} of {len(self.lessons)}"]
        for lesson, chosen in self.missed():
            right = lesson.right.text if lesson.right else lesson.report.headline
            lines.append(f"- {lesson.title}: {right} (chosen: {chosen.text if chosen else 'nothing'})")
        return "\n".join(lines) + "\n"

    def _is_right(self, index: int) -> bool:
        right = self.lessons[index].right
        return right is not None and self._choices.get(index) == right.id
