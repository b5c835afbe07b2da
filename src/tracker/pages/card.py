"""The preview card: what a link shows where it is shared, as a picture of 1200 by 630.

Previews are often shown 400 px wide, a third of that: nothing is smaller than 27 px. Everything is drawn at
twice the size and then reduced, which smooths it. The same view gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from tracker.address import PLACE, Address
from tracker.brief import place_brief, view_brief
from tracker.dataset import Dataset
from tracker.dates import table_date
from tracker.pages.cardmap import draw_map, draw_mark
from tracker.pages.cardtext import LEADING, SANS, SERIF, Pen
from tracker.pages.directory import SITE
from tracker.pages.head import CARD_SIZE
from tracker.pages.record import record_at
from tracker.selection import Selection
from tracker.views.style import PALETTES
from tracker.vocabulary import Kind, Status

SCALE = 2
"""How much larger the picture is drawn than it is sent."""

MARGIN = 48
COLUMN = 440
"""Width of the words beside the map."""


@dataclass(frozen=True)
class Card:
    """What a card says, and the view whose map it shows; the day is said once, in the last line."""

    title: str
    sentence: str
    selection: Selection
    selected: str | None = None

    @property
    def count(self) -> str:
        """The number of letters, with its noun."""
        letters = len(self.selection.letters)
        return f"{letters:,} letter{'' if letters == 1 else 's'}"

    @property
    def source(self) -> str:
        """Where this comes from: the day, the version of the data and how far they reach."""
        version = self.selection.dataset.version
        return (
            f"As of {table_date(self.selection.as_of)} · data version {version.name}, "
            f"researched to {table_date(version.researched_to)}"
        )


def card_of(address: Address, dataset: Dataset, today: date) -> Card:
    """Return the card of a record where the address names one, else that of the view."""
    record = record_at(address, dataset, today) if len(address.filters.id) == 1 else None
    if record:
        title = f"{record.full_name}: DOJ letters"
        said = place_brief(dataset, record.jurisdiction_id, record.as_of)
        return Card(title, said.headline, record.selection, record.jurisdiction_id)
    selection = address.filters.apply(dataset, today)
    title = selection.description.rpartition(", as of ")[0]
    return Card(title, view_brief(selection).headline, selection, address.values.get(PLACE))


def card_png(card: Card) -> bytes:
    """Draw a card as PNG."""
    palette = PALETTES["light"]
    width, height = CARD_SIZE
    image = Image.new("RGB", (width * SCALE, height * SCALE), palette.page)
    pen = Pen(ImageDraw.Draw(image), SCALE)
    pen.text((MARGIN, 34), SITE, SANS, 30, palette.muted)
    below = pen.paragraph((MARGIN, 72), card.title, SERIF, 46, palette.text, width - 2 * MARGIN, lines=2)
    draw_map(pen, card, (MARGIN + COLUMN + 24, below + 12, width - 24, height - 66))
    _words(pen, card, below + 14, height - 78)
    pen.text((MARGIN, height - 60), card.source, SANS, 27, palette.muted)
    buffer = BytesIO()
    image.resize(CARD_SIZE, Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _words(pen: Pen, card: Card, top: float, bottom: float) -> None:
    """Write the count, the statuses, and between them as much of the sentence as there is room for."""
    palette = PALETTES["light"]
    top = pen.paragraph((MARGIN, top), card.count, SERIF, 72, palette.text, COLUMN, lines=1) + 4
    statuses = list(_statuses(card.selection))[: 3 if bottom - top > 320 else 2]
    room = (bottom - top - 8 - 44 * len(statuses)) // (30 * LEADING)
    top = pen.paragraph((MARGIN, top), card.sentence, SANS, 30, palette.text, COLUMN, int(room)) + 8
    for status, words in statuses:
        if bottom - top < 27 * LEADING:
            return
        draw_mark(pen, status, Kind.CITY, (MARGIN + 10, top + 19), 9)
        lines = int((bottom - top) // (27 * LEADING))
        place, width = (MARGIN + 30, top), COLUMN - 30
        top = pen.paragraph(place, words, SANS, 27, palette.text, width, min(lines, 2)) + 8


def _statuses(selection: Selection) -> Iterator[tuple[Status, str]]:
    """Give the statuses of the view, most frequent first, with how many of its places have them."""
    counts = selection.places["status"].value_counts()
    for word, count in counts.items():
        status = Status.of(str(word))
        yield status, f"{count} {status.label}" if len(selection.places) > 1 else status.label
