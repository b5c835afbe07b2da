"""The places with letters from more than one period: what came of the newest letter then, and now."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from tracker.address import Address
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.language.words import counted, number, sentence
from tracker.pages.engine import render
from tracker.pages.flow_section import flow_html
from tracker.pages.meanings import meanings
from tracker.row_types import rows
from tracker.standing.answer import IN_HAND
from tracker.then_and_now import NOW, THEN, then_and_now
from tracker.vocabulary import Answer, Court, Doj, Evidence, Term

TABLE = "eras"

_STANDING: Mapping[str, type[Term]] = {"answer": Answer, "doj": Doj, "court": Court}


def eras_html(selection: Selection, address: Address) -> str:
    """Return the places of both periods with a heading, a sentence or two and the files of the rows."""
    places = then_and_now(selection)
    return render(
        "eras.html.j2",
        sentences=_sentences(places),
        flow=flow_html(selection),
        sender=selection.campaign.sender,
        meanings=meanings(
            selection.campaign,
            {words: {*places[THEN + key], *places[NOW + key]} for key, words in _STANDING.items()},
        ),
        places=[_place(place, selection, address) for place in rows(places)],
        files=[
            (form.title, file_path(TABLE, form.extension, address.filters.to_query()))
            for form in formats_of(TABLE)
        ],
    )


def _sentences(places: pd.DataFrame) -> list[str]:
    """Count the places, the answers then and now, and the cases; those not named by a source apart."""
    if places.empty:
        return ["No place has letters of this view from more than one period."]
    unnamed = int((places[[THEN + "evidence", NOW + "evidence"]] == Evidence.INFERRED).any(axis=1).sum())
    has = "has" if len(places) == 1 else "have"
    years = list(dict.fromkeys([*sorted(places[THEN + "era"]), *sorted(places[NOW + "era"])]))
    periods = f"both {years[0]} and {years[1]}" if len(years) == 2 else "several periods"
    beside = f"; for {number(unnamed)} of these, no source names the place in one of them" if unnamed else ""
    answered, sued = (
        [int(places[begin + column].isin(words).sum()) for begin in (THEN, NOW)]
        for column, words in (
            ("answer", [str(word) for word in IN_HAND]),
            ("court", [str(word) for word in Court if word is not Court.NO_CASE]),
        )
    )
    return [
        sentence(f"{counted(len(places), 'place', 'places')} {has} letters from {periods}{beside}"),
        sentence(
            f"an answer to the newest letter is on public record for {number(answered[0])} of the first "
            f"period and {number(answered[1])} of the last; court cases bear on {number(sued[0])} and "
            f"{number(sued[1])}"
        ),
    ]


def _place(place: dict[str, Any], selection: Selection, address: Address) -> dict[str, Any]:
    """Give a place with what came of its letters of each period."""
    words = {key: selection.campaign.words(vocabulary) for key, vocabulary in _STANDING.items()}
    return place | {
        "href": address.link("record", id=place["jurisdiction_id"]),
        "periods": [
            {name: place[begin + name] for name in ("era", "letters", "inferred", "round_label")}
            | {key: terms[place[begin + key]] for key, terms in words.items()}
            | {"is_inferred": place[begin + "evidence"] == Evidence.INFERRED}
            for begin in (THEN, NOW)
        ],
    }
