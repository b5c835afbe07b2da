"""A court's abbreviation is read by rule; what the rule does not cover is left as it is."""

import re

import pytest

from tracker.courts import court_id, court_name, courts_in_words


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


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("D.N.J. (Judge Padin) dismissed it.", "A federal court in New Jersey (Judge Padin) dismissed it."),
        (
            "City sued in N.D. Cal. over it.",
            "City sued in federal court in the Northern District of California over it.",
        ),
        (
            "City asked N.D. Ill. to do so.",
            "City asked a federal court in the Northern District of Illinois to do so.",
        ),
        ("DOJ sued the sheriff in D. Minn.", "DOJ sued the sheriff in federal court in Minnesota."),
        (
            "Filed in S.D. Fla.; copy at Scribd",
            "Filed in federal court in the Southern District of Florida; copy at Scribd",
        ),
        ("Second Circuit reversed.", "The 2nd U.S. Circuit Court of Appeals reversed."),
        (
            "Held unlawful; Third Circuit agreed.",
            "Held unlawful; the 3rd U.S. Circuit Court of Appeals agreed.",
        ),
        (
            "affirmed by the Ninth Circuit on appeal",
            "affirmed by the 9th U.S. Circuit Court of Appeals on appeal",
        ),
        ("after the Ninth Circuit’s decision", "after the 9th U.S. Circuit Court of Appeals’ decision"),
        (
            "The case stays. The Ninth Circuit is to decide.",
            "The case stays. The 9th U.S. Circuit Court of Appeals is to decide.",
        ),
        ("Cook County Circuit Court, Gov. D. Miller and the D.C. police", None),
    ],
)
def test_a_court_in_a_sentence_is_named_in_words(text, written):
    assert courts_in_words(text) == (written or text)


def test_no_sentence_of_the_data_keeps_an_abbreviated_court(published):
    texts = [*published.events["summary"], *published.cases["outcome"], *published.documents["says"]]
    written = [courts_in_words(text) for text in texts]
    assert [
        text for text in written if re.search(r"\b[NSEWCM]\.D\.|\bD\.(?!C\.)|[a-z] Circuit\b", text)
    ] == []
