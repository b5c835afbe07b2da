"""How soon the letters of each round were answered, as HTML for the live page, paper and files."""

from dataclasses import replace

from tracker.address import Address
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.pages.engine import render
from tracker.views.answer_charts import AnswerChart, answer_charts

TABLE = "answers"


def answers_html(selection: Selection, address: Address) -> str:
    """Return a chart for each round of a view with letters whose recipient a source names."""
    drawn = answer_charts(selection)
    if not drawn.charts:
        return ""
    return render(
        "answers.html.j2",
        charts=[(_href(chart, address), chart) for chart in drawn.charts],
        ticks=drawn.ticks,
        files=[
            (form.title, file_path(TABLE, form.extension, address.filters.to_query()))
            for form in formats_of(TABLE)
        ],
    )


def _href(chart: AnswerChart, address: Address) -> str:
    return Address(replace(address.filters, round=(chart.round_id,))).link("")
