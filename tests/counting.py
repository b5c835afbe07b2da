"""What the tests of faults have put the tracker through, printed at the end of a run: see `make faults`.

A test that uses `toll` is one of them, in whichever folder it stands.
"""

from collections import Counter

import pytest

COUNTS = ("mutations tried", "requests fuzzed", "replicas killed", "reloads survived", "axe pages")


@pytest.fixture
def toll(record_property):
    """Add to one of the counts, once what is counted has been held out; it counts if the test passes."""

    def add(what, number=1):
        assert what in COUNTS
        record_property(what, number)

    return add


def pytest_collection_modifyitems(items):
    for item in items:
        if "toll" in getattr(item, "fixturenames", ()):
            item.add_marker("faults")


def pytest_terminal_summary(terminalreporter):
    """Print the counts of the tests that passed, wherever they ran: they travel with the reports of xdist."""
    sums = Counter()
    for report in terminalreporter.getreports("passed"):
        for what, number in report.user_properties:
            sums[what] += number if what in COUNTS else 0
    if any(sums.values()):
        terminalreporter.section("faults")
        for what in COUNTS:
            terminalreporter.line(f"{sums[what]:7,} {what}")
