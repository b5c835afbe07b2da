"""The matrix of places and rounds as an HTML table."""

from collections.abc import Callable
from typing import Any

from tracker.campaign import Campaign
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.pages.engine import render
from tracker.row_types import PlaceOnDay, typed_rows
from tracker.views.matrix import Matrix, matrix
from tracker.vocabulary import Kind, Status


def matrix_html(selection: Selection, link: Callable[[str], str]) -> str:
    """Return the places by rounds of a view, each place linked to what `link` gives for its id.

    The sheet is to keep the first column and the head in sight (`matrix`, `matrix-corner`), and may leave
    out the words of the cells where there is no room (`matrix-word`): readers of the screen have others.
    """
    laid_out = matrix(selection)
    return render(
        "matrix.html.j2",
        caption=f"Places and the letters they got. {selection.description}",
        rounds=[{"label": label, "name": laid_out.names[key]} for key, label in laid_out.labels.items()],
        rows=_rows(laid_out, link, selection.campaign),
        left_out=laid_out.left_out,
        whole=file_path("letters", "csv", selection.filters.to_query()),
    )


def _rows(laid_out: Matrix, link: Callable[[str], str], campaign: Campaign) -> list[dict[str, Any]]:
    places = typed_rows(laid_out.places, PlaceOnDay)
    return [
        {
            "href": link(place["jurisdiction_id"]),
            "name": place["name"],
            "state": "" if Kind.of(place["kind"]).names_its_state else place["state"],
            "cells": [_cell(word, campaign) for word in words],
        }
        for place, words in zip(places, laid_out.frame.to_numpy(), strict=True)
    ]


def _cell(word: str, campaign: Campaign) -> dict[str, Any] | None:
    status = Status.of(word) if word else None
    return {"status": campaign.word(status), "short": status.short} if status else None
