"""An edit changes the rows and cells that it names, and no other byte of any table."""

from tracker.editing.edits import Edit, NewCell


def test_nothing_but_the_edit_changes(published):
    schema, files = published.schema, published.files
    row = dict.fromkeys(schema["letters"].column_names, "") | {"round_id": "2018-01", "note": 'A “b”, "c"'}
    cell = NewCell("letters", "2018-01 + jackson-ms", "note", "Read.")
    made = Edit(rows=(("letters", row),), cells=(cell,)).made_in(schema, files)
    assert list(made) == ["letters.csv"]
    before, after = (raw.decode().splitlines() for raw in (files["letters.csv"], made["letters.csv"]))
    assert len(after) == len(before) + 1
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    assert [old.split(",")[1] for old, _ in changed] == ["jackson-ms"]
    assert ",Read.," in changed[0][1]


def test_an_edit_that_is_empty_gives_every_table_as_it_is(published):
    for name, table in published.schema.items():
        cell = NewCell(name, "no such row", table.column_names[0], "x")
        assert Edit(cells=(cell,)).made_in(published.schema, published.files) == {
            table.path: published.files[table.path]
        }


def test_a_row_whose_key_stands_twice_is_kept_twice(published):
    schema, raw = published.schema, published.files["letters.csv"]
    twice = raw + raw.splitlines(keepends=True)[-1]
    cell = NewCell("letters", "no such row", "note", "x")
    assert Edit(cells=(cell,)).made_in(schema, {"letters.csv": twice}) == {"letters.csv": twice}
