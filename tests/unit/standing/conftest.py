"""One letter with nothing else on record, for the tables of rules."""

from datetime import date

import pytest

from builders import a_dataset, a_letter
from tracker.letters import letters_on

JACKSON = a_letter(jurisdiction_id="jackson-ms")


@pytest.fixture
def stands(dataset):
    """Give the row of Jackson's letter of January 2018 on a day, with only these things on record."""

    def row(day, events=(), cases=(), letters=(), **cells):
        small = a_dataset(
            dataset, letters=[JACKSON | cells, *letters], events=list(events), cases=list(cases)
        )
        pool = letters_on(small, date.fromisoformat(day))
        return pool[(pool["round_id"] == "2018-01") & (pool["jurisdiction_id"] == "jackson-ms")].iloc[0]

    return row
