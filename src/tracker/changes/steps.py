"""The steps by which statuses changed between two days: each move of each letter, on its day."""

from collections.abc import Iterator

import pandas as pd

from tracker.brief.where import Row
from tracker.changes.scope import Scope
from tracker.status import RULES

DAY = pd.Timedelta(days=1)


def steps(scope: Scope) -> Iterator[Row]:
    """Give every move of a letter of the scope from one status to the next, letter by letter.

    Each is the letter's row with the move's own `status_before` and `status`; `until`, the day on which the
    new status came about; and `since`, the last day before it on which any status can have changed.
    """
    days = _turning_days(scope)
    statuses = scope.statuses(days)
    for letter in scope.letters:
        key = (letter["round_id"], letter["jurisdiction_id"])
        before, since = letter["status_before"], letter["since"]
        for day in days[days > since]:
            after = statuses[day][key]
            if after != before:
                yield {**letter, "since": since, "until": day, "status_before": before, "status": after}
            before, since = after, day


def _turning_days(scope: Scope) -> pd.DatetimeIndex:
    """Return the days between the two on which the rules can give another status, oldest first."""
    data = scope.dataset
    by_event = data.events["type"].isin([rule.event for rule in RULES if rule.event])
    found = pd.concat(
        [
            data.events.loc[by_event, "date_latest"],
            data.letters["deadline_on"] + DAY,
            data.cases["filed_on_latest"],
            data.cases["ended_on_latest"],
            data.rounds["ended_on_latest"],
        ]
    ).dropna()
    return pd.DatetimeIndex(sorted({day for day in found if scope.has(day)}))
