"""How long readers wait who are there at the same time, against a plain page of the same letters.

    .venv/bin/python bench/readers.py                   10 and 25 readers, two rounds
    .venv/bin/python bench/readers.py --rounds 5        more often, for a steadier median

In each round 25 readers open the same view at the same moment, page and live page, as after a story that
links here; then all of them, and then ten of them, change between four views, each as soon as the last one is
there. They are driven over Streamlit's own protocol from another process. Every view has been opened before.
A percentile is that of all waits of a round. Asserts nothing.
"""

import statistics
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from typing import TypeVar

from figures import Figure, Goal, Pair, percentile, table
from protocol import PATIENCE, VIEWS, reader, rerun
from servers import Server, baseline, parser, tracker
from websockets.sync.client import ClientConnection

MANY, FEW = 25, 10
SPIKE = f"{MANY} readers open one view at once"
CROWD, GROUP = (f"{count} readers changing filters" for count in (MANY, FEW))
LONGEST = Goal(3000, of="ours")
T = TypeVar("T")

Waits = dict[str, list[list[float]]]
"""By what the readers did: the waits of each round, in ms."""


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=2, help="how many (default: %(default)s)")
    options = arguments.parse_args()
    with tracker() as ours, baseline("plain") as plain:
        print(table([*figures(ours, plain, options.rounds)]))


def figures(ours: Server, plain: Server, rounds: int) -> Iterator[Figure]:
    """Measure the waits on both, in turns."""
    waits: tuple[Waits, Waits] = ({}, {})
    for running in (ours, plain):
        opened_before(running)
    for _ in range(rounds):
        for running, into in zip((ours, plain), waits, strict=True):
            for name, times in visited(running).items():
                into.setdefault(name, []).append(times)
    yield figure(f"{GROUP}, p50", waits, GROUP, statistics.median)
    yield figure(f"{GROUP}, p95", waits, GROUP, p95, Goal(0.35))
    for name in (CROWD, SPIKE):
        yield figure(f"{name}, p50", waits, name, statistics.median)
        yield figure(f"{name}, p95", waits, name, p95)
        yield figure(f"{name}, longest", waits, name, max, LONGEST)


def figure(
    name: str,
    waits: tuple[Waits, Waits],
    key: str,
    of: Callable[[list[float]], float],
    goal: Goal | None = None,
) -> Figure:
    """Make one value of the waits of each round."""
    return Figure(name, Pair(*([of(times) for times in side[key]] for side in waits)), "plain page", goal)


def p95(times: list[float]) -> float:
    """Return the wait that one in twenty exceeds."""
    return percentile(times, 95)


def opened_before(running: Server) -> None:
    """Open every view once."""
    with reader(running) as socket:
        changing(socket, VIEWS)


def visited(running: Server) -> dict[str, list[float]]:
    """Let all come at once and then change; return how long each waited."""
    with ExitStack() as opened:
        came = at_once([partial(arrive, running, opened)] * MANY)
        sockets = [socket for socket, _ in came]
        return {
            SPIKE: [wait for _, wait in came],
            CROWD: all_changing(sockets),
            GROUP: all_changing(sockets[:FEW]),
        }


def arrive(running: Server, opened: ExitStack) -> tuple[ClientConnection, float]:
    """Open the page and its live page, and return the socket and how long it took."""
    begun = time.perf_counter()
    with urllib.request.urlopen(f"{running.address}/?{VIEWS[0]}", timeout=PATIENCE) as page:
        page.read()
    socket = opened.enter_context(reader(running))
    rerun(socket, VIEWS[0])
    return socket, 1000 * (time.perf_counter() - begun)


def all_changing(sockets: Sequence[ClientConnection]) -> list[float]:
    """Let readers change at the same time, each beginning with another view; return every wait."""
    orders = [VIEWS[at:] + VIEWS[:at] for at in (place % len(VIEWS) for place in range(len(sockets)))]
    waits = at_once([partial(changing, *each) for each in zip(sockets, orders, strict=True)])
    return [wait for one in waits for wait in one]


def changing(socket: ClientConnection, views: Sequence[str]) -> list[float]:
    """Open views one after another and return how long each took."""
    waits = []
    for view in views:
        begun = time.perf_counter()
        rerun(socket, view)
        waits.append(1000 * (time.perf_counter() - begun))
    return waits


def at_once(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """Begin all tasks at the same moment and return what each returned."""
    ready = threading.Barrier(len(tasks))

    def begin(task: Callable[[], T]) -> T:
        ready.wait()
        return task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(begin, tasks))


if __name__ == "__main__":
    main()
