"""How cost grows with the data: load, check, page, map, rows and feed at 1, 10 and 100 times the data.

    .venv/bin/python bench/growth.py                at 1 and 10 times
    .venv/bin/python bench/growth.py --times 1 10 100

CPU of one process, each thing made for the first time. The last column is the exponent of growth between the
smallest and the largest data: 1 is as the data, 2 is as their square.
"""

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from many import many
from servers import parser

import tracker
from tracker.address import Address
from tracker.changes.history import history
from tracker.exports.atom import atom_feed
from tracker.exports.csv import csv_file
from tracker.exports.rows import public_rows
from tracker.pages.site import page_at
from tracker.views.map import live_map

TODAY = date(2026, 11, 26)
HERE = "https://tracker.example/"


def main() -> None:
    """Measure each size in a process of its own and print the table."""
    arguments = parser(__doc__)
    arguments.add_argument("--times", type=int, nargs="+", default=[1, 10], help="how many times the data")
    arguments.add_argument("--one", type=Path, help="measure this folder and print what it cost as JSON")
    options = arguments.parse_args()
    if options.one:
        print(json.dumps(measured(options.one)))
        return
    report({times: at(times) for times in options.times})


def at(times: int) -> dict[str, float]:
    """Make the data and measure them in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        made = many(times, Path(folder) / "data")
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(made)], check=True, capture_output=True, text=True
        )
    costs: dict[str, float] = json.loads(done.stdout)
    return costs


def measured(folder: Path) -> dict[str, float]:
    """Return the CPU of each thing in seconds."""
    costs: dict[str, float] = {}

    def count(name: str, make: Callable[[], object]) -> object:
        begun = time.process_time()
        made = make()
        costs[name] = time.process_time() - begun
        return made

    count("load and check", lambda: DATA.append(tracker.load(folder)))
    data = DATA[0]
    view = tracker.Filters()
    count("letters on a day", lambda: view.apply(data, TODAY).letters)
    count("history of changes", lambda: history(data))
    count("page: overview", lambda: page_at("", Address(), data, TODAY))
    count("page: changes", lambda: page_at("changes", Address(), data, TODAY))
    count("live map", lambda: live_map(view.apply(data, TODAY), "light").to_json())
    count("rows as CSV", lambda: csv_file(public_rows("letters", view.apply(data, TODAY), HERE)))
    count("feed", lambda: atom_feed(view.apply(data, TODAY), HERE))
    return costs


DATA: list[tracker.Dataset] = []


def report(found: dict[int, dict[str, float]]) -> None:
    """Print a line for each thing."""
    smallest, largest = min(found), max(found)
    print(f"{'s of CPU':20}" + "".join(f"{f'x {times}':>9}" for times in found) + "   exponent")
    for name in found[smallest]:
        costs = [found[times][name] for times in found]
        growth = math.log(found[largest][name] / found[smallest][name], largest / smallest)
        print(f"{name:20}" + "".join(f"{cost:9.2f}" for cost in costs) + f"   {growth:8.2f}")


if __name__ == "__main__":
    main()
