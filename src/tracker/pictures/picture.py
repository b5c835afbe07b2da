"""A picture of a view: its headline, what is drawn, and where it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil

from tracker.address import Address
from tracker.case_filters import CaseFilters
from tracker.exports.picture_links import FILLED, PICTURES_OF, page_of_picture
from tracker.exports.provenance import licence_of
from tracker.exports.view import View
from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.memo import once
from tracker.pages.page_links import absolute
from tracker.pictures.answers_picture import answers_part
from tracker.pictures.card import card_of, view_card
from tracker.pictures.cardtext import SANS, SERIF
from tracker.pictures.cases_picture import cases_part
from tracker.pictures.flow_picture import flow_part
from tracker.pictures.map_picture import map_part
from tracker.pictures.matrix_picture import matrix_part
from tracker.pictures.painting import Drawing, png, svg
from tracker.pictures.part import Part, space, stack, words
from tracker.pictures.rounds_picture import rounds_part
from tracker.pictures.timeline_picture import timeline_part
from tracker.views.captions import ALT_TEXTS, HEADLINES
from tracker.views.style import PALETTES, Palette, Theme


@dataclass(frozen=True)
class Look:
    """How a picture looks: the colours, the ground (a word of `LOOKS`), and the width of a PNG in px."""

    theme: Theme = "light"
    ground: str = FILLED
    width: int = 1200


@dataclass(frozen=True)
class Picture:
    """What a picture says.

    Attributes:
        word: which picture of `PICTURES`.
        selection: the letters shown.
        chosen: the cases shown, by their kinds.
        headline: what it shows, in a sentence.
        subject: which letters these are.
        source: whose data, of which version and day.
        link: the whole address of the view.
        selected: the place to ring.
    """

    word: str
    selection: Selection
    chosen: CaseFilters
    headline: str
    subject: str
    source: str
    link: str
    selected: str | None = None

    @property
    def description(self) -> str:
        """What it shows, for who cannot see it."""
        return ALT_TEXTS[self.word](self.selection, self.chosen)

    def drawing(self, look: Look) -> Drawing:
        """Lay it out."""
        palette = PALETTES[look.theme]
        whole = stack([space(28), *self._parts(palette), space(24)])
        return Drawing(
            height=ceil(whole.height),
            draw=lambda pen: whole.draw(pen, 0),
            ground=palette.page if look.ground == FILLED else "",
            page=palette.page,
            title=self.headline,
            description=self.description,
            source=f"{self.source} {self.link}",
        )

    def _parts(self, palette: Palette) -> list[Part]:
        return [
            words(self.headline, SERIF, 34, palette.text, 4),
            space(8),
            words(self.subject, SANS, 19, palette.muted, 2),
            space(14),
            _DRAWN[self.word](self, palette),
            space(18),
            words(self.source, SANS, 16, palette.muted, 2),
            words(self.link, SANS, 16, palette.muted, 1),
        ]


_DRAWN: Mapping[str, Callable[[Picture, Palette], Part]] = {
    "map": lambda picture, palette: map_part(picture.selection, picture.selected, palette),
    "timeline": lambda picture, palette: timeline_part(picture.selection, palette),
    "rounds": lambda picture, palette: rounds_part(picture.selection, palette),
    "answers": lambda picture, palette: answers_part(picture.selection, palette),
    "flow": lambda picture, palette: flow_part(picture.selection, palette),
    "matrix": lambda picture, palette: matrix_part(picture.selection, palette),
    "cases": lambda picture, palette: cases_part(picture.selection, picture.chosen, palette),
}
"""What draws each picture."""


def picture_of(word: str, view: View, base: str) -> Picture:
    """Return a picture of a view, that of a record where its filters name one place and pick by nothing else.

    Args:
        word: which picture of `PICTURES`.
        view: the rows of the table that the picture is of.
        base: the address of the site with its last slash.
    """
    dataset, day = view.selection.dataset, view.selection.as_of
    place, chosen = view.selection.filters.record, CaseFilters.of(view.selection.filters, view.own)
    card = (card_of if place else view_card)(Address(view.selection.filters), dataset, day)
    return Picture(
        word,
        card.selection,
        chosen,
        HEADLINES[word](card.selection, chosen) if word in HEADLINES else card.sentence,
        f"{card.title if view.is_of_letters else view.about.title}, as of {ap_date(day)}",
        f"Source: {dataset.campaign.name}. {card.source}. {licence_of(dataset.descriptor).short}.",
        absolute(base, _page_link(word, view)),
        card.selected,
    )


def _page_link(word: str, view: View) -> str:
    """Return the relative address of the page that a picture is of, with its day."""
    pinned = replace(view.selection.filters, as_of=view.selection.as_of)
    is_record = view.selection.filters.record and word in PICTURES_OF["record"]
    path = view.path or ("record" if is_record else page_of_picture(word))
    return Address(pinned).link(path, **view.own)


@once(24_000_000, size=len)
def picture_file(word: str, view: View, base: str, extension: str, look: Look) -> bytes:
    """Draw a picture once for all who ask for the same."""
    drawing = picture_of(word, view, base).drawing(look)
    return svg(drawing) if extension == "svg" else png(drawing, look.width)
