"""How soon a page of the tracker is painted, against a blank Streamlit page on the same machine.

    .venv/bin/python bench/first_paint.py                    the view of the report of January 2018
    .venv/bin/python bench/first_paint.py --page rounds      another page
    .venv/bin/python bench/first_paint.py --runs 15          more of each, for a steadier median

Starts both servers on free ports and opens each page in a new, empty Chromium context, in turns, so that a
busy moment of the machine meets both. Prints the median first contentful paint of each and their ratio, which
is to be at most 0.35. Asserts nothing. Needs what the browser tests need.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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

BLANK = "import streamlit as st\nst.write('Hello')\n"
"""The least that Streamlit paints."""


def main() -> None:
    """Measure both pages and print what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--page", default=VIEW, help="path and query of the page (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=9, help="how often each is opened (default: %(default)s)")
    options = parser.parse_args()
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        (folder / "blank.py").write_text(BLANK, "utf-8")
        addresses = {
            "tracker": f"{running.enter_context(server('-m', 'tracker', 'serve', '--port'))}/{options.page}",
            "blank Streamlit page": running.enter_context(
                server(
                    "-m", "streamlit", "run", "blank.py", "--server.headless=true", "--server.port", at=folder
                )
            ),
        }
        report(measured(addresses, options.runs))


def report(paints: dict[str, list[float]]) -> None:
    """Print the median of each page, its spread and the ratio of the two."""
    medians = {name: statistics.median(times) for name, times in paints.items()}
    for name, times in paints.items():
        print(
            f"{name}: first contentful paint after {medians[name]:.0f} ms (median of {len(times)};", end=" "
        )
        print(f"{min(times):.0f} to {max(times):.0f})")
    ours, blank = medians.values()
    print(f"ratio: {ours / blank:.2f} (goal: at most {GOAL})")


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


@contextmanager
def server(*command: str, at: Path | None = None) -> Iterator[str]:
    """Run a Python command that ends with a port, until the block ends; give its address once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, *command, str(port)], cwd=at, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://localhost:{port}/_stcore/health", process)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until an address answers, at most a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def chromium() -> str:
    """Find the installed Chromium; CHROMIUM in the environment names another."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if not found:
        raise SystemExit("no Chromium: install the package chromium, or name one in CHROMIUM")
    return found


if __name__ == "__main__":
    main()
