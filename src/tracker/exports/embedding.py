"""The code that shows a view, or a part of one, in somebody else's page.

The frame has a height to begin with, and a script beside it fits it to its content: an embedded page sends
the message `{"type": CHANNEL:height, "height": pixels}` to the page around it; the channel is that of the
campaign, `doj-letters-tracker`.
"""

from html import escape

from tracker.parts import PARTS


def iframe(link: str, title: str, part: str = "all", letters: int = 0) -> str:
    """Return the HTML that embeds a view.

    Args:
        link: the whole address of the view.
        title: what a screen reader calls the frame.
        part: a word of `tracker.parts.PARTS`.
        letters: how many the view has, if it is of letters.
    """
    source = f"{link}{'&' if '?' in link else '?'}embed=true"
    source += "" if part == "all" else f"&show={part}"
    height = PARTS[part].frame_height(letters)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{height}"'
        ' style="border: 0" loading="lazy"></iframe>'
    )


def embed_code(link: str, title: str, channel: str, part: str = "all", letters: int = 0) -> str:
    """Return the frame with the script that fits it, which may stand several times on a page."""
    return f"{iframe(link, title, part, letters)}\n{resizer(channel)}"


def resizer(channel: str) -> str:
    """Return the script that fits every frame of a page to its content."""
    return (
        '<script>addEventListener("message", ({data, source}) => {\n'
        f'  if (data && data.type === "{channel}:height")\n'
        '    for (const frame of document.querySelectorAll("iframe"))\n'
        "      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;\n"
        "})</script>"
    )
