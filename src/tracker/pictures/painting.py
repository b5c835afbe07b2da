"""A drawing as a file: SVG, or PNG, painted in strips, so that only one strip is there in its double size."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tracker.pictures.cardtext import ImagePen, Pen
from tracker.pictures.svg_pen import SvgPen
from tracker.views.svg import xml_text

WIDTH = 1200
"""Width of a drawing, in its own units, which are the px of the smaller PNG."""

_SMOOTH = 2
"""How much larger a PNG is drawn than it is sent, which smooths it."""

_STRIP = 400
"""Height of the strips in which a PNG is drawn, in units of the drawing."""

_ABOVE = 60
"""What is drawn above a strip and cut off: Pillow moves words that begin above the edge by a pixel."""


@dataclass(frozen=True)
class Drawing:
    """What is drawn, once, for every form.

    Attributes:
        height: in units of which the width is `WIDTH`.
        draw: draws all of it with a pen.
        ground: the colour below, "" for none.
        page: the colour of what shows the ground inside marks.
        title: what it shows, in a sentence.
        description: the same for who cannot see it.
        source: where it comes from.
    """

    height: int
    draw: Callable[[Pen], None]
    ground: str
    page: str
    title: str
    description: str
    source: str


def svg(drawing: Drawing) -> bytes:
    """Write a drawing as SVG, its title and description first."""
    pen = SvgPen()
    drawing.draw(pen)
    size = f'width="{WIDTH}" height="{drawing.height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDTH} {drawing.height}" ',
        'role="img" aria-labelledby="title description">',
        f'<title id="title">{xml_text(drawing.title)}</title>',
        f'<desc id="description">{xml_text(f"{drawing.description} {drawing.source}")}</desc>',
        f'<rect {size} fill="{drawing.ground}"/>' if drawing.ground else "",
        *pen.parts,
        "</svg>\n",
    ]
    return "".join(parts).encode("utf-8")


def png(drawing: Drawing, width: int) -> bytes:
    """Paint a drawing as PNG, `width` px wide, a whole number of times `WIDTH`."""
    zoom = width // WIDTH
    mode, ground = ("RGB", drawing.ground) if drawing.ground else ("RGBA", f"{drawing.page}00")
    image = Image.new(mode, (width, drawing.height * zoom), ground)
    for top in range(0, drawing.height, _STRIP):
        height = min(_STRIP, drawing.height - top)
        strip = Image.new(mode, (width * _SMOOTH, (_ABOVE + height) * zoom * _SMOOTH), ground)
        drawing.draw(ImagePen(ImageDraw.Draw(strip), zoom * _SMOOTH, top - _ABOVE))
        seen = (0, _ABOVE * zoom, width, (_ABOVE + height) * zoom)
        image.paste(strip.reduce(_SMOOTH).crop(seen), (0, top * zoom))
    buffer = BytesIO()
    image.save(buffer, "PNG", pnginfo=_words(drawing))
    return buffer.getvalue()


def _words(drawing: Drawing) -> PngInfo:
    """Put title, description and source into the file, by the keywords that PNG has for them."""
    words = PngInfo()
    for key, text in (
        ("Title", drawing.title),
        ("Description", drawing.description),
        ("Source", drawing.source),
    ):
        words.add_itxt(key, text)
    return words
