"""The table of comparison: a row a group, each number a link to its letters, with a bar below it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tracker.address import AGAINST, BACKWARD, Address
from tracker.brief.ranges import Range
from tracker.exports.own import Way
from tracker.filters import Filters, Selection
from tracker.grouping import (
    AT_LEAST,
    AT_MOST,
    BOUNDS,
    GROUP,
    GROUPINGS,
    MEASURES,
    ORDERS,
    SHARE,
    SUITS,
    Condition,
    Measure,
    group_table,
    groups_of,
    narrowed,
    totals,
)
from tracker.language.words import percent
from tracker.pages.engine import render
from tracker.row_types import rows

PATH = "compare"

Counts = Mapping[str, float]
"""The numbers of a row by their names in `group_table`."""

_COUNTED = tuple(word for word in ORDERS if word != GROUP)


def range_of(counts: Counts, name: str) -> Range:
    """Return the range of a measure that depends on days not known."""
    return Range(int(counts[name + AT_LEAST]), int(counts[name + AT_MOST]))


def groups_html(selection: Selection, address: Address, way: Way) -> str:
    """Return the groups as a table, the sum in its last row."""
    return render(
        "groups.html.j2",
        caption=selection.description,
        ways=[
            (grouping.label, _link(address, way.regrouped(word)), word == way.by)
            for word, grouping in GROUPINGS.items()
        ],
        heads=list(_heads(selection, address, way)),
        groups=list(_groups(selection, way)),
        total={"cells": total_cells(selection), "suits": "#suits"},
        measures=[(measure.head, selection.campaign.say(_meaning(measure))) for measure in MEASURES.values()],
        noun=GROUPINGS[way.by].noun,
        basis=GROUPINGS[way.by].basis,
        cases=Address(Filters(as_of=address.filters.as_of)).link("cases"),
    )


def _meaning(measure: Measure) -> str:
    """Say what a column counts, and what two numbers in it are."""
    return " ".join([measure.meaning, *BOUNDS.values()] if measure.possible else [measure.meaning])


def _link(address: Address, way: Way) -> str:
    """Link the page with groups made and sorted so; defaults are left out."""
    own = {**way.values, AGAINST: address.values.get(AGAINST, "")}
    return Address(address.filters).link(PATH, **{key: word for key, word in own.items() if word})


def heads() -> list[dict[str, str]]:
    """Give the head of each column of counts: its word, its label, and what two numbers in it are."""
    labels = {SHARE: "Share answered", SUITS: "Suits"}
    return [
        {"word": word, "label": labels.get(word) or MEASURES[word].head, "ends": _ends_in_words(word)}
        for word in _COUNTED
    ]


def _ends_in_words(word: str) -> str:
    """Say what the two numbers of a column are; "" where it has one."""
    if word == SHARE:
        return "on record: share of all letters to share of those named"
    is_range = word in MEASURES and MEASURES[word].possible
    return "on record: certain to possible, by the days of answers" if is_range else ""


def _heads(selection: Selection, address: Address, way: Way) -> Iterator[dict[str, str]]:
    """Give each head with the link that sorts by it: the largest first, or the other way round."""
    group = {"word": GROUP, "label": GROUPINGS[way.by].label, "ends": ""}
    for head in (group, *heads()):
        word = head["word"]
        is_now = word == way.column
        forward = is_now and way.is_backward if word != GROUP else not (is_now and not way.is_backward)
        yield head | {
            "href": _link(address, replace(way, order=word if forward else BACKWARD + word)),
            "sorted": ("descending" if way.is_backward else "ascending") if is_now else "",
        }


def _groups(selection: Selection, way: Way) -> Iterator[dict[str, Any]]:
    """Give each group with its cells."""
    table = group_table(selection, way.by, way.column, way.is_backward)
    conditions = {group.word: group.condition for group in groups_of(selection, way.by)}
    largest = {name: float(table[name].max()) for name in ("named", "inferred", SUITS)}
    for group in rows(table):
        condition = conditions[group["group"]]
        yield {
            "word": group["group"],
            "label": group["group_label"],
            "href": _letters(selection, condition),
            "cells": [_cell(selection, group, name, condition, largest) for name in _COUNTED],
            "suits": f"#suits-{group['group']}",
        }


def total_cells(selection: Selection) -> list[dict[str, Any]]:
    """Give the cells of the whole view, each suit once."""
    counts = totals(selection)
    largest = {name: float("inf") for name in ("named", "inferred", SUITS)}
    return [_cell(selection, counts, name, {}, largest) for name in _COUNTED]


def _cell(
    selection: Selection,
    counts: Counts,
    name: str,
    condition: Condition,
    largest: dict[str, float],
) -> dict[str, Any]:
    """Give the numbers of a cell with their links, and how long its bar is, at least and at most."""
    if name not in MEASURES:
        return _plain_cell(selection, counts, name, condition, largest)
    ends, whole = _ends(counts, name), largest.get(name) or counts["named"]
    return {
        "numbers": [
            (str(count), _letters(selection, condition, counted) if count else "") for count, counted in ends
        ],
        "bar": [_length(count, whole) for count, _ in (ends[0], ends[-1])],
    }


def _ends(counts: Counts, name: str) -> list[tuple[int, Condition]]:
    """Give the number of a measure with what it counts; the least and the most where these differ."""
    measure = MEASURES[name]
    if measure.possible is None:
        return [(int(counts[name]), measure.certain)]
    ends = range_of(counts, name)
    both = [(ends.at_least, measure.certain), (ends.at_most, measure.possible)]
    return both[:1] if ends.is_known else both


def _plain_cell(
    selection: Selection, counts: Counts, name: str, condition: Condition, largest: dict[str, float]
) -> dict[str, Any]:
    """Give a cell that counts no letters: the suits, or the share from the least to the most."""
    if name == SUITS:
        return {"numbers": [(str(int(counts[name])), "")], "bar": [_length(counts[name], largest[name])] * 2}
    ends = [counts[name + AT_LEAST], counts[name + AT_MOST]]
    if math.isnan(ends[1]):
        return {"numbers": [("–", "")], "bar": [0, 0]}
    answered = _ends(counts, "answered")
    parts = dict(zip(_shares(counts, ends), (answered[0], answered[-1]), strict=True))
    return {
        "numbers": [
            (text, _letters(selection, condition, counted) if count else "")
            for text, (count, counted) in parts.items()
        ],
        "bar": [_length(end, 1) for end in ends],
    }


def _shares(counts: Counts, ends: list[float]) -> list[str]:
    """Write the least and the most that was answered, each with what it is a share of where they differ."""
    texts = [percent(end) for end in ends]
    wholes = (int(counts["named"] + counts["inferred"]), int(counts["named"]))
    if texts[0] == texts[1] or wholes[0] == wholes[1]:
        return texts
    return [f"{text} of {whole}" for text, whole in zip(texts, wholes, strict=True)]


def _length(count: float, whole: float) -> float:
    """Return how long a bar is, in percent of the cell."""
    return round(100 * count / whole, 1) if whole else 0


def _letters(selection: Selection, *conditions: Condition) -> str:
    """Link the letters of the view that meet all conditions."""
    filters = narrowed(selection.filters, *conditions)
    return Address(filters).link("") if filters else ""
