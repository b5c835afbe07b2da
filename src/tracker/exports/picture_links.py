"""The pictures of a view, said once: which there are, how each may look, and where each is served."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

PICTURES: Mapping[str, str] = {
    "map": "Map",
    "timeline": "Timeline",
    "rounds": "Small maps by round",
    "answers": "Answers over time",
    "flow": "Then and now",
    "matrix": "Places by rounds",
    "cases": "Court cases over time",
}
"""The pictures by their words, each with its name for readers."""

PICTURES_OF: Mapping[str, tuple[str, ...]] = {
    "": ("map", "timeline", "rounds"),
    "record": ("map", "timeline"),
    "changes": ("timeline", "map"),
    "compare": ("answers", "flow"),
    "rounds": ("matrix", "rounds"),
    "cases": ("cases",),
}
"""The pictures that a page offers, by its path; what is not named here offers none."""

TABLES_OF: Mapping[str, str] = {"cases": "cases"}
"""The public table whose rows a picture shows, and whose values it follows; of all others the letters."""

THEME, GROUND, WIDTH = "theme", "ground", "width"
FILLED, TRANSPARENT = "filled", "transparent"

LOOKS: Mapping[str, tuple[str, ...]] = {
    THEME: ("light", "dark"),
    GROUND: (FILLED, TRANSPARENT),
    WIDTH: ("1200", "2400"),
}
"""How a picture may look: the words of each key, of which the first is the default."""


@dataclass(frozen=True)
class PictureForm:
    """A form of pictures: its media type, its name, and the keys of `LOOKS` that it has a use for."""

    media_type: str
    name: str
    keys: tuple[str, ...]


PICTURE_FORMS: Mapping[str, PictureForm] = {
    "svg": PictureForm("image/svg+xml", "SVG", (THEME, GROUND)),
    "png": PictureForm("image/png", "PNG", (THEME, GROUND, WIDTH)),
}
"""The forms by the extension of their files."""


def page_of_picture(word: str) -> str:
    """Return the path of the first page that offers a picture, to which it leads."""
    return next(path for path, words in PICTURES_OF.items() if word in words)


def table_of_picture(word: str) -> str:
    """Return the public table whose rows a picture shows."""
    return TABLES_OF.get(word, "letters")


def picture_path(picture: str, extension: str, query: str = "", **look: str) -> str:
    """Return the relative address of a picture of the view in a query; what is at its default is left out."""
    chosen = {key: value for key, value in look.items() if value != LOOKS[key][0]}
    whole = "&".join(filter(None, (query, urlencode(chosen))))
    path = f"pictures/{picture}.{extension}"
    return f"{path}?{whole}" if whole else path


def usual_looks() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give the looks that pages link to, each with its name and keys."""
    yield "light", {}
    yield "dark", {THEME: "dark"}
    yield "transparent", {GROUND: TRANSPARENT}
