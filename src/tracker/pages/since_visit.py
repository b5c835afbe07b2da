"""What a reader's own browser needs to say how many entries are new since its last visit.

The page is the same for every reader: it gives the number of entries by day of recording, and the script
(`visit.js.j2`) compares them with those of the last visit, which the browser keeps to itself.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from tracker.address import VERSION, Address
from tracker.changes import history
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages.engine import render

DAYS = 60
"""How many days of recording are given, the newest."""


def since_visit_html(address: Address, dataset: Dataset, today: date) -> str:
    """Return the line, empty until the script fills it; "" for a view of another day or version."""
    if address.filters.as_of or VERSION in address.values:
        return ""
    return render("since_visit.html.j2", entries=json.dumps(_entries(dataset, today), separators=(",", ":")))


@once(8)
def _entries(dataset: Dataset, today: date) -> Mapping[str, int]:
    """Count what entered the record by the day of recording; deadlines pass by themselves."""
    entered = Counter(
        change.recorded_on.isoformat()
        for change in history(dataset)
        if change.recorded_on <= today and change.is_entry
    )
    return {day: entered[day] for day in sorted(entered)[-DAYS:]}
