"""The style of the pages: one sheet for the live page and for the answer before it."""

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
        on_paper=on_paper(),
    )
