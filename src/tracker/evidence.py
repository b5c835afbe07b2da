"""What shows that a letter was sent: the grade its documents give, and what rests on weak hosts alone."""

from collections.abc import Iterable, Mapping

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


def on_weak_hosts(rows: pd.DataFrame, sources: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which rows cite only sources at weak hosts.

    Args:
        rows: a frame with a `sources` column of tuples.
        sources: the sources, with `source_id` and `hosting`.
    """
    weak = set(sources.loc[sources["hosting"] == Hosting.WEAK, "source_id"])
    return rows["sources"].map(weak.issuperset).astype("bool")
