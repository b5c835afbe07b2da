"""A part is written as a percentage that a reader would reckon."""

import pytest

from tracker.language.words import percent


@pytest.mark.parametrize(
    ("part", "words"), [(0, "0%"), (0.125, "13%"), (0.004, "0%"), (0.995, "100%"), (1, "100%")]
)
def test_half_a_percent_is_rounded_up(part, words):
    assert percent(part) == words
