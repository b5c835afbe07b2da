"""How cost grows with the data: load, pages, map, answers and export at 1, 10 and 100 times the data.

    .venv/bin/python bench/growth.py                at 1, 10 and 100 times
    .venv/bin/python bench/growth.py --times 1 10   less

CPU of one process, each thing made for the first time, and for no longer than a limit. The last column is
the exponent of growth between the smallest and the largest data that were measured: 1 is as the data, 2 is as
their square. What is over the limit with fewer data is not tried with more. The archive is a file or two for
each place, so what counts there is what one costs.
"""

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from figures import Figure, Goal, Pair, exponent, markdown, number
from many import many
from servers import parser
from starlette.applications import Starlette
from starlette.testclient import TestClient

import tracker
from tracker.address import Address
from tracker.archive import archive
from tracker.changes.history import history
from tracker.exports.atom import atom_feed
from tracker.exports.package import package_file
from tracker.pages.site import page_at
from tracker.views.map import live_map
from tracker.web.api import routes

TODAY = date(2026, 11, 26)
HERE = "https://tracker.example/"
MAP = "live map"
FILES = 10
TIMES = (1, 10, 100)
LIMIT = 15
"""Seconds of CPU that a thing may take."""

Costs = dict[str, float | None]
"""Seconds of CPU of each thing; None of what took longer than the limit."""


def main() -> None:
    """Measure each size in a process of its own and print the table."""
    arguments = parser(__doc__)
    arguments.add_argument("--times", type=int, nargs="+", default=TIMES, help="how many times the data")
    arguments.add_argument(
        "--limit", type=int, default=LIMIT, help="seconds of CPU for each (default: %(default)s)"
    )
    arguments.add_argument("--one", type=Path, help="measure this folder and print a line of JSON for each")
    arguments.add_argument("--skip", nargs="*", default=[], help="what is not to be measured")
    options = arguments.parse_args()
    if options.one:
        for name, cost in measured(options.one, options.limit, options.skip):
            print(json.dumps([name, cost]), flush=True)
    else:
        print(growth_table(at_each(options.times, options.limit), options.limit))


def at_each(sizes: Sequence[int], limit: int = LIMIT) -> dict[int, Costs]:
    """Measure at each size, from the smallest on."""
    costs: dict[int, Costs] = {}
    for times in sorted(sizes):
        over = [name for smaller in costs.values() for name, cost in smaller.items() if cost is None]
        costs[times] = at(times, limit, over)
    return costs


def at(times: int, limit: int, over: Sequence[str]) -> Costs:
    """Make the data and measure them in a new process, less what is over the limit already."""
    with tempfile.TemporaryDirectory() as folder:
        made = many(times, Path(folder) / "data")
        command = [sys.executable, __file__, "--limit", str(limit), "--one", str(made), "--skip", *over]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return dict.fromkeys(over) | dict(map(json.loads, done.stdout.splitlines()))


def measured(folder: Path, limit: int, skipped: Sequence[str] = ()) -> Iterator[tuple[str, float | None]]:
    """Give what each thing cost, in seconds of CPU."""
    begun = time.process_time()
    data = tracker.load(folder)
    yield "load and check", time.process_time() - begun
    for name, make in things(data).items():
        if name not in skipped:
            yield name, spent(make, limit)


def things(data: tracker.Dataset) -> dict[str, Callable[[], object]]:
    """Return what is made of the data, by its name."""
    view = tracker.Filters()
    client = TestClient(Starlette(routes=routes(lambda: data)))
    return {
        "letters on a day": lambda: view.apply(data, TODAY).letters,
        "history of changes": lambda: history(data),
        "page: overview": lambda: page_at("", Address(), data, TODAY),
        "page: changes": lambda: page_at("changes", Address(), data, TODAY),
        MAP: lambda: live_map(view.apply(data, TODAY), "light").to_json(),
        "API: letters as JSON": lambda: client.get("/api/v1/letters.json").raise_for_status(),
        "API: events as CSV": lambda: client.get("/api/v1/events.csv").raise_for_status(),
        "feed": lambda: atom_feed(view.apply(data, TODAY), HERE),
        "export: data package": lambda: package_file(data),
        f"export: first {FILES} files of the archive": lambda: [
            *islice(archive(data, TODAY, b"", HERE), FILES)
        ],
    }


def spent(make: Callable[[], object], limit: int) -> float | None:
    """Return the CPU that something costs, None if it is more than the limit."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    begun = time.process_time()
    try:
        make()
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def figures(found: Mapping[int, Costs]) -> Iterator[Figure]:
    """Return what goals were set for: the map at 10 times the letters, the check at 100 times the data."""
    if 10 in found and (small := found[1][MAP]) and (large := found[10][MAP]):
        pair = Pair([large], [small])
        yield Figure("CPU of the map of 10 times the letters", pair, "map of the letters", Goal(3), "s")
    if 100 in found and (check := found[100]["load and check"]):
        pair = Pair([check])
        yield Figure("CPU of load and check of 100 times the data", pair, goal=Goal(5, of="ours"), unit="s")


def growth_table(found: Mapping[int, Costs], limit: int) -> str:
    """Return a line for each thing."""
    rows = [
        [name, *(written(costs[name], limit) for costs in found.values()), growth(found, name)]
        for name in found[min(found)]
    ]
    return markdown(["seconds of CPU", *(f"x {times}" for times in found), "exponent"], rows)


def written(cost: float | None, limit: int) -> str:
    """Write a cost, or that it is more than the limit."""
    return f"more than {limit}" if cost is None else number(cost)


def growth(found: Mapping[int, Costs], name: str) -> str:
    """Write the exponent between the smallest and the largest data for which something was made."""
    made = {times: cost for times, costs in found.items() if (cost := costs[name])}
    small, large = min(made, default=0), max(made, default=0)
    return number(exponent(made[small], made[large], large / small)) if large > small else ""


if __name__ == "__main__":
    main()
