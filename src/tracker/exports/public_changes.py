"""What happened, or entered the record, as a frame with the public columns of changes."""

import pandas as pd

from tracker.campaign import Campaign
from tracker.changes import Change, Changes
from tracker.schema import joined


def change_frame(changes: Changes, campaign: Campaign) -> pd.DataFrame:
    """Return one row a change, oldest first, as `tracker.exports.public_columns` describes them."""
    entries = changes.rows
    return changes.table.assign(
        change_id=["/".join(entry.key) for entry in entries],
        kind_label=[campaign.say(entry.label) for entry in entries],
        letters_moved=pd.Series([_moved(entry) for entry in entries], dtype="object"),
        rows=pd.Series([_said_by(entry) for entry in entries], dtype="object"),
    )


def _moved(entry: Change) -> tuple[str, ...]:
    """Give the letters whose status it moved, each as round and place."""
    return tuple(joined(letter) for letter in entry.letters) if entry.status_from else ()


def _said_by(entry: Change) -> tuple[str, ...]:
    """Give the rows of the data that say so, each as table and key."""
    return tuple(f"{table}: {key}" for table, key in entry.rows)
