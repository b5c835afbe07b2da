"""Views read a selection and leave it as it was; names of places cannot become markup in a figure."""

import pandas as pd

from hostile import hostile_dataset
from tracker import Filters
from tracker.views.lanes import lanes, lanes_alt
from tracker.views.map import live_map, map_alt
from tracker.views.table import letters_table, table_alt
from tracker.views.wording import credit, lines
from tracker.vocabulary import SourceKind

BUILDERS = [
    live_map, lanes, letters_table, map_alt, lanes_alt, table_alt
]  # fmt: skip


def fingerprint(selection):
    frames = {**selection.dataset.tables, "letters*": selection.letters, "places*": selection.places}
    return {
        name: (tuple(frame.columns), int(pd.util.hash_pandas_object(frame.astype(str)).sum()))
        for name, frame in frames.items()
    }


def test_views_leave_their_input_alone(view):
    before = fingerprint(view)
    for build in BUILDERS:
        build(view)
    assert fingerprint(view) == before


def test_figures_escape_names(dataset):
    text = live_map(Filters().apply(hostile_dataset(dataset))).to_json()
    assert "<script" not in text
    assert "\\u003cscript" not in text
    assert "&lt;script" in text or "\\u0026lt;script" in text


def test_hover_lines_are_wrapped_and_escaped():
    assert lines("a < b", title="T&T") == "<b>T&amp;T</b><br>a &lt; b"
    assert lines("word " * 30).count("<br>") == 2
    assert lines("", title="") == ""


def source(publisher, title, kind):
    return {"publisher": publisher, "title": title, "kind": str(kind)}


def test_a_credit_names_the_weightiest_source_and_counts_the_others():
    known = {
        "a": source("A Group", "A digest", SourceKind.ANALYSIS),
        "b": source("DOJ", "A release", SourceKind.PRIMARY),
        "c": source("DOJ", "A letter", SourceKind.PRIMARY),
    }
    assert credit(("a",), known) == "Source: A Group, “A digest”"
    assert credit(("a", "b", "c"), known) == "Source: DOJ, “A release”, and 2 more"
    assert credit((), known) == "Source not on record"
