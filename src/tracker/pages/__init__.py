"""The words of the pages as HTML: the same fragments in the live page and in the answer before it.

Pure: a selection or a record in, markup out, everything escaped by the template engine.
"""

from tracker.pages.alternates import download_links
from tracker.pages.fragments import (
    brief,
    copy_field,
    day_note,
    embed_credit,
    emptiness,
    failure,
    figures_line,
    footer,
    map_key,
    part_heading,
    pill_counts,
    place_panel,
    refusals,
    rounds_key,
    search_note,
    sheet_end,
    skip_filters,
    sources,
    story_heading,
    tagline,
    version_note,
)
from tracker.pages.stylesheet import live_colours

__all__ = [
    "brief",
    "copy_field",
    "day_note",
    "download_links",
    "embed_credit",
    "emptiness",
    "failure",
    "figures_line",
    "footer",
    "live_colours",
    "map_key",
    "part_heading",
    "pill_counts",
    "place_panel",
    "refusals",
    "rounds_key",
    "search_note",
    "sheet_end",
    "skip_filters",
    "sources",
    "story_heading",
    "tagline",
    "version_note",
]
