"""The parts of a view that somebody else's page can show, each said once."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A part: its word in a link, its label, how high its frame is in px, and the sections it consists of.

    Sections are named as the elements of the page, which style sheets and other people's scripts hold on to.
    """

    word: str
    label: str
    height: int
    sections: tuple[str, ...]


PARTS: Mapping[str, Part] = {
    part.word: part
    for part in (
        Part("all", "Everything", 1800, ("brief", "map", "timeline", "letters", "sources")),
        Part("brief", "Brief", 460, ("brief", "sources")),
        Part("map", "Map", 720, ("map",)),
        Part("timeline", "Timeline", 640, ("timeline",)),
        Part("table", "Table", 520, ("letters",)),
    )
}
"""The parts by word; the first is the default."""
