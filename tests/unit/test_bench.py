"""The bench: its arithmetic and its table. How long anything takes is asserted nowhere."""

import importlib
import sqlite3
from pathlib import Path

import growth
import pytest
from figures import Figure, Goal, Pair, exponent, number, percentile, table
from many import many
from readers import at_once
from report import NOTES, RESULTS, Report, kept
from servers import MissingError, fill

from tracker import load
from tracker.vocabulary import Kind

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.parametrize("script", sorted(path.stem for path in BENCH.glob("*.py")))
def test_every_script_can_be_imported_and_says_what_it_measures(script):
    assert importlib.import_module(script).__doc__


@pytest.mark.parametrize(("part", "value"), [(0, 1), (50, 3), (75, 4), (95, 4.8), (100, 5)])
def test_a_percentile_lies_between_two_values_in_proportion(part, value):
    assert percentile([5, 1, 3, 2, 4], part) == pytest.approx(value)


def test_a_percentile_of_one_value_is_that_value():
    assert percentile([7], 95) == 7


@pytest.mark.parametrize(("large", "power"), [(1, 0), (100, 1), (10_000, 2)])
def test_the_exponent_tells_how_cost_grows(large, power):
    assert exponent(1, large, 100) == pytest.approx(power)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.354, "0.35"), (4.7, "4.70"), (16.04, "16.0"), (3, "3"), (1234.5, "1,234"), (0, "0")],
)
def test_numbers_have_the_digits_that_count(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("goal", "pair", "met"),
    [
        (Goal(0.5), Pair([1], [2]), True),
        (Goal(0.5), Pair([1.1], [2]), False),
        (Goal(3, least=True), Pair([6], [2]), True),
        (Goal(3, least=True), Pair([5], [2]), False),
        (Goal(3, of="ours"), Pair([2, 9, 3], [1]), True),
        (Goal(3, of="ours"), Pair([4]), False),
        (Goal(0.5), Pair([1]), None),
        (Goal(3, of="ours"), Pair([], [1]), None),
    ],
)
def test_a_goal_is_met_by_the_medians_or_cannot_be_told(goal, pair, met):
    assert goal.is_met(pair) is met


def test_the_table_has_a_row_for_each_figure_and_a_column_for_each_condition():
    slow = {"a slow line": Pair([30], [40])}
    lines = table(
        [
            Figure("first paint", Pair([1, 2, 3], [8]), "blank page", Goal(0.35), elsewhere=slow),
            Figure("sorted", Pair([5]), "static page", Goal(1)),
            Figure("live", Pair([], [5]), "plain page", elsewhere={"a slow line": Pair([], [7])}),
            Figure("check", Pair([7]), goal=Goal(5, of="ours"), unit="s"),
        ]
    ).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert rows[0] == ["figure", "ours", "against", "its", "ratio", "goal", "met", "a slow line"]
    assert rows[2][1:] == [
        "2 ms (1 to 3)",
        "blank page",
        "8 ms",
        "0.25",
        "at most 0.35",
        "yes",
        "30 ms, ratio 0.75",
    ]
    assert rows[3][1:] == ["5 ms", "static page", "not measured", "", "at most 1", "not measured", ""]
    assert rows[4][1:] == ["not measured", "plain page", "5 ms", "", "", "", ""]
    assert rows[5][1:] == ["7 s", "", "", "", "at most 5 s", "**no**", ""]
    assert len({len(line) for line in lines}) == 1


def test_what_cannot_be_measured_is_named_and_the_rest_is_measured():
    def fails():
        raise MissingError("no such baseline")
        yield

    report = Report()
    report.add("pages", fails)
    report.add("answers", lambda: iter([Figure("rows", Pair([1]))]))
    text = report.markdown("Two cores.")
    assert "- pages: no such baseline" in text
    assert "| rows " in text


def test_the_results_keep_what_was_written_by_hand():
    assert kept(f"# Measured\n\nold\n\n{NOTES}\n\nBy hand.\n") == f"{NOTES}\n\nBy hand.\n"
    assert kept(RESULTS.read_text("utf-8"))


def test_readers_begin_together_and_each_has_its_own_answer():
    assert at_once([lambda number=number: number for number in range(5)]) == [0, 1, 2, 3, 4]


def test_what_takes_longer_than_the_limit_is_given_up():
    def endless():
        while True:
            pass

    assert growth.spent(endless, 0.01) is None
    assert growth.spent(lambda: None, 60) is not None


def test_growth_is_told_between_the_smallest_and_the_largest_that_were_made():
    costs = {1: {"a": 1.0, "b": 1.0}, 10: {"a": 10.0, "b": None}, 100: {"a": 100.0, "b": None}}
    lines = growth.growth_table(costs, 15).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert rows == [["a", "1", "10", "100", "1"], ["b", "1", "more than 15", "more than 15", ""]]


def test_datasette_gets_the_letters_of_january_2018(tmp_path):
    fill(tmp_path / "tracker.db")
    with sqlite3.connect(tmp_path / "tracker.db") as connection:
        rows = connection.execute("select count(*) from letters_with_places where round_id = '2018-01'")
        assert rows.fetchone() == (23,)


def test_twice_the_data_pass_the_check(tmp_path):
    once, twice = load(), load(many(2, tmp_path / "data"))
    assert len(twice.letters) == 2 * len(once.letters)
    before, after = (data.jurisdictions["kind"].value_counts() for data in (once, twice))
    for kind, count in before.items():
        assert after[kind] == (count if Kind.of(kind).is_shaped else 2 * count)
