"""The whole table of figures against goals and baselines, printed and written to RESULTS.md: `make bench`.

    .venv/bin/python bench/report.py                    all, about ten minutes on two quiet cores
    .venv/bin/python bench/report.py --quick            fewer runs, and nothing is written

What cannot be measured here, since a baseline is not installed, is named and left out. What stands in
RESULTS.md from the heading "Notes" on is written by hand and kept.
"""

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path

import answers
import choosing
import growth
import opening
import readers
import reruns
from chromium import installed
from figures import Figure, table
from servers import MissingError, Server, baseline, datasette, observable, parser, tracker

RESULTS = Path(__file__).with_name("RESULTS.md")
NOTES = "## Notes"


class Report:
    """What was measured, and what was not and why."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.missing: list[str] = []
        self.growth = ""

    def add(self, what: str, measure: Callable[[], Iterator[Figure]]) -> None:
        """Measure something; whatever goes wrong is noted, and the rest is measured all the same."""
        print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
        try:
            self.figures += measure()
        except (Exception, SystemExit) as reason:
            self.missing.append(f"{what}: {' '.join(str(reason).split())[:300] or type(reason).__name__}")

    def markdown(self, machine: str) -> str:
        """Return all of it as the first part of RESULTS.md."""
        parts = ["# Measured", machine, table(self.figures)]
        if self.growth:
            parts += ["## Growth", "Each thing made for the first time, in one process.", self.growth]
        if self.missing:
            parts += ["## Not measured", "\n".join(f"- {line}" for line in self.missing)]
        return "\n\n".join(parts) + "\n"


def main() -> None:
    """Measure all, print the table and write it down."""
    arguments = parser(__doc__)
    arguments.add_argument("--quick", action="store_true", help="fewer runs; RESULTS.md stays as it is")
    options = arguments.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what is running is ended first
    installed()
    machine, report = described(), Report()
    pages(report, rounds=1 if options.quick else 4)
    grown(report, growth.TIMES[:2] if options.quick else growth.TIMES)
    text = report.markdown(machine)
    print(text)
    if not options.quick:
        RESULTS.write_text(text + "\n" + kept(RESULTS.read_text("utf-8")), "utf-8")


def pages(report: Report, rounds: int) -> None:
    """Measure what servers do."""
    with ExitStack() as running:

        def start(serving: Callable[[], AbstractContextManager[Server]]) -> Server | None:
            """Start a server that stands to the end; None where what it needs is missing."""
            try:
                return running.enter_context(serving())
            except MissingError as reason:
                report.missing.append(str(reason))
                return None

        ours, plain = running.enter_context(tracker()), running.enter_context(baseline("plain"))
        report.add("reruns", lambda: reruns.figures(ours, plain, rounds))
        report.add("readers at the same time", lambda: readers.figures(ours, plain, (rounds + 1) // 2))
        report.add("filters", lambda: choosing.figures(ours, plain, rounds))
        if theirs := start(datasette):
            report.add("answers", lambda: answers.figures(ours, theirs, min(rounds, 3)))
        sites = {"ours": opening.ours(ours), "plain": opening.plain(plain)}
        sites["blank"] = opening.blank(running.enter_context(baseline("blank")))
        if static := start(observable):
            sites["static"] = opening.static(static)
        report.add("pages", lambda: opening.figures(sites, rounds))


def grown(report: Report, sizes: Sequence[int]) -> None:
    """Measure how cost grows."""

    def measure() -> Iterator[Figure]:
        costs = growth.at_each(sizes)
        report.growth = growth.growth_table(costs, growth.LIMIT)
        return growth.figures(costs)

    report.add("growth", measure)


def described() -> str:
    """Say when and where, and of which commit: the load is that before anything was begun."""
    commit = asked("git", "rev-parse", "--short", "HEAD") or "unknown"
    changed = " with changes" if asked("git", "status", "--porcelain", "--", ":/", ":!RESULTS.md") else ""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (
        f"By `make bench` on {date.today()} at commit {commit}{changed}: {os.cpu_count()} cores "
        f"({processor()}), {platform.system()}, Python {platform.python_version()}, "
        f"{asked(installed(), '--version')}. Load before: {load}.\n\n"
        "Each value is the median of some runs (the least to the most); a ratio is that of the medians."
    )


def processor() -> str:
    """Return the name of the processor, where Linux tells it."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def asked(*command: str) -> str:
    """Return what a command prints, nothing if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=RESULTS.parent)
    return " ".join(done.stdout.split()) if done.returncode == 0 else ""


def kept(results: str) -> str:
    """Return what was written by hand."""
    return results[results.index(NOTES) :]


if __name__ == "__main__":
    main()
