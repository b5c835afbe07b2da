"""How soon a page of the tracker is painted, against a blank and a plain Streamlit page on the same machine.

    .venv/bin/python bench/first_paint.py                    the view of the report of January 2018
    .venv/bin/python bench/first_paint.py --page rounds      another page
    .venv/bin/python bench/first_paint.py --runs 15          more of each, for a steadier median

Starts the servers on free ports and opens each page in a new, empty Chromium context, in turns, so that a
busy moment of the machine meets all. Prints the ratios of the median first contentful paints; that to the
blank page is to be at most 0.35. Asserts nothing. Needs what the browser tests need.
"""

import os
import shutil

from playwright.sync_api import Browser, sync_playwright
from servers import baseline, parser, ratio, spread, tracker

VIEW = "?round=2018-01&as_of=2018-01-25"
GOAL = 0.35
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]

FIRST_PAINT = """() => new Promise(resolve => {
    new PerformanceObserver(list => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
})"""


def main() -> None:
    """Measure all pages and print what came out, ratios first."""
    arguments = parser(__doc__)
    arguments.add_argument("--page", default=VIEW, help="path and query of the page (default: %(default)s)")
    arguments.add_argument("--runs", type=int, default=9, help="how often each (default: %(default)s)")
    options = arguments.parse_args()
    with tracker() as ours, baseline("blank") as blank, baseline("plain") as plain:
        addresses = {"blank": blank.address, "plain": plain.address}
        report(measured({"tracker": f"{ours.address}/{options.page}", **addresses}, options.runs))


def report(paints: dict[str, list[float]]) -> None:
    """Print the ratios, then the median and the spread of each page."""
    ours = paints["tracker"]
    print(f"first contentful paint: {ratio(ours, paints['blank']):.2f} of a blank Streamlit page", end=" ")
    print(f"(goal: at most {GOAL}), {ratio(ours, paints['plain']):.2f} of a plain one")
    for name, times in paints.items():
        print(f"{name}: {spread(times)}")


def measured(addresses: dict[str, str], runs: int) -> dict[str, list[float]]:
    """Open the pages in turns; give first contentful paint of each run in ms, less round one."""
    paints: dict[str, list[float]] = {name: [] for name in addresses}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for turn in range(runs + 1):
            for name, address in addresses.items():
                paint = first_paint(browser, address)
                if turn:
                    paints[name].append(paint)
        browser.close()
    return paints


def first_paint(browser: Browser, address: str) -> float:
    """Open an address with nothing cached and return when something was first seen, in ms."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    paint: float = page.evaluate(FIRST_PAINT)
    context.close()
    return paint


def chromium() -> str:
    """Find the installed Chromium; CHROMIUM in the environment names another."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if not found:
        raise SystemExit("no Chromium: install the package chromium, or name one in CHROMIUM")
    return found


if __name__ == "__main__":
    main()
