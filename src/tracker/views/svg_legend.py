"""The legend of the SVG map: its marks in the style sheet's colours, so that one text serves both themes."""

from collections.abc import Iterator
from html import escape

from tracker.campaign import Campaign, Worded
from tracker.selection import Selection
from tracker.views.style import FORMS, UNNAMED, WIDTHS, Form, shape_path
from tracker.views.svg import Paint
from tracker.vocabulary import Evidence, Kind, Status, Term

_SIZE = 14


def legend_svg(selection: Selection) -> str:
    """Return the statuses and kinds of a view's places as an HTML list; "" for a view without places."""
    paint, places = Paint(None), selection.places
    items = [
        *_statuses(set(places["status"]), paint, selection.campaign),
        *_unnamed(set(places["evidence"])),
        *_kinds(set(places["kind"])),
    ]
    return f'<ul class="legend">{"".join(items)}</ul>' if items else ""


def _statuses(present: set[str], paint: Paint, campaign: Campaign) -> Iterator[str]:
    for status in Status:
        if status in present:
            mark = f'<path {paint.mark(status)} d="{shape_path(Kind.CITY, 0, 0, 5)}"/>'
            if FORMS.get(status) is Form.DOTTED_RING:
                mark += f'<circle r="1.5" fill="{paint.status(status)}"/>'
            yield _item(mark, campaign.word(status))


def _unnamed(present: set[str]) -> Iterator[str]:
    """Say what a hollow mark means, if any is there."""
    if Evidence.INFERRED in present:
        look = f'fill="var(--page)" stroke="var(--muted)" stroke-width="{WIDTHS[Form.HOLLOW]:g}"'
        yield _item(f'<path {look} d="{shape_path(Kind.CITY, 0, 0, 5)}"/>', Evidence.INFERRED, UNNAMED)


def _kinds(present: set[str]) -> Iterator[str]:
    """Give the shapes in the colour of muted text, since colour is status."""
    for kind in Kind:
        if kind in present:
            yield _item(f'<path fill="var(--muted)" d="{shape_path(kind, 0, 0, 5)}"/>', kind)


def _item(mark: str, term: Term | Worded, label: str = "") -> str:
    picture = f'<svg class="mark" aria-hidden="true" width="{_SIZE}" height="{_SIZE}" viewBox="-8 -8 16 16">'
    return f'<li title="{escape(term.definition)}">{picture}{mark}</svg> {escape(label or term.label)}</li>'
