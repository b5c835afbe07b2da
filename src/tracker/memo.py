"""What is computed once for all readers: kept by its arguments, made by one thread while the others wait.

A dataset counts as itself, so what was made of one version is never given out for another. It keeps what was
made of it, and takes that along when it goes: a server that has met many versions holds on to none but the
newest. What is kept is shared by all threads, so nobody may change it.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from threading import Condition
from typing import Any, ParamSpec, TypeVar, cast

from cachetools import LRUCache, cached

P = ParamSpec("P")
R = TypeVar("R")


class Memo(dict[Callable[..., Any], Callable[..., Any]]):
    """What was made of one dataset: by each function, the same one with what it has given so far.

    Whatever has one as its attribute `memo` keeps the values of the calls that it is an argument of.
    """


_OF_NO_DATASET = Memo()
"""What was made of arguments of which none is of a dataset."""


@dataclass(frozen=True)
class once:  # noqa: N801 - used as a decorator, reads as an adverb
    """Make a pure function compute its value once for the same arguments, written out or left at a default.

    Of callers who ask the same at the same time one computes and the others wait; callers who ask for
    something else do not. An error is raised to whoever met it, and kept for nobody.

    Attributes:
        most: how many values are kept of one dataset, those asked for last; with `size`, how large they may
            be together.
        size: how large a value is, at least 1.
    """

    most: int
    size: Callable[[Any], int] | None = None

    def __call__(self, function: Callable[P, R]) -> Callable[P, R]:
        """Return the function that keeps what it gives; a value larger than all the room is not kept."""
        signature = inspect.signature(function)

        @wraps(function)
        def kept(*args: P.args, **kwargs: P.kwargs) -> R:
            whole, named = _written_out(signature, args, kwargs)
            memo = _memo_of((*whole, *named.values()))
            made = memo.get(function) or memo.setdefault(function, self._keeping(function))
            return cast("R", made(*whole, **named))

        return kept

    def _keeping(self, function: Callable[P, R]) -> Callable[P, R]:
        cache: LRUCache[object, R] = LRUCache(self.most, self.size)
        return cast("Callable[P, R]", cached(cache, condition=Condition())(function))


def _written_out(
    signature: inspect.Signature, args: tuple[Any, ...], named: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Give the arguments of a call as they are where none is left at its default, whichever way each came."""
    if len(args) == len(signature.parameters):
        return args, named
    whole = signature.bind(*args, **named)
    whole.apply_defaults()
    return whole.args, whole.kwargs


def _memo_of(arguments: Iterable[object]) -> Memo:
    """Return what keeps the value of a call: of the dataset that an argument is of, if one is."""
    return next(
        (memo for one in arguments if (memo := getattr(one, "memo", None)) is not None), _OF_NO_DATASET
    )
