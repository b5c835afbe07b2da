"""The matrix in HTML is a table that a reader of the screen and a reader of print can both use."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from tracker import Filters
from tracker.language.datewords import unbroken
from tracker.pages.matrix_section import matrix_html
from tracker.views import matrix as module

TODAY = date(2026, 11, 25)


def page(dataset, query=""):
    filters, _ = Filters.parse(query, dataset)
    return matrix_html(filters.apply(dataset, TODAY), lambda key: f"/record?id={key}&as_of=2018-01-25")


class Tags(HTMLParser):
    """Collects the tags opened, and checks that all are closed in turn."""

    def __init__(self, text):
        super().__init__()
        self.opened, self._open = [], []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag


@pytest.fixture(scope="module")
def html(dataset):
    return page(dataset)


def test_heads_name_rows_and_columns(html, dataset):
    heads = [attributes["scope"] for tag, attributes in Tags(html).opened if tag == "th"]
    assert heads.count("row") == dataset.letters["jurisdiction_id"].nunique()
    assert heads.count("col") == 11


def test_rows_have_a_cell_for_every_round(html):
    body = html.split("<tbody>")[1]
    assert {row.count("<td>") for row in body.split("<tr>")[1:]} == {10}


def test_the_caption_describes_the_view(html):
    caption = unbroken("Places and the letters they got. All DOJ letters, as of Nov. 25, 2026.")
    assert f"<caption>{caption}</caption>" in html


def test_places_are_linked(html):
    assert '<a href="/record?id=jackson-ms&amp;as_of=2018-01-25">Jackson</a>' in html


def test_a_status_is_said_in_words_not_by_colour_alone(dataset):
    (cell,) = re.findall(r"<td>(.*)</td>", page(dataset, "round=2018-01&state=MS"))
    assert 'class="status status-lapsed"' in cell
    assert '<span class="visually-hidden">Program ended, no outcome on public record</span>' in cell
    assert '<span class="matrix-word" aria-hidden="true">program ended</span>' in cell


def test_an_empty_view_says_so(dataset):
    assert page(dataset, "q=nosuchword").strip() == "<p>No letter matches these filters on this day.</p>"


def test_names_are_escaped(dataset):
    places = dataset.jurisdictions
    hostile = places.assign(name=places["name"].replace("Jackson", "<script>alert(1)</script>"))
    edited = replace(dataset, tables={**dataset.tables, "jurisdictions": hostile})
    assert "<script>" not in page(edited, "state=MS")
    assert "&lt;script&gt;" in page(edited, "state=MS")


def test_a_table_too_large_to_read_says_what_is_left_out_and_where_it_is(dataset, monkeypatch):
    assert "The table ends here" not in page(dataset)
    monkeypatch.setattr(module, "MOST_PLACES", 3)
    html = page(dataset, "round=2018-01")
    assert "The table ends here: 20 more letters are of older rounds than these 1" in html
    assert 'href="api/v1/letters.csv?round=2018-01"' in html
