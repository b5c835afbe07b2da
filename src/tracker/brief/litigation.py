"""Court cases in sentences: those of a place, those that bear on a letter, and those of a view as numbers.

One writer tells a case wherever it is told, and one table says how it stands.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from tracker.brief.grounds import united
from tracker.brief.where import nouns
from tracker.court_cases import cases_on, with_more_later
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.language.datewords import ap_date, date_in_words, when
from tracker.language.placenames import NamedPlace, short_name
from tracker.language.words import Brief, Claim, counted, listed, number, share
from tracker.letter_key import LETTER_KEY, of_letter
from tracker.letters import events_until
from tracker.row_types import CaseOnDay, LetterOnDay, typed_rows
from tracker.standing import suits_on
from tracker.standing.suits import NEAREST
from tracker.vocabulary import CaseStatus, Concern, EventType, Kind, Party

APART = 2
"""How many cases that concern no letter a place's litigation tells one by one; more are told as numbers."""

MOST = 3
"""How many cases the brief of a letter tells; the rest it counts."""

_OVER: Mapping[Concern, str] = {
    Concern.LETTER: "a letter",
    Concern.POLICY: "its law or policy",
    Concern.GRANTS: "federal money",
    Concern.RECORDS: "records",
    Concern.OTHER: "{subject}",
}
_OVER_THIS = "this letter or what it asked for"
_OVER_THESE = "over these letters, or over the places’ policies or grants in their time,"
_SIDES = {Kind.COUNTY: "county", Kind.STATE: "state", Kind.DISTRICT: "District"}
_STANDS: Mapping[CaseStatus, tuple[str, str, str]] = {
    CaseStatus.PLACE: (
        "a court decided for the {side} {decided}",
        "was decided for the {sides}",
        "were decided for the {sides}",
    ),
    CaseStatus.UNITED_STATES: (
        "a court decided for the United States {decided}",
        "was decided for the United States",
        "were decided for the United States",
    ),
    CaseStatus.SPLIT: (
        "a court decided in part for each side {decided}",
        "was decided in part for each side",
        "were decided in part for each side",
    ),
    CaseStatus.AGREEMENT: ("the sides settled {decided}", "was settled", "were settled"),
    CaseStatus.ENDED: (
        "it ended {ended}, and the outcome is not on record",
        *("ended with no outcome on record",) * 2,
    ),
    CaseStatus.PENDING: (
        "{undecided}",
        "has no final decision on record",
        "have no final decision on record",
    ),
}
"""How a case stands: told of one by itself, and counted, one or more."""


class CaseOfPlace(CaseOnDay):
    """A court case of a place, with the date (EDTF) on which the place sued, joined or was sued."""

    sued_on: str
    is_joined: bool


def litigation(dataset: Dataset, jurisdiction_id: str, as_of: date) -> Brief:
    """Write what the courts have had of a place by the day; no sentence where no case names it.

    Cases that concern a letter come first, each in a sentence.

    Raises:
        KeyError: there is no such place.
    """
    place = dataset.places_by_id[jurisdiction_id]
    cases = _cases_of(dataset, jurisdiction_id, as_of)
    over_letters = [case for case in cases if Concern.LETTER in case["concerns"]]
    others = [case for case in cases if Concern.LETTER not in case["concerns"]]
    several = over_letters + (others if len(others) <= APART else [])
    said = [
        Claim(_in_words(dataset, case, place, _all_concerns(case), as_of), case["sources"])
        for case in several
    ]
    if len(others) > APART:
        name, other = short_name(place), "other " if over_letters else ""
        parts = listed(list(_numbered(others, _side(place))), "and")
        count = f"{name} is a party to {number(len(others))} {other}court cases: {parts}"
        said.append(Claim(count, united(case["sources"] for case in others)))
    return Brief.of(said)


def letter_litigation(dataset: Dataset, letter: LetterOnDay, as_of: date) -> Iterator[Claim]:
    """Tell of the cases that bear on a letter, those nearest to it first, then the newest; or that none does.

    Args:
        dataset: the data.
        letter: a row of `letters_on`.
        as_of: the day.
    """
    suits = suits_on(dataset, as_of)
    suits = suits[of_letter(suits, letter)]
    concern = dict(zip(suits["case_id"], suits["concern"], strict=True))
    cases = _cases_among(concern, dataset, letter, as_of)
    cases.sort(key=lambda case: NEAREST.index(Concern.of(concern[case["case_id"]])))
    for case in cases[:MOST]:
        nearest = Concern.of(concern[case["case_id"]])
        over = _OVER_THIS if nearest is Concern.LETTER else _OVER[nearest]
        yield Claim(_in_words(dataset, case, letter, over, as_of), case["sources"])
    if more := cases[MOST:]:
        count, verb = counted(len(more), "more suit", "more suits"), "is" if len(more) == 1 else "are"
        over = f"over this letter, or the place’s policies or grants in its time, {verb} on record"
        yield Claim(f"{count} {over}", united(case["sources"] for case in more))
    if not cases:
        yield Claim(
            "no suit over this letter, or over the place’s policies or grants in its time, is on record"
        )


def letter_suits(dataset: Dataset, letter: LetterOnDay, as_of: date) -> str:
    """Say how the suits of a letter stand: `of the five suits over …, two were …`; "" for less than two."""
    suits = suits_on(dataset, as_of)
    cases = _cases_among(set(suits.loc[of_letter(suits, letter), "case_id"]), dataset, letter, as_of)
    return _stand(cases, "place", " over letter, policies or grants") if len(cases) > 1 else ""


def view_litigation(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say how many places of several letters were sued or sued, and how the suits stand, each suit once."""
    bearing = suits_on(dataset, as_of).merge(letters[LETTER_KEY], on=LETTER_KEY)
    cases = cases_on(dataset, as_of)
    cases = cases[cases["case_id"].isin(set(bearing["case_id"]))]
    if cases.empty:
        return f"no suit {_OVER_THESE} is on record"
    stand = _stand(typed_rows(cases, CaseOnDay))
    return f"counting only suits {_OVER_THESE} {_sued(letters, bearing, cases)}; {stand}"


def _sued(letters: pd.DataFrame, bearing: pd.DataFrame, cases: pd.DataFrame) -> str:
    """Say how many of the places were sued or sued: `of the 59 jurisdictions, 20 have been sued by …`."""
    places, (one, many) = letters["jurisdiction_id"].nunique(), nouns(letters)
    parties = list(_parties(bearing, cases))
    if places == 1:
        return f"the one {one} " + listed([f"has {did}" for _, did in parties], "and")
    if all(count == places for count, _ in parties):
        return f"{share(places, places)} {many} " + listed([f"have {did}" for _, did in parties], "and")
    counts = [
        f"{share(count, places) if count == places else number(count)} "
        f"{'has' if count == 1 else 'have'} {did}"
        for count, did in parties
    ]
    return f"of the {number(places)} {many}, {listed(counts, 'and')}"


def _stand(cases: Sequence[CaseOnDay], sides: str = "places", over: str = "") -> str:
    """Say how suits stand: `of the 18 suits, …`."""
    total, parts = len(cases), list(_numbered(cases, sides))
    if total == 1:
        return f"the one suit{over} {parts[0].partition(' ')[2]}"
    if len(parts) == 1:
        return f"{share(total, total)} suits{over} {parts[0].partition(' ')[2]}"
    return f"of the {number(total)} suits{over}, {listed(parts, 'and')}"


def _parties(bearing: pd.DataFrame, cases: pd.DataFrame) -> Iterator[tuple[int, str]]:
    """Count the places that were sued, and since which year, and those that sued."""
    sides = dict(zip(cases["case_id"], cases["brought_by"], strict=True))
    by = bearing["case_id"].map(sides)
    since = cases.loc[cases["brought_by"] == Party.UNITED_STATES, "filed_on_earliest"].min()
    said = {
        Party.UNITED_STATES: "been sued by the United States",
        Party.JURISDICTION: "sued the federal government",
    }
    for party, words in said.items():
        if count := bearing.loc[by == party, "jurisdiction_id"].nunique():
            yield int(count), f"{words} since {since.year}" if party is Party.UNITED_STATES else words


def undecided(dataset: Dataset, case: CaseOnDay, as_of: date) -> str:
    """Say of a case of `cases_on` that no decision was read, and how far it was; "" of any that has ended."""
    if case["status"] != CaseStatus.PENDING:
        return ""
    if case["case_id"] in with_more_later(dataset, as_of):
        return f"no decision that ends it is on record by {ap_date(as_of)}"
    return f"the tracker has read no decision that ends it ({last_on_record(case)})"


def last_on_record(case: CaseOnDay) -> str:
    """Give the day of the last thing on record of a case of `cases_on`, or say that it is the filing."""
    days = [PartialDate.parse(entry[0]) for entry in case["entries"]]
    if not days or (case["filed_on"] and max(days).latest <= PartialDate.parse(case["filed_on"]).latest):
        return "nothing after its filing is on record"
    return f"last on record: {date_in_words(max(days, key=lambda day: day.recency))}"


def _in_words(dataset: Dataset, case: CaseOfPlace, place: NamedPlace, over: str, as_of: date) -> str:
    """Tell one case: `the United States sued Boston over … on Sept. 4, 2025 (…); a court decided for …`."""
    name = short_name(place)
    is_defendant = case["brought_by"] == Party.UNITED_STATES
    sued = f"the United States sued {name}" if is_defendant else f"{name} sued the federal government"
    if case["is_joined"]:
        suit = "by the United States" if is_defendant else "against the federal government"
        sued = f"{name} joined a suit {suit}"
    stands = _STANDS[CaseStatus.of(case["status"])][0].format(
        side=_side(place),
        decided=_when(case["decided_on"]),
        ended=_when(case["ended_on"]),
        undecided=undecided(dataset, case, as_of),
    )
    caption = case["name"].partition(" (")[0]
    return f"{sued} over {dataset.campaign.say(over)} {_when(case['sued_on'])} ({caption}); {stands}"


def _all_concerns(case: CaseOnDay) -> str:
    return listed([_OVER[Concern.of(concern)] for concern in case["concerns"]], "and")


def _numbered(cases: Sequence[CaseOnDay], sides: str) -> Iterator[str]:
    """Count cases by where they stand: `two were decided for the places`."""
    counts = Counter(case["status"] for case in cases)
    for status, (_, one, many) in _STANDS.items():
        if count := counts[status]:
            yield f"{number(count)} {(one if count == 1 else many).format(sides=sides)}"


def _cases_among(
    ids: Collection[str], dataset: Dataset, letter: LetterOnDay, as_of: date
) -> list[CaseOfPlace]:
    """Give those cases of the place of a letter, newest first."""
    return [case for case in _cases_of(dataset, letter["jurisdiction_id"], as_of) if case["case_id"] in ids]


def _cases_of(dataset: Dataset, jurisdiction_id: str, as_of: date) -> list[CaseOfPlace]:
    """Give the cases of a place, newest first, with the date (EDTF) on which it sued, joined or was sued."""
    events = events_until(dataset, as_of)
    joined = events[
        (events["jurisdiction_id"] == jurisdiction_id) & (events["type"] == EventType.SUIT_JOINED)
    ]
    dates = dict(zip(joined["case_id"], joined["date"], strict=True))
    cases = typed_rows(cases_on(dataset, as_of, place=jurisdiction_id), CaseOnDay)
    return [
        {
            **case,
            "sued_on": dates.get(case["case_id"], str(case["filed_on"])),
            "is_joined": case["case_id"] in dates,
        }
        for case in cases
    ]


def _side(place: NamedPlace) -> str:
    return _SIDES.get(Kind.of(place["kind"]), "city")


def _when(text: str) -> str:
    """Write a date (EDTF) with its preposition; "" where none is on record."""
    return when(PartialDate.parse(text)) if text else ""
