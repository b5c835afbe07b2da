"""Two views side by side on the page of comparison: the same columns, each number a link to its letters."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.address import AGAINST, Address
from tracker.exports.formats import formats_of
from tracker.exports.paths import file_path
from tracker.filters import Filters, Selection
from tracker.language.words import counted, sentence
from tracker.pages.engine import render
from tracker.pages.groups_table import PATH, heads, total_cells
from tracker.periods import eras
from tracker.sides import Sides, against

TABLE = "sides"


def sides_html(address: Address, selection: Selection, sides: Sides | None) -> str:
    """Return the two views as a table of two rows; without a second, the ways to choose one."""
    return render(
        "sides.html.j2",
        choices=list(_choices(address, selection)),
        sentences=_sentences(sides) if sides else [],
        heads=heads(),
        sides=[_side(number, side) for number, side in enumerate(sides.both, 1)] if sides else [],
        swapped=_swapped(address, sides) if sides else "",
        alone=_link(replace(address, values=_without(address))),
        files=[(form.title, file_path(TABLE, form.extension, _query(address))) for form in formats_of(TABLE)],
    )


def _side(number: int, side: Selection) -> dict[str, object]:
    """Give a view with its words and its cells."""
    page = Address(side.filters)
    return {
        "number": number,
        "label": side.filters.in_words(side.dataset),
        "href": page.link(""),
        "cells": total_cells(side),
        "suits": f"{page.link(PATH)}#suits",
    }


def _sentences(sides: Sides) -> list[str]:
    """Say how far the two overlap, so that nobody adds them up."""
    shared = sides.shared
    if not shared:
        return ["No letter is in both views."]
    are = "is" if shared == 1 else "are"
    return [sentence(f"{counted(shared, 'letter', 'letters')} {are} in both views")]


def _choices(address: Address, selection: Selection) -> Iterator[tuple[str, str, bool]]:
    """Give what a view can be set against by one click: a name, a link, and whether it is so now."""
    periods = eras(selection.dataset, selection.as_of).items()
    views = {"all letters": Filters(), **{years: Filters(round=rounds) for years, rounds in periods}}
    now = address.values.get(AGAINST, "")
    for name, filters in views.items():
        value = against(filters)
        yield name, _link(address, value), value == now
    if address.filters.drop("as_of").active():
        value = against(address.filters)
        yield "this view, to change the filters above", _link(address, value), value == now


def _swapped(address: Address, sides: Sides) -> str:
    """Link the same two views the other way round."""
    return _link(replace(address, filters=sides.second.filters), against(sides.first.filters))


def _link(address: Address, second: str = "") -> str:
    own = _without(address) | ({AGAINST: second} if second else {})
    return Address(address.filters, own).staying(PATH, address.filters)


def _without(address: Address) -> dict[str, str]:
    return {key: value for key, value in address.values.items() if key != AGAINST}


def _query(address: Address) -> str:
    """Write what the rows of both views follow from."""
    second = {AGAINST: address.values.get(AGAINST, "")}
    return Address(address.filters).link("", **second).partition("?")[2]
