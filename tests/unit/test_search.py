"""Search finds every word, whatever its case, accents or apostrophes; and places by what they are called."""

from datetime import date
from importlib.resources import files

import pandas as pd
import pytest

from tracker.letters import letters_on
from tracker.regions import AREAS, DIVISIONS
from tracker.search import division_named, find_places, folded_text, is_called, matches, nearest_places

DAY = date(2018, 1, 25)


@pytest.fixture(scope="module")
def letters(dataset):
    return letters_on(dataset, DAY)


def places(letters, words):
    return set(letters.loc[matches(letters, words), "jurisdiction_id"])


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("lumumba", "jackson-ms"),
        ("LUMUMBA", "jackson-ms"),
        ("  antar   mississippi ", "jackson-ms"),
        ("“Lumumba”", "jackson-ms"),
        ("Jackson, Mississippi", "jackson-ms"),
        ("Jackson, MS", "jackson-ms"),
        ("Jackson, Miss.", "jackson-ms"),
        ("ackson", None),
        ("NYC", "new-york-ny"),
        ("mayor’s name", "miami-dade-county-fl"),
        ("mayor's name", "miami-dade-county-fl"),
        ("lumumbá", "jackson-ms"),
        ("lumumba chicago", None),
    ],
)
def test_words_find_places(letters, words, place):
    found = places(letters, words)
    assert place in found if place else found == set()


def test_a_name_finds_its_place_only(letters):
    assert places(letters, "lumumba") == {"jackson-ms"}


def test_no_words_find_everything(letters):
    assert matches(letters, " ").all()


def test_what_an_event_tells_of_other_places_is_not_searched(dataset):
    letters = letters_on(dataset, date(2026, 7, 3))
    assert set(letters[matches(letters, "Oregon")]["state"]) == {"OR"}


def test_an_empty_table_gives_an_empty_answer(letters):
    assert matches(letters.iloc[:0], "jackson").tolist() == []


def test_folding_is_done_once():
    assert folded_text("Ágüero’s STRASSE ß") == "aguero's strasse ss"
    assert folded_text(folded_text("Ágüero’s ß")) == folded_text("Ágüero’s ß")


@pytest.fixture(scope="module")
def find(dataset):
    counties = dict(dataset.geography.counties["name"])
    return lambda text, limit=8: find_places(dataset.jurisdictions, text, limit, counties)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jackson", "jackson-ms"),
        ("jackson, mississippi", "jackson-ms"),
        ("City of Jackson", "jackson-ms"),
        ("Lousville", "louisville-ky"),
        ("Albuqerque", "albuquerque-nm"),
        ("San Fransisco", "san-francisco-ca"),
        ("Chicgo", "chicago-il"),
        ("westpalmbeach", "west-palm-beach-fl"),
        ("Miami Dade", "miami-dade-county-fl"),
        ("NYC", "new-york-ny"),
        ("Philly", "philadelphia-pa"),
        ("D.C.", "washington-dc"),
        ("dc", "washington-dc"),
        ("st paul", "st-paul-mn"),
        ("St. Paul", "st-paul-mn"),
        ("saint paul", "st-paul-mn"),
        ("Portland Oregon", "portland-or"),
        ("Hinds County", "jackson-ms"),
        ("Jeferson County", "louisville-ky"),
        ("alba", "albany-ny"),
    ],
)
def test_a_place_is_found_by_what_it_is_called_and_where_it_lies(find, text, place):
    assert find(text)[0] == place


def test_a_state_gives_itself_and_then_its_places_by_name(find, dataset):
    found = find("california", limit=100)
    places = dataset.jurisdictions[dataset.jurisdictions["state"] == "CA"]
    assert found[0] == "state-of-california"
    assert set(found) == set(places["jurisdiction_id"])
    assert found[1:3] == ["berkeley-ca", "contra-costa-county-ca"]
    assert set(find("CA", limit=100)) == set(found)


def test_a_county_gives_itself_and_then_its_cities(find):
    assert find("Cook County") == ["cook-county-il", "chicago-il", "evanston-il"]


def test_every_place_is_found_first_by_its_own_name(find, dataset):
    for place in dataset.jurisdictions.itertuples():
        assert find(place.name)[0] == place.jurisdiction_id
        assert place.jurisdiction_id in find(f"{place.name} {place.state}")[:2]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Twin Cities", {"hennepin-county-mn", "minneapolis-mn", "ramsey-county-mn", "st-paul-mn"}),
        ("south florida", {"miami-dade-county-fl", "west-palm-beach-fl"}),
        ("Brooklyn", {"new-york-ny"}),
        ("Queens, NY", {"new-york-ny"}),
        ("twin", set()),
        ("Portland, Maine", set()),
        ("Portland ME", set()),
        ("Jackson, Mich.", set()),
        ("Jackson, Miss.", {"jackson-ms"}),
        ("West Palm Beach, Fla.", {"west-palm-beach-fl"}),
        ("Newark, N.J.", {"newark-nj"}),
        ("Washington, D.C.", {"washington-dc"}),
    ],
)
def test_a_state_after_a_name_is_that_of_the_place_and_an_area_stands_for_its_counties(find, text, places):
    assert set(find(text)) == places


def test_every_area_is_of_counties_that_there_are_and_no_place_is_called_so(dataset):
    known = pd.read_csv(files("tracker.editing") / "gazetteer" / "counties.csv", dtype=str)["geoid"]
    for name, counties in AREAS.items():
        assert set(counties) <= set(known), name
        assert not [place for place in dataset.places_by_id.values() if is_called(place, name)]


@pytest.mark.parametrize("text", ["", "  ", "zzzz", "qwertyuiop", "of the", ".*", "x", "jackson qwertyuiop"])
def test_nonsense_finds_no_place(find, text):
    assert find(text) == []


def test_no_more_places_are_given_than_asked_for(find):
    assert len(find("county")) == 8
    assert len(find("county", limit=3)) == 3


def test_counties_are_not_needed(dataset):
    assert find_places(dataset.jurisdictions, "jackson") == ["jackson-ms"]
    assert find_places(dataset.jurisdictions, "hinds") == []


@pytest.mark.parametrize(
    ("unknown", "place"),
    [
        ("jakson-ms", "jackson-ms"),
        ("JACKSON-MS", "jackson-ms"),
        ("nyc-ny", "new-york-ny"),
        ("california", "state-of-california"),
        ("saint-paul-mn", "st-paul-mn"),
        ("cook-county", "cook-county-il"),
    ],
)
def test_an_unknown_id_has_near_ones(dataset, unknown, place):
    assert nearest_places(dataset, unknown)[0] == place


@pytest.mark.parametrize("unknown", ["", "x", "zzz-zz", "<script>"])
def test_an_id_near_to_none_gives_none(dataset, unknown):
    assert nearest_places(dataset, unknown) == []


@pytest.mark.parametrize(
    ("words", "division"),
    [
        *((name, name) for name in DIVISIONS),
        ("the New England division", "New England"),
        ("Mountain West", "Mountain"),
        ("Pacific states", "Pacific"),
        ("mid-atlantic", "Middle Atlantic"),
        ("Pacific Northwest", ""),
        ("Deep South", ""),
        ("South", ""),
        ("new", ""),
        ("", ""),
    ],
)
def test_a_census_division_is_named_whole(words, division):
    assert division_named(words) == division
