"""A citation names exactly one view: title, filters, day, data version and link."""

import json
import re
from datetime import date

import pytest

import tracker
from tracker.exports.citation import cite
from tracker.exports.provenance import about

LINK = "https://tracker.example/?round=2018-01&state=CA&as_of=2018-01-25&version=2026.11.25-1a2b3c4d"


def cited(dataset, query, link=LINK):
    filters = tracker.Filters.parse(query, dataset)[0]
    return cite(about(filters.apply(dataset, date(2026, 11, 25))), link)


@pytest.fixture(scope="session")
def california(dataset):
    return cited(dataset, "round=2018-01&state=CA&as_of=2018-01-25")


@pytest.mark.parametrize("form", ["caption", "sentence", "apa", "bibtex", "csl"])
def test_every_form_names_view_day_and_version(california, dataset, form):
    text = getattr(california, form)
    for fact in (
        "DOJ letters tracker",
        "of the January 2018 round to places in California",
        "Jan. 25, 2018",
        dataset.version.name,
    ):
        assert fact in text


@pytest.mark.parametrize("form", ["sentence", "apa", "bibtex", "csl"])
def test_every_form_but_the_caption_gives_the_link(california, form):
    assert LINK in getattr(california, form)


def test_the_caption_is_a_credit(california, dataset):
    assert california.caption.endswith(f"(data version {dataset.version.name}), CC BY 4.0")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (
            "round=2018-01&state=CA&as_of=2018-01-25",
            "lists nine DOJ letters of the January 2018 round to places in California",
        ),
        ("", "lists {all} DOJ letters in all and another "),
        ("round=2018-01&state=MS", "lists one DOJ letter of the January 2018 round to places in Mississippi"),
        ("q=nowhere-at-all", "lists no DOJ letters matching"),
    ],
)
def test_the_sentence_counts_the_letters(dataset, query, words):
    named = (dataset.letters["evidence"] != "inferred").sum()
    assert words.format(all=named) in cited(dataset, query).sentence


def test_csl_is_a_list_of_one_data_set(california, dataset):
    (item,), released = json.loads(california.csl), dataset.version.released_on
    assert (item["type"], item["version"], item["URL"]) == ("dataset", dataset.version.name, LINK)
    assert item["issued"] == {"date-parts": [[released.year, released.month, released.day]]}


@pytest.mark.parametrize("words", [r"\input{x} 50% & $5 #1 a_b {~^}", "}, title={x", "“é” 東京"])
def test_bibtex_stays_one_entry_whatever_was_searched_for(dataset, words):
    text = cited(dataset, f"q={words.replace('&', '%26').replace('#', '%23')}", LINK + "{}\\").bibtex
    bare = re.sub(r"\\[{}]", "", text)
    depth = [bare[:end].count("{") - bare[:end].count("}") for end in range(len(bare) + 1)]
    assert depth[-1] == 0
    assert min(depth[text.index("{") + 1 : -1]) >= 1
    assert re.match(r"@misc\{[A-Za-z0-9-]+,\n", text)


def test_the_same_view_is_cited_the_same_way(dataset):
    assert cited(dataset, "state=CA") == cited(dataset, "state=CA")
