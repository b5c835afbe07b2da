"""Which court cases a reader chose to see: one frozen value for the page, its controls and every file.

Each filter is declared once, as a field of `CaseFilters`: its key in the address is the name of the field;
its label, values, words and which cases it keeps stand beside it. Reading, applying, counting, describing,
the controls and the interface follow from that. Rounds and words are keys of the letters' filters, too; all
other filters of letters keep the cases that name a recipient of the letters they pick.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

import pandas as pd

from tracker.case_words import has_words
from tracker.choices import Options, labels, rounds
from tracker.court_cases import cases_on
from tracker.courts import court_name
from tracker.dataset import Dataset
from tracker.dockets import read_number
from tracker.filters import Filters
from tracker.language.datewords import month_in_words
from tracker.language.placenames import full_name, listed_name
from tracker.language.words import listed
from tracker.row_types import CaseOnDay, typed_rows
from tracker.vocabulary import CaseStatus, Concern, Party, Term


@dataclass(frozen=True)
class Voice:
    """The verbs of what is said of cases, each with the blank after it where it may be left out."""

    names: str
    is_: str
    was: str
    has: str
    concerns: str


ONE = Voice("names", "is ", "was ", "has", "concerns")
MANY = Voice("name", "are ", "were ", "have", "concern")
BESIDE = Voice("naming", "", "", "with", "concerning")
"""For one case, for any other number, and beside a noun: `court cases naming Boston`."""


@dataclass(frozen=True, eq=False)
class CaseChoice:
    """A filter of court cases by their kind.

    Attributes:
        key: the word in the address.
        label: its name for readers.
        meaning: what it does, for programs.
        noun: one value in an error.
        values: gives the values that a case has.
        clause: says the values chosen, of which there are several only for rounds.
        words: the values that mean something with their labels; None where only the dataset knows them.
        read: gives them then.
    """

    key: str
    label: str
    meaning: str
    noun: str
    values: Callable[[CaseOnDay], Collection[str]]
    clause: Callable[[Voice, tuple[str, ...], Dataset], str]
    words: Options | None = None
    read: Callable[[Dataset], Options] = lambda dataset: {}

    def holds(self, case: CaseOnDay, value: str) -> bool:
        """Tell whether a case has a value."""
        return value in self.values(case)

    def options(self, dataset: Dataset) -> Options:
        """Return the values that mean something, with their labels."""
        return self.read(dataset) if self.words is None else self.words


@dataclass(frozen=True)
class Order:
    """An order of cases: its label, and what puts them in it."""

    label: str
    put: Callable[[pd.DataFrame], pd.DataFrame]


def _by(column: str, rank: Callable[[Any], Any]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Put cases in order of the rank of a cell; equals stay, newest filing first."""
    return lambda cases: cases.sort_values(column, key=lambda cells: cells.map(rank), kind="stable")


def _in_order_of(vocabulary: type[Term]) -> Callable[[str], int]:
    """Rank words as their vocabulary lists them; a word it lacks, such as "", comes last."""
    ranks = {str(term): rank for rank, term in enumerate(vocabulary)}
    return lambda word: ranks.get(word, len(ranks))


def _number_rank(docket: str) -> str:
    """Rank a docket by year and number, whatever its court and kind."""
    number = read_number(docket)
    return f"{number.year}-{number.serial:05}" if number else _LAST


_LAST = "~"
"""What sorts after all names."""

ORDERS: Mapping[str, Order] = {
    "filed": Order("Newest filing", lambda cases: cases),
    "decided": Order(
        "Newest decision",
        lambda cases: cases.sort_values("decided_on_latest", ascending=False, kind="stable"),
    ),
    "outcome": Order(
        "Outcome",
        _by("status", _in_order_of(CaseStatus)),
    ),
    "side": Order("Brought by", _by("brought_by", _in_order_of(Party))),
    "concern": Order(
        "About", _by("concerns", lambda words: min(map(_in_order_of(Concern), words), default=len(Concern)))
    ),
    "court": Order("Court", _by("court", lambda court: court or _LAST)),
    "place": Order("Place", _by("parties", lambda names: min(names, default=_LAST))),
    "docket": Order("Docket number", _by("docket", _number_rank)),
    "name": Order("Name", lambda cases: cases.sort_values("name", kind="stable")),
}
"""The orders there are, by the word of the address; the first is that of `cases_on`, and the default."""

OUTCOMES: Mapping[CaseStatus, str] = {
    CaseStatus.PLACE: "{voice.was}decided for the city, county or state",
    CaseStatus.UNITED_STATES: "{voice.was}decided for the United States",
    CaseStatus.SPLIT: "{voice.was}decided in part for each side",
    CaseStatus.AGREEMENT: "{voice.was}settled",
    CaseStatus.ENDED: "ended with no outcome on record",
    CaseStatus.PENDING: "{voice.has} no final decision on record",
}
"""What is said of cases by where they stand."""

_SIDES: Mapping[Party, str] = {
    Party.JURISDICTION: "brought by cities, counties or states",
    Party.UNITED_STATES: "brought by the United States",
}

_END, _NO_END = "yes", "no"

NO_COURT = "none"
"""The word for cases of which no court is on record."""


def outcome_clause(status: CaseStatus, voice: Voice) -> str:
    """Say where cases stand: `were settled`."""
    return OUTCOMES[status].format(voice=voice)


def _choice(*declared: Any, **more: Any) -> Mapping[type, CaseChoice]:  # noqa: ANN401 - those of the class
    """Declare that a field is a filter by kind."""
    return {CaseChoice: CaseChoice("", *declared, **more)}


def _one_word(*declared: Any, **more: Any) -> Any:  # noqa: ANN401 - as above, and a field
    """Declare a field that is a filter by one word, "" for any."""
    return field(default="", metadata=_choice(*declared, **more))


def _places(dataset: Dataset) -> Options:
    """The places on record by name."""
    return {place["jurisdiction_id"]: listed_name(place) for place in dataset.places_by_name}


def _courts(dataset: Dataset) -> Options:
    """The courts on record, and last a word for cases of which no court is, so that all cases are counted."""
    courts = {court: court for court in sorted(set(dataset.cases["court"]) - {""})}
    return courts | ({NO_COURT: "Not on record"} if "" in set(dataset.cases["court"]) else {})


def _filed_in(voice: Voice, courts: tuple[str, ...], dataset: Dataset) -> str:
    if courts[0] == NO_COURT:
        return f"{voice.has} no court on record"
    return f"{voice.was}filed in the {court_name(courts[0]) or courts[0]}"


def _case_names(dataset: Dataset) -> Options:
    return dict(zip(dataset.cases["case_id"], dataset.cases["name"], strict=True))


def _full_name(place: str, dataset: Dataset) -> str:
    return full_name(dataset.places_by_id[place])


def _months(rounds: Iterable[str], dataset: Dataset) -> str:
    return listed([month_in_words(dataset.rounds_by_id[key]["sent_on"]) for key in rounds], "or")


@dataclass(frozen=True)
class CaseFilters:
    """Court cases of a place, of any of some rounds, and of one kind or another; left out means any.

    Each field holds a word of the address, `round` any number of them; `q` is what is looked for, in names of
    cases, courts and places, in the outcome and in all that is on record by the day, or a docket number in
    any spelling; `among` are the filters of letters, of which a case names a recipient.

    Raises:
        ValueError: a word is not in its vocabulary.
    """

    place: str = _one_word(
        "Place",
        "Only cases that name this place.",
        "a place on record",
        lambda case: case["jurisdictions"],
        lambda voice, places, dataset: f"{voice.names} {_full_name(places[0], dataset)}",
        read=_places,
    )
    round: tuple[str, ...] = field(
        default=(),
        metadata=_choice(
            "Round",
            "Only cases tied to the letters of this round; repeat it for several.",
            "a round of letters",
            lambda case: case["rounds"],
            lambda voice, rounds, dataset: f"{voice.is_}tied to the letters of {_months(rounds, dataset)}",
            read=rounds,
        ),
    )
    ended: str = _one_word(
        "End",
        "Only cases with, or without, an end on record.",
        "yes or no",
        lambda case: (_END if case["ended"] else _NO_END,),
        lambda voice, words, dataset: f"{voice.has} {'an' if words[0] == _END else 'no'} end on record",
        words={_END: "End on record", _NO_END: "No end on record"},
    )
    outcome_for: str = _one_word(
        "Outcome",
        "Only cases that stand so on the day.",
        "an outcome of a case",
        lambda case: (case["status"],),
        lambda voice, words, dataset: outcome_clause(CaseStatus.of(words[0]), voice),
        words=labels(CaseStatus),
    )
    side: str = _one_word(
        "Brought by",
        "Only cases that this side brought.",
        "a side of a case",
        lambda case: (case["brought_by"],),
        lambda voice, words, dataset: f"{voice.was}{_SIDES[Party.of(words[0])]}",
        words=labels(Party),
    )
    concern: str = _one_word(
        "About",
        "Only cases that are about this.",
        "what a case is about",
        lambda case: case["concerns"],
        lambda voice, words, dataset: f"{voice.concerns} {_ABOUT[Concern.of(words[0])]}",
        words=labels(Concern),
    )
    filed_in: str = _one_word(
        "Court",
        "Only cases filed in this court.",
        "a court on record",
        lambda case: (case["court"] or NO_COURT,),
        _filed_in,
        read=_courts,
    )
    case: str = _one_word(
        "Case",
        "Only this case.",
        "a court case on record",
        lambda case: (case["case_id"],),
        lambda voice, cases, dataset: f"{voice.is_}called “{_case_names(dataset)[cases[0]]}”",
        read=_case_names,
    )
    q: str = ""
    sort: str = ""
    among: Filters = field(default_factory=Filters)

    def __post_init__(self) -> None:
        """Bring equal choices to one form, so that one view has one link."""
        for choice in CASE_CHOICES.values():
            value = getattr(self, choice.key)
            if value and choice.words is not None and value not in choice.words:
                raise ValueError(
                    f"{choice.key}: “{value}” is not {choice.noun}; use {', '.join(choice.words)}"
                )
        if self.sort and self.sort not in ORDERS:
            raise ValueError(f"sort: “{self.sort}” is not an order; use {', '.join(ORDERS)}")
        object.__setattr__(self, "round", tuple(sorted(set(self.round))))
        object.__setattr__(self, "q", " ".join(self.q.split()))
        object.__setattr__(self, "sort", "" if self.sort == next(iter(ORDERS)) else self.sort)

    @classmethod
    def of(cls, filters: Filters, values: Mapping[str, str]) -> "CaseFilters":
        """Take rounds, words and what chooses letters from the filters, the rest from an address’s values."""
        own = {key: values[key] for key in CASE_KEYS if key in values}
        if own.get(SORT) not in ORDERS:  # an order of the letters, which the page names as of no use here
            own.pop(SORT, None)
        among = filters.drop("as_of", "round", "q")
        return cls(round=filters.round, q=filters.q, among=among, **own)

    @property
    def own(self) -> dict[str, str]:
        """The values that are no filters of the letters, by key; what is at its default is left out."""
        return {key: value for key in CASE_KEYS if (value := getattr(self, key))}

    def without(self, *keys: str) -> "CaseFilters":
        """Return the same filters with those named back at any."""
        defaults: dict[str, Any] = {one.name: one.default for one in fields(self) if one.name in keys}
        return replace(self, **defaults)

    def apply(self, dataset: Dataset, as_of: date) -> pd.DataFrame:
        """Return the cases by the day in the order asked for, with the columns of `cases_on`."""
        cases = cases_on(dataset, as_of)
        kept = [self._keeps(case) for case in typed_rows(cases, CaseOnDay)]
        cases = cases[pd.Series(kept, dtype="bool")]
        if self.among.active():
            cases = naming(cases, self.among.apply(dataset, as_of).place_ids)
        return ORDERS[self.sort or next(iter(ORDERS))].put(cases).reset_index(drop=True)

    def counts(self, key: str, dataset: Dataset, as_of: date) -> dict[str, int]:
        """Count for each value of a filter the cases that it gives beside the others; "" is any value."""
        choice, cases = CASE_CHOICES[key], typed_rows(self.without(key).apply(dataset, as_of), CaseOnDay)
        counts = Counter(value for case in cases for value in choice.values(case))
        return {"": len(cases)} | {word: counts[word] for word in choice.options(dataset)}

    def untied(self, dataset: Dataset, as_of: date) -> int:
        """How many cases a choice of rounds leaves out as no round is on record for them."""
        cases = self.without("round").apply(dataset, as_of) if self.round else None
        return 0 if cases is None else sum(not case["rounds"] for case in typed_rows(cases, CaseOnDay))

    def clauses(self, dataset: Dataset, voice: Voice) -> str:
        """Say what the cases have in common: `name Boston, Massachusetts, and have no end on record`."""
        recipient = f"{voice.names} a recipient of {self.among.in_words(dataset)}"
        parts = [recipient] if self.among.active() else []
        parts += [CASE_CHOICES[key].clause(voice, values, dataset) for key, values in self._in_use().items()]
        parts += (
            [f"{voice.has} “{self.q}” in name, court, places, docket, outcome or events"] if self.q else []
        )
        return _joined(parts)

    def _in_use(self) -> dict[str, tuple[str, ...]]:
        """Give the values of each filter by kind that has any."""
        values = {key: getattr(self, key) for key in CASE_CHOICES}
        return {key: (value,) if isinstance(value, str) else value for key, value in values.items() if value}

    def _keeps(self, case: CaseOnDay) -> bool:
        return (not self.q or has_words(case, self.q)) and all(
            any(CASE_CHOICES[key].holds(case, value) for value in values)
            for key, values in self._in_use().items()
        )


_ABOUT: Mapping[Concern, str] = {
    Concern.LETTER: "a letter",
    Concern.POLICY: "a law or policy",
    Concern.GRANTS: "federal money",
    Concern.RECORDS: "records",
    Concern.OTHER: "something else",
}

CASE_CHOICES: Mapping[str, CaseChoice] = {
    one.name: replace(one.metadata[CaseChoice], key=one.name)
    for one in fields(CaseFilters)
    if CaseChoice in one.metadata
}
"""The filters of cases by kind, by key."""

SORT = "sort"
"""The key of the order."""

CASE = "case"
"""The key of one case, which a feed has too."""

CASE_KEYS: tuple[str, ...] = (*(key for key in CASE_CHOICES if key != "round"), SORT)
"""The keys of an address that are about cases alone."""


def naming(cases: pd.DataFrame, places: frozenset[str]) -> pd.DataFrame:
    """Return those cases that name one of some places."""
    return cases[cases["jurisdictions"].map(lambda named: not places.isdisjoint(named)).astype("bool")]


def _joined(parts: list[str]) -> str:
    """Join what is said of cases; of two, a first with a comma in it ends with one, as AP has it."""
    if len(parts) > 2:
        return listed(parts, "and")
    return " and ".join(f"{part}," if "," in part and part != parts[-1] else part for part in parts)
