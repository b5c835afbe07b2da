"""Two rounds side by side: who got the letters of both, who of only one, and what is on record about that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from tracker.address import FROM, TO, Address
from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.filters import Selection
from tracker.language.datewords import ap_date, date_in_cell
from tracker.language.placenames import listed_name
from tracker.letter_key import key_of
from tracker.letters import round_labels
from tracker.memo import once
from tracker.pages.engine import render
from tracker.rounds import Comparison, Pair, compare_rounds, tell
from tracker.row_types import Event, LetterOnDay, Round, typed_rows
from tracker.vocabulary import RoundKind, Status

PAIR_LABELS = {FROM: "First round", TO: "Second round"}
"""The labels of the two lists of rounds."""


@dataclass(frozen=True)
class Wording:
    """A comparison in words."""

    headline: str
    sentences: tuple[str, ...]


def choices(dataset: Dataset, as_of: date, pair: Pair) -> dict[str, str]:
    """Return the rounds of letters sent by the day, and those asked for, with names; newest first."""
    rounds = dataset.rounds[dataset.rounds["kind"] == RoundKind.LETTERS]
    labels = round_labels(rounds)
    newest = typed_rows(rounds.sort_values(["sent_on", "round_id"], ascending=False), Round)
    return {
        row["round_id"]: f"{labels[row['round_id']]}: {row['name']}"
        for row in newest
        if row["sent_on"].date() <= as_of or row["round_id"] in (pair.first, pair.second)
    }


def pair_fields(pair: Pair, selection: Selection) -> str:
    """Return the two lists of rounds as fields of the page's form."""
    options = {"": "Choose a round"} | choices(selection.dataset, selection.as_of, pair)
    return render("pair_fields.html.j2", pair=pair, labels=PAIR_LABELS, options=options)


def comparison_html(pair: Pair, address: Address, selection: Selection) -> tuple[str, Wording | None]:
    """Return the comparison on a view’s day as HTML and in words; a hint and None till two are chosen."""
    dataset, as_of = selection.dataset, selection.as_of
    if not (pair.first and pair.second):
        return render("pair_hint.html.j2", pair=pair, links=_neighbours(address, dataset, as_of)), None
    comparison = _compare(dataset, pair.first, pair.second, as_of)
    months = [comparison.month(key) for key in (pair.first, pair.second)]
    said = Wording(f"The letters of {months[0]} and of {months[1]} compared", tell(comparison))
    html = render(
        "pair.html.j2",
        said=said,
        months=months,
        groups=list(_groups(comparison, address, selection)),
        sources=dataset.sources_by_id,
        as_of=ap_date(as_of),
    )
    return html, said


@once(32)
def _compare(dataset: Dataset, first: str, second: str, as_of: date) -> Comparison:
    """Compare once for all readers who ask the same of the same data; a comparison keeps what it found."""
    return compare_rounds(dataset, first, second, as_of)


def _neighbours(address: Address, dataset: Dataset, as_of: date) -> list[tuple[str, str]]:
    """Give the links that compare each round with the next one, newest first."""
    labels = round_labels(dataset.rounds)
    oldest = list(choices(dataset, as_of, Pair(None, None)))[::-1]
    return [
        (f"{labels[older]} and {labels[newer]}", address.link("rounds", **{FROM: older, TO: newer}))
        for older, newer in list(pairwise(oldest))[::-1]
    ]


def _groups(comparison: Comparison, address: Address, selection: Selection) -> Iterator[dict[str, Any]]:
    """Give those only in the first round, those only in the second and those in both; none while unsent."""
    first, second = comparison.first, comparison.second
    if not comparison.is_sent:
        return
    places = _Places(comparison, address, selection)
    yield places.group(f"Only in {comparison.month(first)}", comparison.only_first, (first,))
    yield places.group(f"Only in {comparison.month(second)}", comparison.only_second, (second,))
    yield places.group("In both", comparison.both, (first, second))


class _Places:
    """Makes the rows of a comparison's groups."""

    def __init__(self, comparison: Comparison, address: Address, selection: Selection) -> None:
        self.comparison, self.address = comparison, address
        self.words = selection.campaign.words(Status)
        letters = typed_rows(selection.pool, LetterOnDay)
        self.letters = {key_of(row): row for row in letters}

    def group(self, heading: str, places: tuple[str, ...], rounds: tuple[str, ...]) -> dict[str, Any]:
        """Give a group; of those with the older letter alone what bears on why, else the letters before."""
        older, _ = self.comparison.in_time
        known = [place for place in places if self.comparison.is_named(place)]
        about = "" if len(rounds) > 1 else "why" if rounds == (older,) else "before"
        return {
            "heading": heading,
            "rounds": [self.comparison.month(key) for key in rounds],
            "about": about,
            "count": Count(len(known), len(places) - len(known)),
            "rows": [self._row(place, rounds, about) for place in places],
        }

    def _row(self, place: str, rounds: tuple[str, ...], about: str) -> dict[str, Any]:
        letters = [self.letters[key, place] for key in rounds]
        first, compared = letters[0], self.comparison
        events = typed_rows(compared.on_record(place), Event) if about == "why" else []
        earlier = compared.earlier(place) if about == "before" else ()
        return {
            "name": listed_name(first),
            "is_named": compared.is_named(place),
            "href": self.address.link("record", id=place),
            "statuses": [self.words[letter["status"]] for letter in letters],
            "events": [event | {"when": date_in_cell(event["date"])} for event in events],
            "earlier": [compared.month(key) for key in earlier],
        }
