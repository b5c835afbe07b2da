"""The view that each page shows at an address: which rows, by which of its filters and own values."""

from dataclasses import replace
from datetime import date

from tracker.address import BY, FROM, OWN_KEYS, TO, WORDS, Address
from tracker.dataset import Dataset
from tracker.exports.own import NONE
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.pages.changes import asked_days
from tracker.pages.compared import asked_pair


def overview(address: Address, dataset: Dataset, today: date) -> View:
    """The letters that the filters pick."""
    return View("letters", address.filters.apply(dataset, today))


def record(address: Address, dataset: Dataset, today: date) -> View | None:
    """The letters to one place."""
    place = address.filters.id[:1]
    filters = Filters(id=place, as_of=address.filters.as_of)
    return View("letters", filters.apply(dataset, today), NONE, "record") if place else None


def rounds(address: Address, dataset: Dataset, today: date) -> View:
    """The places of the two rounds compared, else every round by the day; no other filter has a say."""
    selection = Filters(as_of=address.filters.as_of).apply(dataset, today)
    pair = asked_pair(address, dataset)
    if pair.first and pair.second:
        return View("comparison", selection, {FROM: pair.first, TO: pair.second}, "rounds")
    return View("rounds", selection, NONE, "rounds")


def changes(address: Address, dataset: Dataset, today: date) -> View:
    """What changed between the two days, for the letters that the filters pick; both days are said."""
    days, by = asked_days(address, dataset, today), address.word(BY)
    own = {FROM: days.start.isoformat(), TO: days.end.isoformat()}
    own |= {} if by == WORDS[BY][0] else {BY: by}
    return View("changes", address.filters.drop("as_of").apply(dataset, days.end), own, "changes")


def cases(address: Address, dataset: Dataset, today: date) -> View:
    """The court cases of a place, of some rounds, with or without an end on record."""
    filters = replace(Filters(as_of=address.filters.as_of), round=address.filters.round)
    own = {key: address.values[key] for key in OWN_KEYS["cases"] if key in address.values}
    return View("cases", filters.apply(dataset, today), own, "cases")
