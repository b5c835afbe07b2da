"""What a reader's words lead to, whatever it is: places, people written to, rounds, court cases, events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.brief.addressee import people
from tracker.casefilters import CaseFilters
from tracker.dataset import Dataset
from tracker.filters import Filters
from tracker.language.apstyle import ap_style
from tracker.language.datewords import date_in_cell
from tracker.language.placenames import listed_name
from tracker.letters import events_until, letters_on
from tracker.memo import once
from tracker.row_types import CaseOnDay, Event, LetterOnDay, typed_rows
from tracker.search import find_places, has_word, holds_words

PLACE = "Place"

MOST = 4
"""How many hits of one sort are given, places excepted."""

MOST_PLACES = 8

LONGEST = 90
"""How many characters of an event are shown."""


@dataclass(frozen=True)
class Hit:
    """A page that a reader may have meant: of what sort it is, its name, and its path with its own values."""

    sort: str
    label: str
    path: str
    values: Mapping[str, str]

    @property
    def words(self) -> str:
        """The name, with the sort where that is no place."""
        return self.label if self.sort == PLACE else f"{self.sort}: {self.label}"

    def kept(self, filters: Filters) -> Filters:
        """Return the filters that the page keeps: a record leads back to all, another has the day alone."""
        return filters if self.path == "record" else Filters(as_of=filters.as_of)


@once(200)
def find_hits(dataset: Dataset, text: str, as_of: date) -> tuple[Hit, ...]:
    """Find what is on record by a day under some words, places first, the best of each sort first."""
    if not has_word(text):
        return ()
    by_sort = (_some(find(dataset, text, as_of), most) for find, most in _FINDERS)
    return tuple(hit for hits in by_sort for hit in hits)


def _some(hits: Iterator[Hit], most: int) -> list[Hit]:
    """Give the first few, each address once."""
    firsts: dict[str, Hit] = {}
    for hit in hits:
        firsts.setdefault(f"{hit.path}?{hit.values}", hit)
        if len(firsts) == most:
            break
    return list(firsts.values())


def _places(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find places, whatever the day: their records say what was on record by it."""
    names = _names(dataset)
    counties = dict(dataset.geography.counties["name"])
    for key in find_places(dataset.jurisdictions, text, MOST_PLACES, counties):
        yield _record(PLACE, names[key], key)


def _people(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find those to whom letters of the day went, the newest first."""
    for letter in _newest(dataset, as_of):
        if letter["addressee"] and holds_words(letter["addressee"], text):
            label = f"{people(letter['addressee'])}, {listed_name(letter)}"
            yield _record("Written to", label[:1].upper() + label[1:], letter["jurisdiction_id"])


def _rounds(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    labels = {letter["round_id"]: letter["round_label"] for letter in _newest(dataset, as_of)}
    for key, label in labels.items():
        name = dataset.rounds_by_id[key]["name"]
        if holds_words(f"{name} {label}", text):
            yield Hit("Round", f"{label}: {name}", "", {"round": key})


def _cases(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find court cases by words or by a docket number in any spelling."""
    for case in typed_rows(CaseFilters(q=text).apply(dataset, as_of), CaseOnDay):
        name, docket = case["name"], case["docket"]
        yield Hit("Court case", f"{name}, no. {docket}" if docket else name, "cases", {"q": docket or name})


def _events(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find events, the newest first."""
    names, sentences = _names(dataset), _sentences(dataset)
    events = events_until(dataset, as_of).sort_values("date_latest", ascending=False, kind="stable")
    for event in typed_rows(events, Event):
        summary = sentences[event["event_id"]]
        if event["jurisdiction_id"] in names and holds_words(summary, text):
            label = f"{date_in_cell(event['date'])}, {names[event['jurisdiction_id']]}: {_short(summary)}"
            yield _record("Event", label, event["jurisdiction_id"])


_FINDERS: tuple[tuple[Callable[[Dataset, str, date], Iterator[Hit]], int], ...] = (
    (_places, MOST_PLACES),
    (_people, MOST),
    (_rounds, MOST),
    (_cases, MOST),
    (_events, MOST),
)


def _newest(dataset: Dataset, as_of: date) -> list[LetterOnDay]:
    letters = letters_on(dataset, as_of).sort_values("sent_on", ascending=False, kind="stable")
    return typed_rows(letters, LetterOnDay)


def _record(sort: str, label: str, place: str) -> Hit:
    return Hit(sort, label, "record", {"id": place})


def _names(dataset: Dataset) -> dict[str, str]:
    return {key: listed_name(place) for key, place in dataset.places_by_id.items()}


@once(2)
def _sentences(dataset: Dataset) -> dict[str, str]:
    """Return what each event says, as pages have it."""
    return {event["event_id"]: ap_style(event["summary"]) for event in typed_rows(dataset.events, Event)}


def _short(text: str) -> str:
    """Cut a text at a word, with dots for the rest."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"
