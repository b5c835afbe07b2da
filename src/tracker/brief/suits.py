"""The court cases that bear on one letter, a sentence each: who sued, when, over what, what came of it."""

from collections.abc import Iterator, Mapping
from datetime import date

from tracker.brief.where import Row, rows, short_name
from tracker.brief.words import counted, when
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.selection import LETTER_KEY
from tracker.standing import suits_on
from tracker.standing.suits import NEAREST
from tracker.vocabulary import Concern, Court, Party

MOST = 3
"""How many cases a brief tells; the rest it counts."""

_OVER: Mapping[str, str] = {
    Concern.LETTER: "over this letter or what it asked for",
    Concern.POLICY: "over its policies",
    Concern.GRANTS: "over federal money",
}


def suits_of(dataset: Dataset, letter: Row, as_of: date) -> Iterator[str]:
    """Tell of the cases that bear on a letter, those nearest to it first, then the newest."""
    suits = suits_on(dataset, as_of)
    for key in LETTER_KEY:
        suits = suits[suits[key] == letter[key]]
    cases = suits.merge(dataset.cases.drop(columns="round_id"), on="case_id")
    order = cases["concern"].map({word: rank for rank, word in enumerate(NEAREST)})
    cases = cases.assign(order=order).sort_values(["order", "filed_on_latest"], ascending=[True, False])
    told = rows(cases)
    yield from (_tell(case, letter) for case in told[:MOST])
    if len(told) > MOST:
        yield f"{counted(len(told) - MOST, 'more suit bears', 'more suits bear')} on this letter"


def _tell(case: Row, letter: Row) -> str:
    """Tell one case: `the United States sued Boston on Sept. 4, 2025, over its policies: …; decided …`."""
    filed = when(PartialDate.parse(case["filed_on"]))
    comma = "," if "," in filed else ""
    over = _OVER[case["concern"]]
    return f"{_who(case, letter)} {filed}{comma} {over}: {case['name']}; {_result(case)}"


def _who(case: Row, letter: Row) -> str:
    if case["brought_by"] == Party.UNITED_STATES:
        return f"the United States sued {short_name(letter)}"
    alone = len(case["jurisdictions"]) == 1
    return f"{short_name(letter)} sued" if alone else f"{short_name(letter)} and others sued"


def _result(case: Row) -> str:
    """Say what came of a case by the day of `word`."""
    decided, ended = (
        when(PartialDate.parse(case[column])) if case[column] else "" for column in ("decided_on", "ended_on")
    )
    alone = len(case["jurisdictions"]) == 1
    return {
        Court.PENDING: "no final decision and no end of it is on record",
        Court.WON_BY_PLACE: f"decided for the {'place' if alone else 'places'} {decided}",
        Court.WON_BY_US: f"decided for the United States {decided}",
        Court.SPLIT: f"each side was given a part {decided}",
        Court.SETTLED: f"ended by agreement {decided}",
        Court.ENDED_OTHERWISE: f"ended {ended}, with no final decision for either side on record",
    }[Court.of(case["word"])]
