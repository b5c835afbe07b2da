"""From then to now as HTML: one drawing for the live page, the answer before it, paper and files."""

from tracker.filters import Selection
from tracker.pages.engine import render
from tracker.views.flow import demands, flows, periods


def flow_html(selection: Selection) -> str:
    """Return the bands from then to now of the places of a view with letters from two periods."""
    drawn = flows(selection)
    if not drawn:
        return ""
    then, now = periods(selection)
    return render("flow.html.j2", flows=drawn, then=then, now=now, demands=demands(selection))
