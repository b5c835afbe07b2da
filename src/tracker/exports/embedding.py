"""The code that shows a view, or a part of one, in somebody else's page.

The frame has a fixed height. A page that wants the height to follow the content listens for the message
`{"type": CHANNEL:height, "height": pixels}` that an embedded page sends to the page around it; the channel
is that of the campaign, `doj-letters-tracker`.
"""

from html import escape

from tracker.parts import PARTS


def iframe(link: str, title: str, part: str = "all") -> str:
    """Return the HTML that embeds a view.

    Args:
        link: the whole address of the view.
        title: what a screen reader calls the frame.
        part: a word of `tracker.parts.PARTS`.
    """
    source = f"{link}{'&' if '?' in link else '?'}embed=true"
    source += "" if part == "all" else f"&show={part}"
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{PARTS[part].height}"'
        ' style="border: 0" loading="lazy"></iframe>'
    )
