"""Which two rounds an address names to be compared."""

from dataclasses import dataclass

from tracker.address import FROM, TO, Address
from tracker.address_values import Refused
from tracker.dataset import Dataset
from tracker.vocabulary import RoundKind


@dataclass(frozen=True)
class Pair:
    """The rounds that an address compares; None where it names none, or none that can be."""

    first: str | None
    second: str | None
    refused: tuple[Refused, ...] = ()


def pair_of(address: Address, dataset: Dataset) -> Pair:
    """Read which two rounds an address names; one that cannot be compared is refused with the reason."""
    named = {key: address.values.get(key) for key in (FROM, TO)}
    refused = [
        Refused(key, value, reason)
        for key, value in named.items()
        if value and (reason := _no_comparison(value, dataset))
    ]
    unusable = {part.key for part in refused}
    first, second = (None if key in unusable else named[key] for key in (FROM, TO))
    if first and first == second:
        refused.append(Refused(TO, first, "is the same round as the first; choose two"))
        second = None
    return Pair(first, second, tuple(refused))


def _no_comparison(round_id: str, dataset: Dataset) -> str:
    """Say why a round cannot be compared; "" where it can."""
    kinds = dict(zip(dataset.rounds["round_id"], dataset.rounds["kind"], strict=True))
    if round_id not in kinds:
        return "is not a round on record"
    return "" if kinds[round_id] == RoundKind.LETTERS else "is background, with no letters to compare"
