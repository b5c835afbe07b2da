"""The places with letters from more than one period: what came of their letters then, and now."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tracker.address import Address
from tracker.brief.era_sentences import outcomes_sentence, places_sentence
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.pages.engine import render
from tracker.pages.flow_section import flow_html
from tracker.pages.meanings import meanings
from tracker.row_types import typed_rows
from tracker.standing import outcomes_before
from tracker.then_and_now import (
    NOW,
    THEN,
    EarlierLetter,
    PlaceThenAndNow,
    PolicyChange,
    earlier_letters,
    policy_changes,
    then_and_now,
)
from tracker.vocabulary import Answer, Court, Doj, Evidence, Status, Term

TABLE = "eras"

Period = tuple[str, str]
"""A place by its id, and an era."""

_STANDING: Mapping[str, type[Term]] = {
    "status": Status,
    "answer": Answer,
    "doj": Doj,
    "court": Court,
}


def eras_html(selection: Selection, address: Address) -> str:
    """Return the places of both periods with a heading, a sentence or two and the files of the rows."""
    places, earlier = then_and_now(selection), earlier_letters(selection)
    older = _by_period(typed_rows(earlier, EarlierLetter))
    changes = {change["event_id"]: change for change in typed_rows(policy_changes(selection), PolicyChange)}
    return render(
        "eras.html.j2",
        sentences=[places_sentence(places), outcomes_sentence(places)],
        flow=flow_html(selection),
        sender=selection.campaign.sender,
        meanings=meanings(
            selection.campaign,
            {
                words: {*places[THEN + key], *places[NOW + key], *earlier[key]}
                for key, words in _STANDING.items()
            },
        ),
        places=[
            _place(place, older, changes, selection, address) for place in typed_rows(places, PlaceThenAndNow)
        ],
        files=[
            (form.title, file_path(TABLE, form.extension, address.filters.to_query()))
            for form in formats_of(TABLE)
        ],
    )


def _by_period(letters: list[EarlierLetter]) -> Mapping[Period, list[EarlierLetter]]:
    """Gather letters by place and era."""
    gathered: dict[Period, list[EarlierLetter]] = defaultdict(list)
    for letter in letters:
        gathered[letter["jurisdiction_id"], letter["era"]].append(letter)
    return gathered


def _place(
    place: PlaceThenAndNow,
    earlier: Mapping[Period, list[EarlierLetter]],
    changes: Mapping[str, PolicyChange],
    selection: Selection,
    address: Address,
) -> dict[str, Any]:
    """Give a place with what came of its letters of each period, the newest of the period first."""
    periods: list[dict[str, Any]] = []
    cells: Mapping[str, Any] = place
    for begin in (THEN, NOW):
        newest = {name.removeprefix(begin): cell for name, cell in cells.items() if name.startswith(begin)}
        period = (place["jurisdiction_id"], newest["era"])
        older = [letter | {"count": 0} for letter in earlier.get(period, ())]
        count = newest["letters"] + newest["inferred"]
        letters = [_worded(letter, period[0], selection) for letter in (newest | {"count": count}, *older)]
        policy = [changes[event] for event in newest["policy_changes"]]
        periods.append({"era": newest["era"], "letters": letters, "rows": len(letters), "policy": policy})
    return place | {"href": address.link("record", id=place["jurisdiction_id"]), "periods": periods}


def _worded(letter: dict[str, Any], place: str, selection: Selection) -> dict[str, Any]:
    """Give what the table says of a letter to a place; `count` is how many the period has, 0 for an earlier.

    `court_before` is the date (EDTF) of what the courts said where the letter came later, else "".
    """
    words = {key: selection.campaign.words(terms)[letter[key]] for key, terms in _STANDING.items()}
    named = {name: letter[name] for name in ("count", "round_id", "round_label", "addressee", "demand")}
    before = outcomes_before(selection.dataset, selection.as_of).get((letter["round_id"], place), "")
    return named | words | {"is_inferred": letter["evidence"] == Evidence.INFERRED, "court_before": before}
