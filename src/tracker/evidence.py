"""What shows that a letter was sent: the grade its documents give, and what rests on weak hosts alone."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from tracker.vocabulary import DocumentKind, Evidence, Hosting, Reading

_GRADES: Mapping[tuple[str, str], Evidence] = {
    (DocumentKind.LETTER, Reading.READ): Evidence.LETTER,
    (DocumentKind.LETTER, Reading.LOCATED): Evidence.COPY,
    (DocumentKind.RELEASE, Reading.READ): Evidence.OFFICIAL,
}
"""What a document of a letter shows, by its kind and reading."""

UNDOCUMENTED = (Evidence.REPORT, Evidence.INFERRED)
"""The grades of a letter without a document; which of the two holds is for an editor to judge."""


def grade(documents: Iterable[tuple[str, str]]) -> Evidence | None:
    """Return the best grade that documents give, by their kind and reading; None where they give none."""
    given = {_GRADES[document] for document in documents if document in _GRADES}
    return next((term for term in Evidence if term in given), None)


def on_weak_hosts(
    rows: pd.DataFrame, sources: pd.DataFrame, columns: Sequence[str] = ("sources",)
) -> "pd.Series[bool]":
    """Tell which rows, in any of some columns, cite only sources at weak hosts.

    Args:
        rows: a frame in which the columns hold tuples; an empty one cites nothing.
        sources: the sources, with `source_id` and `hosting`.
        columns: those that cite.
    """
    weak = set(sources.loc[sources["hosting"] == Hosting.WEAK, "source_id"])
    cited = rows[list(columns)].map(lambda cell: bool(cell) and weak.issuperset(cell))
    return cited.any(axis=1).astype("bool")
