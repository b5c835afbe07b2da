"""The preview card: one picture per view, the same each time, whatever the words are."""

from datetime import date
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from hostile import hostile_dataset
from tracker.address import Address
from tracker.pictures.card import card_of, card_png
from tracker.pictures.cardtext import SANS, SERIF, ImagePen, _broken, _cut, _font, _length

TODAY = date(2026, 11, 25)


def card(dataset, query=""):
    return card_of(Address.parse(query, dataset), dataset, TODAY)


def picture(png):
    return Image.open(BytesIO(png))


@pytest.mark.parametrize(
    "query", ["", "round=2018-01&as_of=2018-01-25", "id=jackson-ms", "state=WY", "place=jackson-ms"]
)
def test_a_card_is_a_png_of_the_size_that_previews_take(dataset, query):
    image = picture(card_png(card(dataset, query)))
    assert (image.format, image.size) == ("PNG", (1200, 630))


def test_the_same_view_gives_the_same_bytes_and_another_does_not(dataset):
    query = "round=2018-01&state=CA&as_of=2018-01-25"
    assert card_png(card(dataset, query)) == card_png(card(dataset, query))
    assert card_png(card(dataset, query)) != card_png(card(dataset, "round=2018-01&as_of=2018-01-25"))


def test_it_says_the_view_its_first_sentence_its_count_and_its_day(dataset):
    said = card(dataset, "round=2018-01&state=CA&as_of=2018-01-25")
    assert said.title == "DOJ letters of the January 2018 round to places in California"
    assert said.sentence == "Nine jurisdictions in California got a letter dated Jan. 24, 2018."
    assert said.count == "9 letters"
    assert said.source.startswith("As of Jan. 25, 2018 · data version ")


def test_it_names_the_sender_in_its_statuses(dataset):
    said = [words for _, words in card(dataset, "round=2018-01").statuses]
    assert "2 Cleared by DOJ" in said


def test_the_card_of_a_record_is_of_its_place(dataset):
    said = card(dataset, "id=jackson-ms&as_of=2018-01-25")
    assert said.title == "Jackson, Mississippi: DOJ letters"
    assert (said.count, said.selected) == ("2 letters", "jackson-ms")


def test_an_unknown_record_has_the_card_of_the_view(dataset):
    assert card(dataset, "id=nowhere").title == "All DOJ letters"


def test_the_margin_stays_empty_however_long_the_words_are(dataset):
    image = np.asarray(picture(card_png(card(hostile_dataset(dataset), "id=jackson-ms"))))
    edge = np.concatenate(
        [image[:20].reshape(-1, 3), image[-12:].reshape(-1, 3), image[:, :20].reshape(-1, 3)]
    )
    assert (edge == edge[0]).all()


def test_long_words_leave_the_map_free(dataset):
    """Words beside the map keep to their column: a strip between the two stays empty below the title."""
    image = np.asarray(picture(card_png(card(hostile_dataset(dataset), "id=jackson-ms"))))
    strip = image[240:540, 494:504].reshape(-1, 3)
    assert (strip == image[0, 0]).all()


@pytest.mark.parametrize("name", [SERIF, SANS])
def test_the_fonts_have_every_letter_of_the_data(dataset, name):
    texts = [
        *dataset.jurisdictions["name"],
        *dataset.letters["addressee"],
        *dataset.rounds["name"],
        "“”‘’–—…·éñ§",  # noqa: RUF001 - the signs that the font must have
    ]
    missing = bytes(_font(name, 40).getmask("\U0010fffd"))
    letters = {letter for text in texts for letter in text if not letter.isspace()}
    assert [letter for letter in sorted(letters) if bytes(_font(name, 40).getmask(letter)) == missing] == []


def test_lines_keep_to_their_width():
    font = _font(SANS, 30)
    lines = list(_broken("word " * 50 + "x" * 500 + " end", font, 200))
    assert all(font.getlength(line) <= 200 for line in lines)
    assert _cut("short", font, 200) == "short"


def test_what_has_no_room_ends_with_an_ellipsis():
    image = Image.new("RGB", (400, 400), "white")
    pen = ImagePen(ImageDraw.Draw(image), 1)
    assert pen.paragraph((0, 0), "word " * 100, SANS, 20, "black", 200, lines=2) == pytest.approx(
        2 * 20 * 1.18
    )
    assert pen.paragraph((0, 0), "word", SANS, 20, "black", 200, lines=0) == 0


def test_double_quotation_marks_have_their_own_room():
    """The serif font gives them the width of single ones, which set the next letter over them."""
    font = _font(SERIF, 92)
    assert _length("“a", font) >= font.getbbox("“")[2] + font.getlength("a")


def test_a_card_names_every_status_that_its_map_colors(published):
    said = card_of(Address.parse("", published), published, TODAY)
    assert {str(status) for status, _ in said.statuses} >= set(said.selection.places["status"])
