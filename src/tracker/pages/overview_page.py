"""The overview page: the answer first, then the map, then the rows, of one view of the letters."""

from dataclasses import replace
from datetime import date

from tracker.address import Address
from tracker.brief import view_brief
from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.filters import LABELS, Selection
from tracker.pages.engine import render
from tracker.pages.filter_form import filters_html
from tracker.pages.fragments import (
    brief,
    emptiness,
    figures_line,
    map_key,
    place_panel,
    search_note,
    sources,
    tagline,
)
from tracker.pages.front import front_html
from tracker.pages.letters_table import letters_section
from tracker.pages.page import Page, made_once
from tracker.pages.tally import tally_html
from tracker.pages.timeline_section import timeline_html
from tracker.place_record import Record
from tracker.views.svg import map_svg

DESCRIPTION_LENGTH = 300
"""Characters that a link's preview shows at most; sentences beyond it are left out whole."""


@made_once
def overview_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say what the view in the address holds on its day."""
    selection = address.filters.apply(dataset, today)
    return replace(
        told_of(selection),
        sections={
            "tagline": tagline(selection.campaign),
            "filters": filters_html(selection, address),
            "search": search_note(selection),
            "brief": brief(selection),
            "figures": figures_line(selection),
            **(_drawn(selection, address) if len(selection.letters) else _nothing(selection)),
        },
    )


def told_of(selection: Selection) -> Page:
    """Return the page of a view with its title and description alone."""
    return Page(selection.description.removesuffix("."), _description(selection), {})


def _description(selection: Selection) -> str:
    """Give the first sentences of the brief, as many as a preview has room for."""
    said = view_brief(selection)
    text = said.headline
    for sentence in said.sentences:
        if len(text) + len(sentence) >= DESCRIPTION_LENGTH:
            break
        text += f" {sentence}"
    return text


def _drawn(selection: Selection, address: Address) -> dict[str, str]:
    """Draw the map and the rows, and tell of the place that is open."""
    place = address.place
    return {
        "map": map_html(selection, address, place, with_statuses=False),
        "tally": tally_html(selection, address),
        "place": place_panel(Record(selection.dataset, place, selection.as_of)) if place else "",
        "front": front_html(selection, address),
        "timeline": timeline_html(selection, address),
        "letters": letters_section(selection, address),
        "sources": sources(selection),
    }


def map_html(
    selection: Selection,
    address: Address,
    selected: str | None,
    with_statuses: bool = True,
    near: str | None = None,
) -> str:
    """Return the map, or that of the state of a place, with its legend, each mark linked to its record."""
    picture = map_svg(selection, lambda key: address.link("record", id=key), selected=selected, near=near)
    # Both are escaped already.
    key = map_key(selection, address, with_statuses, near=near)
    return render("overview_map.html.j2", picture=picture, key=key)


def _nothing(selection: Selection) -> dict[str, str]:
    """Say which filters empty the view, each with a link that drops it."""
    ways = [
        {
            "label": selection.campaign.say(LABELS[key]),
            "count": Count.of(selection.without(key)),
            "href": Address(selection.filters.drop(key)).link(""),
        }
        for key in selection.emptied_by
    ]
    return {"empty": render("overview_empty.html.j2", ways=ways, said=emptiness(selection))}
