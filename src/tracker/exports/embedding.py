"""The code that shows a view in somebody else's page, and the parts of a view that it may show.

The frame has a fixed height. A page that wants the height to follow the content listens for the message
`{"type": "doj-letters-tracker:height", "height": pixels}` that an embedded page sends to the page around it.
"""

from collections.abc import Mapping
from html import escape

from tracker.exports.about import NAME

PARTS: Mapping[str, str] = {
    "all": "Everything",
    "brief": "Brief",
    "map": "Map",
    "timeline": "Timeline",
    "table": "Table",
}
"""What an embedded page can show, with labels: the words of the key `show`; the first is the default."""

HEIGHTS: Mapping[str, int] = {"all": 1800, "brief": 420, "map": 720, "timeline": 640, "table": 520}
"""How high a frame is to be for each part, in px."""


def iframe(link: str, part: str = "all", title: str = NAME) -> str:
    """Return the HTML that embeds a view.

    Args:
        link: the whole address of the view.
        part: a key of `PARTS`.
        title: what a screen reader calls the frame.
    """
    source = f"{link}{'&' if '?' in link else '?'}embed=true"
    source += "" if part == "all" else f"&show={part}"
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{HEIGHTS[part]}"'
        ' style="border: 0" loading="lazy"></iframe>'
    )
