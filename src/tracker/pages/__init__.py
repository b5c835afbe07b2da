"""The words of the pages as HTML: the same fragments in the live page and in the answer before it.

Pure: a selection or a record in, markup out, everything escaped by the template engine.
"""

from tracker.pages.fragments import (
    brief,
    failure,
    footer,
    place_panel,
    refusals,
    rounds_key,
    status_key,
)
from tracker.pages.style import style

__all__ = ["brief", "failure", "footer", "place_panel", "refusals", "rounds_key", "status_key", "style"]
