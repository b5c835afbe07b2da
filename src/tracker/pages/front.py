"""What the overview shows before its letters where no filter is set: news, deadlines and the rounds."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pandas as pd

from tracker.address import RECORDED, Address
from tracker.changes import Change, history
from tracker.dataset import Dataset
from tracker.evidence import inferred, named
from tracker.filters import Filters, Selection
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.since_visit import since_visit_html
from tracker.views.multiples import MOST, RoundMap, round_maps
from tracker.views.outlines import HEIGHT, WIDTH, country_path, in_picture
from tracker.views.placing import placed
from tracker.vocabulary import Evidence

NEWS = 6
"""How many changes are told."""

DEADLINES = 3
"""How many days of deadlines are told."""


@once(4_000_000, size=lambda html: 1000 + len(html))
def front_html(selection: Selection, address: Address) -> str:
    """Return the front page's own parts; "" for a view that filters pick."""
    if selection.letters.empty or address.filters.drop("as_of").active():
        return ""
    dataset, as_of = selection.dataset, selection.as_of
    return render(
        "front.html.j2",
        news=_news(dataset, as_of),
        since_visit=since_visit_html(address, dataset, as_of),
        changes=address.link("changes", by=RECORDED),
        happened=address.link("changes"),
        compare=address.link("compare"),
        deadlines=_deadlines(selection),
        rounds=[_round(one, address) for one in round_maps(selection)],
        older=max(0, selection.letters["round_id"].nunique() - MOST),
        all_rounds=address.link("rounds"),
        country=_country(dataset),
    )


@once(8)
def _news(dataset: Dataset, as_of: date) -> tuple[Change, ...]:
    """Give what was recorded last of what happened by the day; deadlines are told on their own."""
    happened = [change for change in history(dataset) if change.day <= as_of and change.is_entry]
    happened.sort(key=lambda change: (change.recorded_on, change.day), reverse=True)
    happenings = {(change.day, change.label, change.sources): change for change in reversed(happened)}
    return tuple(list(reversed(happenings.values()))[:NEWS])


def _deadlines(selection: Selection) -> list[dict[str, Any]]:
    """Give the next days of deadlines, or the last ones where none is ahead, with their letters."""
    letters = selection.letters.dropna(subset=["deadline_on"])
    days = sorted({stamp.date() for stamp in letters["deadline_on"]})
    ahead = [day for day in days if day >= selection.as_of]
    chosen = ahead[:DEADLINES] or days[: -DEADLINES - 1 : -1]
    return [_deadline(day, letters, bool(ahead)) for day in chosen]


def _deadline(day: date, letters: pd.DataFrame, is_ahead: bool) -> dict[str, Any]:
    due = letters[letters["deadline_on"].dt.date == day]
    sure = named(due)
    return {
        "day": day,
        "ahead": is_ahead,
        "count": len(sure),
        "unnamed": len(inferred(due)),
        "answered": int(sure["answered"].sum()),
        "label": due["round_label"].iloc[0],
    }


def _round(shown: RoundMap, address: Address) -> dict[str, Any]:
    href = _round_link(shown.round_id, address)
    return {"shown": shown, "href": href, "marks": _marks(shown.letters)}


@once(200)
def _marks(selection: Selection) -> tuple[tuple[str, str, str, bool], ...]:
    """Give where each mark stands on a small map, in percent, its status, and whether a source names it."""
    places = in_picture(placed(selection))
    return tuple(
        (f"{100 * x / WIDTH:.1f}", f"{100 * y / HEIGHT:.1f}", status, evidence != Evidence.INFERRED)
        for x, y, status, evidence in places[["mark_x", "mark_y", "status", "evidence"]].to_numpy()
    )


def _round_link(key: str, address: Address) -> str:
    return address.staying("", Filters(round=(key,), as_of=address.filters.as_of))


@once(2)
def _country(dataset: Dataset) -> str:
    """Return the country as a picture's address: the live page lets no SVG into its HTML."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="#8883" d="{country_path(dataset)}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg, safe='')}"
