"""What the pictures of a view are headed by, and what says in words what each shows."""

from collections.abc import Callable, Mapping

from tracker.case_filters import CaseFilters
from tracker.filters import Selection
from tracker.views.answer_charts import answers_alt, answers_headline
from tracker.views.case_spans import cases_alt, cases_headline
from tracker.views.flow import flow_alt, flow_headline
from tracker.views.lanes import lanes_alt
from tracker.views.map import map_alt
from tracker.views.matrix import matrix_alt, matrix_headline
from tracker.views.multiples import rounds_alt, rounds_headline
from tracker.views.scene import near_of

Say = Callable[[Selection, CaseFilters], str]
"""Says something of a view and of the cases chosen in it."""


def _letters(say: Callable[[Selection], str]) -> Say:
    """Say it of the letters of a view, in which no choice of cases has a say."""
    return lambda selection, chosen: say(selection)


ALT_TEXTS: Mapping[str, Say] = {
    "map": _letters(lambda selection: map_alt(selection, near_of(selection))),
    "timeline": _letters(lanes_alt),
    "rounds": _letters(rounds_alt),
    "answers": _letters(answers_alt),
    "flow": _letters(flow_alt),
    "matrix": _letters(matrix_alt),
    "cases": cases_alt,
}
"""By the word of the picture; "" where there is nothing to show."""

HEADLINES: Mapping[str, Say] = {
    "rounds": _letters(rounds_headline),
    "answers": _letters(answers_headline),
    "flow": _letters(flow_headline),
    "matrix": _letters(matrix_headline),
    "cases": cases_headline,
}
"""By the word of the picture; the others show how the letters stand, and have the headline of the brief."""
