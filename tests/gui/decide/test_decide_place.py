"""The Decide place shows the engine's decision, whichever way the answers were entered."""

import re
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

import gui.state
from core.base.validation import checked
from core.case.case_file import SCHEMA, Case, case_to_bytes, read_case_file
from core.case.scenario import Answer, Scenario, field_specs
from core.content import Content, by_id
from core.engine.decide import decide
from core.report.report import Report, make_report
from gui.application import FaultHandler
from gui.decide.ratings import RatingsPanel
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.widgets.field_editors import ChoiceEditor, ListEditor, NumberEditor, SeveralEditor
from gui.widgets.flowchart.highlight import NodeState
from gui.window.main_window import MainWindow
from tests.decision_space import ELIGIBLE_ANSWERS, complete_space, random_scenarios, spread_sample
from tests.gui.screen import Screen, focus
from tests.strategies import eligible
from tests.truth_table import Expected, expected

resource = pytest.importorskip("resource", reason="a full disk is played with POSIX limits")

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PLACEHOLDERS = {"ratings", "warnings", "steps"}
WHY_NOTHING = {
    "incomplete": "None yet: answers are missing.",
    "out_of_scope": "None: the case is out of scope.",
    "conflict": "None: answers disagree.",
}


def reported(scenario: Scenario, content: Content, today: date) -> Report:
    """Return the engine's current report, computed outside the window."""
    return make_report(scenario, decide(scenario, content, today), content)


def check_answer(screen: Screen, report: Report) -> None:
    """Compare everything on the right of the form with a report."""
    check_banner(screen, report)
    check_ratings(screen, report)
    check_warnings(screen, report)
    check_path(screen, report)


def check_banner(screen: Screen, report: Report) -> None:
    """Check headline, reason, kind and chips."""
    assert screen.headline() == report.headline
    assert screen.find("rationale", QLabel).text() == report.rationale
    words = screen.words("recommendation")
    row = next((row for row in report.ratings if row.recommended), None)
    assert (f"{row.category_label} · {row.role}" if row else report.status_label) in words
    chips = screen.buttons("chip_")
    wanted = [f"tumor_board_{point.id}" for point in report.tumor_board]
    wanted += [f"redirect_{point.id}" for point in report.redirects]
    wanted += [f"field_{assumed.field}" for assumed in report.assumptions]
    wanted += [f"field_{point.id}" for point in report.missing]
    if report.status in ("out_of_scope", "conflict"):
        wanted += [f"field_{fact.field}" for fact in report.because]
    assert set(chips) - {"advice_"} == set(wanted)
    assert ("advice_" in chips) == report.inferred
    assert all(
        text.endswith(assumed.text) for assumed in report.assumptions for text in [chips[f"field_{assumed.field}"]]
    )


def check_ratings(screen: Screen, report: Report) -> None:
    """Check that there are rows only for a case in scope, each with its own text, and no rating elsewhere."""
    more = screen.find("ratings_more", QAbstractButton)
    assert more.isVisible() == bool(report.ratings)
    if more.isVisible() and not more.isChecked():
        more.click()
    rows = screen.rating_rows()
    # Ratings taken only from the portal capture are in a separate fold, below the others.
    assert list(rows) == [row.procedure for row in sorted(report.ratings, key=lambda row: row.confirm)]
    for row in report.ratings:
        words = [row.short, row.category_label, row.role]
        assert set(words) <= set(rows[row.procedure])
        assert ("Now" in rows[row.procedure]) == row.recommended
        better = f"{'Or' if row.recommended else 'Instead'}: {row.instead_brief}"
        assert (better in rows[row.procedure]) == (row.instead is not None)
        assert len(rows[row.procedure]) == len(words) + row.recommended + (row.instead is not None)
    if not report.ratings:
        everything = " ".join(screen.words("decide")).lower()
        assert "appropriate" not in everything


def check_warnings(screen: Screen, report: Report) -> None:
    """Compare the pitfalls at their level and the notices, by text and by accessible name."""
    assert set(screen.rows("pitfall_")) == {row.id for row in report.pitfalls}
    for row in report.pitfalls:
        button = screen.find(f"pitfall_{row.id}", QAbstractButton)
        assert button.accessibleName() == f"{row.level_label}: {row.title}"
        assert screen.words(f"pitfall_{row.id}") == [row.title, row.message]
    assert set(screen.rows("notice_")) == {notice.id for notice in report.notices}
    for notice in report.notices:
        assert screen.words(f"notice_{notice.id}") == [notice.title, notice.message]


def check_path(screen: Screen, report: Report) -> None:
    """Check the steps in words, and the same nodes lit in the flowchart."""
    steps = screen.buttons("step_")
    assert list(steps) == [step.node for step in report.steps]
    for number, step in enumerate(report.steps, start=1):
        assert steps[step.node].startswith(f"{number} ")
        assert steps[step.node].endswith(step.label)
        spoken = screen.find(f"step_{step.node}", QAbstractButton).accessibleName()
        assert f"{step.via} → {step.label}" in spoken if step.via else step.label in spoken
    shown = [word.removesuffix(" →") for word in screen.words("steps")]
    assert [word for word in shown if word in {step.via for step in report.steps}] == [
        s.via for s in report.steps if s.via
    ]
    nodes = screen.window.decide.flowchart.canvas.nodes
    lit = [key for key, node in nodes.items() if node.state is not NodeState.OFF_PATH]
    assert set(lit) == {step.node for step in report.steps}
    here = [key for key, node in nodes.items() if node.state is NodeState.CURRENT]
    assert here == [step.node for step in report.steps if step.here]
    for panel in PLACEHOLDERS:
        hint = [text for text in screen.words(panel) if text.startswith("None")]
        assert hint == ([WHY_NOTHING[report.status]] if report.status != "in_scope" else [])


def check_form(screen: Screen, scenario: Scenario) -> None:
    """Compare the answers on the form with a scenario. A list without an unanswered choice shows as empty."""
    for field, spec in field_specs().items():
        value = getattr(scenario, field)
        if field == "radiograph_findings":
            value = value or ()
        expected = set(value) if isinstance(value, tuple) else value
        shown = screen.answer(field)
        assert (set(shown) if isinstance(shown, tuple) else shown) == expected, field
        assert spec.kind != "number" or not screen.error(field)


# Window and engine


def test_window_shows_what_the_engine_decides(
    window: MainWindow, screen: Screen, content: Content, today: date
) -> None:
    drawn = [checked(Scenario, answers) for answers in random_scenarios(90, seed=11)]
    spread = [checked(Scenario, answers) for answers in spread_sample(30, ELIGIBLE_ANSWERS)]
    statuses = set()
    for scenario in drawn + spread:
        window.state.show_scenario(scenario)
        page = reported(scenario, content, today)
        statuses.add(page.status)
        check_form(screen, scenario)
        check_answer(screen, page)

    assert statuses == {"in_scope", "out_of_scope", "conflict", "incomplete"}


@pytest.mark.slow
def test_ratings_are_shown_exactly_for_cases_in_scope(window: MainWindow, screen: Screen, today: date) -> None:
    """Try every outcome of the whole decision space, each in its first scenario."""
    outcomes: dict[Expected, dict[str, Any]] = {}
    for answers in complete_space():
        outcomes.setdefault(expected(answers, today), answers)
    screen.find("ratings_more", QAbstractButton).setChecked(True)
    for truth, answers in outcomes.items():
        window.state.show_scenario(checked(Scenario, answers))
        screen.settle()
        assert bool(truth.ratings) == (truth.status == "in_scope")
        assert set(screen.rating_rows()) == {rating.procedure for rating in truth.ratings}, answers

    print(f"{len(outcomes)} outcomes, {sum(truth.status == 'in_scope' for truth in outcomes)} of them in scope")


def test_clicks_lead_to_what_the_engine_decides(
    window: MainWindow, screen: Screen, content: Content, today: date
) -> None:
    """Turn one case into the next by hand, field by field, so that answers are also changed and removed."""
    screen.open_folds()
    for answers in random_scenarios(10, seed=100):
        wanted = checked(Scenario, {**answers, "radiograph_findings": answers.get("radiograph_findings") or []})
        before = window.state.scenario
        for field in field_specs():
            if getattr(before, field) != getattr(wanted, field):
                screen.give(field, getattr(wanted, field))
        got = vars(window.state.scenario)
        assert {field: as_set(value) for field, value in got.items()} == {
            field: as_set(value) for field, value in vars(wanted).items()
        }
        check_form(screen, wanted)
        check_answer(screen, reported(window.state.scenario, content, today))


def test_an_answer_updates_the_form_once(window: MainWindow, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    for kind in (ChoiceEditor, SeveralEditor, ListEditor, NumberEditor):

        def show(editor: Any, value: Answer, real: Any = kind.show_answer) -> None:
            shown.append(editor.spec.id)
            real(editor, value)

        monkeypatch.setattr(kind, "show_answer", show)
    screen.open_folds()
    for field, answer in (
        ("treated", True),
        ("symptoms", ("new_pain",)),
        ("histology", "osteosarcoma"),
        ("age_years", 9),
    ):
        shown.clear()
        screen.give(field, answer)
        assert sorted(shown) == sorted(field_specs()), field


def as_set(value: Any) -> Any:
    """Return a list of choices without its order."""
    return frozenset(value) if isinstance(value, tuple | list) else value


def test_stale_content_is_reported_with_every_case(qtbot: object, content: Content) -> None:
    window = MainWindow(CaseState(content, date(2027, 5, 31)))
    window.show()
    try:
        screen = Screen(window)
        for scenario in (Scenario(), eligible(), Scenario(purpose="initial_staging")):
            window.state.show_scenario(scenario)
            check_warnings(screen, reported(scenario, content, date(2027, 5, 31)))
            assert "stale_content" in screen.rows("notice_")
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_theme_and_zoom_keep_case_and_answer(window: MainWindow, screen: Screen, content: Content, today: date) -> None:
    scenario = eligible(radiograph_result="indeterminate", site="spine", age_years=9, hardware="endoprosthesis")
    window.state.show_scenario(scenario)
    theme_manager().set_theme("contrast")
    theme_manager().set_zoom(150)
    screen.settle()  # Panels in another column are shown again there.
    check_form(screen, scenario)
    check_answer(screen, reported(scenario, content, today))


# Symptoms


def test_no_symptoms_and_not_asked_are_two_answers(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(symptoms=None))
    assert (screen.answer("symptoms"), "field_symptoms" in screen.buttons("chip_")) == (None, True)
    none, pain = screen.find("symptoms_empty"), screen.find("symptoms_new_pain")
    screen.click(none)
    assert (window.state.scenario.symptoms, bool(screen.rating_rows())) == ((), True)
    screen.click(pain)
    assert (window.state.scenario.symptoms, screen.answer("symptoms")) == (("new_pain",), ("new_pain",))
    assert not screen.rating_rows()
    screen.click(none)
    assert (window.state.scenario.symptoms, screen.answer("symptoms")) == ((), ())
    screen.click(none)
    assert (window.state.scenario.symptoms, screen.answer("symptoms")) == (None, None)
    screen.click(pain)
    screen.click(pain)
    assert (window.state.scenario.symptoms, screen.answer("symptoms")) == (None, None)


# Numbers


def test_number_in_range_is_an_answer(window: MainWindow, screen: Screen) -> None:
    texts = {"24": 24, "0": 0, "120": 120, "17.9": 17.9, "17,9": 17.9, " 24 ": 24, "24.0": 24, "": None}
    screen.open_folds()
    for text, value in texts.items():
        screen.enter("age_years", text)
        line = screen.find("age_years", QLineEdit)
        assert (window.state.scenario.age_years, screen.error("age_years"), line.text()) == (value, "", text)


def test_bad_number_is_named_with_its_limits(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(age_years=24))
    screen.open_folds()
    line = screen.find("age_years", QLineEdit)
    bad = ["abc", "121", "-1", "200", "1e2", "1_8", "2 4", "nan", "inf", "--", "1.2.3", "²", "24y", "+", "."]
    for text in bad:
        screen.enter("age_years", text)
        error = screen.error("age_years")
        assert window.state.scenario == eligible(), text
        assert text in error and "0 to 120" in error
        assert (line.text(), line.accessibleDescription()) == (text, error)
    screen.click(screen.find("hardware_endoprosthesis"))
    assert (line.text(), screen.error("age_years")) == (text, error), "another answer clears what was typed"
    screen.enter("age_years", "25")
    assert (window.state.scenario.age_years, screen.error("age_years")) == (25, "")
    assert line.accessibleDescription() == screen.find("field_age_years").accessibleDescription()


def test_mistyped_number_stays_with_its_case(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    screen.open_folds()
    path = saved(tmp_path, eligible())
    for leave in (window.reset, lambda: window.files.open_path(path)):
        screen.enter("age_years", "2x")
        assert screen.error("age_years")
        leave()
        assert (screen.find("age_years", QLineEdit).text(), screen.error("age_years")) == ("", "")


# Folds and jumps


def test_fold_opens_when_an_answer_in_it_matters(
    window: MainWindow, screen: Screen, content: Content, today: date
) -> None:
    heads = {group.id: f"fold_{group.id}_head" for group in content.groups if not group.core}
    opened = set()
    spread = [*spread_sample(12), *spread_sample(12, ELIGIBLE_ANSWERS)]
    unsuspected = eligible(radiograph_result="indeterminate", advanced_study="mri", advanced_result="no_recurrence")
    for scenario in [*(checked(Scenario, answers) for answers in spread), unsuspected]:
        window.state.show_scenario(Scenario())
        for name in heads.values():
            screen.find(name, QAbstractButton).setChecked(False)
        window.state.show_scenario(scenario)
        page = reported(scenario, content, today)
        matter = {point.id for point in page.missing} | {assumed.field for assumed in page.assumptions}
        matter |= {fact.field for fact in page.because} if page.status == "conflict" else set()
        for group in content.groups:
            if group.id in heads:
                is_open = screen.find(heads[group.id], QAbstractButton).isChecked()
                assert is_open == bool(matter & set(group.fields)), (group.id, scenario)
                opened |= {group.id} if is_open else set()

    assert opened >= {"radiographs", "advanced"}


def test_closed_fold_stays_closed_until_something_new_matters(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(radiograph_result="suspicious"))
    head = screen.find("fold_advanced_head", QAbstractButton)
    assert head.isChecked()
    screen.click(head)
    window.state.answer("baseline_available", True)
    assert not head.isChecked()
    window.state.answer("advanced_study", "mri")
    assert head.isChecked()


def test_closed_fold_shows_its_answers_in_one_line(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(age_years=24, histology="osteosarcoma", site="femur", radiation_therapy=False))
    head = screen.find("fold_patient_head", QAbstractButton)

    assert "24 years · Osteosarcoma · Femur · Radiation therapy: No" in screen.words("fold_patient")
    assert head.accessibleDescription() == "24 years · Osteosarcoma · Femur · Radiation therapy: No"


def test_every_chip_leads_where_it_says(window: MainWindow, screen: Screen, content: Content, today: date) -> None:
    window.resize(1024, 768)
    pressed = 0
    for answers in [*random_scenarios(10, seed=3), *spread_sample(6, ELIGIBLE_ANSWERS)]:
        window.state.show_scenario(checked(Scenario, answers))
        for name in screen.buttons("chip_"):
            screen.click(screen.find(f"chip_{name}"))
            if name.startswith("field_"):
                field = screen.find(f"field_{name.removeprefix('field_')}")
                assert field.isAncestorOf(focus())
                screen.settle()
                assert in_view(focus()), f"{focus().objectName()} is out of sight"
            else:
                assert screen.find("why_panel").isVisible()
                screen.press(Qt.Key.Key_Escape)
            pressed += 1

    assert pressed > 20


def test_instead_goes_to_the_better_row(window: MainWindow, screen: Screen, content: Content, today: date) -> None:
    window.resize(1024, 768)
    for scenario in (eligible(), eligible(radiograph_result="suspicious", gadolinium_contraindicated=True)):
        window.state.show_scenario(scenario)
        screen.open_folds()
        for row in reported(scenario, content, today).ratings:
            if row.instead:
                screen.click(screen.find(f"rating_{row.procedure}_instead"))
                assert focus().objectName() == f"rating_{row.instead}_why"
                screen.settle()
                assert in_view(focus()), f"{focus().objectName()} is out of sight"


def in_view(widget: QWidget) -> bool:
    """Return whether all of a widget is visible."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_what_if_is_applied_and_undone(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible())
    before = screen.headline()
    first = screen.visible(QAbstractButton, "change_")[0]
    name = first.accessibleName()
    screen.click(first)

    assert screen.headline() == name.split(" → ")[1]
    assert screen.headline() != before
    window.state.undo_stack.undo()
    assert (screen.headline(), window.state.scenario) == (before, eligible())


# Faults


@pytest.fixture
def handler(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Install the window's fault handler, and yield the log's path. pytest-qt catches exceptions again afterwards."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with monkeypatch.context() as patch:
        patch.setattr("sys.excepthook", FaultHandler(window).handle)
        yield tmp_path / "data"


def fail_with(text: str) -> Any:
    """Return a function that raises an error with this text for any arguments."""

    def fail(*_: object) -> None:
        raise ValueError(text)

    return fail


SECRET = "age_years=24, osteosarcoma of the femur"


def test_answer_next_to_a_step_explains_it(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible(radiograph_result="stable", clinical_suspicion="high"))
    screen.settle()
    way = screen.find("way_radiograph_result_mri_usable", QAbstractButton)
    assert way.accessibleName() == "Why stable, high suspicion leads to MRI usable?"
    way.setFocus()
    screen.press(Qt.Key.Key_Space)
    edge = next(e for e in window.state.content.edges if e.label == "stable, high suspicion")
    assert f"stable, high suspicion: {edge.reasoning}" in screen.words("why_panel")
    screen.press(Qt.Key.Key_Escape)
    assert focus() is way


def test_click_on_a_line_label_explains_it(window: MainWindow, screen: Screen) -> None:
    window.state.show_scenario(eligible())
    screen.settle()
    canvas = window.decide.flowchart.canvas
    assert canvas.arrangement is not None
    quiet = canvas.arrangement.quiet
    assert len(quiet) >= 8
    for pair, label in quiet.items():
        screen.click(canvas, QPoint(round(label.box.x), round(label.box.y)))
        words = screen.words("why_panel")
        edges = [e for e in window.state.content.edges if (e.source, e.target) == pair]
        assert all(any(edge.reasoning in text for text in words) for edge in edges), pair
        screen.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("where", ["the engine", "a panel"])
def test_fault_clears_the_answer_and_logs_without_the_case(
    window: MainWindow, screen: Screen, handler: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    window.state.show_scenario(eligible(age_years=24, histology="osteosarcoma", site="femur"))
    stale = screen.headline()
    with monkeypatch.context() as broken:
        if where == "the engine":
            broken.setattr(gui.state, "decide", fail_with(SECRET))
        else:
            broken.setattr(RatingsPanel, "show_report", fail_with(SECRET))
        screen.click(screen.find("radiograph_result_stable"))

    assert screen.headline() not in ("", stale)
    assert not screen.rating_rows()
    assert not screen.rows("pitfall_")
    assert not screen.buttons("step_")
    assert not screen.buttons("chip_")
    assert not screen.find("copy_note").isEnabled()
    assert not screen.visible(QAbstractButton, "change_")
    assert "appropriate" not in " ".join(screen.words("decide")).lower()
    explained = " ".join(screen.words("why_panel"))
    (log,) = handler.rglob("*.log")
    assert str(log) in explained
    written = log.read_text()
    assert "ValueError" in written
    assert "test_decide_place.py" in written
    # Leave out the time, the folder and the line numbers, which may equal an age.
    logged = (
        re.sub(r"\.py:\d+", ".py", written.replace(written.split(" UTC")[0], "")).replace(str(log.parent), "").lower()
    )
    for private in ("24", "osteosarcoma", "femur", "eligible", "stable"):
        assert private not in logged
    assert window.state.scenario.radiograph_result == "stable", "the entries are kept"

    screen.press(Qt.Key.Key_Escape)
    assert window.isAncestorOf(focus())
    screen.click(screen.find("radiograph_result_suspicious"))
    check_answer(screen, reported(window.state.scenario, window.state.content, window.state.today))
    assert screen.find("copy_note").isEnabled()


def test_fault_is_reported_where_no_log_can_be_written(
    window: MainWindow, screen: Screen, handler: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler.write_text("a file where the folder should be")
    with monkeypatch.context() as broken:
        broken.setattr(gui.state, "decide", fail_with(SECRET))
        screen.click(screen.find("treated_yes"))

    assert "could not be written" in " ".join(screen.words("why_panel"))
    screen.press(Qt.Key.Key_Escape)
    screen.click(screen.find("treated_no"))
    assert window.state.snapshot.decision is not None


# Files


def saved(folder: Path, scenario: Scenario, title: str = "") -> Path:
    """Return a case file."""
    path = folder / "saved.case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title=title, scenario=scenario)))
    return path


def test_case_opens_with_all_its_answers_and_its_title(
    window: MainWindow, screen: Screen, content: Content, today: date, tmp_path: Path
) -> None:
    scenario = eligible(
        radiograph_result="indeterminate", age_years=17.5, surgery="curettage", months_since_treatment=6
    )
    window.files.open_path(saved(tmp_path, scenario, "Knee, second look"))

    check_form(screen, scenario)
    check_answer(screen, reported(scenario, content, today))
    assert "Knee, second look" in window.windowTitle()
    window.reset()
    assert "Knee" not in window.windowTitle()


def test_bad_case_file_is_refused_with_its_problem(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    window.files.open_path(saved(tmp_path, eligible(age_years=24), "Before"))
    screen.type("4")
    before = (window.state.case, window.windowTitle(), screen.headline(), window.state.undo_stack.count())
    bad, here = tmp_path / "bad.case.json", focus()
    problems = {
        b"{": "not JSON",
        b"": "empty",
        b'{"treated": "yes"}': "treated",
        b'{"age_years": 200}': "200 is above 120",
        b'{"treated": true, "treated": false}': "twice",
        b"\xff\xfe": "UTF-8",
    }
    for data, problem in problems.items():
        bad.write_bytes(data)
        window.files.open_path(bad)
        words = " ".join(screen.words("why_panel"))
        assert problem in words and "bad.case.json" in words
        now = (window.state.case, window.windowTitle(), screen.headline(), window.state.undo_stack.count())
        assert now == before, data
        screen.press(Qt.Key.Key_Escape)
        assert focus() is here


def test_unreadable_and_unwritable_paths_are_named(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    for name in ("missing.case.json", "."):
        window.files.open_path(tmp_path / name)
        screen.settle()
        assert str(tmp_path) in " ".join(screen.words("why_panel")), name
    window.state.show_scenario(eligible())
    for name in ("no/such/folder/a.case.json", "."):
        window.files.save_path(tmp_path / name)
        screen.settle()
        assert "was not saved" in " ".join(screen.words("why_panel")), name
        assert window.state.scenario == eligible()
    assert not list(tmp_path.iterdir())


def test_saved_case_opens_as_the_same_case(window: MainWindow, tmp_path: Path) -> None:
    for number, answers in enumerate(random_scenarios(6, seed=8)):
        scenario = checked(Scenario, answers)
        window.state.show_scenario(scenario)
        path = tmp_path / f"{number}.case.json"
        window.files.save_path(path)
        assert read_case_file(path).scenario == scenario
        assert path.read_bytes() == case_to_bytes(window.state.case)


def test_save_cut_short_leaves_the_old_file(window: MainWindow, screen: Screen, tmp_path: Path) -> None:
    """Simulate a disk that is full after a few bytes."""
    path = saved(tmp_path, eligible(), "Old")
    old = path.read_bytes()
    window.state.show_scenario(Scenario(purpose="initial_staging"))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    quiet = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        window.files.save_path(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, quiet)

    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]
    assert "was not saved" in " ".join(screen.words("why_panel"))
    assert window.state.scenario == Scenario(purpose="initial_staging")


def test_form_uses_the_words_of_the_content(screen: Screen, content: Content) -> None:
    for field, label in by_id(content.fields).items():
        assert screen.find(f"field_{field}").accessibleName() == label.label
        QTest.qWait(0)
        for choice, segment in screen.segments(field).items():
            words = content.yes_no if field_specs()[field].kind == "yes_no" else label.choices
            assert segment.accessibleName() == by_id(words)[choice].label
