"""Which pages an archive has, and the file of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tracker.address import FROM, TO, Address
from tracker.dataset import Dataset
from tracker.exports.sitemap import changed_on
from tracker.filters import Filters
from tracker.pages.round_pair import choices
from tracker.pages.site import PAGES, RECORD
from tracker.rounds import Pair

OVERVIEW_CARD = "cards/index.png"

ROUND = "round"
"""The key of the filter by round."""


@dataclass(frozen=True)
class Sheet:
    """A page of the site and its file.

    Attributes:
        path: of `site.PAGES`.
        address: what it shows.
        file: its path in the folder.
        changed: the day of its last change.
        card: the file of its preview card, "" for none.
    """

    path: str
    address: Address
    file: str
    changed: date
    card: str = ""


def sheets(dataset: Dataset, day: date) -> list[Sheet]:
    """Return every page unfiltered, each round sent by the day, each pair of rounds in turn, each place."""
    released = dataset.version.released_on
    newest = list(choices(dataset, day, Pair(None, None)))
    return [
        *_pages(released),
        *_rounds(newest, released),
        *_pairs(newest[::-1], released),
        *_places(changed_on(dataset)),
    ]


def _pages(released: date) -> Iterator[Sheet]:
    for path in PAGES:
        if path != RECORD:
            yield Sheet(path, Address(), f"{path or 'index'}.html", released, OVERVIEW_CARD)


def _rounds(rounds: list[str], released: date) -> Iterator[Sheet]:
    """Give the overview of each round."""
    for key in rounds:
        address = Address(Filters(round=(key,)))
        yield Sheet("", address, f"round/{key}.html", released, f"cards/round/{key}.png")


def _pairs(oldest: list[str], released: date) -> Iterator[Sheet]:
    """Give each round compared with the next, as the page of the rounds links them."""
    for older, newer in pairwise(oldest):
        address = Address(values={FROM: older, TO: newer})
        yield Sheet("rounds", address, f"compare/{older}_{newer}.html", released, OVERVIEW_CARD)


def _places(changed: dict[str, date]) -> Iterator[Sheet]:
    for place, last in changed.items():
        yield Sheet(RECORD, Address(Filters(id=(place,))), f"record/{place}.html", last)
