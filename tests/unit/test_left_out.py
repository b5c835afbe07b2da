"""A choice of deadlines says how many letters it leaves out because they name none."""

import pytest

from tracker.brief import view_brief
from tracker.brief.left_out import left_out
from tracker.exports.provenance import about
from tracker.filters import Filters


def undated(dataset, **filters):
    letters = Filters(**filters).apply(dataset).letters
    return int(letters["deadline_on"].isna().sum())


@pytest.mark.parametrize("days", [{"due_from": "2018-02-01"}, {"due_to": "2018-03-01"}])
def test_brief_and_files_say_how_many_name_no_deadline(published, days):
    selection = Filters(**days).apply(published)
    assert selection.undated == undated(published) > 1
    assert left_out(selection).endswith("letters have no deadline on record and are left out.")
    assert view_brief(selection).sentences[-1] == left_out(selection) == about(selection).left_out


def test_only_letters_that_pass_the_other_filters_count(published):
    assert Filters(state="CA", due_from="2018-02-01").apply(published).undated == undated(
        published, state="CA"
    )


def test_without_a_choice_of_deadlines_nothing_is_left_out(published):
    assert left_out(Filters(state="CA").apply(published)) == ""


def test_a_view_emptied_by_the_choice_says_so_too(published):
    selection = Filters(due_from="2030-01-01").apply(published)
    assert view_brief(selection).sentences == (left_out(selection),) != ("",)
