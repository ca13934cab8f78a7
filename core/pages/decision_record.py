"""A decision as a JSON document for the record."""

import json
from datetime import date

from core.case.case_file import Case
from core.content import Content
from core.engine.decide import decide
from core.report.report import make_report
from core.report.why import decision_with_why


def decision_record(case: Case, content: Content, day: date) -> str:
    """Return the decision as `bonewatch decide --why` prints it, with the case and the reference date."""
    decision = decide(case.scenario, content, day)
    document = {
        **decision_with_why(decision, make_report(case.scenario, decision, content), content),
        "case": {"title": case.title, "scenario": vars(case.scenario)},
        "as_of": day.isoformat(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
