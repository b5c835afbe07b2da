"""The groups of the comparison counted again from the tables, by code that shares nothing with it."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from recount import size_of
from tracker.filters import Filters
from tracker.grouping import group_table

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 26)
COLUMN = {"state": "state", "kind": "kind", "round": "round_id", "population": "size"}


def table(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def letters():
    """Every letter with its place, and the types of its own events."""
    places = {row["jurisdiction_id"]: row for row in table("jurisdictions")}
    types = {}
    for event in table("events"):
        types.setdefault((event["round_id"], event["jurisdiction_id"]), set()).add(event["type"])
    for letter in table("letters"):
        key = letter["round_id"], letter["jurisdiction_id"]
        size = size_of(places[letter["jurisdiction_id"]]["population"])
        yield {"size": size} | letter | places[letter["jurisdiction_id"]] | {"types": types.get(key, set())}


COUNTED = {
    "named": lambda letter: True,
    "refused": lambda letter: "declined" in letter["types"],
    "answered_at_least": lambda letter: (
        "response_sent" in letter["types"] and "declined" not in letter["types"]
    ),
    "cleared": lambda letter: "cleared" in letter["types"],
}


@pytest.mark.parametrize("by", COLUMN)
def test_the_counts_of_the_groups_are_those_of_the_tables(published, by):
    groups = group_table(Filters().apply(published, TODAY), by).set_index("group")
    every = list(letters())
    named = [letter for letter in every if letter["evidence"] != "inferred"]
    for column, holds in COUNTED.items():
        counts = Counter(letter[COLUMN[by]] for letter in named if holds(letter))
        assert {key: int(count) for key, count in groups[column].items() if count} == dict(counts), column
    unnamed = Counter(letter[COLUMN[by]] for letter in every if letter["evidence"] == "inferred")
    assert {key: int(count) for key, count in groups["inferred"].items() if count} == dict(unnamed)
