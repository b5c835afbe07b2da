"""The table of the letters: seven columns, an order in the address, and safe whatever a cell holds."""

from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest

from hostile import hostile_dataset
from tracker.address import ORDERS, Address
from tracker.filters import Filters
from tracker.pages import letters_table as module
from tracker.pages.letters_table import COLUMNS, NEWEST_FIRST, in_order, letters_html
from tracker.vocabulary import Answer, DocumentKind

DAY = date(2018, 1, 25)


class Reader(HTMLParser):
    """Reads a table back: its tags, and the text and attributes of its cells."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.cells, self.attributes = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data):
        if self.cells:
            self.cells[-1] += data


@pytest.fixture
def january(dataset):
    return Filters(round=("2018-01",), as_of=DAY).apply(dataset)


@pytest.fixture
def everything(dataset):
    return Filters(as_of=date(2026, 7, 1)).apply(dataset)


def read(selection, query="", **options):
    return Reader(letters_html(selection, Address.parse(query, selection.dataset), **options))


def test_it_is_a_table_for_screen_readers(january):
    table = read(january)
    scopes = [attributes.get("scope") for tag, attributes in table.attributes if tag == "th"]
    assert scopes == ["col"] * 7 + ["row"] * len(january.letters)
    assert table.tags.count("caption") == 1
    assert {"datetime": "2018-02-23"} in [attributes for tag, attributes in table.attributes if tag == "time"]


def test_what_was_asked_for_has_its_days_as_news_style_has_them(everything):
    cells = " ".join(read(everything).cells)
    assert "with an official legal opinion by counsel, by June 30, 2017." in " ".join(cells.split())
    assert "30 June" not in cells


def test_the_words_of_the_address_are_the_columns():
    assert tuple(COLUMNS) == ORDERS[""]


def test_a_head_sorts_and_then_the_other_way_round(january):
    links = [attributes["href"] for tag, attributes in read(january, "sort=deadline&state=CA").attributes
             if attributes.get("data-key") == "sort-deadline"]  # fmt: skip
    assert links == ["./?state=CA&sort=-deadline"]
    heads = [attributes for tag, attributes in read(january, "sort=deadline").attributes if tag == "th"]
    assert [head["class"] for head in heads if "aria-sort" in head] == ["col-deadline"]


def test_in_somebody_elses_page_no_head_is_a_link(january):
    attributes = [one for _, one in read(january, sortable=False).attributes]
    assert not [one for one in attributes if {"data-key", "data-ranks"} & {*one}]


@pytest.mark.parametrize("query", ["", "sort=place"])
def test_a_head_ranks_the_rows_newest_first_whatever_their_order(everything, query):
    attributes = [one for _, one in read(everything, query).attributes]
    assert [one["data-usual"] for one in attributes if "data-usual" in one] == [NEWEST_FIRST]
    (written,) = [one["data-ranks"] for one in attributes if one.get("data-key") == "sort-deadline"]
    deadlines = everything.letters["deadline_on"]
    days = sorted({*deadlines.dropna()})
    assert written.split(",") == ["" if day is pd.NaT else str(days.index(day) + 1) for day in deadlines]


@pytest.mark.parametrize("word", COLUMNS)
def test_each_order_keeps_every_letter_and_is_turned_round_by_a_minus(everything, word):
    column, letters = COLUMNS[word], everything.letters
    ranks = column.rank(in_order(letters, word)[column.by]).dropna()
    assert ranks.is_monotonic_increasing
    assert column.rank(in_order(letters, f"-{word}")[column.by]).dropna().is_monotonic_decreasing
    assert len(in_order(letters, word)) == len(letters)


def test_letters_without_a_deadline_come_last(everything):
    for order in ("deadline", "-deadline"):
        missing = list(in_order(everything.letters, order)["deadline_on"].isna())
        assert missing == sorted(missing)


def test_answers_are_in_the_order_of_their_vocabulary(everything):
    found = list(dict.fromkeys(in_order(everything.letters, "answer")["answer"]))
    assert found == [str(term) for term in Answer if str(term) in found]


def test_an_order_of_another_page_is_refused(dataset):
    assert [part.key for part in Address.parse("sort=court", dataset).elsewhere("")] == ["sort"]
    assert [part.key for part in Address.parse("sort=-deadline", dataset).elsewhere("cases")] == ["sort"]
    assert not Address.parse("sort=-deadline", dataset).elsewhere("")


def test_hostile_cells_are_escaped(dataset):
    table = read(Filters(round="2018-01").apply(hostile_dataset(dataset, "<script>alert('1')</script>"), DAY))
    assert not {"script", "b>"} & set(table.tags)
    assert "<script>alert('1')</script>, " in table.cells[7] + ", "


def test_no_cell_has_a_missing_value(everything):
    assert not {"nan", "None", "NaT", "<NA>"} & {cell.strip() for cell in read(everything).cells}


def test_a_table_too_long_to_read_ends_in_its_order_and_says_where_the_rest_is(january, monkeypatch):
    whole = letters_html.__wrapped__(january, Address(january.filters))
    monkeypatch.setattr(module, "MOST", 5)
    html = letters_html.__wrapped__(january, Address(january.filters))
    assert Reader(html).tags.count("tr") == 1 + 5
    assert Reader(html).cells[:35] == Reader(whole).cells[:35]
    assert f"{len(january.letters) - 5} more letters of this view come after these" in html
    assert 'href="api/v1/letters.csv?round=2018-01&amp;as_of=2018-01-25"' in html
    assert "The table ends here" not in whole
    assert "data-ranks" in whole
    assert "data-ranks" not in html  # no script moves rows that are not all there


def test_a_letter_of_which_a_public_copy_was_found_has_a_link_to_it(everything, january):
    html = letters_html(everything, Address())
    documents, letters = everything.dataset.documents, everything.letters
    papers = documents[(documents["kind"] == DocumentKind.LETTER) & (documents["event_id"] == "")]
    keys = set(zip(papers["round_id"], papers["jurisdiction_id"], strict=True))
    held = [key in keys for key in zip(letters["round_id"], letters["jurisdiction_id"], strict=True)]
    assert html.count('class="paper-link"') == sum(held) > 5
    assert "A link stands beside each letter of which a public copy was found." in html
    without = Filters(id=("east-lansing-mi",)).apply(everything.dataset, everything.as_of)
    assert "public copy" not in letters_html(without, Address())
