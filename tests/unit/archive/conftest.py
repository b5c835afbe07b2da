"""A few places of the real data, so that a whole archive of them takes seconds."""

from dataclasses import replace

import pytest


def a_few_places(dataset):
    """The dataset of two states alone."""
    tables = dict(dataset.tables)
    tables["jurisdictions"] = tables["jurisdictions"].query("state in ('MS', 'IL')").reset_index(drop=True)
    kept = set(tables["jurisdictions"]["jurisdiction_id"])
    for name in ("letters", "events", "documents"):
        mine = tables[name]["jurisdiction_id"].isin(kept)
        tables[name] = tables[name][mine].reset_index(drop=True)
    mine = tables["cases"]["jurisdictions"].map(lambda named: set(named) <= kept)
    tables["cases"] = tables["cases"][mine].reset_index(drop=True)
    return replace(dataset, tables=tables)


@pytest.fixture(scope="session")
def few(dataset):
    return a_few_places(dataset)
