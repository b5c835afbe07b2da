"""An answer to a list or a memo is told beside the letter, and is no answer to it."""

import pytest

from builders import an_event

MEMO = "answered Inspector General’s memo on ten grantees on Jan. 31, 2018"


@pytest.mark.parametrize(
    ("round_id", "answered_on", "said"),
    [
        ("2016-05-oig", "2018-01-31", MEMO),
        ("2016-05-oig", "2018-03-02", ""),
        ("2017-11", "2018-01-31", ""),
        ("2025-08-list", "2025-08-20", ""),
    ],
    ids=["to a memo", "not yet", "to a letter", "to a list of a later period"],
)
def test_an_answer_to_background_of_the_same_period_is_told(stands, round_id, answered_on, said):
    """Nevada’s log had an answer, to DOJ’s list, while its card said that none was on record."""
    row = stands("2018-03-01", [an_event(type="response_sent", round_id=round_id, date=answered_on)])
    assert row["background_answer"] == said
    assert bool(row["background_answer_sources"]) == bool(said)
    assert (row["answer"], row["answered"]) == ("none_on_record", False)
