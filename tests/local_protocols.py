"""Local protocols for tests: a full one, and random ones."""

from itertools import accumulate
from typing import Any

from hypothesis import strategies as st

from core.base.resources import resource_path
from core.content.loading import load_content
from core.schedule.local_protocol import LONGEST_CONTACT, LONGEST_NOTE, LONGEST_SITE, LocalNotes, LocalProtocol
from core.schedule.published import Period

FULL = LocalProtocol(
    schema="bonewatch.local/1",
    site="St. Mary",
    mars_available=True,
    tumor_board_contact="Tuesdays at 16:00, extension 4711",
    intervals=(
        Period(from_month=0, to_month=24, least_months=3, most_months=3),
        Period(from_month=24, to_month=60, least_months=6, most_months=6),
        Period(from_month=60, least_months=12, most_months=12),
    ),
    notes=LocalNotes(nodes={"radiographs": "Room 3, ground floor."}, procedures={"radiography": "Two planes."}),
)
"""A site that says something everywhere."""

_CONTENT = load_content(resource_path("content"))


def _words(most: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=most).filter(
        str.strip
    )


@st.composite
def _intervals(draw: Any) -> tuple[Period, ...]:
    lengths = draw(st.lists(st.integers(1, 60), max_size=6))
    ends: list[int | None] = list(accumulate(lengths))
    if ends and draw(st.booleans()):
        ends[-1] = None
    starts = [0, *(end for end in ends if end is not None)]
    found = []
    for start, end in zip(starts, ends, strict=False):
        apart = draw(st.none() | st.tuples(st.integers(1, 36), st.integers(0, 12)))
        least, most = (None, None) if apart is None else (apart[0], sum(apart))
        found.append(Period(from_month=start, to_month=end, least_months=least, most_months=most))
    return tuple(found)


def local_protocols() -> st.SearchStrategy[LocalProtocol]:
    """Protocols of every kind, without a fault."""
    note = _words(LONGEST_NOTE)
    return st.builds(
        LocalProtocol,
        schema=st.just("bonewatch.local/1"),
        site=_words(LONGEST_SITE),
        mars_available=st.none() | st.booleans(),
        tumor_board_contact=st.none() | _words(LONGEST_CONTACT),
        intervals=_intervals(),
        notes=st.builds(
            LocalNotes,
            nodes=st.dictionaries(st.sampled_from([node.id for node in _CONTENT.nodes]), note, max_size=11),
            procedures=st.dictionaries(st.sampled_from([p.id for p in _CONTENT.procedures]), note, max_size=6),
        ),
    )
