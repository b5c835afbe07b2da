"""What an address asks of a table beside the filters: a place, an end, two days, two rounds to compare."""

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd

from tracker.address import BY, ENDED, FROM, OWN_KEYS, PLACE, TO, WORDS, Address, day_of
from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.dates import ap_date, parse_day
from tracker.filters import Filters, Refused, listed
from tracker.placenames import full_name
from tracker.vocabulary import RoundKind

Own = Mapping[str, str]
"""Values by their keys in a link; what is at its default is left out."""

NONE: Own = {}

KEYS: Mapping[str, tuple[str, ...]] = {
    "cases": OWN_KEYS["cases"],
    "changes": OWN_KEYS["changes"],
    "comparison": OWN_KEYS["rounds"],
    "events": (PLACE, *OWN_KEYS["changes"]),
}
"""The keys of each table that has any: those of the page that shows it."""

NEEDED: Mapping[str, tuple[str, ...]] = {"comparison": KEYS["comparison"]}
"""The keys without which a table has no rows."""

PAGES: Mapping[str, str] = {"cases": "cases", "changes": "changes", "comparison": "rounds"}
"""The page that shows a table under these keys; the overview shows all others."""

FILTERS: Mapping[str, tuple[str, ...]] = {"comparison": ("as_of",)}
"""The filters that a table has a use for, where these are not all."""


def own_values(table: str, address: Address, dataset: Dataset) -> tuple[Own, tuple[Refused, ...]]:
    """Read what an address asks of a table, and what of it means nothing there."""
    keys = KEYS.get(table, ())
    values = {key: value for key, value in address.values.items() if key in keys}
    refused = [Refused(key, value, "is no key of these rows") for key, value in _others(address, keys)]
    refused += _wrong_rounds(values, dataset) if table == "comparison" else _wrong_days(address, keys)
    bad = {part.key for part in refused}
    return {key: value for key, value in values.items() if key not in bad}, tuple(refused)


def _others(address: Address, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in address.values.items() if key not in keys]


def _wrong_days(address: Address, keys: tuple[str, ...]) -> list[Refused]:
    days = {key: day_of(key, address) for key in (FROM, TO) if key in keys}
    refused = [part for _, parts in days.values() for part in parts]
    begin, end = (day for day, _ in days.values()) if days else (None, None)
    if begin and end and begin > end:
        refused.append(Refused(FROM, str(begin), f"is after {TO}={end}"))
    return refused


def _wrong_rounds(values: Own, dataset: Dataset) -> list[Refused]:
    refused = [
        Refused(key, value, why) for key, value in values.items() if (why := no_comparison(value, dataset))
    ]
    if not refused and len(values) == 2 and values[FROM] == values[TO]:
        refused.append(Refused(TO, values[TO], "is the same round as the first; choose two"))
    return refused


def no_comparison(round_id: str, dataset: Dataset) -> str:
    """Say why a round cannot be compared; "" where it can."""
    kinds = dict(zip(dataset.rounds["round_id"], dataset.rounds["kind"], strict=True))
    if round_id not in kinds:
        return "is not a round on record"
    return "" if kinds[round_id] == RoundKind.LETTERS else "is background, which has no letters to compare"


def events_of(events: pd.DataFrame, own: Own) -> pd.DataFrame:
    """Keep the events of the place, after the first day and on or before the second."""
    if PLACE in own:
        events = events[events["jurisdiction_id"] == own[PLACE]]
    day = "recorded_on" if own.get(BY) == "recorded" else "date_latest"
    if FROM in own:
        events = events[events[day] > pd.Timestamp(parse_day(own[FROM]))]
    if TO in own:
        events = events[events[day] <= pd.Timestamp(parse_day(own[TO]))]
    return events


Nouns = tuple[str, str]
"""One and many of the rows."""


def letters(campaign: Campaign) -> Nouns:
    """Return what letters are called: `DOJ letter`, `DOJ letters`."""
    return f"{campaign.sender} letter", f"{campaign.sender} letters"


def is_of_letters(table: str) -> bool:
    """Tell whether the title of a table's rows is that of the letters they belong to."""
    return table not in _TITLES


def title_of(table: str, filters: Filters, own: Own, dataset: Dataset) -> tuple[Nouns, str]:
    """Give what the rows of a table are called, and the title of those chosen, which begins so."""
    if is_of_letters(table):
        return letters(dataset.campaign), filters.in_words(dataset)
    nouns, words = _TITLES[table]
    many = f"{nouns[1][:1].upper()}{nouns[1][1:]}"
    return nouns, " ".join([many, *words(filters, own, dataset)])


def _cases(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    words = []
    if PLACE in own:
        words.append(f"that name {_place(own, dataset)}")
    if filters.round:
        words.append(f"tied to the letters of {listed(_months(filters.round, dataset), 'or')}")
    if filters.drop("round", "as_of").active():
        words.append(f"that name a recipient of {filters.in_words(dataset)}")
    if ENDED in own:
        words.append(f"with {'an' if own[ENDED] == WORDS[ENDED][0] else 'no'} end on record")
    return [", ".join(words)] if words else ["on record"]


def _rounds(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    chosen = filters.drop("as_of").active()
    return [
        f"of {filters.in_words(dataset)}" if chosen else f"of {letters(dataset.campaign)[1]}, and background"
    ]


def _changes(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    begin, end = (ap_date(date.fromisoformat(own[key])) for key in (FROM, TO))
    entered = ["in the record"] if own.get(BY) == "recorded" else []
    among = filters.drop("as_of")
    which = [f", of {among.in_words(dataset)}"] if among.active() else []
    return [" ".join([*entered, f"between {begin}, and {end}"]) + "".join(which)]


def _comparison(filters: Filters, own: Own, dataset: Dataset) -> list[str]:
    first, second = _months((own[FROM], own[TO]), dataset)
    return [f"with a letter of {first}, of {second} or of both"]


def _months(rounds: tuple[str, ...], dataset: Dataset) -> list[str]:
    sent = dataset.rounds.set_index("round_id")["sent_on"]
    return [f"{sent[key]:%B %Y}" for key in rounds]


def _place(own: Own, dataset: Dataset) -> str:
    return full_name(dataset.jurisdictions.set_index("jurisdiction_id").loc[own[PLACE]].to_dict())


_TITLES: Mapping[str, tuple[Nouns, Callable[[Filters, Own, Dataset], list[str]]]] = {
    "cases": (("court case", "court cases"), _cases),
    "changes": (("change", "changes"), _changes),
    "comparison": (("place", "places"), _comparison),
    "rounds": (("round", "rounds"), _rounds),
}
