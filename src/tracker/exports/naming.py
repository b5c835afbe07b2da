"""The names of files: filters, day and data version, so that a file found a year later says what it is."""

import hashlib
import re
from urllib.parse import urlencode

from tracker.address import BACKWARD
from tracker.campaign import Campaign
from tracker.exports.own import NONE, Own
from tracker.filters import Selection

LONGEST = 120
"""Characters of a name, well below what any file system takes."""


def file_name(table: str, selection: Selection, extension: str, own: Own = NONE) -> str:
    """Name the file of a public table in a view.

    `doj-letters_round-2018-01_state-CA_as-of-2018-01-25_2026.11.25.csv`: letters, digits, dots, hyphens and
    underscores only. What would be too long is cut, and marked with a digest of the whole.
    """
    chosen = [_safe(f"{key}-{_in_order(value)}") for key, value in own.items()]
    parts = [f"{selection.campaign.key}-{table}", *_filters(selection), *chosen]
    end = f"as-of-{selection.as_of}_{_safe(selection.dataset.version.name)}.{extension}"
    begin = "_".join(parts)
    room = LONGEST - len(end) - 1
    if len(begin) > room:
        query = selection.filters.to_query() + urlencode(own)
        digest = hashlib.sha256(query.encode()).hexdigest()[:8]
        begin = f"{begin[: room - 9].rstrip('-_')}-{digest}"
    return f"{begin}_{end}"


def package_name(campaign: Campaign, version: str) -> str:
    """Name the file of the whole data package."""
    return f"{_safe(campaign.slug)}_{_safe(version)}.zip"


def _in_order(value: str) -> str:
    """Say the direction of an order in a word, since a name keeps no leading hyphen: `answered-backward`."""
    return f"{value.removeprefix(BACKWARD)}-backward" if value.startswith(BACKWARD) else value


def _filters(selection: Selection) -> list[str]:
    """Write each filter but the day as its key and values."""
    active = selection.filters.drop("as_of").active()
    return [
        _safe("-".join([key, *value] if isinstance(value, tuple) else [key, str(value)]))
        for key, value in active.items()
    ]


def _safe(text: str) -> str:
    """Keep letters, digits and single dots; all else becomes a hyphen."""
    return re.sub(r"[^A-Za-z0-9.]+|[.]{2,}", "-", text).strip("-.")
