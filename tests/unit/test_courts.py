"""A court's abbreviation is read by rule; what the rule does not cover is left as it is."""

import pytest

from tracker.courts import court_id, court_name


@pytest.mark.parametrize(
    ("abbreviation", "district"),
    [
        ("N.D. Cal.", "Northern District of California"),
        ("E.D.N.Y.", "Eastern District of New York"),
        ("D.N.J.", "District of New Jersey"),
        ("D. Or.", "District of Oregon"),
        ("D.D.C.", "District of Columbia"),
        ("S.D. W. Va.", "Southern District of West Virginia"),
        ("D.S.D.", "District of South Dakota"),
        ("D.N.D.", "District of North Dakota"),
    ],
)
def test_a_district_court_is_named(abbreviation, district):
    assert court_name(abbreviation) == f"U.S. District Court, {district}"


@pytest.mark.parametrize("text", ["", "9th Cir.", "Cook County Circuit Court", "D. Ontario", "X.D. Cal."])
def test_any_other_text_is_no_district_court(text):
    assert court_name(text) is None


def test_every_court_on_record_is_named(dataset):
    courts = set(dataset.cases["court"]) - {""}
    assert courts
    assert {court for court in courts if court_name(court) is None} == set()


@pytest.mark.parametrize(
    ("abbreviation", "key"),
    [("N.D. Cal.", "cand"), ("D.R.I.", "rid"), ("W.D. Wash.", "wawd"), ("D.D.C.", "dcd"), ("9th Cir.", None)],
)
def test_a_district_court_has_its_id_in_archives(abbreviation, key):
    assert court_id(abbreviation) == key
