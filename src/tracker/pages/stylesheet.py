"""The style of the pages: one sheet for the live page and for the answer before it, sent with the answer."""

from zlib import crc32

from tracker.memo import once
from tracker.pages.engine import render
from tracker.views.flow import LABELS
from tracker.views.lanes import GROUP_SHAPES
from tracker.views.style import FORMS, PALETTES, SHAPES, on_paper


@once(4)
def style(theme: str | None = None) -> str:
    """Return the style sheet, with the colours of a theme, or of the reader's system where none is given."""
    return render(
        "style.css.j2",
        theme=theme,
        palettes=PALETTES,
        forms=FORMS,
        shapes=SHAPES,
        groups=GROUP_SHAPES,
        flow_labels=LABELS,
    )


@once(4)
def style_element(theme: str | None = None) -> str:
    """Return the sheet as an element of an answer, which stays for the live page."""
    return f'<style id="sheet" data-sheet="{_mark()}">{style(theme)}</style>'


@once(4)
def live_colours(theme: str | None) -> str:
    """Return what the live page adds to it: Streamlit's theme, and the mark of the sheet it counts on."""
    colours = render("live_colours.css.j2", theme=theme, palettes=PALETTES, on_paper=on_paper())
    return f'<style data-sheet="{_mark()}">{colours}</style>'


def _mark() -> str:
    """Return a mark of the sheet: a page opened before the site was renewed has another one."""
    return f"{crc32(style().encode()):x}"
