"""An assistive client can do everything: find every field by its name, answer it, and read the result."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.case.case_file import SCHEMA, Case, case_to_bytes
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.report.report import Report, make_report
from tests.desktop.assistive import Element
from tests.desktop.conftest import Program
from tests.desktop.waiting import until
from tests.strategies import eligible

GROUPS: dict[str, tuple[str, ...]] = {
    "Purpose": ("Local recurrence surveillance", "Lung surveillance", "Initial staging"),
    "Tumor origin": ("Bone", "Soft tissue"),
    "Treated": ("Yes", "No"),
    "Symptoms": ("None", "New pain", "Palpable mass", "Pathologic fracture"),
    "Radiographs": ("Not done", "Stable", "Suspicious", "Indeterminate"),
    "Radiograph findings": (
        "New lytic lesion",
        "New sclerotic lesion",
        "Progressive interface radiolucency",
        "New soft tissue opacity",
        "Periosteal reaction",
    ),
    "Clinical suspicion": ("Low", "High"),
    "Baseline available": ("Yes", "No"),
    "Prior series available": ("Yes", "No"),
    "Hardware": ("None", "Internal fixation", "Endoprosthesis"),
    "MRI limitation": ("None", "Severe artifact", "Contraindicated"),
    "Artifact reduction available": ("Yes", "No"),
    "Gadolinium contraindicated": ("Yes", "No"),
    "Advanced study": ("None", "MRI", "CT"),
    "Advanced result": ("No recurrence", "Suspicious", "Equivocal", "Nondiagnostic"),
    "Age": (),
    "Histology": (
        "Not recorded",
        "Osteosarcoma",
        "Ewing sarcoma",
        "Chondrosarcoma",
        "Giant cell tumor",
        "Chordoma",
        "Other histology",
    ),
    "Grade": ("Low", "High"),
    "Site": (
        "Not recorded",
        *("Shoulder", "Humerus", "Elbow", "Forearm", "Wrist", "Hand", "Chest", "Pelvis", "Femur", "Knee"),
        *("Tibia or fibula", "Ankle", "Foot", "Spine", "Sacrum", "Skull or jaw", "Other site"),
    ),
    "Surgery": ("None", "Limb-sparing resection", "Curettage", "Amputation"),
    "Radiation therapy": ("Yes", "No"),
    "Time since treatment": (),
}
"""The accessible names of the fields, with their choices. Automation relies on them."""

FOLDS = ("Findings and suspicion", "Earlier films and hardware", "MRI and advanced studies", "Patient and tumor")
PANELS = ("Recommendation", "Next steps", "Steps", "Ratings", "Warnings")

ANSWERS: dict[str, Any] = {
    "Purpose": "Local recurrence surveillance",
    "Tumor origin": "Bone",
    "Treated": "Yes",
    "Symptoms": "None",
    "Radiographs": "Suspicious",
    "Radiograph findings": "Progressive interface radiolucency",
    "Clinical suspicion": "High",
    "Baseline available": "Yes",
    "Prior series available": "No",
    "Hardware": "Endoprosthesis",
    "MRI limitation": "Severe artifact",
    "Artifact reduction available": "Yes",
    "Gadolinium contraindicated": "Yes",
    "Advanced study": "MRI",
    "Advanced result": "Equivocal",
    "Age": "17.5",
    "Histology": "Giant cell tumor",
    "Grade": "Low",
    "Site": "Spine",
    "Surgery": "Limb-sparing resection",
    "Radiation therapy": "No",
    "Time since treatment": "18",
}
"""An answer to every field, and the resulting scenario."""

SCENARIO = eligible(
    radiograph_result="suspicious",
    radiograph_findings=("progressive_interface_radiolucency",),
    clinical_suspicion="high",
    baseline_available=True,
    priors_available=False,
    hardware="endoprosthesis",
    mri_limitation="severe_artifact",
    mars_available=True,
    gadolinium_contraindicated=True,
    advanced_study="mri",
    advanced_result="equivocal",
    age_years=17.5,
    histology="giant_cell_tumor",
    grade="low",
    site="spine",
    surgery="limb_sparing_resection",
    radiation_therapy=False,
    months_since_treatment=18,
)


def group(program: Program, name: str) -> Element:
    """Return the group of a field."""
    return program.app.find("panel", "Scenario").find("panel", name)


def open_folds(program: Program) -> None:
    """Open every fold by its heading."""
    form = program.app.find("panel", "Scenario")
    for fold in FOLDS:
        head = form.find("panel", fold).find("check box", fold)
        if "checked" not in head.states:
            head.press()


def choices(field: Element) -> dict[str, Element]:
    """Return the choices of a field, side by side or in its list."""
    found = [e for e in field.everything() if e.role in ("radio button", "check box", "list item")]
    return {element.name: element for element in found}


def give(program: Program, name: str, answer: str) -> None:
    """Answer a field by its interface: an action, a text or a selection."""
    field = group(program, name)
    writable = [element for element in field.everything() if "EditableText" in element.interfaces]
    lists = [element for element in field.everything() if element.role == "list"]
    if writable:
        writable[0].write(answer)
    elif lists:
        lists[0].select(answer)
    else:
        choice = choices(field)[answer]
        if "checked" not in choice.states:
            choice.press()


def menu_item(program: Program, name: str) -> Element:
    """Return an entry of a menu, which need not be open."""
    return next(e for e in program.app.everything() if (e.role, e.name) == ("menu item", name))


def told(scenario: Scenario, content: Content) -> Report:
    """Return the engine's current report, computed outside the program."""
    return make_report(scenario, decide(scenario, content, date.today()), content)


def check_panels(program: Program, report: Report) -> None:
    """Read recommendation, warnings, ratings, steps and flowchart, and compare them with a report."""
    until(lambda: program.app.find("panel", "Recommendation").search("label", report.headline), report.headline)
    said = program.app.find("panel", "Recommendation").names()
    assert report.rationale in said
    assert all(any(point.title.lower() in name.lower() for name in said) for point in report.tumor_board)
    warnings = program.app.find("panel", "Warnings").names()
    for pitfall in report.pitfalls:
        assert f"{pitfall.level_label}: {pitfall.title}" in warnings
        assert pitfall.message in warnings
    for notice in report.notices:
        assert f"Notice: {notice.title}" in warnings
    ratings = program.app.find("panel", "Ratings").names()
    for row in report.ratings:
        now = ", now" if row.recommended else ""
        confirm = ", confirm in the ACR document" if row.confirm else ""
        spoken = f"{row.name}: {row.category_label}, {row.role}{now}{confirm}"
        assert row.confirm or spoken in ratings
    assert report.ratings or not any("ppropriate" in name for name in ratings)
    steps = [name for name in program.app.find("panel", "Steps").names() if name.startswith("Step ")]
    assert len(steps) == len(report.steps)
    for number, (step, spoken) in enumerate(zip(report.steps, steps, strict=True), start=1):
        assert spoken.startswith(f"Step {number}: ")
        assert step.label in spoken
        assert step.here == spoken.removesuffix(", inferred step").endswith("you are here")
    nodes = {e.name: e for e in program.app.find("panel", "Next steps").everything() if e.role == "push button"}
    for step in report.steps:
        assert "Not on the path" not in nodes[step.label].description
        assert step.here == ("You are here" in nodes[step.label].description)


def test_every_field_and_choice_is_found_by_its_name(program: Program) -> None:
    open_folds(program)
    for name, expected in GROUPS.items():
        assert tuple(choices(group(program, name))) == expected, name
    for panel in PANELS:
        assert program.app.search("panel", panel), panel


def test_exclusive_choices_say_so(program: Program) -> None:
    assert {e.role for e in choices(group(program, "Purpose")).values()} == {"radio button"}
    assert {e.role for e in choices(group(program, "Symptoms")).values()} == {"check box"}


def test_every_field_can_be_answered_and_its_result_read(program: Program, content: Content) -> None:
    open_folds(program)
    for name, answer in ANSWERS.items():
        give(program, name, answer)

    check_panels(program, told(SCENARIO, content))
    for name, answer in ANSWERS.items():
        field = group(program, name)
        writable = [element for element in field.everything() if "EditableText" in element.interfaces]
        boxes = [element for element in field.everything() if element.role == "combo box"]
        if writable:
            assert writable[0].read() == answer
        elif boxes:
            assert boxes[0].name == answer
        else:
            chosen = [choice for choice, element in choices(field).items() if "checked" in element.states]
            assert chosen == [answer], name


@pytest.mark.slow
def test_every_single_choice_can_be_made_and_taken_back(program: Program) -> None:
    open_folds(program)
    for name, expected in GROUPS.items():
        field = choices(group(program, name))
        if "Not recorded" in expected or not expected:
            continue
        for choice in expected:
            if "checked" not in field[choice].states:
                field[choice].press()
            until(lambda one=field[choice]: "checked" in one.states, f"{name}: {choice}")
        field[expected[-1]].press()
        until(lambda last=field[expected[-1]]: "checked" not in last.states, f"{name} taken back")


def test_rows_of_a_list_can_be_selected_one_after_the_other(program: Program) -> None:
    open_folds(program)
    for name in ("Histology", "Site"):
        box = next(e for e in group(program, name).everything() if e.role == "combo box")
        for row in (*GROUPS[name][1::4], "Not recorded"):
            give(program, name, row)
            until(lambda box=box, row=row: box.name == row, f"{name}: {row}")


def test_a_row_can_be_switched_on_again_in_a_new_case(program: Program) -> None:
    open_folds(program)
    box = next(e for e in group(program, "Site").everything() if e.role == "combo box")
    for _ in range(2):
        choices(group(program, "Site"))["Femur"].press()
        until(lambda: box.name == "Femur", "the row")
        menu_item(program, "New case").press()
        until(lambda: box.name == "Not recorded", "the new case")


@pytest.mark.parametrize(
    "scenario",
    [
        eligible(hardware="endoprosthesis", age_years=24),
        Scenario(purpose="initial_staging", tumor_origin="soft_tissue", treated=False),
        eligible(radiograph_result="stable", radiograph_findings=("new_lytic_lesion",)),
        eligible(symptoms=None),
    ],
    ids=["in scope", "out of scope", "conflict", "incomplete"],
)
def test_an_opened_case_reads_as_it_is_decided(
    launch: Callable[..., Program], content: Content, tmp_path: Path, scenario: Scenario
) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title="", scenario=scenario)))

    check_panels(launch(str(path)), told(scenario, content))


def test_whatever_takes_the_keyboard_has_a_name(launch: Callable[..., Program], tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title="", scenario=SCENARIO)))
    program = launch(str(path))
    open_folds(program)
    ratings = program.app.find("panel", "Ratings")
    next(e for e in ratings.shown() if e.role == "check box").press()
    program.app.find("push button", "Why").press()
    until(lambda: any(name.startswith("Why: ") for name in program.app.names()), "the explanation")
    takers = [element for element in program.app.shown() if "focusable" in element.states]

    assert [e.place for e in takers if not e.name] == []
    assert len(takers) > 80


def test_a_changed_answer_is_announced(program: Program, content: Content) -> None:
    for name in ("Purpose", "Tumor origin", "Treated", "Symptoms"):
        give(program, name, ANSWERS[name])
    assert program.client.hears(told(eligible(), content).headline)
    give(program, "Radiographs", "Stable")
    assert program.client.hears(told(eligible(radiograph_result="stable"), content).headline)


def test_a_mistyped_number_is_described_where_it_was_typed(program: Program) -> None:
    open_folds(program)
    give(program, "Age", "200")
    text = next(e for e in group(program, "Age").everything() if "EditableText" in e.interfaces)

    until(lambda: "200 is above 120" in text.description, "the description of the mistake")
    assert any("200 is above 120" in name for name in group(program, "Age").names())


def test_menus_and_explanations_work_by_actions(program: Program) -> None:
    give(program, "Purpose", "Initial staging")
    program.app.find("push button", "Why").press()
    until(lambda: any(name.startswith("Why: ") for name in program.app.names()), "the explanation")
    program.app.find("push button", "Close the explanation").press()
    until(lambda: not any(name.startswith("Why: ") for name in program.app.names()), "its end")
    menu_item(program, "New case").press()
    chosen = choices(group(program, "Purpose"))["Initial staging"]
    until(lambda: "checked" not in chosen.states, "the new case")
