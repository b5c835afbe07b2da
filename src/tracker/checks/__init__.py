"""The checks of the data: importing this package enters every rule in `CHECKS`."""

from collections.abc import Iterator

from tracker.checks import (
    cases,
    cells,
    chronology,
    corrections,
    documents,
    hygiene,
    ids,
    keys,
    places,
    rounds,
    sourcing,
)
from tracker.checks.draft import Draft
from tracker.checks.registry import CHECKS
from tracker.problems import Problem

__all__ = [
    "CHECKS",
    "cases",
    "cells",
    "chronology",
    "corrections",
    "documents",
    "hygiene",
    "ids",
    "keys",
    "places",
    "problems_of",
    "rounds",
    "sourcing",
]


def problems_of(draft: Draft) -> Iterator[Problem]:
    """Run every check on the draft and give all that they find."""
    for entry in CHECKS:
        yield from entry.problems(draft)
