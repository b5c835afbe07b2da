"""The passing case of every check at once: the published data."""

import pytest

from builders import found_in
from tracker.checks import CHECKS


@pytest.mark.parametrize("code", [entry.code for entry in CHECKS])
def test_the_published_data_pass(published, code):
    assert [problem for problem in published.report.errors if problem.code == code] == []


def test_a_copy_of_the_published_data_brings_no_problem_of_its_own(folder):
    assert found_in(folder) == []
