"""What shows that a letter was sent: the grade its documents give, and how letters are counted by it.

Letters that are entered on general statements alone are never counted as certain: `Count` keeps them apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Count:
    """How many letters there are whose recipient a source names, and how many are entered without."""

    named: int = 0
    inferred: int = 0

    @classmethod
    def of(cls, letters: pd.DataFrame) -> "Count":
        """Count letters, or places by the letter that stands for each; the frame has `evidence`."""
        return cls(len(named(letters)), len(inferred(letters)))

    @classmethod
    def by(cls, letters: pd.DataFrame, column: str) -> dict[str, "Count"]:
        """Count the letters of each value of a column, or of each in its lists, the commonest value first."""
        is_inferred = letters["evidence"] == Evidence.INFERRED
        inferred = letters.loc[is_inferred, column].explode().value_counts().to_dict()
        every = letters[column].explode().value_counts().to_dict()
        return {
            str(value): cls(int(count) - inferred.get(value, 0), inferred.get(value, 0))
            for value, count in every.items()
        }

    def __str__(self) -> str:
        """Write it in figures: `23`, `23, and 10 not named by a source`, `10 not named by a source`."""
        return self._written(", and ", " not named by a source")

    @property
    def short(self) -> str:
        """Write it where there is little room: `23`, `23 + 10 not named`, `10 not named`."""
        return self._written(" + ", " not named")

    @property
    def letters(self) -> str:
        """Write it with its noun: `1 letter`, `23 letters + 10 not named`, `10 letters not named`."""
        count = self.named or self.inferred
        beside = "" if not self.inferred else f" + {self.inferred:,}" if self.named else ""
        return f"{count:,} letter{'' if count == 1 else 's'}{beside}{' not named' if self.inferred else ''}"

    def _written(self, joined: str, unnamed: str) -> str:
        if not self.inferred:
            return f"{self.named:,}"
        return f"{f'{self.named:,}{joined}' if self.named else ''}{self.inferred:,}{unnamed}"


def named(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters whose recipient a source names; only these are counted as certain."""
    return letters[letters["evidence"] != Evidence.INFERRED]


def inferred(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters that are entered because sources say that all listed places got one."""
    return letters[letters["evidence"] == Evidence.INFERRED]


def certain(letters: pd.DataFrame) -> pd.DataFrame:
    """Return the letters that numbers speak of: the named, or all where none is."""
    those = named(letters)
    return letters if those.empty else those


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
