"""Compare two cases: their answers, advice, paths and pitfalls."""

from dataclasses import dataclass
from itertools import zip_longest

from core.case.scenario import Answer, Scenario, field_specs
from core.content import Content, by_id
from core.report.report import Report, Step, answer_text

_ADVICE = {
    "status": "Status",
    "action": "Advice",
    "rating": "Rating",
    "tumor_board": "Tumor board",
    "assumptions": "Assumed",
}


@dataclass(frozen=True)
class Side:
    """A case with its report. `name` identifies the case to the reader."""

    name: str
    scenario: Scenario
    report: Report


@dataclass(frozen=True)
class ComparisonLine:
    """One item as it appears in the first and in the second case, and whether it differs."""

    id: str
    label: str
    first: str
    second: str
    differs: bool


@dataclass(frozen=True)
class ComparisonSection:
    """Lines of one kind under a heading. `same` are facts that both cases share, listed without a line each."""

    id: str
    heading: str
    lines: tuple[ComparisonLine, ...]
    same: tuple[str, ...] = ()

    @property
    def differences(self) -> int:
        """The number of lines that differ."""
        return sum(line.differs for line in self.lines)


@dataclass(frozen=True)
class CaseComparison:
    """The full comparison of two cases, in the order of the window."""

    first: str
    second: str
    parts: tuple[ComparisonSection, ...]

    @property
    def differences(self) -> int:
        """The number of lines that differ."""
        return sum(part.differences for part in self.parts)


def compare(first: Side, second: Side, content: Content) -> CaseComparison:
    """Compare the two cases line by line. Answers that neither case records are left out."""
    return CaseComparison(
        first.name,
        second.name,
        (
            ComparisonSection("advice", "Next step", _advice(first.report, second.report)),
            _answers(first.scenario, second.scenario, content),
            ComparisonSection("path", "Path", _path(first.report, second.report)),
            ComparisonSection("pitfalls", "Warnings", _pitfalls(first.report, second.report, content)),
        ),
    )


def _advice(first: Report, second: Report) -> tuple[ComparisonLine, ...]:
    one, other = _advised(first), _advised(second)
    return tuple(
        _line(name, label, one[name], other[name], "None")
        for name, label in _ADVICE.items()
        if one[name] or other[name]
    )


def _advised(report: Report) -> dict[str, str]:
    advised = next((row for row in report.ratings if row.recommended), None)
    return {
        "status": report.status_label,
        "action": report.headline,
        "rating": advised.category_label if advised else "",
        "tumor_board": "; ".join(point.title for point in report.tumor_board),
        "assumptions": "; ".join(assumed.text for assumed in report.assumptions),
    }


def _answers(first: Scenario, second: Scenario, content: Content) -> ComparisonSection:
    labels = by_id(content.fields)
    lines, same = [], []
    for field, spec in field_specs().items():
        label, one, other = labels[field].label, getattr(first, field), getattr(second, field)
        words = _answer(field, one, content), _answer(field, other, content)
        if one != other:
            lines.append(_line(field, label, *words))
        elif one not in (None, spec.default):
            same.append(f"{label}: {words[0]}")
    return ComparisonSection("answers", "Answers", tuple(lines), tuple(same))


def _answer(field: str, answer: Answer, content: Content) -> str:
    return "Not recorded" if answer is None else answer_text(field, answer, content)


def _path(first: Report, second: Report) -> tuple[ComparisonLine, ...]:
    """Return the steps side by side from the start.

    Two paths that part may reach the same node in different ways.
    """
    pairs = enumerate(zip_longest(first.steps, second.steps), start=1)
    return tuple(_line(f"step_{n}", f"Step {n}", _way(one), _way(other), "No step") for n, (one, other) in pairs)


def _way(step: Step | None) -> str:
    if step is None:
        return ""
    return f"{step.via} → {step.label}" if step.via else step.label


def _pitfalls(first: Report, second: Report, content: Content) -> tuple[ComparisonLine, ...]:
    one, other = ({row.id: row.level_label for row in report.pitfalls} for report in (first, second))
    return tuple(
        # Not "None": outside the scope, pitfalls are not assessed.
        _line(pitfall.id, pitfall.title, one.get(pitfall.id, ""), other.get(pitfall.id, ""), "Not shown")
        for pitfall in content.pitfalls
        if pitfall.id in one or pitfall.id in other
    )


def _line(name: str, label: str, first: str, second: str, absent: str = "") -> ComparisonLine:
    return ComparisonLine(name, label, _begun(first or absent), _begun(second or absent), first != second)


def _begun(text: str) -> str:
    """Return the text with its first letter capitalized."""
    return text[:1].upper() + text[1:]
