"""The litigation of a place in sentences: who sued, over what, and how it stands on a day."""

from collections import Counter
from datetime import date

from tracker.brief.where import Row, rows
from tracker.brief.words import number, sentence, when
from tracker.cases import cases_on
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.filters import listed
from tracker.placenames import short_name
from tracker.selection import events_until
from tracker.vocabulary import CaseStatus, Concern, EventType, Kind, Party

TOLD = 2
"""How many cases that concern no letter are told one by one; more are told as numbers."""

_OVER = {
    Concern.LETTER: "a letter",
    Concern.POLICY: "its law or policy",
    Concern.GRANTS: "federal money",
    Concern.RECORDS: "records",
    Concern.OTHER: "{subject}",
}
_SIDES = {Kind.COUNTY: "county", Kind.STATE: "state", Kind.DISTRICT: "District"}
_STANDS = {
    CaseStatus.PLACE: "a court decided for the {side} {decided}",
    CaseStatus.UNITED_STATES: "a court decided for the United States {decided}",
    CaseStatus.SPLIT: "a court gave each side a part {decided}",
    CaseStatus.AGREEMENT: "the sides settled {decided}",
    CaseStatus.ENDED: "it ended {ended}, and the outcome is not on record",
    CaseStatus.PENDING: "no final decision is on record",
}
_COUNTED = {
    CaseStatus.PLACE: "decided for the {side}",
    CaseStatus.UNITED_STATES: "decided for the United States",
    CaseStatus.SPLIT: "split",
    CaseStatus.AGREEMENT: "settled",
    CaseStatus.ENDED: "ended with no outcome on record",
    CaseStatus.PENDING: "with no final decision on record",
}


def litigation(dataset: Dataset, jurisdiction_id: str, as_of: date) -> str:
    """Write what the courts have had of a place by the day; "" where no case names it.

    Cases that concern a letter come first, each in a sentence.

    Raises:
        KeyError: there is no such place.
    """
    place: Row = dict(dataset.jurisdictions.set_index("jurisdiction_id").loc[jurisdiction_id])
    cases = rows(cases_on(dataset, as_of, place=jurisdiction_id))
    dates = _dates_of_suits(dataset, jurisdiction_id, as_of)
    over_letters = [case for case in cases if Concern.LETTER in case["concerns"]]
    others = [case for case in cases if Concern.LETTER not in case["concerns"]]
    told = over_letters + (others if len(others) <= TOLD else [])
    said = [_told(dataset, case, place, dates.get(case["case_id"], str(case["filed_on"]))) for case in told]
    if len(others) > TOLD:
        said.append(_counted(others, place, "other " if over_letters else ""))
    return " ".join(map(sentence, said))


def _told(dataset: Dataset, case: Row, place: Row, sued_on: str) -> str:
    """Tell one case: `the United States sued Boston over … on Sept. 4, 2025; a court decided for …`."""
    name = short_name(place)
    is_defendant = case["brought_by"] == Party.UNITED_STATES
    sued = f"the United States sued {name}" if is_defendant else f"{name} sued the federal government"
    say = dataset.campaign.say
    over = listed([say(_OVER[Concern.of(concern)]) for concern in case["concerns"]], "and")
    stands = _STANDS[CaseStatus.of(case["status"])].format(
        side=_side(place), decided=_when(case["decided_on"]), ended=_when(case["ended_on"])
    )
    caption = case["name"].partition(" (")[0]
    return f"{sued} over {over} {_when(sued_on)} ({caption}); {stands}"


def _counted(cases: list[Row], place: Row, other: str) -> str:
    """Tell many cases as numbers, by where they stand."""
    counts = Counter(case["status"] for case in cases)
    parts = [
        f"{number(counts[status])} {words.format(side=_side(place))}"
        for status, words in _COUNTED.items()
        if counts[status]
    ]
    return (
        f"{short_name(place)} is a party to {number(len(cases))} {other}court cases: {listed(parts, 'and')}"
    )


def _dates_of_suits(dataset: Dataset, jurisdiction_id: str, as_of: date) -> dict[str, str]:
    """Give for each case the date (EDTF) on which the place sued, joined the suit or was sued."""
    events = events_until(dataset, as_of)
    suits = events[(events["jurisdiction_id"] == jurisdiction_id) & (events["type"] == EventType.SUIT_FILED)]
    first = suits.drop_duplicates("case_id")
    return dict(zip(first["case_id"], first["date"], strict=True))


def _side(place: Row) -> str:
    return _SIDES.get(place["kind"], "city")


def _when(text: str) -> str:
    """Write a date (EDTF) with its preposition; "" where none is on record."""
    return when(PartialDate.parse(text)) if text else ""
