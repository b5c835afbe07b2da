"""Places by how many people live in them."""

from datetime import date

import pandas as pd
import pytest
from tests.builders import a_data_folder, edit

from tracker import Filters, load
from tracker.grouping import group_table
from tracker.population import Population, population_class


@pytest.mark.parametrize(
    ("residents", "expected"),
    [
        (1, Population.SMALLEST),
        (99_999, Population.SMALLEST),
        (100_000, Population.SMALL),
        (249_999, Population.SMALL),
        (250_000, Population.MIDDLE),
        (1_000_000, Population.LARGE),
        (4_999_999, Population.LARGE),
        (5_000_000, Population.LARGEST),
        (pd.NA, Population.NOT_ENTERED),
    ],
)
def test_a_place_on_a_limit_belongs_to_the_class_that_begins_there(residents, expected):
    assert population_class(residents) is expected


def test_a_place_without_a_figure_is_counted_in_a_class_of_its_own(tmp_path):
    folder = a_data_folder(tmp_path)
    edit(folder, "jurisdictions", "jackson-ms", population="", population_source="")
    dataset = load(folder)
    view = Filters(population="none", as_of=date(2018, 2, 1)).apply(dataset)
    assert set(view.letters["jurisdiction_id"]) == {"jackson-ms"}
    assert group_table(view, "population")["group_label"].to_list() == ["Not entered"]


def test_a_view_by_population_says_so(published):
    said = Filters(population=("100k", "under-100k")).in_words(published)
    assert said == "DOJ letters to places with a population of “100,000 to 250,000” or “Under 100,000”"
