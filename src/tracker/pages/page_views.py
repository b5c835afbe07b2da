"""The view that each page shows at an address: which rows, by which of its filters and own values."""

from datetime import date

from tracker.address import AGAINST, FROM, TO, Address
from tracker.case_filters import CaseFilters
from tracker.changes import days_of
from tracker.dataset import Dataset
from tracker.exports.own import NONE, own_values
from tracker.exports.view import View
from tracker.filters import Filters
from tracker.rounds import pair_of
from tracker.sides import sides_of


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
    pair = pair_of(address, dataset)
    if pair.first and pair.second:
        return View("comparison", selection, {FROM: pair.first, TO: pair.second}, "rounds")
    return View("rounds", selection, NONE, "rounds")


def changes(address: Address, dataset: Dataset, today: date) -> View:
    """What changed between the two days, for the letters that the filters pick; both days are said."""
    own = days_of(address, dataset, today).values
    return View.of_table("changes", address.filters, own, dataset, today)


def compare(address: Address, dataset: Dataset, today: date) -> View:
    """The letters that the filters pick, counted group by group, or beside those set against them."""
    if sides_of(address, dataset, today)[0]:
        second = {AGAINST: address.values[AGAINST]}
        return View.of_table("sides", address.filters, second, dataset, today)
    own, _ = own_values("groups", address, dataset, today)
    return View.of_table("groups", address.filters, own, dataset, today)


def cases(address: Address, dataset: Dataset, today: date) -> View:
    """The court cases of some kinds; filters of letters keep those that name a recipient of these."""
    chosen = CaseFilters.of(address.filters, address.values)
    return View("cases", address.filters.apply(dataset, today), chosen.own, "cases")
