"""What happened, told once: letters, deadlines, answers, court cases, events, corrections, each a `Change`.

The changes page, its files, the feeds and the notes of a release all take their rows and words from here.
What happened on an imprecise date counts from its latest day; a deadline passes on the day after it.
"""

from tracker.address import HAPPENED, RECORDED
from tracker.changes.between import Difference, changes, changes_of, difference
from tracker.changes.change_rows import COLUMNS, Cause, Change, ChangeKind, Changes
from tracker.changes.correction_changes import corrections
from tracker.changes.days import SWAPPED, Days, days_of, days_since
from tracker.changes.groups import count_kinds
from tracker.changes.headings import heading
from tracker.changes.history import history
from tracker.changes.latest import Latest, latest

__all__ = [
    "COLUMNS",
    "HAPPENED",
    "RECORDED",
    "SWAPPED",
    "Cause",
    "Change",
    "ChangeKind",
    "Changes",
    "Days",
    "Difference",
    "Latest",
    "changes",
    "changes_of",
    "corrections",
    "count_kinds",
    "days_of",
    "days_since",
    "difference",
    "heading",
    "history",
    "latest",
]
