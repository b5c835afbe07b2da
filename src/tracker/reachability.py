"""Which source addresses no longer answer: a check for editors, and the one use of the network."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pandas as pd

REFUSALS = frozenset({401, 402, 403, 405, 406, 429, 451})
"""Answers that keep a program out and say nothing of what a reader would see."""


@dataclass(frozen=True)
class Reply:
    """What an address answered: a status of HTTP, or None and why there was none."""

    source_id: str
    url: str
    status: int | None
    reason: str

    @property
    def is_dead(self) -> bool:
        """Whether a reader would not get the page: no answer, or an error that is no mere refusal."""
        return self.status is None or (self.status >= 400 and self.status not in REFUSALS)

    def __str__(self) -> str:
        """Print one line: `townhall-2018: 404 Not Found, https://…`."""
        said = f"{self.status} {self.reason}".strip() if self.status else self.reason
        return f"{self.source_id}: {said}, {self.url}"


def replies(sources: pd.DataFrame, agent: str, timeout: float, at_once: int) -> Iterator[Reply]:
    """Ask every source's address, in the order of the table.

    Args:
        sources: the sources, with `source_id` and `url`.
        agent: how the requests name who asks.
        timeout: seconds to wait for an answer.
        at_once: how many addresses are asked at a time.
    """
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        yield from pool.map(_ask, sources["source_id"], sources["url"], repeat(agent), repeat(timeout))


def _ask(source_id: str, url: str, agent: str, timeout: float) -> Reply:
    """Request an address without reading the page; redirects are followed."""
    request = Request(url, headers={"User-Agent": agent})
    try:
        with urlopen(request, timeout=timeout) as answer:
            return Reply(source_id, url, answer.status, answer.reason)
    except HTTPError as error:
        with error:
            return Reply(source_id, url, error.code, str(error.reason))
    except (OSError, ValueError) as error:  # URLError, timeouts and broken answers among them
        return Reply(source_id, url, None, f"no answer ({error})")
