"""The sources of a page, numbered by first use, and how their numbers stand behind what rests on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from tracker.dataset import Dataset
from tracker.row_types import NumberedSource

LONG = 3
"""From how many on numbers that follow each other are written from-to, in a long list of numbers."""

MANY = 6
"""From how many numbers on a list of them is long."""


@dataclass(frozen=True, eq=False)
class Footnotes:
    """The ids of the sources of a page in the order of their numbers, which begin at 1."""

    dataset: Dataset
    ids: tuple[str, ...]

    @classmethod
    def of(cls, dataset: Dataset, cited: Iterable[Iterable[str]]) -> "Footnotes":
        """Number the sources of what a page says, in the order in which it says it."""
        return cls(dataset, tuple(dict.fromkeys(source for cell in cited for source in cell)))

    @cached_property
    def sources(self) -> Sequence[NumberedSource]:
        """The rows of the sources in order, each with its `number`."""
        by_id = self.dataset.sources_by_id
        return [{**by_id[source], "number": number} for source, number in self._numbers.items()]

    def numbers(self, cited: Iterable[str]) -> list[int]:
        """Give the numbers of some sources, in order."""
        return sorted(self._numbers[source] for source in cited)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {source: number for number, source in enumerate(self.ids, start=1)}


def is_long(numbers: Sequence[int]) -> bool:
    """Tell whether a list of numbers is long: a brief then says how many there are, in one link."""
    return len(numbers) >= MANY


def spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Give the first and last of what is written together: one number, or several that follow each other."""
    if not is_long(numbers):
        return [(number, number) for number in numbers]
    spans_of_list = list[tuple[int, int]]()
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        several = [number for _, number in run]
        whole = len(several) >= LONG
        spans_of_list += [(several[0], several[-1])] if whole else [(one, one) for one in several]
    return spans_of_list
