"""The code that shows a view, or a part of one, in somebody else's page.

The frame has a fixed height. A page that wants the height to follow the content listens for the message
`{"type": "doj-letters-tracker:height", "height": pixels}` that an embedded page sends to the page around it.
"""

from html import escape

from tracker.exports.about import NAME
from tracker.parts import PARTS


def iframe(link: str, part: str = "all", title: str = NAME) -> str:
    """Return the HTML that embeds a view.

    Args:
        link: the whole address of the view.
        part: a word of `tracker.parts.PARTS`.
        title: what a screen reader calls the frame.
    """
    source = f"{link}{'&' if '?' in link else '?'}embed=true"
    source += "" if part == "all" else f"&show={part}"
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{PARTS[part].height}"'
        ' style="border: 0" loading="lazy"></iframe>'
    )
