"""The brief of a view: one place, one round, or many letters."""

from collections.abc import Iterator

import pandas as pd

from tracker.brief import letters as said
from tracker.brief.place import brief_of_letter
from tracker.brief.where import are_states, by_region, by_state, in_states, nouns, rows
from tracker.brief.words import Brief, counted, number, sentence, span
from tracker.dates import ap_date
from tracker.filters import listed
from tracker.placenames import state_in_words
from tracker.selection import Selection

NOTHING = "No letter matches these filters on this day."


def view_brief(selection: Selection) -> Brief:
    """Write the facts of a view; of a single place, the brief of its newest letter in the view."""
    letters = selection.letters
    if letters.empty:
        return Brief(NOTHING)
    if letters["jurisdiction_id"].nunique() == 1:
        return brief_of_letter(selection.dataset, selection.pool, rows(letters)[0], selection.as_of)
    headline, *rest = map(sentence, _one_round(selection) if _is_one_round(letters) else _many(selection))
    return Brief(headline, tuple(rest))


def _is_one_round(letters: pd.DataFrame) -> bool:
    return letters["round_id"].nunique() == 1


def _one_round(selection: Selection) -> Iterator[str]:
    """Tell of one round, or of a part of it."""
    dataset, letters, as_of = selection.dataset, selection.letters, selection.as_of
    first = rows(letters)[0]
    recipients = int((selection.pool["round_id"] == first["round_id"]).sum())
    yield f"{_places(letters)} got a letter dated {_dates(letters)}"
    if len(letters) < recipients:
        yield f"they are {number(len(letters))} of the {number(recipients)} recipients on record"
    yield from filter(None, (by_state(letters), by_region(letters)))
    yield said.deadline(letters, as_of, "the letters")
    yield from said.terms(dataset, first, several=True)
    yield said.standing(letters, as_of)
    yield from filter(None, (said.answers(letters), said.announced(dataset, first["round_id"], recipients)))


def _many(selection: Selection) -> Iterator[str]:
    """Tell of letters of several rounds to several places."""
    letters, places, as_of = selection.letters, selection.places, selection.as_of
    rounds = letters["round_id"].nunique()
    begin = "the filters match" if selection.filters.drop("as_of").active() else "on record are"
    yield (
        f"{begin} {number(len(letters))} letters to {_places(places)}, in {number(rounds)} rounds dated from "
        f"{_dates(letters)}"
    )
    repeated = int((places["letter_count"] > 1).sum())
    if repeated:
        yield f"{counted(repeated, *nouns(places))} got more than one of them"
    yield from filter(None, (_largest_round(letters), _largest_state(letters), by_region(places)))
    ahead = letters.loc[letters["deadline_on"] >= pd.Timestamp(as_of), "deadline_on"]
    if len(ahead):
        day = ahead.min().date()
        yield f"the next deadline is {ap_date(day)}{said.distance(day, as_of)}"
    yield said.standing(letters, as_of)
    yield from filter(None, (said.answers(letters),))


def _places(places: pd.DataFrame) -> str:
    """Count the places and say in how many states they are: `23 jurisdictions in 12 states`."""
    count = counted(len(places), *nouns(places))
    return count if are_states(places) else f"{count} {in_states(places)}"


def _dates(letters: pd.DataFrame) -> str:
    return span(letters["sent_on"].min().date(), letters["sent_on"].max().date())


def _largest_round(letters: pd.DataFrame) -> str:
    """Name the round with the most letters; "" where several have as many."""
    counts = letters["round_id"].value_counts()
    if counts.iloc[0] == counts.iloc[1]:
        return ""
    sent_on = letters.loc[letters["round_id"] == counts.index[0], "sent_on"].min().date()
    return f"the largest round is that of {ap_date(sent_on)}, with {number(counts.iloc[0])} letters"


def _largest_state(letters: pd.DataFrame) -> str:
    """Name the state with the most letters, or up to three with as many; "" where all went to one state."""
    counts = letters["state"].value_counts()
    leaders = [state_in_words(code) for code in counts.index[counts == counts.iloc[0]]]
    if len(counts) == 1 or len(leaders) > 3:
        return ""
    where, most = listed(sorted(leaders), "and"), number(counts.iloc[0])
    if len(leaders) > 1:
        return f"the largest shares went to {where}: {most} each of the {number(len(letters))} letters"
    return f"the largest share went to {where}: {most} of the {number(len(letters))} letters"
