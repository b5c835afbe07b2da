"""Each round lies in one period, and each period has a name of its own."""

from dataclasses import replace
from datetime import date

import pandas as pd

from tracker import Filters
from tracker.address import Address
from tracker.grouping import group_table
from tracker.pages.era_section import eras_html
from tracker.periods import eras
from tracker.vocabulary import RoundKind

DAY = date(2025, 12, 31)


def ended_in_september(dataset):
    """The data as if the program of August 2025 had ended before the letters of October 2025."""
    rounds = dataset.rounds.copy()
    of_august = rounds["round_id"] == "2025-08"
    rounds.loc[of_august, ["ended_on_earliest", "ended_on_latest"]] = pd.Timestamp(2025, 9, 30)
    return replace(dataset, tables={**dataset.tables, "rounds": rounds})


def test_two_periods_of_the_same_year_are_named_by_their_days(published):
    data = ended_in_september(published)
    names = list(eras(data, DAY))
    assert names[0] == "2017-18"
    assert names[1].endswith("Aug. 13, 2025")
    assert names[2:] == ["Oct. 23, 2025"]


def test_every_round_sent_by_the_day_lies_in_one_period(published):
    for data in (published, ended_in_september(published)):
        sent = data.rounds[
            (data.rounds["kind"] == RoundKind.LETTERS) & (data.rounds["sent_on"] <= pd.Timestamp(DAY))
        ]
        assert sorted(key for rounds in eras(data, DAY).values() for key in rounds) == sorted(
            sent["round_id"]
        )


def test_groups_of_such_periods_still_sum_up_and_their_places_are_listed(published):
    selection = Filters().apply(ended_in_september(published), DAY)
    groups = group_table(selection, "era", "group")
    assert groups[["named", "inferred"]].to_numpy().sum() == len(selection.letters)
    assert "Oct. 23, 2025" in eras_html(selection, Address()).replace("\N{NO-BREAK SPACE}", " ")
