"""Who got which letter in a picture: places by rounds, each letter marked by its status on the day."""

from collections.abc import Mapping
from functools import partial

from tracker.filters import Selection
from tracker.language.placenames import listed_name
from tracker.pictures.cardmap import draw_mark
from tracker.pictures.cardtext import SANS, Pen
from tracker.pictures.part import INNER, MARGIN, Part, key, space, stack
from tracker.pictures.status_key import status_entries, unnamed_entries
from tracker.row_types import LetterOnDay, PlaceOnDay, typed_rows
from tracker.views.matrix import Matrix, matrix
from tracker.views.style import Palette
from tracker.views.wording import place_words
from tracker.vocabulary import Kind, Status

_NAMES, _PITCH, _HEAD, _SIZE = 230, 21, 26, 14
"""Width of the names, height of a row and of the head, and size of all words."""

Cell = tuple[str, str]
"""The place and the round of a letter."""


def matrix_part(selection: Selection, palette: Palette) -> Part:
    """Draw the letters of a view below their key."""
    shown = matrix(selection)
    letters = typed_rows(selection.letters, LetterOnDay)
    cells = {(letter["jurisdiction_id"], letter["round_id"]): letter for letter in letters}
    height = _HEAD + _PITCH * len(shown.places)
    entries = [*status_entries(selection.letters, selection.campaign, palette)]
    entries += unnamed_entries(selection.letters, palette)
    labels = selection.campaign.labels(Status)
    return stack(
        [
            key(entries, palette.text),
            space(10),
            Part(height, partial(_draw, shown, cells, labels, palette)),
        ]
    )


def _draw(
    shown: Matrix,
    cells: Mapping[Cell, LetterOnDay],
    labels: Mapping[str, str],
    palette: Palette,
    pen: Pen,
    top: float,
) -> None:
    columns = {key: MARGIN + _NAMES + number * _pitch(shown) for number, key in enumerate(shown.labels)}
    for round_id, x in columns.items():
        pen.paragraph((x, top), shown.labels[round_id], SANS, _SIZE, palette.muted, _pitch(shown) - 4, 1)
    for number, place in enumerate(typed_rows(shown.places, PlaceOnDay)):
        y = top + _HEAD + number * _PITCH
        pen.line([(MARGIN, y), (MARGIN + INNER, y)], palette.grid, 1.0)
        pen.paragraph((MARGIN, y + 2), listed_name(place), SANS, _SIZE, palette.text, _NAMES - 8, 1)
        for round_id, x in columns.items():
            if letter := cells.get((place["jurisdiction_id"], round_id)):
                with pen.named(place_words(letter, labels[letter["status"]])):
                    status, at = Status.of(letter["status"]), (x + 12, y + _PITCH / 2)
                    draw_mark(pen, status, Kind.CITY, at, 5.5, letter["evidence"], palette)


def _pitch(shown: Matrix) -> float:
    """Return how far apart the columns of rounds stand."""
    return min(110.0, (INNER - _NAMES) / max(1, len(shown.labels)))
