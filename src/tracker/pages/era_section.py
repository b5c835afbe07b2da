"""The places with letters from more than one period: what came of their letters then, and now."""

from typing import Any

import pandas as pd

from tracker.address import Address
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.language.words import counted, number, sentence
from tracker.pages.engine import render
from tracker.row_types import rows
from tracker.then_and_now import NOW, THEN, earlier_letters, then_and_now
from tracker.vocabulary import Answer, Court, Doj, Evidence

TABLE = "eras"


def eras_html(selection: Selection, address: Address) -> str:
    """Return the places of both periods with a heading, a sentence or two and the files of the rows."""
    places, earlier = then_and_now(selection), rows(earlier_letters(selection))
    return render(
        "eras.html.j2",
        sentences=_sentences(places),
        sender=selection.campaign.sender,
        places=[_place(place, earlier, selection, address) for place in rows(places)],
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
    answered = [int((places[begin + "answers"] > 0).sum()) for begin in (THEN, NOW)]
    sued = [int((places[begin + "court"] != Court.NO_CASE).sum()) for begin in (THEN, NOW)]
    return [
        sentence(f"{counted(len(places), 'place', 'places')} {has} letters from {periods}{beside}"),
        sentence(
            f"an answer is on public record for {number(answered[0])} in the first period and for "
            f"{number(answered[1])} in the last; court cases bear on the newest letter of the first to "
            f"{number(sued[0])} and on that of the last to {number(sued[1])}"
        ),
    ]


def _place(
    place: dict[str, Any], earlier: list[dict[str, Any]], selection: Selection, address: Address
) -> dict[str, Any]:
    """Give a place with what came of its letters of each period, the newest of the period first."""
    told: list[dict[str, Any]] = []
    for begin in (THEN, NOW):
        newest = {name.removeprefix(begin): cell for name, cell in place.items() if name.startswith(begin)}
        told.append(newest)
        told += [
            letter | {"letters": 0}
            for letter in earlier
            if (letter["jurisdiction_id"], letter["era"]) == (place["jurisdiction_id"], newest["era"])
        ]
    return place | {
        "href": address.link("record", id=place["jurisdiction_id"]),
        "letters": [_worded(letter, selection) for letter in told],
    }


def _worded(letter: dict[str, Any], selection: Selection) -> dict[str, Any]:
    """Give what the table says of a letter; `letters` is how many the period has, 0 for an earlier one."""
    words = {
        key: selection.campaign.words(vocabulary)[letter[key]]
        for key, vocabulary in (("answer", Answer), ("doj", Doj), ("court", Court))
    }
    named = {name: letter[name] for name in ("era", "letters", "round_label")}
    return named | words | {"is_inferred": letter["evidence"] == Evidence.INFERRED}
