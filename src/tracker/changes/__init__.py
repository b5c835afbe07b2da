"""What differs between two days: by when it happened, or by when it entered the dataset.

A change lies after the first day and on or before the second. What happened on an imprecise date counts
from its latest day; a deadline passes on the day after it.
"""

from tracker.changes.between import changes
from tracker.changes.recorded import recorded_changes
from tracker.changes.table import COLUMNS, Change, ChangeKind, Changes

__all__ = ["COLUMNS", "Change", "ChangeKind", "Changes", "changes", "recorded_changes"]
