"""The overview page: the answer first, then the map, then the rows, of one view of the letters."""

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.address import Address
from tracker.brief import view_brief
from tracker.dataset import Dataset
from tracker.dates import table_date
from tracker.filters import CHOICES, DAYS, LABELS, Filters
from tracker.pages.engine import render
from tracker.pages.fragments import brief, emptiness, map_key, place_panel, rounds_key, rows, tagline
from tracker.pages.page import Page, made_once
from tracker.pages.timeline import timeline_html
from tracker.record import Record
from tracker.selection import Selection
from tracker.views.svg import map_svg
from tracker.views.svg_legend import legend_svg
from tracker.views.table import letters_html

DESCRIPTION_LENGTH = 300
"""Characters that a link's preview shows at most; sentences beyond it are left out whole."""


@made_once
def overview_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say what the view in the address holds on its day."""
    selection = address.filters.apply(dataset, today)
    return Page(
        title=selection.description.removesuffix("."),
        description=_description(selection),
        sections={
            "tagline": tagline(selection.campaign),
            "filters": _filters(selection, address),
            "brief": brief(selection) + render("overview_said.html.j2", selection=selection),
            **(_drawn(selection, address) if len(selection.letters) else _nothing(selection)),
        },
    )


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
        "map": map_html(selection, address, place),
        "place": place_panel(Record(selection.dataset, place, selection.as_of)) if place else "",
        "timeline": timeline_html(selection, address),
        "letters": render(
            "overview_letters.html.j2",
            letters=letters_html(selection, lambda key: address.link("record", id=key)),
        ),
        "sources": render("overview_sources.html.j2", sources=_sources(selection)),
    }


def map_html(selection: Selection, address: Address, selected: str | None) -> str:
    """Return the map as a picture with its legend, each mark linked to its place's record."""
    picture = map_svg(selection, lambda key: address.link("record", id=key), selected=selected)
    # All three are escaped already.
    return render(
        "overview_map.html.j2",
        picture=picture,
        legend=legend_svg(selection),
        key=map_key(selection.campaign),
    )


def _nothing(selection: Selection) -> dict[str, str]:
    """Say which filters empty the view, each with a link that drops it."""
    ways = [
        {
            "label": selection.campaign.say(LABELS[key]),
            "count": len(selection.without(key)),
            "href": Address(selection.filters.drop(key)).link(""),
        }
        for key in selection.emptied_by
    ]
    return {"empty": render("overview_empty.html.j2", ways=ways, said=emptiness(selection))}


def _filters(selection: Selection, address: Address) -> str:
    """List the rounds, each a link to its letters, and what the other filters are set to."""
    return render(
        "overview_filters.html.j2",
        rounds=_rounds(selection),
        key=rounds_key(selection.dataset),
        said=_said(selection),
        on=len(address.filters.drop("round").active()),
    )


def _rounds(selection: Selection) -> list[dict[str, Any]]:
    """Give the rounds as links: to that round alone, or from it back to all."""
    choice, filters = CHOICES[0], selection.filters
    counts = selection.counts(choice.key, choice.column)
    every = _pill("All", int(counts.sum()), not filters.round, filters.drop("round"))
    found = [
        _pill(
            label,
            int(counts.get(key, 0)),
            key in filters.round,
            filters.drop("round") if key in filters.round else replace(filters, round=(key,)),
        )
        for key, label in choice.options(selection.dataset).items()
    ]
    return [every, *found]


def _pill(label: str, count: int, chosen: bool, filters: Filters) -> dict[str, Any]:
    return {"label": label, "count": count, "chosen": chosen, "href": Address(filters).link("")}


def _said(selection: Selection) -> list[tuple[str, str]]:
    """Give what each filter but the rounds is set to, by label, in the order of the live controls."""
    filters = selection.filters
    say = selection.campaign.say
    names = {choice: choice.options(selection.dataset) for choice in CHOICES[1:]}
    chosen = [
        (say(choice.label), ", ".join(options[key] for key in getattr(filters, choice.key)))
        for choice, options in names.items()
    ]
    days = {key: getattr(filters, key) for key in DAYS} | {"as_of": selection.as_of}
    set_days = [(day.label, table_date(days[key]) if days[key] else "") for key, day in DAYS.items()]
    return [*chosen, (LABELS["q"], filters.q), *set_days]


def _sources(selection: Selection) -> list[dict[str, Any]]:
    """Give the documents that the letters in the view rest on, by publisher and title."""
    cited = set(selection.letters["sources"].explode())
    sources = selection.dataset.sources
    found = sources[sources["source_id"].isin(cited)].sort_values(["publisher", "title"])
    return rows(found)
