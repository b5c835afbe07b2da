"""From then to now: whom the newest letter of each period went to, what it asked, and what came of it.

Stacks of places stand on either side, and bands between them. All lies at percents of a box, so that one
drawing serves every width. A band is as high as it has places.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tracker.brief.addressee import OFFICES, office_of
from tracker.brief.era_sentences import places_sentence
from tracker.filters import Selection
from tracker.language.apstyle import ap_style
from tracker.language.placenames import listed_name
from tracker.language.words import listed_names
from tracker.letters import round_labels
from tracker.row_types import typed_rows
from tracker.then_and_now import NOW, THEN, PlaceThenAndNow, then_and_now
from tracker.vocabulary import SINCE, Answer, Court, Doj, Evidence, Term

PLACE, GAP = 7, 30
"""Height of a place and of what parts two standings, in px: room for a label of two lines at each."""

LABELS = 32.0
"""Width of the labels at either side of the bands, in percent."""

Sides = tuple["pd.Series[str]", "pd.Series[str]"]
"""What is told of each place, then and now, as labels."""


@dataclass(frozen=True)
class Dimension:
    """What is told of the places: its heading, the labels of both sides, and their order in a stack."""

    heading: str
    label: Callable[[pd.DataFrame, str, Selection], "pd.Series[str]"]
    order: Callable[[Selection], Iterable[str]]

    def sides(self, places: pd.DataFrame, selection: Selection) -> Sides:
        """Return what is told of each row of `then_and_now`."""
        return self.label(places, THEN, selection), self.label(places, NOW, selection)


def _of(column: str, heading: str, words: type[Term]) -> Dimension:
    """Tell of a column that holds the words of a vocabulary."""
    return Dimension(
        heading,
        lambda places, side, selection: places[side + column].map(selection.campaign.labels(words)),
        lambda selection: selection.campaign.labels(words).values(),
    )


def _policy(places: pd.DataFrame, side: str, selection: Selection) -> "pd.Series[str]":
    return places[side + "policy_changes"].map(lambda changes: _CHANGED if changes else _UNCHANGED)


_CHANGED, _UNCHANGED = "Law or policy changed", "No change on record"

DEMAND = Dimension(
    "What was asked, by the letter",
    lambda places, side, selection: places[side + "round_label"],
    lambda selection: dict.fromkeys(round_labels(selection.dataset.rounds.sort_values("sent_on"))),
)

DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(
        "Addressed to",
        lambda places, side, selection: places[side + "addressee"].map(office_of),
        lambda selection: OFFICES,
    ),
    DEMAND,
    _of("answer", "Answer", Answer),
    _of("doj", SINCE, Doj),
    _of("court", "In court", Court),
    Dimension("Policy of the place", _policy, lambda selection: (_CHANGED, _UNCHANGED)),
)
"""What is told of the newest letter of each period, and of what the place did in its years."""


@dataclass(frozen=True)
class Standing:
    """How some places stood: the label, their number, and where the stack has them, in percent."""

    label: str
    count: int
    top: float
    height: float


@dataclass(frozen=True)
class Band:
    """The places that went from one standing to another.

    Attributes:
        words: who they are, and from what to what.
        left: where the band begins and ends at the side of then, in percent of the height.
        right: likewise at the side of now.
    """

    words: str
    left: tuple[float, float]
    right: tuple[float, float]


@dataclass(frozen=True)
class Flow:
    """A drawing of one dimension: its heading, its height in px, both stacks, and the bands between them."""

    heading: str
    height: int
    then: tuple[Standing, ...]
    now: tuple[Standing, ...]
    bands: tuple[Band, ...]

    @property
    def alt(self) -> str:
        """The drawing in words."""
        return f"{self.heading}. {' '.join(band.words for band in self.bands)}"


def flows(selection: Selection) -> tuple[Flow, ...]:
    """Return a drawing for each of `DIMENSIONS` of the places with letters of a view from two periods."""
    places = then_and_now(selection)
    if places.empty:
        return ()
    say = selection.campaign.say
    return tuple(
        _flow(places, say(one.heading), one.sides(places, selection), list(one.order(selection)))
        for one in DIMENSIONS
    )


def demands(selection: Selection) -> dict[str, str]:
    """Return what the letters of the drawings asked for, by their label, oldest first."""
    places = then_and_now(selection)
    told = [places[[side + "round_label", side + "demand"]].to_numpy() for side in (THEN, NOW)]
    known = {label: ap_style(demand) for rows in told for label, demand in rows}
    return {label: known[label] for label in DEMAND.order(selection) if label in known}


def flow_headline(selection: Selection) -> str:
    """Say how many places the drawings show."""
    return places_sentence(then_and_now(selection))


def flow_alt(selection: Selection) -> str:
    """Describe the drawings in words, "" where there is none."""
    return " ".join(flow.alt for flow in flows(selection))


def periods(selection: Selection) -> tuple[str, str]:
    """Name both sides: the years of the periods, where they are the same for all places."""
    places = then_and_now(selection)
    first, last = (sorted(set(places[begin + "era"])) for begin in (THEN, NOW))
    return first[0] if len(first) == 1 else "First letters", last[0] if len(last) == 1 else "Last letters"


def _flow(places: pd.DataFrame, heading: str, sides: Sides, order: list[str]) -> Flow:
    placed = places.assign(then=sides[0], now=sides[1])
    height = len(placed) * PLACE + (max(side.nunique() for side in sides) - 1) * GAP
    tops = [_tops(placed, order, *ends) * 100 / height for ends in (("then", "now"), ("now", "then"))]
    one = PLACE * 100 / height
    placed = placed.assign(left=tops[0], right=tops[1]).sort_values("left")
    bands = [some for _, some in placed.groupby(["then", "now"], sort=False)]
    return Flow(
        heading,
        height,
        tuple(_standings(placed, "then", "left", one)),
        tuple(_standings(placed.sort_values("right"), "now", "right", one)),
        tuple(Band(_words(some), _ends(some["left"], one), _ends(some["right"], one)) for some in bands),
    )


def _tops(places: pd.DataFrame, words: list[str], first: str, second: str) -> "pd.Series[float]":
    """Stack the places by one column, then by the other, and return how far down each stands, in px."""
    ranks = places[[first, second]].apply(lambda column: column.map(words.index))
    ordered = ranks.sort_values([first, second], kind="stable")
    gaps = ordered[first].rank(method="dense").to_numpy() - 1
    return pd.Series(gaps * GAP + np.arange(len(ordered)) * PLACE, index=ordered.index, dtype="float64")


def _standings(placed: pd.DataFrame, label: str, top: str, one: float) -> Iterator[Standing]:
    for words, some in placed.groupby(label, sort=False):
        begin, end = _ends(some[top], one)
        yield Standing(str(words), len(some), begin, round(end - begin, 2))


def _ends(tops: "pd.Series[float]", one: float) -> tuple[float, float]:
    """Return where places that stand below each other begin and end."""
    return round(float(tops.min()), 2), round(float(tops.max()) + one, 2)


def _words(places: pd.DataFrame) -> str:
    """Say who went from what to what: `“None on record”, then “Answered late”: Philadelphia, PA.`."""
    then, now = places.iloc[0][["then", "now"]]
    names = listed_names([_name(place) for place in typed_rows(places, PlaceThenAndNow)])
    return f"“{then}” both times: {names}." if then == now else f"“{then}”, then “{now}”: {names}."


def _name(place: PlaceThenAndNow) -> str:
    unnamed = Evidence.INFERRED in (place["then_evidence"], place["now_evidence"])
    return f"{listed_name(place)} (not named by a source)" if unnamed else listed_name(place)
