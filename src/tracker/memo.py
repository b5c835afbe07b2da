"""What is computed once for all readers: kept by its arguments, made by one thread while the others wait.

A dataset counts as itself, so what was made of one version is never given out for another. What is kept is
shared by all threads, so nobody may change it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Any, ParamSpec, TypeVar, cast

from cachetools import LRUCache, cached

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class once:  # noqa: N801 - used as a decorator, reads as an adverb
    """Make a pure function compute its value once for the same arguments.

    Of callers who ask the same at the same time one computes and the others wait; callers who ask for
    something else do not. An error is raised to whoever met it, and kept for nobody.

    Attributes:
        most: how many values are kept, those asked for last; with `size`, how large they may be together.
        size: how large a value is, at least 1.
    """

    most: int
    size: Callable[[Any], int] | None = None

    def __call__(self, function: Callable[P, R]) -> Callable[P, R]:
        """Return the function that keeps what it gives; a value larger than all the room is not kept."""
        cache: LRUCache[object, R] = LRUCache(self.most, self.size)
        return cast("Callable[P, R]", cached(cache, condition=Condition())(function))
