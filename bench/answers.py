"""How many answers over HTTP the server gives in a second, against Datasette on the same rows.

    .venv/bin/python bench/answers.py                   the 23 letters of January 2018 as JSON and as a page
    .venv/bin/python bench/answers.py --rounds 9        more often, for a steadier median

In a round both are asked in turns, by four clients that ask one thing after another, each on one connection,
and read compressed answers, as browsers do. What is counted comes after a first answer to the same question:
the case of a link that many follow. A second of the server's CPU counts what a second of the clock would on
a machine that does nothing else. Asserts nothing.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from urllib.parse import urlsplit

from figures import Figure, Goal, Pair, table
from servers import Server, datasette, parser, tracker

VIEW = "round=2018-01&as_of=2018-01-25"
ROWS = "tracker/letters_with_places"
COMPARED = {
    "23 letters as JSON": (
        f"/api/v1/letters.json?{VIEW}",
        f"/{ROWS}.json?round_id=2018-01&_shape=array",
        Goal(3, least=True),
    ),
    "page as HTML": (f"/?{VIEW}", f"/{ROWS}?round_id=2018-01", Goal(174 / 37, least=True)),
}
"""Our path, Datasette's, and how many times as many answers are the goal: of pages, as many as there were."""

OTHERS = (
    f"/api/v1/letters.csv?{VIEW}",
    f"/feed.atom?{VIEW}",
    "/changes?from=2018-01-23&to=2018-04-13",
    "/healthz",
)
CLIENTS = 4


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="how many (default: %(default)s)")
    options = arguments.parse_args()
    with tracker() as ours:
        with datasette() as theirs:
            print(table([*figures(ours, theirs, options.rounds)]), flush=True)
        for path in OTHERS:
            print(f"{1000 / load(ours, path).a_cpu_second:6.2f} ms of CPU  {path}", flush=True)


def figures(ours: Server, theirs: Server, rounds: int) -> Iterator[Figure]:
    """Ask both for the same rows, in turns."""
    for name, (path, other, goal) in COMPARED.items():
        loads = [(load(ours, path), load(theirs, other)) for _ in range(rounds)]
        for words, values in (("a second", "a_second"), ("a second of server CPU", "a_cpu_second")):
            sides = ([getattr(side, values) for side in both] for both in zip(*loads, strict=True))
            yield Figure(f"{name}, answers {words}", Pair(*sides), "Datasette", goal, unit="/s")


@dataclass(frozen=True)
class Load:
    """How many answers there were in a second, and for a second of the server's CPU."""

    a_second: float
    a_cpu_second: float


def load(running: Server, path: str, seconds: float = 2) -> Load:
    """Ask for a path with all clients at the same time."""
    asked(running, path, 0)
    begun, spent = time.perf_counter(), running.cpu()
    with ThreadPoolExecutor(CLIENTS) as pool:
        count = sum(pool.map(partial(asked, running, path), [seconds] * CLIENTS))
    cpu = max(running.cpu() - spent, 1) / 1000
    return Load(count / (time.perf_counter() - begun), count / cpu)


def asked(running: Server, path: str, seconds: float) -> int:
    """Ask for a path over and over, at least once, and return how often."""
    connection = HTTPConnection(urlsplit(running.address).netloc, timeout=120)
    end, count = time.perf_counter() + seconds, 0
    while not count or time.perf_counter() < end:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}")
        count += 1
    connection.close()
    return count


if __name__ == "__main__":
    main()
