"""What a widget may show in the reader's browser, and what a value reported by it means.

A reader may choose again before the page of the last choice is drawn, so the browser may still hold any of
the values since the one that both sides last agreed on. A choice is the difference to one of them:
the nearest.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Change:
    """A reader's choice in one widget.

    Attributes:
        before: what the widget held.
        after: what it holds; lists are tuples in the order of choosing.
        doubtful: whether it may be no choice, but a value that the browser has not redrawn yet.
    """

    before: Any
    after: Any
    doubtful: bool = False

    @property
    def added(self) -> tuple[Any, ...]:
        """What was chosen, of a list."""
        added: tuple[Any, ...] = self.after[len(_kept(self.before, self.after)) :]
        return added

    def onto(self, chosen: tuple[Any, ...]) -> tuple[Any, ...]:
        """Make the same choice in a list that may have changed meanwhile."""
        kept = _kept(self.before, self.after)
        removed = set(self.before) - set(kept)
        return (*(value for value in chosen if value not in removed), *self.added)


@dataclass(frozen=True)
class Held:
    """The values that a widget may hold, newest last; one alone is certain."""

    values: tuple[Any, ...]

    @property
    def certain(self) -> bool:
        """Whether the browser and the page agree on the value."""
        return len(self.values) == 1

    def given(self, value: Any) -> "Held":
        """Return what may be held once the widget is given a value."""
        return self if value == self.values[-1] else Held((*self.values, value))

    def reported(self, value: Any) -> tuple["Held", Change | None]:
        """Return what may be held once the browser reports a value, and the choice that this tells of."""
        *older, newest = self.values
        if value == newest:
            return Held((value,)), None
        if value in older:
            return self, Change(newest, value, doubtful=True)
        before = min(reversed(self.values), key=lambda base: _steps(base, value))
        certain = all(_steps(newest, value) < _steps(base, value) for base in older)
        return Held((value,) if certain else (*self.values, value)), Change(before, value)


def _steps(before: Any, after: Any) -> int:
    """Count the choices that lead from one value to another: a list loses or gains one value by each."""
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return int(before != after)
    return len(before) + len(after) - 2 * len(_kept(before, after))


def _kept(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return how much of a list was there before: what is chosen goes to its end."""
    rest = iter(before)
    for count, value in enumerate(after):
        if value not in rest:  # looks on from where the last one was found
            return after[:count]
    return after
