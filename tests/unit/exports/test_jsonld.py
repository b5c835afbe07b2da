"""The description for search engines holds what they ask for, and cannot leave its script element."""

import json
from dataclasses import replace
from html.parser import HTMLParser

from hostile import HOSTILE
from tracker.exports.formats import extensions
from tracker.exports.jsonld import dataset_jsonld, script_text
from tracker.exports.public_columns import columns
from tracker.exports.rows import TABLES

BASE = "https://letters.example.org/"


def test_it_says_what_the_data_are_from_the_descriptor(dataset):
    told = dataset_jsonld(dataset, BASE)
    assert (told["@context"], told["@type"]) == ("https://schema.org/", "Dataset")
    assert told["name"] == dataset.descriptor["title"]
    assert 50 <= len(told["description"]) <= 5000  # what Google asks for
    assert told["version"] == dataset.version.name
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["temporalCoverage"] == "2016-05-31/2026-07-03"
    assert told["creator"] == [{"@type": "Organization", "name": "The DOJ letters tracker contributors"}]


def test_every_file_that_is_served_is_listed(dataset):
    links = [file["contentUrl"] for file in dataset_jsonld(dataset, BASE)["distribution"]]
    served = [f"{BASE}api/v1/{table}.{extension}" for table in TABLES for extension in extensions(table)]
    assert links == [f"{BASE}api/v1/datapackage.zip", *served]


def test_the_variables_are_the_columns_of_the_letters(dataset):
    names = [variable["name"] for variable in dataset_jsonld(dataset, BASE)["variableMeasured"]]
    assert names == [column.name for column in columns("letters", dataset)]


def test_no_text_ends_the_script(dataset):
    hostile = replace(dataset, descriptor=dataset.descriptor | {"title": HOSTILE, "description": HOSTILE})
    told = dataset_jsonld(hostile, BASE)
    reader = Reader()
    reader.feed(f'<script type="application/ld+json">{script_text(told)}</script><p>after</p>')
    assert reader.tags == ["script", "p"]
    assert json.loads(reader.data[0]) == told


class Reader(HTMLParser):
    """Notes the elements of a page and the texts between them."""

    def __init__(self):
        super().__init__()
        self.tags, self.data = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.data.append(data)
