"""The parts of a view that somebody else's page can show, each said once."""

from collections.abc import Mapping
from dataclasses import dataclass

TALLEST = 3400
"""Px of the tallest frame that no script fits to its content."""


@dataclass(frozen=True)
class Part:
    """A part: its word in a link, its label, how high it is in px, and the sections it consists of.

    Sections are named as the elements of the page, which style sheets and other people's scripts hold on to.
    `height` is that without letters, `row` what each of them adds.
    """

    word: str
    label: str
    height: int
    row: int
    sections: tuple[str, ...]

    def frame_height(self, letters: int) -> int:
        """Return how high a frame 800 px wide is that shows so many letters; a long one scrolls inside."""
        return min(self.height + self.row * letters, TALLEST)

    def drawn(self, letters: int) -> tuple[str, ...]:
        """Give the sections to draw: of a view without letters the brief, which says that there is none."""
        return self.sections if letters else ("brief",)


PARTS: Mapping[str, Part] = {
    part.word: part
    for part in (
        Part("all", "Everything", 1800, 140, ("brief", "figures", "map", "timeline", "letters", "sources")),
        Part("brief", "Brief", 660, 0, ("brief", "figures", "sources")),
        Part("map", "Map", 780, 0, ("map",)),
        Part("timeline", "Timeline", 400, 25, ("timeline",)),
        Part("table", "Table", 240, 130, ("letters",)),
    )
}
"""The parts by word; the first is the default."""
