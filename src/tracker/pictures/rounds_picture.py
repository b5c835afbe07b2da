"""Small multiples in a picture: a map of each round, its letters counted below."""

from functools import partial

from tracker.filters import Selection
from tracker.pictures.cardmap import draw_small_map
from tracker.pictures.cardtext import LEADING, SANS, SERIF, Pen, fitted
from tracker.pictures.part import INNER, MARGIN, Part, key, space, stack
from tracker.pictures.status_key import status_entries, tint_entries, unnamed_entries
from tracker.views.multiples import RoundMap, round_maps
from tracker.views.placing import ASPECT
from tracker.views.style import Palette

_COLUMNS, _APART = 4, 24
"""How many maps stand side by side, and how far apart."""

_WIDTH = (INNER - _APART * (_COLUMNS - 1)) / _COLUMNS
_MAP = _WIDTH / ASPECT
"""Width and height of a map."""

_HEAD, _SIZE = 18, 13
"""Sizes of the label of a round and of the words below it."""


def rounds_part(selection: Selection, palette: Palette) -> Part:
    """Draw the rounds of a view below their key, the newest first."""
    entries = [*status_entries(selection.letters, selection.campaign, palette)]
    entries += [*unnamed_entries(selection.letters, palette), *tint_entries(selection.letters, palette)]
    shown = round_maps(selection)
    begins = range(0, len(shown), _COLUMNS)
    rows = [part for begin in begins for part in _row(shown[begin : begin + _COLUMNS], palette)]
    return stack([key(entries, palette.text), space(16), *rows])


def _row(shown: tuple[RoundMap, ...], palette: Palette) -> tuple[Part, Part]:
    """Return a row of maps with their words, and the room below it."""
    height = _MAP + 8 + _HEAD * LEADING + max(map(_words_height, shown))
    return Part(height, partial(_draw, shown, palette)), space(22)


def _draw(shown: tuple[RoundMap, ...], palette: Palette, pen: Pen, top: float) -> None:
    for number, one in enumerate(shown):
        left = MARGIN + number * (_WIDTH + _APART)
        draw_small_map(pen, one.letters, (left, top, left + _WIDTH, top + _MAP), palette)
        below = top + _MAP + 8
        below = pen.paragraph((left, below), _heading(one), SERIF, _HEAD, palette.text, _WIDTH, 1)
        pen.paragraph((left, below), one.outcome, SANS, _SIZE, palette.muted, _WIDTH, 99)


def _words_height(shown: RoundMap) -> float:
    return len(fitted(shown.outcome, SANS, _SIZE, _WIDTH)) * _SIZE * LEADING


def _heading(shown: RoundMap) -> str:
    return f"{shown.label}: {shown.size}"
