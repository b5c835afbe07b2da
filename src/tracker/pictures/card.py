"""The preview card: what a link shows where it is shared, as a picture of 1200 by 630.

Previews are often shown 400 px wide, a third of that: nothing is smaller than 27 px. Everything is drawn at
twice the size and then reduced, which smooths it. The same view gives the same bytes.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from tracker.address import PLACE, Address
from tracker.brief import place_brief, view_lead
from tracker.dataset import Dataset
from tracker.evidence import certain, inferred
from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.pages.head import CARD_SIZE, OWN_CARDS
from tracker.pages.record_page import record_at
from tracker.pages.site import page_at
from tracker.pictures.cardmap import draw_map, draw_mark
from tracker.pictures.cardtext import LEADING, SANS, SERIF, ImagePen, Pen, fitted
from tracker.versions import release_of
from tracker.views.scene import map_scene
from tracker.views.style import PALETTES
from tracker.vocabulary import Kind, Status

SCALE = 2
"""How much larger the picture is drawn than it is sent."""

SMALLEST, _LARGE = 27, 36
"""Size of the smallest words, and of those that have the card to themselves."""

MARGIN = 48
COLUMN = 440
"""Width of the words beside the map."""


@dataclass(frozen=True)
class Card:
    """What a card says, and the view whose map it shows; the day is said once, in the last line.

    `is_counted` says whether the card counts letters and shows their map; a card of a page of another sort is
    words alone. `other` says which version of the data the link names that the card is not drawn from.
    """

    title: str
    sentence: str
    selection: Selection
    selected: str | None = None
    is_counted: bool = True
    other: str = ""

    @property
    def count(self) -> str:
        """The number of letters whose recipient a source names, with its noun."""
        letters = len(certain(self.selection.letters))
        return f"{letters:,} letter{'' if letters == 1 else 's'}"

    @property
    def beside(self) -> str:
        """How many letters more are entered without, or that none of those counted is named; "" for none."""
        letters = self.selection.letters
        unnamed = len(inferred(letters))
        if not unnamed:
            return ""
        return f"{'' if unnamed == len(letters) else f'and {unnamed} '}not named by a source"

    @property
    def statuses(self) -> list[tuple[Status, str]]:
        """The statuses of the letters, those of the fewest last, each with how many letters have it."""
        letters, labels = self.selection.letters, self.selection.campaign.labels(Status)
        counts = certain(letters)["status"].value_counts()
        others = [status for status in letters["status"].unique() if status not in counts]
        terms = [(Status.of(str(word)), int(count)) for word, count in counts.items()]
        alone = len(letters) == 1
        terms_in_words = [
            (status, labels[status] if alone else f"{count} {labels[status]}") for status, count in terms
        ]
        return [
            *terms_in_words,
            *((Status.of(word), f"{labels[word]} (not named)") for word in others),
        ]

    @property
    def source(self) -> str:
        """Where this comes from: the day, the version of the data and how far they reach."""
        version = self.selection.dataset.version
        further = self.other or f"researched to {ap_date(version.researched_to)}"
        return f"As of {ap_date(self.selection.as_of)} · data version {version.name}, {further}"


def card_of(address: Address, dataset: Dataset, today: date, path: str = "") -> Card:
    """Return the card of a page: that of a record where the address names one, else that of the view."""
    if path in OWN_CARDS:
        page, selection = page_at(path, address, dataset, today), address.filters.apply(dataset, today)
        text = page.description.removeprefix(page.title).lstrip(". ")
        return Card(page.title, text, selection, is_counted=False)
    record = record_at(address, dataset, today) if len(address.filters.id) == 1 else None
    if record:
        title = f"{record.full_name}: {dataset.campaign.sender} letters"
        said = place_brief(dataset, record.jurisdiction_id, record.as_of)
        return Card(title, said.headline, record.selection, record.jurisdiction_id)
    return view_card(address, dataset, today)


def view_card(address: Address, dataset: Dataset, today: date) -> Card:
    """Return the card of a view, whatever places it is of."""
    selection = address.filters.apply(dataset, today)
    title = selection.description.rpartition(", as of ")[0]
    return Card(title, view_lead(selection), selection, address.values.get(PLACE))


def other_version(pinned: str, dataset: Dataset) -> str:
    """Say of the version that a link names that it is not the one served; "" where it is, or none is named.

    One that is no release is not named: whatever somebody writes would make another picture.
    """
    if pinned in ("", dataset.version.name):
        return ""
    return f"not {release_of(pinned, dataset.releases) or 'that'} of the link"


def card_png(card: Card) -> bytes:
    """Draw a card as PNG."""
    palette = PALETTES["light"]
    width, height = CARD_SIZE
    image = Image.new("RGB", (width * SCALE, height * SCALE), palette.page)
    pen = ImagePen(ImageDraw.Draw(image), SCALE)
    pen.text((MARGIN, 34), card.selection.campaign.name, SANS, 30, palette.muted)
    below = pen.paragraph((MARGIN, 72), card.title, SERIF, 46, palette.text, width - 2 * MARGIN, lines=2)
    if card.is_counted:
        box = (MARGIN + COLUMN + 24, below + 12, width - 24, height - 66)
        draw_map(pen, map_scene(card.selection), card.selected, box)
        _words(pen, card, below + 14, height - 78)
    else:
        lines = int((height - 78 - below - 20) // (_LARGE * LEADING))
        pen.paragraph(
            (MARGIN, below + 20), card.sentence, SANS, _LARGE, palette.text, width - 2 * MARGIN, lines
        )
    pen.text((MARGIN, height - 60), card.source, SANS, SMALLEST, palette.muted)
    buffer = BytesIO()
    image.resize(CARD_SIZE, Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _words(pen: Pen, card: Card, top: float, bottom: float) -> None:
    """Write the count, the statuses, and between them as much of the sentence as there is room for."""
    palette = PALETTES["light"]
    top = pen.paragraph((MARGIN, top), card.count, SERIF, 64, palette.text, COLUMN, lines=1)
    top = pen.paragraph((MARGIN, top), card.beside, SANS, SMALLEST, palette.text, COLUMN, lines=1) + 4
    statuses = card.statuses
    lines = sum(len(fitted(words, SANS, SMALLEST, COLUMN - 30)) for _, words in statuses)
    height = lines * SMALLEST * LEADING + 4 * len(statuses) + 8
    room = max(0, int((bottom - top - height) // (30 * LEADING)))
    if room > 1:
        top = pen.paragraph((MARGIN, top), card.sentence, SANS, 30, palette.text, COLUMN, room) + 8
    for status, words in statuses:
        fit = int((bottom - top) // (SMALLEST * LEADING))
        if fit < 1:
            return
        draw_mark(pen, status, Kind.CITY, (MARGIN + 10, top + 19), 9)
        place, width = (MARGIN + 30, top), COLUMN - 30
        top = pen.paragraph(place, words, SANS, SMALLEST, palette.text, width, fit) + 4
