"""A number that depends on days not known is said as a least and a most."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.brief.ranges import Range


@pytest.mark.parametrize(
    ("bounds", "words", "figures"),
    [
        ((4, 4), "four of the 23", "4"),
        ((4, 6), "at least four of the 23", "4 to 6"),
        ((0, 2), "up to two of the 23", "0 to 2"),
        ((0, 0), "none of the 23", "0"),
        ((23, 23), "all 23", "23"),
        ((0, 23), "up to all 23", "0 to 23"),
    ],
)
def test_a_range_in_words_and_figures(bounds, words, figures):
    assert (Range(*bounds).share_of(23), str(Range(*bounds))) == (words, figures)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_what_is_certain_is_possible(rows):
    certain, possible = (pd.Series([row[side] for row in rows]) for side in (0, 1))
    count = Range.of(certain, possible)
    assert 0 <= count.at_least <= count.at_most <= len(rows)
    assert count.is_known == (count.open == 0)
