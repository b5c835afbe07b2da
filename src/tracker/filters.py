"""What a reader chose to see: one frozen value, the same in the link, the widgets and every export.

Each filter is declared once, as a field of `Filters`: its key, label, values, column and words. Parsing,
printing, applying, counting, describing, the controls, the links and the interface follow from that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlencode

import numpy as np
import pandas as pd

from tracker.address_values import Refused, is_tracking, only_first, read_choice, read_day, read_words
from tracker.campaign import Campaign
from tracker.choices import (
    Choice,
    Day,
    Options,
    Window,
    labels,
    one_day,
    places,
    rounds,
    saying,
    several,
)
from tracker.dataset import Dataset
from tracker.dates import parse_day
from tracker.evidence import Count
from tracker.language.datewords import ap_date, month_in_words
from tracker.language.placenames import DISTRICT, full_name
from tracker.language.words import listed
from tracker.letters import letters_on
from tracker.memo import Memo, once
from tracker.population import Population
from tracker.regions import STATES, Region
from tracker.search import has_word, matches
from tracker.status import Mask
from tracker.vocabulary import (
    SINCE,
    Answer,
    Court,
    Doj,
    EarliestAnswer,
    Evidence,
    Kind,
    Status,
    Suit,
)

NO_FILTER = "is not a filter"
"""Why a key is refused that there is not."""


@dataclass(frozen=True)
class Selection:
    """What a choice of filters picks on a day.

    `pool` holds every letter sent by the day (columns as `letters_on` gives them); `masks` says, filter
    by filter, which rows of the pool pass it. Both follow from the rest, by which two selections are equal.
    """

    dataset: Dataset = field(repr=False)
    filters: "Filters"
    as_of: date
    pool: pd.DataFrame = field(repr=False, compare=False)
    masks: Mapping[str, Mask] = field(repr=False, compare=False)

    # Readers share a selection, so each gets copies: pandas copies the cells on the first write.
    @property
    def letters(self) -> pd.DataFrame:
        """The letters that pass every filter, newest first, then by name."""
        return self._letters.copy(deep=False)

    @property
    def places(self) -> pd.DataFrame:
        """The places of those letters by name, each with its newest letter here.

        `letter_count` is how many letters here name it, by a source, and `inferred_count` how many more there
        are.
        """
        return self._places.copy(deep=False)

    @cached_property
    def _letters(self) -> pd.DataFrame:
        return self.without()

    @cached_property
    def _places(self) -> pd.DataFrame:
        counts = Count.by(self.letters, "jurisdiction_id")
        newest = self.letters.drop_duplicates("jurisdiction_id")
        own = [counts[key] for key in newest["jurisdiction_id"]]
        places = newest.assign(
            letter_count=pd.Series([count.named for count in own], index=newest.index, dtype="int64"),
            inferred_count=pd.Series([count.inferred for count in own], index=newest.index, dtype="int64"),
        )
        return places.sort_values(["name", "jurisdiction_id"]).reset_index(drop=True)

    @cached_property
    def place_ids(self) -> frozenset[str]:
        """The ids of those places; where the filters name places and no more, these, letters or not."""
        named = self.filters.id
        if named and self.filters.drop("id", "as_of") == Filters():
            return frozenset(named)
        return frozenset(self.letters["jurisdiction_id"])

    @property
    def campaign(self) -> Campaign:
        """Whose letters these are."""
        return self.dataset.campaign

    @property
    def memo(self) -> Memo:
        """What has been made of the dataset, views included."""
        return self.dataset.memo

    @cached_property
    def description(self) -> str:
        """What the view holds, in one sentence."""
        return self.filters.describe(self.dataset, self.as_of)

    def without(self, *keys: str) -> pd.DataFrame:
        """The letters that pass every filter but those named."""
        passing = np.ones(len(self.pool), dtype=bool)
        for key, mask in self.masks.items():
            if key not in keys:
                passing &= mask
        return self.pool[passing].reset_index(drop=True)

    def counts(self, key: str, column: str) -> Mapping[str, Count]:
        """How many letters each value of a column would give if the filter `key` were set to it alone."""
        return _counts(self, key, column)

    @cached_property
    def undated(self) -> int:
        """How many letters a choice of deadlines leaves out as they name none, of those the others pass."""
        keys = {"due_from", "due_to"} & set(self.masks)
        return int(self.without(*keys)["deadline_on"].isna().sum()) if keys else 0

    @property
    def emptied_by(self) -> tuple[str, ...]:
        """The filters of which dropping one alone would leave letters, when there are none."""
        if len(self.letters):
            return ()
        return tuple(key for key in self.masks if len(self.without(key)))


@once(4096)
def _counts(selection: Selection, key: str, column: str) -> Mapping[str, Count]:
    return MappingProxyType(Count.by(selection.without(key), column))


@dataclass(frozen=True)
class Filters:
    """A view of the letters. Empty means all; what `as_of` left out means, `Filters.day` says.

    Lists hold words of the vocabularies, codes of states, ids of rounds or places, each once and in order; a
    text alone is one value, and a day may be written as `2018-01-25`.

    Raises:
        ValueError: a word is not in its vocabulary, or a text is no day.
    """

    round: tuple[str, ...] = field(
        default=(), metadata=several("Round", "a round of letters", "round_id", read=rounds)
    )
    also: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "Also in round", "a round of letters", "rounds_of_place", read=rounds, is_of_lists=True
        ),
    )
    state: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "State",
            "a state",
            "state",
            {state.code: state.name for state in STATES.values()},
            phrase=lambda names: "in " + listed([_with_article(name) for name in names], "or"),
        ),
    )
    region: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "Region",
            "a region",
            "region",
            {str(region): str(region) for region in Region},
            phrase=lambda names: "in the " + listed(names, "or"),
        ),
    )
    kind: tuple[str, ...] = field(
        default=(), metadata=several("Kind", "a kind of place", "kind", labels(Kind))
    )
    population: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "Population",
            "a class of population",
            "population_class",
            {str(each): each.label for each in Population},
            phrase=saying("with a population of"),
        ),
    )
    status: tuple[str, ...] = field(
        default=(), metadata=several("Status", "a status", "status", labels(Status))
    )
    answer: tuple[str, ...] = field(
        default=(), metadata=several("Answer", "an answer", "answer", labels(Answer))
    )
    doj: tuple[str, ...] = field(
        default=(),
        metadata=several(
            SINCE, "a next step", "doj", labels(Doj), phrase=saying("with {sender}’s next step")
        ),
    )
    court: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "In court",
            "an outcome in court",
            "court",
            labels(Court),
            phrase=saying("with the outcome in court"),
        ),
    )
    evidence: tuple[str, ...] = field(
        default=(), metadata=several("Evidence", "a grade of evidence", "evidence", labels(Evidence))
    )
    earliest: tuple[str, ...] = field(
        default=(),
        metadata=several("Earliest answer", "a time of an answer", "earliest_answer", labels(EarliestAnswer)),
    )
    suit: tuple[str, ...] = field(
        default=(),
        metadata=several(
            "Suit brought", "a word for who sued", "suit", labels(Suit), phrase=saying("with the suit")
        ),
    )
    id: tuple[str, ...] = field(
        default=(), metadata=several("Recipient", "a place on record", "jurisdiction_id", read=places)
    )
    q: str = ""
    due_from: date | None = field(
        default=None, metadata=one_day("Due from", "Only letters whose deadline is on or after this day.")
    )
    due_to: date | None = field(
        default=None,
        metadata=one_day(
            "Due until", "Only letters whose deadline is on or before this day; not before `due_from`."
        ),
    )
    last_from: date | None = field(
        default=None,
        metadata=one_day(
            "Last on record from", "Only letters of which the last thing on record is of this day or later."
        ),
    )
    last_to: date | None = field(
        default=None,
        metadata=one_day(
            "Last on record to",
            "Only letters of which nothing on record is later than this day; not before `last_from`.",
        ),
    )
    as_of: date | None = field(
        default=None,
        metadata=one_day(
            "As of",
            "The day to look from: what was on record by then. Left out, it is today in {time_zone_place}.",
        ),
    )

    def __post_init__(self) -> None:
        """Bring equal choices to one form, so that one view has one link."""
        for choice in CHOICES:
            object.__setattr__(self, choice.key, choice.values(getattr(self, choice.key)))
        for key in DAYS:
            day = getattr(self, key)
            object.__setattr__(self, key, parse_day(day) if isinstance(day, str) else day)
        object.__setattr__(self, "q", " ".join(self.q.split()) if has_word(self.q) else "")

    @classmethod
    def parse(
        cls, query: str, dataset: Dataset, also: frozenset[str] = frozenset()
    ) -> tuple["Filters", tuple[Refused, ...]]:
        """Read a query string.

        Args:
            query: the part of a link after `?`.
            dataset: gives the rounds there are.
            also: further keys that the page itself understands, passed over here.

        Returns:
            The filters, and what was refused and why; every part of the query is in one or the other, but
            for the marks that social networks add to links.
        """
        values: dict[str, list[str]] = {}
        refused: list[Refused] = []
        for key, value in parse_qsl(query.removeprefix("?"), keep_blank_values=True):
            if key in LABELS:
                values.setdefault(key, []).append(value.strip())
            elif key not in also and not is_tracking(key):
                refused.append(Refused(key, value, NO_FILTER))
        return _read(values, dataset, refused), tuple(refused)

    def to_query(self) -> str:
        """Print the filters as a query string; what is at its default is left out."""
        pairs: list[tuple[str, str]] = []
        for key, value in self.active().items():
            pairs += [(key, entry) for entry in value] if isinstance(value, tuple) else [(key, str(value))]
        return urlencode(pairs)

    def active(self) -> dict[str, "tuple[str, ...] | str | date"]:
        """The filters that are not at their default, by key, in order."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {key: value for key, value in values if value}

    @property
    def record(self) -> str | None:
        """The place whose record the view is: the one that the filters name if they pick by nothing else."""
        alone = len(self.id) == 1 and not self.drop("id", "as_of").active()
        return self.id[0] if alone else None

    def drop(self, *keys: str) -> "Filters":
        """Return the same filters with those named back at their default."""
        defaults: dict[str, Any] = {field.name: field.default for field in fields(self) if field.name in keys}
        return replace(self, **defaults)

    def day(self, dataset: Dataset, today: date | None = None) -> date:
        """Return the day of the view.

        It is the one chosen; else `today`, which whoever can read a clock hands down: pages, interface and
        command line, by the campaign's time zone; else the day of the data's release, since the library reads
        no clock and a notebook should say tomorrow what it says now.
        """
        return self.as_of or today or dataset.version.released_on

    def apply(self, dataset: Dataset, today: date | None = None) -> Selection:
        """Pick the letters and places of this view."""
        return _selection(self, dataset, self.day(dataset, today))

    def describe(self, dataset: Dataset, today: date | None = None) -> str:
        """Say in one sentence what the view holds, the day included."""
        return f"{self.in_words(dataset)}, as of {ap_date(self.day(dataset, today))}."

    def in_words(self, dataset: Dataset) -> str:
        """Say what the view holds, whatever the day: the title of a citation or a sheet."""
        return " ".join(_phrases(self, dataset))

    def within_words(self, dataset: Dataset) -> str:
        """Say the same within a sentence: `all DOJ letters`."""
        words = self.in_words(dataset)
        return words if self.drop("as_of").active() else words[0].lower() + words[1:]

    def masks(self, pool: pd.DataFrame) -> Iterator[tuple[str, Mask]]:
        """Give for each filter in use which rows of the pool pass it."""
        for choice in CHOICES:
            if chosen := getattr(self, choice.key):
                yield choice.key, choice.passes(pool, chosen)
        if self.q:
            yield "q", matches(pool, self.q)
        for window in WINDOWS:
            first, last = getattr(self, window.first), getattr(self, window.last)
            if first:
                yield window.first, np.asarray(pool[window.column] >= pd.Timestamp(first))
            if last:
                yield window.last, np.asarray(pool[window.column] <= pd.Timestamp(last))


@once(40_000, size=lambda selection: 1 + len(selection.pool))
def _selection(filters: Filters, dataset: Dataset, day: date) -> Selection:
    """Pick once for all who ask the same; bounded by rows, but for what other memos keep of a selection."""
    pool = letters_on(dataset, day)
    return Selection(dataset, filters, day, pool, dict(filters.masks(pool)))


CHOICES: tuple[Choice, ...] = tuple(
    replace(one.metadata[Choice], key=one.name) for one in fields(Filters) if Choice in one.metadata
)
"""The filters with a list of values, in the order of the page."""

CHOICES_BY_KEY: Mapping[str, Choice] = {choice.key: choice for choice in CHOICES}
"""The same by key."""

DAYS: Mapping[str, Day] = {
    one.name: replace(one.metadata[Day], key=one.name) for one in fields(Filters) if Day in one.metadata
}
"""The filters that are one day, by key."""

WINDOWS = (
    Window("due", "deadline_on", "due"),
    Window("last", "since_on_latest", "with the last thing on record dated"),
)
"""The filters that are a first and a last day."""

WINDOW_DAYS = tuple(key for window in WINDOWS for key in (window.first, window.last))
"""Their keys, in the order of the page."""

LABELS: Options = {
    **{choice.key: choice.label for choice in CHOICES},
    "q": "Words",
    **{key: day.label for key, day in DAYS.items()},
}
"""The label of every filter, by its key in the link; the campaign fills them."""


def _read(values: dict[str, list[str]], dataset: Dataset, refused: list[Refused]) -> Filters:
    """Turn the values of each key into filters, adding to `refused` what means nothing."""
    chosen = {
        choice.key: read_choice(choice, values.get(choice.key, []), dataset, refused) for choice in CHOICES
    }
    days = {key: read_day(key, only_first(key, values.get(key, []), refused), refused) for key in DAYS}
    for window in WINDOWS:
        first, last = days[window.first], days[window.last]
        if first and last and last < first:
            refused.append(Refused(window.last, str(last), f"is before {window.first}={first}"))
            days[window.last] = None
    words = read_words(only_first("q", values.get("q", []), refused), refused)
    return Filters(**chosen, q=words, **days)  # type: ignore[arg-type]


_PLURALS: Options = {
    Kind.CITY: "cities",
    Kind.COUNTY: "counties",
    Kind.STATE: "states",
    Kind.CITY_COUNTY: "city-counties",
    Kind.DISTRICT: "the District of Columbia",
}  # by the word itself, which is equal to its member

_IN_WORDS_OF_THEIR_OWN = ("round", "also", "kind", "id")
"""Filters that the description does not say as their `Choice` does, but as rounds and recipients."""

_LAST_OF_WHERE = "region"
"""The filter after which it says of which rounds the places got letters, too: a clause about the places."""


def _phrases(filters: Filters, dataset: Dataset) -> Iterator[str]:
    """Give the parts of the sentence that describes the filters."""
    campaign = dataset.campaign
    yield f"{campaign.sender} letters" if filters.drop("as_of").active() else f"All {campaign.sender} letters"
    if filters.round:
        yield f"of {_rounds_in_words(filters.round, dataset)}"
    if recipients := _recipients(filters, dataset):
        yield f"to {recipients}"
    for choice in CHOICES:
        chosen = getattr(filters, choice.key)
        if chosen and choice.key not in _IN_WORDS_OF_THEIR_OWN:
            names = choice.options(dataset)
            yield campaign.say(choice.in_words([names.get(key, key) for key in chosen]))
        if choice.key == _LAST_OF_WHERE and filters.also:
            letters = "a letter" if len(filters.also) == 1 else "letters"
            yield f"that got {letters} of {_rounds_in_words(filters.also, dataset)}"
    if filters.q:
        yield f"matching “{filters.q}”"
    said = (each.in_words(getattr(filters, each.first), getattr(filters, each.last)) for each in WINDOWS)
    if windows := ", and ".join(filter(None, said)):
        yield windows


def _rounds_in_words(rounds: tuple[str, ...], dataset: Dataset) -> str:
    """Name rounds by their months: `the November 2017 and January 2018 rounds`."""
    known = dataset.rounds_by_id
    months = [month_in_words(known[key]["sent_on"]) if key in known else key for key in rounds]
    return f"the {listed(months, 'and')} {'round' if len(rounds) == 1 else 'rounds'}"


def _recipients(filters: Filters, dataset: Dataset) -> str:
    """Say to whom the letters are: the places named, or their kinds, or places; "" where that is open."""
    if filters.id:
        names = {key: full_name(place) for key, place in dataset.places_by_id.items()}
        return listed([names.get(key, key) for key in filters.id], "or")
    kinds = listed([_PLURALS[kind] for kind in filters.kind], "and")
    placed = filters.state or filters.region or filters.population or filters.also
    return kinds or ("places" if placed else "")


def _with_article(state: str) -> str:
    return f"the {state}" if state == STATES[DISTRICT].name else state
