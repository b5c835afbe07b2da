"""The court cases on record on a day: their parties among the places, their decisions and their status."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd

from tracker.case_status import case_status, parties_on
from tracker.dataset import Dataset
from tracker.language.apstyle import ap_style
from tracker.letters import events_until
from tracker.memo import once
from tracker.vocabulary import EventType


def cases_on(
    dataset: Dataset,
    as_of: date,
    place: str | None = None,
    round_id: str | None = None,
) -> pd.DataFrame:
    """Return the cases filed by the day, newest first, then those whose filing date was not read.

    Of the latter, one whose events on record are all later is left out.

    Args:
        dataset: the data.
        as_of: the day; an end or a decision after it is not told (`ended_on`, or `outcome_for` and
            `decided_on`, are ""). `outcome` is the record as it is now.
        place: keep the cases that name this jurisdiction.
        round_id: keep the cases over this round’s letters, or with an event tagged with the round.

    Returns:
        The columns of `dataset.cases`, `jurisdictions` without those that joined later, and: `parties` (names
        of the places, by name), `rounds` (ids of the round whose letters it is over and of those its events
        by the day belong to), `ended` (bool), `status` (a word of `CaseStatus`), `ruling_count` (days with a
        decision by the day), and of the newest decision `ruling_on` (EDTF) and `ruling` (the summary), or "".
    """
    cases = _cases_on(dataset, as_of)
    if place is not None:
        cases = cases[cases["jurisdictions"].map(lambda ids: place in ids).astype("bool")]
    if round_id is not None:
        cases = cases[cases["rounds"].map(lambda ids: round_id in ids).astype("bool")]
    return cases.reset_index(drop=True)


@once(16)
def _cases_on(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Put the cases together once a day for all who look from it."""
    events = events_until(dataset, as_of)
    cases = _with_rulings(_with_state(_with_status(_begun(dataset, as_of), as_of), as_of), events)
    is_told = ~cases["case_id"].isin(with_more_later(dataset, as_of))
    return cases.assign(
        parties=cases["jurisdictions"].map(_named(dataset)),
        rounds=_rounds(cases, events),
        entries=_entries(cases, events),
        told_outcome=cases["outcome"].where(is_told, "").map(ap_style),
    )


@once(16)
def with_more_later(dataset: Dataset, as_of: date) -> set[str]:
    """Return the ids of the cases with something on record after the day, of which the outcome may tell."""
    day = pd.Timestamp(as_of)
    events, cases = dataset.events, dataset.cases
    return {
        *events.loc[events["date_latest"] > day, "case_id"],
        *cases.loc[(cases["ended_on_latest"] > day) | (cases["decided_on_latest"] > day), "case_id"],
    }


def _begun(dataset: Dataset, as_of: date) -> pd.DataFrame:
    cases, day = dataset.cases, pd.Timestamp(as_of)
    by_then = set(events_until(dataset, as_of)["case_id"])
    later = cases["case_id"].isin(set(dataset.events["case_id"]) - by_then)
    is_begun = (cases["filed_on_latest"] <= day) | (cases["filed_on_latest"].isna() & ~later)
    begun = cases[is_begun].sort_values(["filed_on_latest", "case_id"], ascending=[False, True])
    return begun.assign(jurisdictions=parties_on(dataset, begun, as_of))


def _with_status(cases: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Give each case its status by the rules; a decision after the day is not told."""
    day = pd.Timestamp(as_of)
    is_decided = cases["decided_on_latest"] <= day
    days = ["decided_on_earliest", "decided_on_latest"]
    return cases.assign(
        status=case_status(cases, as_of),
        **{column: cases[column].where(is_decided, "") for column in ("outcome_for", "decided_on")},
        **{column: cases[column].where(is_decided) for column in days},
    )


def _with_state(cases: pd.DataFrame, as_of: date) -> pd.DataFrame:
    ended = cases["ended_on_latest"] <= pd.Timestamp(as_of)
    days = ["ended_on_earliest", "ended_on_latest"]
    return cases.assign(
        ended=ended,
        ended_on=cases["ended_on"].where(ended, ""),
        **{column: cases[column].where(ended) for column in days},
    )


def _with_rulings(cases: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Count the decisions of each case by day: one is on record once for every place that it concerns."""
    rulings = events[(events["type"] == EventType.RULING) & (events["case_id"] != "")]
    newest = rulings.drop_duplicates("case_id", keep="last").set_index("case_id")
    counts = rulings.groupby("case_id")["date"].nunique()
    ids = cases["case_id"]
    return cases.assign(
        ruling_count=counts.reindex(ids, fill_value=0).to_numpy(),
        ruling_on=newest["date"].reindex(ids, fill_value="").astype("str").to_numpy(),
        ruling=newest["summary"].reindex(ids, fill_value="").astype("str").to_numpy(),
    )


def _entries(cases: pd.DataFrame, events: pd.DataFrame) -> "pd.Series[Any]":
    """Give all that is on record of each case by the day, oldest first: a date and what happened."""
    by_case: dict[str, list[tuple[str, str]]] = {}
    of_cases = events[events["case_id"] != ""]
    for case, day, summary in zip(of_cases["case_id"], of_cases["date"], of_cases["summary"], strict=True):
        by_case.setdefault(case, []).append((day, ap_style(summary)))
    entries = [tuple(by_case.get(case, ())) for case in cases["case_id"]]
    return pd.Series(entries, index=cases.index, dtype="object")


def _rounds(cases: pd.DataFrame, events: pd.DataFrame) -> "pd.Series[Any]":
    """Give the rounds that each case has to do with: its own, and those of its events."""
    tagged = events[events["round_id"] != ""].groupby("case_id")["round_id"].agg(set).to_dict()
    pairs = zip(cases["case_id"], cases["round_id"], strict=True)
    rounds = [tuple(sorted({own, *tagged.get(case, ())} - {""})) for case, own in pairs]
    return pd.Series(rounds, index=cases.index, dtype="object")


def _named(dataset: Dataset) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Make what turns ids of places into their names, in order."""
    names = dict(zip(dataset.jurisdictions["jurisdiction_id"], dataset.jurisdictions["name"], strict=True))
    return lambda ids: tuple(sorted(names[place] for place in ids))
