"""The space of scenarios that the decision engine must get right.

`complete_space` is every combination of the answers that steer the decision; `spread_sample` visits it evenly;
`random_scenarios` draws over all fields of the form, so that contradictions, pitfalls and notices come up too.
Everything is lazy and repeatable: same arguments, same scenarios, on every machine.
"""

import itertools
import math
import random
from collections.abc import Iterator, Mapping
from typing import Any

Scenario = dict[str, Any]
Answers = Mapping[str, tuple[Any, ...]]

STEERING_ANSWERS: Answers = {
    "purpose": ("local_recurrence_surveillance", "pulmonary_surveillance", "initial_staging", None),
    "tumor_origin": ("bone", "soft_tissue", None),
    "treated": (True, False, None),
    "symptoms": (None, [], ["new_pain"], ["palpable_mass", "pathologic_fracture"]),
    "radiograph_result": ("not_done", "stable", "suspicious", "indeterminate", None),
    "clinical_suspicion": ("low", "high", None),
    "mri_limitation": ("none", "severe_artifact", "contraindicated", None),
    "mars_available": (True, False, None),
    "gadolinium_contraindicated": (True, False, None),
    "advanced_study": ("none", "mri", "ct", None),
    "advanced_result": ("no_recurrence", "suspicious", "equivocal", "nondiagnostic", None),
}
"""Each field that steers the decision, with every answer that it can have."""

SPACE_SIZE = math.prod(len(answers) for answers in STEERING_ANSWERS.values())
"""How many scenarios `complete_space` holds."""

SYMPTOMS = ("new_pain", "palpable_mass", "pathologic_fracture")
FINDINGS = (
    "new_lytic_lesion",
    "new_sclerotic_lesion",
    "progressive_interface_radiolucency",
    "new_soft_tissue_opacity",
    "periosteal_reaction",
)

OTHER_ANSWERS: Answers = {
    "baseline_available": (True, False, None),
    "priors_available": (True, False, None),
    "hardware": ("none", "internal_fixation", "endoprosthesis", None),
    "age_years": (0, 7, 17, 17.9, 18, 24, 63.5, 120, None),
    "histology": ("osteosarcoma", "ewing_sarcoma", "chondrosarcoma", "giant_cell_tumor", "chordoma", "other", None),
    "grade": ("low", "high", None),
    "site": (
        *("shoulder", "humerus", "elbow", "forearm", "wrist", "hand", "chest", "pelvis", "femur", "knee"),
        *("tibia_fibula", "ankle", "foot", "spine", "sacrum", "skull_or_jaw", "other", None),
    ),
    "surgery": ("none", "limb_sparing_resection", "curettage", "amputation", None),
    "radiation_therapy": (True, False, None),
    "months_since_treatment": (0, 0.5, 18, 1200, None),
}
"""The fields outside the complete space (apart from the list of findings), with answers worth trying."""

ELIGIBLE: Mapping[str, Any] = {
    "purpose": "local_recurrence_surveillance",
    "tumor_origin": "bone",
    "treated": True,
    "symptoms": [],
}
"""The answers that put a patient inside the one variant which the program covers."""

ELIGIBLE_ANSWERS: Answers = {**STEERING_ANSWERS, **{field: (answer,) for field, answer in ELIGIBLE.items()}}
"""The steering answers of eligible patients: the part of the space where the pathway is walked."""


def complete_space(part: int = 0, parts: int = 1) -> Iterator[Scenario]:
    """Yields every combination of the steering answers; with `parts`, every parts-th one starting at `part`."""
    combinations = itertools.product(*STEERING_ANSWERS.values())
    for combination in itertools.islice(combinations, part, None, parts):
        yield dict(zip(STEERING_ANSWERS, combination, strict=True))


def spread_sample(size: int, answers: Answers = STEERING_ANSWERS) -> Iterator[Scenario]:
    """Yields about `size` scenarios spread evenly over all combinations of `answers`, always the same ones.

    The step shares no divisor with the number of combinations, so that no answer is favored by its place.
    """
    combinations = math.prod(len(choices) for choices in answers.values())
    step = max(combinations // size, 1)
    while math.gcd(step, combinations) != 1:
        step += 1
    for index in range(0, combinations, step):
        yield scenario_at(index, answers)


def scenario_at(index: int, answers: Answers = STEERING_ANSWERS) -> Scenario:
    """Gives the combination of `answers` at a place (from 0), without counting up to it: last field fastest."""
    chosen: Scenario = {}
    for field, choices in reversed(list(answers.items())):
        index, place = divmod(index, len(choices))
        chosen[field] = choices[place]
    return {field: chosen[field] for field in answers}


def random_scenarios(count: int, seed: int) -> Iterator[Scenario]:
    """Yields scenarios drawn over all fields, some of them absent; two in three are eligible patients."""
    draw = random.Random(seed)
    for _ in range(count):
        yield _random_scenario(draw)


def _random_scenario(draw: random.Random) -> Scenario:
    scenario = {field: draw.choice(answers) for field, answers in {**STEERING_ANSWERS, **OTHER_ANSWERS}.items()}
    scenario["symptoms"] = draw.choice([None, [], draw.sample(SYMPTOMS, draw.randint(1, 3))])
    # Most films show nothing: otherwise nearly every scenario would contradict itself.
    findings = draw.sample(FINDINGS, draw.randint(1, 5))
    scenario["radiograph_findings"] = draw.choice([None, [], [], findings])
    if draw.random() < 2 / 3:
        scenario.update(ELIGIBLE)
    if scenario["advanced_study"] == "none" and draw.random() < 3 / 4:
        scenario["advanced_result"] = None
    fields = list(scenario)
    draw.shuffle(fields)
    return {field: scenario[field] for field in fields if field in ELIGIBLE or draw.random() < 0.9}
