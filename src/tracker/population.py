"""Places by how many people live in them, as the Census Bureau estimated for July 1, 2019.

One year serves for cities, counties and states alike; it lies between the letters of 2016 to 2018 and those
of 2025 and after. Letters are compared by class, not by number: an estimate can be off by more than the
difference between two places of one class.
"""

from enum import StrEnum

from pandas.api.typing import NAType


class Population(StrEnum):
    """A class of places: the word in links, its label, and how many residents a place of it has at least."""

    label: str
    fewest: int

    def __new__(cls, value: str, label: str, fewest: int) -> "Population":
        """Make the member a plain string that also carries its label and its limit."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.fewest = fewest
        return member

    LARGEST = "5m", "5 million or more", 5_000_000
    LARGE = "1m", "1 million to 5 million", 1_000_000
    MIDDLE = "250k", "250,000 to 1 million", 250_000
    SMALL = "100k", "100,000 to 250,000", 100_000
    SMALLEST = "under-100k", "Under 100,000", 0
    NOT_ENTERED = "none", "Not entered", -1


def population_class(residents: int | NAType) -> Population:
    """Return the class of a place by its residents, NA where none are entered; a limit begins its class."""
    if isinstance(residents, NAType):
        return Population.NOT_ENTERED
    return next(each for each in Population if residents >= each.fewest)
