"""What a reader's words lead to: places, what happened there in some days, people, rounds, cases, events."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from string import capwords
from typing import Any
from urllib.parse import parse_qs

from tracker.address import FEED, FROM, TO
from tracker.address_values import LONGEST_WORDS
from tracker.brief.addressee import people
from tracker.brief.support import copy_of
from tracker.case_filters import CASE, CaseFilters
from tracker.case_words import PARTIES, spelled_out
from tracker.changes import changes
from tracker.choices import option_meant
from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.filters import CHOICES_BY_KEY, Filters
from tracker.language.apstyle import ap_style
from tracker.language.datereading import Span, read_span
from tracker.language.datewords import ap_date, date_in_cell, span
from tracker.language.placenames import full_name, listed_name, state_in_words
from tracker.language.words import counted, listed, listed_names
from tracker.letters import events_until, letters_on
from tracker.memo import once
from tracker.regions import DIVISIONS, STATES
from tracker.row_types import CaseOnDay, Event, LetterOnDay, Place, typed_rows
from tracker.search import (
    division_named,
    find_places,
    folded_text,
    has_word,
    holds_words,
    is_called,
    is_made_of,
    matches,
    split_state,
    state_named,
    words_of,
)
from tracker.weblink import host

PLACE, PERIOD, ALL = "Place", "Changes", "All"
"""The sorts that say by their label what they are."""

_TOLD = "Court case", "Event"
"""The sorts that are found by what is told of them: a word in it is no name of theirs."""

MOST = 4
"""How many hits of one sort are given, places excepted."""

MOST_PLACES, MOST_COPIES = 8, 4

LONGEST = 90
"""How many characters of an event are shown."""


@dataclass(frozen=True)
class Hit:
    """A page that a reader may have meant: of what sort it is, its name, and its path with its own values.

    `url` is the address of one elsewhere, "" for a page of the tracker.
    """

    sort: str
    label: str
    path: str
    values: Mapping[str, str | list[str]]
    url: str = ""

    @property
    def words(self) -> str:
        """The name, with the sort where the name does not say it."""
        return self.label if self.sort in (PLACE, PERIOD, ALL) else f"{self.sort}: {self.label}"


@once(200)
def find_hits(dataset: Dataset, text: str, as_of: date) -> tuple[Hit, ...]:
    """Find what is on record by a day under some words, the best of each sort first.

    What happened at places in some days goes before all else, as nothing but such words leads to it.
    """
    if not has_word(text) or no_letter(dataset, text):
        return ()
    is_case = PARTIES.search(text) is not None
    finders = sorted(_FINDERS, key=lambda finder: is_case and finder[0] is not _cases)
    by_sort = (_some(find(dataset, text, as_of), most) for find, most in finders)
    return tuple(hit for hits in by_sort for hit in hits)


def first_hit(dataset: Dataset, text: str, as_of: date) -> Hit | None:
    """Give what Enter opens: the one hit that is meant, or, where several may be, the page of them all.

    That is the place called just so, the letters of the area called so, or else, of the hits of the first
    kind, the one whose label holds the words, or the only one.
    """
    hits = find_hits(dataset, text, as_of)
    if len(hits) < 2:
        return hits[0] if hits else None
    first = [hit for hit in hits if _kind(hit) == _kind(hits[0])]
    called = [hit for hit in first if hit.sort == PLACE and _is_called(dataset, hit, text)]
    named = [hit for hit in first if holds_words(hit.label, spelled_out(text))]
    alone = first if hits[0].sort not in _TOLD else []
    meant = called or [hit for hit in hits if _is_area(hit)] or named or alone
    return meant[0] if len(meant) == 1 else _all(text.strip())


def _all(words: str) -> Hit:
    return Hit(ALL, f"Everything on record under “{words}”", "", {"q": words})


def _kind(hit: Hit) -> tuple[str, frozenset[str]]:
    return hit.sort, frozenset(hit.values)


def _is_area(hit: Hit) -> bool:
    """Tell whether a hit is the letters of a state, region or division, which its whole name alone finds."""
    return hit.sort == "Letters" and not hit.values.keys().isdisjoint(("state", "region"))


def _is_called(dataset: Dataset, hit: Hit, text: str) -> bool:
    """Tell whether the place of a hit is called just so; a code or a name of a state is the state itself."""
    place = dataset.places_by_id[str(hit.values["id"])]
    if state := STATES.get(text.strip().upper()):
        return is_called(place, state.name)
    name, state_after = split_state(text)
    return is_called(place, name if state_after else text)


@once(200)
def find_hits_of_one_word(dataset: Dataset, text: str, as_of: date) -> tuple[str, tuple[Hit, ...]]:
    """Find what is on record under a part of some words: "" for none.

    It is the name before a state, or else the longest word that leads anywhere.
    """
    words = sorted(dict.fromkeys(re.findall(r"\w[^\s,;]*", text)), key=len, reverse=True)[:MOST]
    name, state = split_state(text)
    parts = [*[name] * bool(state), *words]
    found = ((word, find_hits(dataset, word, as_of)) for word in parts if len(words) > 1)
    return next((pair for pair in found if pair[1]), ("", ()))


@once(200)
def no_letter(dataset: Dataset, text: str) -> str:
    """Say plainly that no letter to the place of a state, or to the state, that words name is on record.

    "" where there is one, and where the words may mean anything else.
    """
    places, text = dataset.jurisdictions, _to_whom(text)
    if (code := state_named(text)) and code not in set(places["state"]):
        return f"No letter to {STATES[code].name}, or to a place in it, is on record."
    name, state = split_state(text)
    if not state or _named(dataset, text, 1):
        return ""
    elsewhere = (place["name"] for place in typed_rows(places, Place) if is_called(place, name))
    called = next(elsewhere, "")
    if not called and "," in text and not is_made_of(_known(dataset), name):
        called = capwords(name) if name.islower() else name
    return f"No letter to {called}, {STATES[state].name}, is on record." if called else ""


def _some(hits: Iterator[Hit], most: int) -> list[Hit]:
    """Give the first few, each address once."""
    firsts: dict[str, Hit] = {}
    for hit in hits:
        firsts.setdefault(f"{hit.url}{hit.path}?{hit.values}", hit)
        if len(firsts) == most:
            break
    return list(firsts.values())


def _changes_at(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find what happened in a state, a region or a place on the days that the words name."""
    if (read := read_span(text)) and has_word(where := _QUESTION.sub("", read[1])):
        for name, filters in _scopes(dataset, where):
            yield from _changes_of(dataset, f"in {name}", filters, read[0], as_of)


def _changes_anywhere(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find what happened on the days that the words name and nothing else."""
    if (read := read_span(text)) and not has_word(_QUESTION.sub("", read[1])):
        yield from _changes_of(dataset, "at all places", Filters(), read[0], as_of)


_QUESTION = re.compile(r"^\W*(?:what (?:has )?(?:happened|changed)\b\W*)?(?:(?:in|at|the)\b\W*)*", re.I)
"""What may stand before a place and its days in a reader's words."""


def _of_division(dataset: Dataset, text: str) -> tuple[str, Filters]:
    """Give the Census division that words name, and the filters of its states on record; "" for none."""
    name, places = division_named(text), dataset.places_by_id
    on_record = {places[key]["state"] for key in dataset.letters["jurisdiction_id"]}
    states = tuple(state for state in DIVISIONS.get(name, ()) if state in on_record)
    return (name if states else ""), Filters(state=states)


def _scopes(dataset: Dataset, words: str) -> Iterator[tuple[str, Filters]]:
    """Give the state, region, division or else the places that words name, each with what picks it."""
    plain = folded_text(words).replace(".", "")
    states, regions = (CHOICES_BY_KEY[key].options(dataset) for key in ("state", "region"))
    begun = [state for state, label in states.items() if label.casefold().startswith(plain)]
    if region := option_meant(plain, regions):
        yield f"the {regions[region]}", Filters(region=(region,))
    elif state := option_meant(plain, states) or (begun[0] if len(begun) == 1 else None):
        yield state_in_words(state), Filters(state=(state,))
    elif (of_division := _of_division(dataset, words))[0]:
        yield of_division
    else:
        for place in find_places(dataset.jurisdictions, words, MOST):
            yield full_name(dataset.places_by_id[place]), Filters(id=(place,))


def _changes_of(dataset: Dataset, where: str, filters: Filters, days: Span, as_of: date) -> Iterator[Hit]:
    """Give the page of the changes of some days, none of them after the day of the view."""
    last = min(days.last or as_of, as_of)
    if days.first > last:
        return
    count = len(changes(dataset, filters, days.first, last).rows)
    when = span(days.first, last) if days.last else f"since {ap_date(days.first)}"
    values = _values(filters) | {FROM: days.first.isoformat()}
    values |= {TO: last.isoformat()} if days.last else {}
    label = f"What happened {where}, {when}: {counted(count, 'change', 'changes')}"
    yield Hit(PERIOD, label, "changes", values)


def _values(filters: Filters) -> dict[str, str | list[str]]:
    """Give filters as the values of a hit."""
    return {key: words if len(words) > 1 else words[0] for key, words in parse_qs(filters.to_query()).items()}


def _places(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find places, whatever the day: their records say what was on record by it."""
    names = _names(dataset)
    for key in _named(dataset, text, MOST_PLACES):
        yield _record(PLACE, names[key], key)


def _copies(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find public copies of letters to the place that words name best, and tell of which none was found."""
    for key in _named(dataset, text, 1):
        name, without = _names(dataset)[key], []
        for letter in _of_days(_newest(dataset, as_of), key, text):
            day = ap_date(letter["sent_on"].date())
            if source := copy_of(dataset, letter):
                label = f"{name}, {day}, public copy at {host(source['url'])}"
                yield Hit("Letter", label, "record", {"id": key}, source["url"])
            else:
                without.append(day)
        if without:
            yield _record("Letter", f"{name}, {listed_names(without)}: no public copy found", key)


def _of_days(letters: list[LetterOnDay], place: str, text: str) -> list[LetterOnDay]:
    """Give the letters to a place, those of the days that words name where there are some."""
    own = [letter for letter in letters if letter["jurisdiction_id"] == place]
    read = read_span(text)
    return [letter for letter in own if read and letter["sent_on"].date() in read[0]] or own


def _named(dataset: Dataset, text: str, most: int) -> list[str]:
    """Return the ids of the places that words name, or nearly name, the best first."""
    counties = dict(dataset.geography.counties["name"])
    return find_places(dataset.jurisdictions, _to_whom(text), most, counties, _known(dataset))


def _to_whom(text: str) -> str:
    """Give the words beside “letter” and its days, as in `the letter to Jackson of 2018`."""
    if not _LETTER.search(text):
        return text
    read = read_span(text)
    return _OF_LETTERS.sub(" ", read[1] if read else text).strip(" ,") or text


@once(2)
def _known(dataset: Dataset) -> frozenset[str]:
    """Return the words that rounds, cases and events are told in: what is typed so is meant so."""
    texts = (
        dataset.events["summary"],
        dataset.rounds["name"],
        dataset.rounds["demand"],
        dataset.cases["name"],
    )
    return words_of(text for column in texts for text in column)


def _kinds_of_letters(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find the letters of a state, a region, a Census division or a status that the words name."""
    division, filters = _of_division(dataset, text)
    if division and len(letters := filters.apply(dataset, as_of).letters):
        states = listed([STATES[state].name for state in filters.state], "and")
        label = f"{Count.of(letters).short} in the Census division {division}: {states}"
        yield Hit("Letters", label, "", _values(filters))
    for key in ("state", "region", "status"):
        for word, label in _options_named(dataset, key, text):
            picked: dict[str, Any] = {key: (word,)}
            letters = Filters(**picked).apply(dataset, as_of).letters
            if len(letters):
                said = dataset.campaign.say(CHOICES_BY_KEY[key].in_words([label]))
                yield Hit("Letters", f"{Count.of(letters).short} {said}", "", {key: word})


def _feeds(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find what tells a reader's own program of each change in an area that words name."""
    division, filters = _of_division(dataset, text)
    if division:
        yield Hit("Follow", f"{division}, feed of changes", FEED, _values(filters))
    for key in ("state", "region"):
        for word, label in _options_named(dataset, key, text):
            yield Hit("Follow", f"{label}, feed of changes", FEED, {key: word})


def _options_named(dataset: Dataset, key: str, text: str) -> list[tuple[str, str]]:
    """Give the values of a filter that words name, or of statuses those that hold them, with their labels."""
    options = CHOICES_BY_KEY[key].options(dataset)
    if len(text) < 2:
        return []
    named = option_meant(folded_text(text).replace(".", "").removeprefix("the "), options)
    begun = [word for word, label in options.items() if key == "status" and holds_words(label, text)]
    return [(word, options[word]) for word in ([named] if named else begun)]


def _people(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find those to whom letters of the day went, by name, office or place, the newest first."""
    for letter in _newest(dataset, as_of):
        addressee, place = letter["addressee"], listed_name(letter)
        if addressee and holds_words(f"{addressee} {place}", text) and not holds_words(place, text):
            label = f"{people(addressee)}, {place}"
            yield _record("Written to", label[:1].upper() + label[1:], letter["jurisdiction_id"])


def _rounds(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find rounds by name, and those sent on the days that the words name, alone or beside “letter”."""
    read = read_span(text)
    days = read[0] if read and not has_word(_OF_LETTERS.sub("", read[1])) else None
    for letter in _newest(dataset, as_of):
        key, label = letter["round_id"], letter["round_label"]
        name, sent = dataset.rounds_by_id[key]["name"], letter["sent_on"].date()
        if holds_words(f"{name} {label}", text) or (days and sent in days):
            yield Hit("Round", f"{label}: {name}", "", {"round": key})


_OF_LETTERS = re.compile(r"\b(?:doj|letters?|rounds?|sent|dated|text|copy|of|on|the|to)\b", re.I)
"""What a reader writes beside the day of a letter, and beside whom it went to."""

_LETTER = re.compile(r"\bletters?\b", re.I)


def _letters(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find the letters to several places in which the words stand: of one place its record tells more."""
    words, letters = text.strip(), letters_on(dataset, as_of)
    letters = letters[matches(letters, words)]
    if letters["jurisdiction_id"].nunique() > 1 and len(words) <= LONGEST_WORDS:
        yield Hit("Letters", f"{Count.of(letters).short}, with “{words}”", "", {"q": words})


def _cases(dataset: Dataset, text: str, as_of: date) -> Iterator[Hit]:
    """Find court cases by words or by a docket number in any spelling; those named so come first."""
    cases = typed_rows(CaseFilters(q=text).apply(dataset, as_of), CaseOnDay)
    for case in sorted(cases, key=lambda case: not holds_words(case["name"], spelled_out(text))):
        name, docket = case["name"], case["docket"]
        label = f"{name}, no. {docket}" if docket else name
        yield Hit("Court case", label, "cases", {CASE: case["case_id"]})


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
    (_changes_at, MOST),
    (_places, MOST_PLACES),
    (_copies, MOST_COPIES),
    (_kinds_of_letters, MOST),
    (_feeds, 1),
    (_rounds, MOST),
    (_letters, 1),
    (_people, MOST),
    (_changes_anywhere, MOST),
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
