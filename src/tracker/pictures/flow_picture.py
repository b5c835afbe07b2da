"""Then and now in a picture: stacks and bands, as on the page, and below them who is in each band."""

from functools import partial

from tracker.filters import Selection
from tracker.pictures.cardmap import mixed
from tracker.pictures.cardtext import LEADING, SANS, SERIF, Pen, fitted, width_of
from tracker.pictures.part import INNER, MARGIN, Part, box, space, stack, words
from tracker.views.flow import LABELS, Flow, Standing, demands, flows, periods
from tracker.views.style import Palette

_COLUMNS, _APART = 3, 40
"""How many drawings stand side by side, and how far apart."""

_WIDTH = (INNER - _APART * (_COLUMNS - 1)) / _COLUMNS
"""Of a drawing."""

_HEAD, _STACK, _SIZE, _SMALL = 58, 8, 13, 14
"""Height of the head of a drawing, width of a stack, sizes of the labels and of the words below."""

_LABEL = _WIDTH * LABELS / 100 - 6
"""Room for a label."""

_CAPTION = (
    "The newest letter of each period and what came of it, for places with letters from both, and whether "
    "the place changed a law or policy in those years. Where a letter names several people, the first "
    "counts. The more places, the taller the band."
)


def flow_part(selection: Selection, palette: Palette) -> Part:
    """Draw the flows of a view below what is said of them; nothing for a view without any."""
    drawn = flows(selection)
    if not drawn:
        return space(0)
    begins = range(0, len(drawn), _COLUMNS)
    rows = [_row(drawn[begin : begin + _COLUMNS], periods(selection), palette) for begin in begins]
    demanded = [
        words(f"{label}: {demand}", SANS, _SMALL, palette.text, 3)
        for label, demand in demands(selection).items()
    ]
    return stack(
        [
            words(_CAPTION, SANS, 16, palette.muted, 3),
            *(part for row in rows for part in (space(14), row)),
            space(14),
            words("What the letters asked for", SERIF, 17, palette.text, 1),
            space(4),
            *(part for demand in demanded for part in (demand, space(4))),
        ]
    )


def _row(drawn: tuple[Flow, ...], sides: tuple[str, str], palette: Palette) -> Part:
    """Put drawings side by side, and below each who is in its bands."""
    height = _HEAD + max(flow.height for flow in drawn) + 16
    return stack(
        [
            Part(height, partial(_draw, drawn, sides, palette)),
            Part(max(map(_words_height, drawn)), partial(_draw_words, drawn, palette)),
        ]
    )


def _draw(drawn: tuple[Flow, ...], sides: tuple[str, str], palette: Palette, pen: Pen, top: float) -> None:
    for flow, left in zip(drawn, _lefts(drawn), strict=True):
        right = left + _WIDTH
        pen.text((left, top), flow.heading, SERIF, 17, palette.text)
        pen.text((left, top + 24), sides[0], SANS, _SMALL, palette.muted)
        width = width_of(sides[1], SANS, _SMALL)
        pen.text((right - width, top + 24), sides[1], SANS, _SMALL, palette.muted)
        _draw_flow(flow, palette, pen, left, top + _HEAD)


def _draw_flow(flow: Flow, palette: Palette, pen: Pen, left: float, top: float) -> None:
    """Draw the bands, then the stacks at their ends with the labels outside."""
    inner = (left + _WIDTH * LABELS / 100, left + _WIDTH * (1 - LABELS / 100))
    one = flow.height / 100
    for band in flow.bands:
        ends = [(inner[0] + _STACK, y) for y in band.left], [(inner[1] - _STACK, y) for y in band.right]
        corners = [*ends[0][:1], *ends[1], *ends[0][1:]]
        with pen.named(band.words):
            pen.area([(x, top + y * one) for x, y in corners], mixed(palette.muted, palette.page, 0.28))
    for standings, x in ((flow.then, inner[0]), (flow.now, inner[1] - _STACK)):
        for standing in standings:
            begin = top + standing.top * one
            pen.area(box(x, begin, x + _STACK, begin + standing.height * one), palette.muted)
            _draw_label(standing, palette, pen, x, begin + standing.height * one / 2, is_first=x == inner[0])


def _draw_label(
    standing: Standing, palette: Palette, pen: Pen, x: float, middle: float, is_first: bool
) -> None:
    lines = fitted(f"{standing.label}\N{NO-BREAK SPACE}{standing.count}", SANS, _SIZE, _LABEL)
    top = middle - len(lines) * _SIZE * LEADING / 2
    for number, line in enumerate(lines):
        left = x - 6 - width_of(line, SANS, _SIZE) if is_first else x + _STACK + 6
        pen.text((left, top + number * _SIZE * LEADING), line, SANS, _SIZE, palette.text)


def _words_height(flow: Flow) -> float:
    """Return how high the words of a drawing are."""
    lines = sum(len(fitted(band.words, SANS, _SMALL, _WIDTH)) for band in flow.bands)
    return lines * _SMALL * LEADING + 6 * len(flow.bands)


def _draw_words(drawn: tuple[Flow, ...], palette: Palette, pen: Pen, top: float) -> None:
    for flow, left in zip(drawn, _lefts(drawn), strict=True):
        below = top
        for band in flow.bands:
            below = pen.paragraph((left, below), band.words, SANS, _SMALL, palette.text, _WIDTH, 99) + 6


def _lefts(drawn: tuple[Flow, ...]) -> list[float]:
    """Return where each drawing begins."""
    return [MARGIN + number * (_WIDTH + _APART) for number in range(len(drawn))]
