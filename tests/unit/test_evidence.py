"""What documents show of a letter, and what rests on weak hosts alone."""

import pandas as pd
import pytest

from tracker.evidence import grade, on_weak_hosts
from tracker.vocabulary import Evidence
from tracker.weblink import host


@pytest.mark.parametrize(
    ("documents", "evidence"),
    [
        ([("letter", "read")], Evidence.LETTER),
        ([("letter", "located"), ("release", "read")], Evidence.COPY),
        ([("release", "read"), ("letter", "read")], Evidence.LETTER),
        ([("release", "read")], Evidence.OFFICIAL),
        ([("answer", "read"), ("release", "located")], None),
        ([], None),
    ],
)
def test_the_best_document_decides(documents, evidence):
    assert grade(documents) is evidence


def test_a_row_rests_on_weak_hosts_when_all_its_sources_do():
    sources = pd.DataFrame({"source_id": ["a", "b", "c"], "hosting": ["weak", "own", "copy"]})
    rows = pd.DataFrame({"sources": [("a",), ("a", "b"), ("c",)], "demand_sources": [("a",), (), ("a",)]})
    assert list(on_weak_hosts(rows, sources)) == [True, False, False]
    assert list(on_weak_hosts(rows, sources, ("sources", "demand_sources"))) == [True, False, True]
    assert list(on_weak_hosts(rows.iloc[:0], sources)) == []


def test_a_host_has_no_www():
    assert host("https://www.justice.gov/opa") == "justice.gov"
    assert host("letters") == ""
