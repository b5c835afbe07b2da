"""The checks of the data: importing this package enters every rule in `CHECKS`."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

from tracker.checks import (
    case_rules,
    cells,
    chronology,
    corrections,
    documents,
    hygiene,
    ids,
    keys,
    links,
    places,
    round_rules,
    sourcing,
    word_rules,
)
from tracker.checks.draft import Draft
from tracker.checks.registry import CHECKS, Check
from tracker.problems import Problem, Severity

__all__ = [
    "CHECKS",
    "case_rules",
    "cells",
    "chronology",
    "corrections",
    "documents",
    "hygiene",
    "ids",
    "keys",
    "links",
    "places",
    "problems_of",
    "round_rules",
    "sourcing",
    "unforeseen",
    "word_rules",
]

_LOG = logging.getLogger(__name__)


def problems_of(draft: Draft) -> Iterator[Problem]:
    """Run every check on the draft and give all that they find.

    A cell that breaks a rule is not also told as a correction that nobody logged: it is to be mended first.
    """
    found = [problem for entry in CHECKS for problem in _found(entry, draft)]
    wrong = {
        _cell(problem)
        for problem in found
        if problem.severity is Severity.ERROR and not _is_unlogged(problem)
    }
    yield from (problem for problem in found if not (_is_unlogged(problem) and _cell(problem) in wrong))


def _found(entry: Check, draft: Draft) -> Iterator[Problem]:
    try:
        yield from entry.problems(draft)
    except Exception as error:
        yield unforeseen(entry.code, error)


def _is_unlogged(problem: Problem) -> bool:
    return problem.code == corrections.UNLOGGED


def _cell(problem: Problem) -> tuple[str, int, str]:
    return problem.file, problem.line, problem.column


def unforeseen(doing: str, error: Exception) -> Problem:
    """Make one problem of a fault that no rule foresaw, and log where it was, for whoever mends the rule.

    Args:
        doing: the code of the check that broke, "" outside the checks.
        error: the fault.
    """
    _LOG.error("a fault that no check foresaw (%s)", doing or "loading", exc_info=error)
    what = f"the check {doing}" if doing else "reading the data"
    place = traceback.extract_tb(error.__traceback__)[-1]
    fault = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
    message = f"{what} stopped at a fault that it does not foresee, {fault}"
    return Problem("data", 0, "", "", "unforeseen", Severity.ERROR, message)
