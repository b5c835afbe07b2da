"""Each format holds the same rows, well formed, and hostile text is inert in all of them."""

import csv
import io
import json
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import frictionless
import openpyxl
import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

import tracker
from builders import a_dataset, a_letter
from tracker.exports.citation import cite
from tracker.exports.csv import BYTE_ORDER_MARK, csv_file, inert
from tracker.exports.geojson import geojson_file
from tracker.exports.json import json_file
from tracker.exports.package import package_file
from tracker.exports.provenance import about
from tracker.exports.rows import public_rows
from tracker.exports.xlsx import LONGEST, fitting, xlsx_file

TODAY = date(2026, 11, 25)
HOSTILE = {
    "markup": "<script>alert(1)</script> & \"quoted\" 'too'",
    "lines": 'one\ntwo\r\nthree, "four"; five',
    "formula": "=cmd|' /C calc'!A0",
    "function": '@SUM(1+1)*HYPERLINK("http://x")',
    "minus": "-2+3",
    "plus": "+1 555 0100",
    "tab": "\t=1+1",
    "space": "  =1+1",
    "wide": "＝1+1",  # noqa: RUF001
    "link": "http://evil.example/?a=1",
    "turned": "\u202egnp.exe \u200f\u2066x\u2069",
    "accents": "José Peña, ’“–é 東京",
    "long": "x" * 10_000,
    "number": "007",
}


@pytest.fixture(scope="session")
def hostile(dataset):
    texts = list(HOSTILE.values())
    places = dataset.jurisdictions["jurisdiction_id"].head(len(texts))
    letters = [
        a_letter(jurisdiction_id=place, addressee=text, note=text)
        for place, text in zip(places, texts, strict=True)
    ]
    return a_dataset(dataset, letters=letters)


def view(dataset, query=""):
    return tracker.Filters.parse(query, dataset)[0].apply(dataset, TODAY)


def files(selection):
    """The rows and the letters of a view in each format."""
    rows, told = public_rows("letters", selection), about(selection)
    return rows, {
        "csv": csv_file(rows),
        "json": json_file(rows, told, {}),
        "xlsx": xlsx_file(rows, told, cite(told, "https://x.org/?frozen")),
        "geojson": geojson_file(rows, told, {}, selection.dataset),
    }


def read_csv(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content, name):
    return openpyxl.load_workbook(io.BytesIO(content))[name]


QUERIES = [
    "",
    "round=2018-01",
    "round=2018-01&state=CA&as_of=2018-01-25",
    "round=2017-11&round=2018-01&region=West",
    "kind=county",
    "kind=state&kind=district",
    "status=in_court",
    "q=police",
    "due_from=2018-02-01&due_to=2018-03-01",
    "q=nowhere-at-all",
    "as_of=2016-01-01",
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_format_has_the_same_letters_in_the_same_order(dataset, query):
    selection = view(dataset, query)
    rows, written = files(selection)
    keys = [(record["round_id"], record["jurisdiction_id"]) for record in rows.records]
    assert keys == list(selection.letters[["round_id", "jurisdiction_id"]].itertuples(index=False, name=None))
    for found in (
        read_csv(written["csv"]),
        json.loads(written["json"])["rows"],
        [feature["properties"] for feature in json.loads(written["geojson"])["features"]],
    ):
        assert [(row["round_id"], row["jurisdiction_id"]) for row in found] == keys
    cells = list(sheet_of(written["xlsx"], "Letters").iter_rows(min_row=2, values_only=True))
    assert [(cell[0], cell[2]) for cell in cells] == keys


def test_the_same_view_gives_the_same_bytes(dataset):
    selection = view(dataset, "round=2018-01")
    assert files(selection)[1] == files(selection)[1]


def test_csv_begins_with_a_byte_order_mark_and_ends_its_lines_as_rfc_4180_says(dataset):
    text = csv_file(public_rows("letters", view(dataset))).decode("utf-8")
    assert text.startswith(BYTE_ORDER_MARK + "round_id,")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")


def test_csv_numbers_days_and_flags_stay_what_they_are(dataset):
    content = csv_file(public_rows("letters", view(dataset, "round=2018-01&as_of=2018-03-01")))
    frame = pd.read_csv(io.BytesIO(content), parse_dates=["sent_on", "deadline_on"])
    assert set(frame["days_left"].dropna()) == {-6}  # days are counted only where no answer came
    assert frame["sent_on"].dt.date.unique().tolist() == [date(2018, 1, 24)]
    assert frame["answered"].dtype == bool


@pytest.mark.parametrize("name", ["formula", "function", "minus", "plus", "tab", "space", "wide"])
def test_csv_text_that_a_spreadsheet_would_run_is_made_text_and_else_unchanged(name):
    assert inert(HOSTILE[name]) == "'" + HOSTILE[name]


@pytest.mark.parametrize("name", ["markup", "lines", "link", "turned", "accents", "long", "number"])
def test_other_csv_text_is_unchanged(name):
    assert inert(HOSTILE[name]) == HOSTILE[name]


def test_hostile_cells_come_back_out_of_csv(hostile):
    found = {row["note"] for row in read_csv(files(view(hostile))[1]["csv"])}
    assert found == {inert(text) for text in HOSTILE.values()}
    assert not [note for note in found if note[0] in "=+-@\t\r"]


@pytest.mark.parametrize("form", ["json", "geojson"])
def test_hostile_cells_come_back_out_of_json(hostile, form):
    body = json.loads(files(view(hostile))[1][form])
    rows = body["rows"] if form == "json" else [feature["properties"] for feature in body["features"]]
    assert {row["note"] for row in rows} == set(HOSTILE.values())


def test_hostile_cells_are_plain_text_in_a_workbook(hostile):
    content = files(view(hostile))[1]["xlsx"]
    column = [cell for row in sheet_of(content, "Letters").iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in column if cell.data_type == "f" or cell.hyperlink]
    kept = {cell.value.replace("_x000D_", "\r") for cell in column if isinstance(cell.value, str)}
    assert set(HOSTILE.values()) - {HOSTILE["lines"]} <= kept  # XML itself folds line ends
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def test_a_workbook_has_days_numbers_a_frozen_header_and_filters(dataset):
    sheet = sheet_of(files(view(dataset, "round=2018-01&as_of=2018-03-01"))[1]["xlsx"], "Letters")
    names = {cell.value: cell.column - 1 for cell in sheet[1]}
    first = [cell.value for cell in sheet[2]]
    assert first[names["sent_on"]] == datetime(2018, 1, 24)
    assert first[names["days_left"]] == -6
    assert first[names["answered"]] in (True, False)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}{sheet.max_row}"


def test_a_workbook_explains_itself(dataset):
    content = files(view(dataset, "round=2018-01&state=CA&as_of=2018-01-25"))[1]["xlsx"]
    text = "\n".join(
        str(cell) for row in sheet_of(content, "About").iter_rows(values_only=True) for cell in row if cell
    )
    assert "DOJ letters of the January 2018 round to places in California, as of Jan. 25, 2018." in text
    for fact in (
        "2018-01-25",
        dataset.version.name,
        "CC BY 4.0",
        "https://x.org/?frozen",
        "days_left",
        "9. The letters",
    ):
        assert fact in text


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    assert len(fitting("x" * 40_000)) == LONGEST
    assert fitting("x" * 40_000).endswith("hold all of it)")


def test_geojson_is_in_degrees_with_rings_that_follow_the_right_hand(dataset):
    for feature in json.loads(files(view(dataset))[1]["geojson"])["features"]:
        geometry, kind = shape(feature["geometry"]), feature["properties"]["kind"]
        west, south, east, north = geometry.bounds
        assert -180 <= west <= east <= 180
        assert 17 <= south <= north <= 72
        assert (geometry.geom_type == "Point") == (kind in ("city", "city-county"))
        for part in shapely.get_parts(geometry):
            if part.geom_type == "Polygon":
                assert part.exterior.is_ccw
                assert not [hole for hole in part.interiors if hole.is_ccw]


def test_geojson_puts_a_city_where_the_data_say(dataset):
    (feature,) = json.loads(files(view(dataset, "round=2018-01&state=MS"))[1]["geojson"])["features"]
    place = dataset.jurisdictions.set_index("jurisdiction_id").loc["jackson-ms"]
    assert feature["geometry"]["coordinates"] == pytest.approx(
        [place["longitude"], place["latitude"]], abs=2e-5
    )
    assert feature["id"] == "2018-01/jackson-ms"


def test_json_says_what_its_rows_are(dataset):
    selection = view(dataset, "round=2018-01&state=CA&as_of=2018-01-25")
    rows = public_rows("letters", selection).page(2, 3)
    body = json.loads(json_file(rows, about(selection), {"self": "s"}))
    assert body["filters"] == selection.description
    assert (body["total"], body["offset"], body["count"], len(body["rows"])) == (9, 2, 3, 3)
    assert body["as_of"] == "2018-01-25"
    assert body["version"]["name"] == dataset.version.name
    assert body["licence"]["credit"] == f"DOJ letters tracker, data version {dataset.version.name}, CC BY 4.0"
    assert body["links"] == {"self": "s"}


def test_the_package_is_whole_and_validates(dataset, tmp_path):
    with zipfile.ZipFile(io.BytesIO(package_file(dataset))) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.to_summary()
    for name in ("README.md", "METHOD.md", "CHANGELOG.md", "LICENSE", "boundaries/states.json"):
        assert (tmp_path / name).stat().st_size
    assert package_file(dataset) == package_file(dataset)


def test_the_package_can_be_loaded_again(dataset, tmp_path):
    with zipfile.ZipFile(io.BytesIO(package_file(dataset))) as archive:
        archive.extractall(tmp_path)
    assert tracker.load(tmp_path).version == dataset.version
