"""What the pictures of a view are headed by, and what says in words what each shows."""

from collections.abc import Callable, Mapping

from tracker.filters import Selection
from tracker.views.answer_charts import answers_alt, answers_headline
from tracker.views.case_spans import cases_alt, cases_headline
from tracker.views.flow import flow_alt, flow_headline
from tracker.views.lanes import lanes_alt
from tracker.views.map import map_alt
from tracker.views.matrix import matrix_alt, matrix_headline
from tracker.views.multiples import rounds_alt, rounds_headline

ALT_TEXTS: Mapping[str, Callable[[Selection], str]] = {
    "map": map_alt,
    "timeline": lanes_alt,
    "rounds": rounds_alt,
    "answers": answers_alt,
    "flow": flow_alt,
    "matrix": matrix_alt,
    "cases": cases_alt,
}
"""By the word of the picture; "" where there is nothing to show."""

HEADLINES: Mapping[str, Callable[[Selection], str]] = {
    "rounds": rounds_headline,
    "answers": answers_headline,
    "flow": flow_headline,
    "matrix": matrix_headline,
    "cases": cases_headline,
}
"""By the word of the picture; the others show how the letters stand, and have the headline of the brief."""
