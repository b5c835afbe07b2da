"""What the rows of each table are called, and the title of those that a view chooses."""

from collections.abc import Callable, Mapping
from datetime import date

from tracker.address import AGAINST, BY, FROM, PLACE, TO
from tracker.campaign import Campaign
from tracker.case_filters import BESIDE, CaseFilters
from tracker.changes import RECORDED
from tracker.dataset import Dataset
from tracker.exports.own import Own, Way
from tracker.filters import Filters
from tracker.grouping import GROUPINGS
from tracker.language.datewords import ap_date, month_in_words
from tracker.language.placenames import full_name
from tracker.sides import second_view

Nouns = tuple[str, str]
"""One and many of the rows."""


def letters(campaign: Campaign) -> Nouns:
    """Return what letters are called: `DOJ letter`, `DOJ letters`."""
    return f"{campaign.sender} letter", f"{campaign.sender} letters"


def is_of_letters(table: str) -> bool:
    """Tell whether the title of a table's rows is that of the letters."""
    return table not in _TITLES


def title_of(table: str, filters: Filters, own: Own, dataset: Dataset) -> tuple[Nouns, str]:
    """Give what the rows of a table are called, and the title of those chosen, which begins so."""
    if is_of_letters(table):
        return letters(dataset.campaign), filters.in_words(dataset)
    nouns, words = _TITLES[table]
    many = f"{nouns[1][:1].upper()}{nouns[1][1:]}"
    return nouns, " ".join([many, *words(filters, own, dataset)])


def _cases(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    clauses = CaseFilters.of(filters, own).clauses(dataset, BESIDE)
    return [clauses or "on record"]


def _rounds(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    chosen = filters.drop("as_of").active()
    every = f"of {letters(dataset.campaign)[1]}, and background"
    return [f"of {filters.in_words(dataset)}" if chosen else every]


def _changes(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    begin, end = (ap_date(date.fromisoformat(own[key])) for key in (FROM, TO))
    entered = ["in the record"] if own.get(BY) == RECORDED else []
    among = filters.drop("as_of")
    which = [f", of {among.in_words(dataset)}"] if among.active() else []
    return [f"{' '.join([*entered, f'from {begin}, through {end}'])}{''.join(which)}"]


def _comparison(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    first, second = _months((own[FROM], own[TO]), dataset)
    return [f"with a letter of {first}, of {second} or of both"]


def _groups(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    return [f"of {filters.within_words(dataset)} by {GROUPINGS[Way.of(own).by].noun}"]


def _answers(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    return [f"of answers to {filters.within_words(dataset)}"]


def _eras(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    chosen = filters.drop("as_of")
    among = f", of {chosen.in_words(dataset)}" if chosen.active() else ""
    return [f"with letters from more than one period{among}"]


def _sides(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    second, _ = second_view(own.get(AGAINST, ""), dataset)
    return [f"side by side: {filters.in_words(dataset)}, and {second.in_words(dataset)}"]


def _events(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    begin, end = (ap_date(date.fromisoformat(own[key])) if key in own else "" for key in (FROM, TO))
    days = f"from {begin}, through {end}" if begin and end else f"from {begin}" if begin else ""
    until = f"through {end}" if end and not begin else ""
    recorded = "recorded" if own.get(BY) == RECORDED and (begin or end) else ""
    here = f"in {_place(own, dataset)}" if PLACE in own else ""
    chosen = filters.drop("as_of")
    among = f"at recipients of {chosen.in_words(dataset)}" if chosen.active() else "on record"
    return [among, *filter(None, (here, recorded, days, until))]


def _of(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    """Say of which letters rows are; what is not filtered is all that is on record."""
    chosen = filters.drop("as_of")
    return [f"of {chosen.in_words(dataset)}"] if chosen.active() else ["on record"]


def _months(rounds: tuple[str, ...], dataset: Dataset) -> list[str]:
    return [month_in_words(dataset.rounds_by_id[key]["sent_on"]) for key in rounds]


def _place(own: Own, dataset: Dataset) -> str:
    return full_name(dataset.places_by_id[own[PLACE]])


_TITLES: Mapping[str, tuple[Nouns, Callable[[Filters, Own, Dataset], list[str]]]] = {
    "cases": (("court case", "court cases"), _cases),
    "changes": (("change", "changes"), _changes),
    "comparison": (("place", "places"), _comparison),
    "groups": (("group", "groups"), _groups),
    "answers": (("day", "days"), _answers),
    "eras": (("place", "places"), _eras),
    "sides": (("view", "views"), _sides),
    "documents": (("document", "documents"), _of),
    "events": (("event", "events"), _events),
    "jurisdictions": (("recipient", "recipients"), _of),
    "sources": (("source", "sources"), _of),
    "rounds": (("round", "rounds"), _rounds),
}
