"""What a spreadsheet does to a column is one problem with its cause; a slip has an address of its own."""

import gzip
import re
from datetime import date

import pytest

from builders import edit, new_in, rewrite

DAY = re.compile(rb"(?<=,)(20\d\d)-(\d\d)-(\d\d)(?=,)")
ZERO = date(1899, 12, 30)


def as_in_america(day):
    year, month, number = map(int, day.groups())
    return f"{month}/{number}/{year}".encode()


def as_a_number(day):
    return str((date(*map(int, day.groups())) - ZERO).days).encode()


def as_a_month(raw):
    return re.sub(rb"(?m)^2018-01,", b"Jan-18,", raw)


def written(pattern):
    """Write a day as a pattern of `strftime` shows it, in quotes where it has a comma."""
    quote = '"' if "," in pattern else ""
    return lambda day: f"{quote}{date(*map(int, day.groups())):{pattern}}{quote}".encode()


PATTERNS = (
    "%m/%d/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y-%m-%d 00:00:00", "%d-%b-%y", "%B %d, %Y",
    "%b. %d, %Y", "%A, %B %d, %Y", "%Y%m%d",
)  # fmt: skip


@pytest.mark.parametrize("write", [as_in_america, as_a_number], ids=["1/24/2018", "43124"])
@pytest.mark.parametrize(
    ("table", "columns"), [("letters", ["deadline_on", "sent_on"]), ("events", ["date"])]
)
def test_dates_as_a_spreadsheet_writes_them_are_one_problem_a_column(folder, write, table, columns):
    rewrite(folder, f"{table}.csv", lambda raw: DAY.sub(write, raw))
    problems = new_in(folder)
    assert [(problem.file, problem.column) for problem in problems] == [
        (f"{table}.csv", column) for column in columns
    ]
    assert all("a spreadsheet rewrote" in problem.message for problem in problems)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_days_of_any_country_are_one_problem_a_column(folder, pattern):
    rewrite(folder, "letters.csv", lambda raw: DAY.sub(written(pattern), raw))
    assert [(problem.column, problem.code) for problem in new_in(folder)] == [
        ("deadline_on", "spreadsheet"),
        ("sent_on", "spreadsheet"),
    ]


def test_numbers_with_a_comma_are_one_problem_a_column(folder):
    number = re.compile(rb",(-?\d+)\.(\d{5})(?=,)")
    rewrite(folder, "jurisdictions.csv", lambda raw: number.sub(rb',"\1,\2"', raw))
    assert [(problem.column, problem.code) for problem in new_in(folder)] == [
        ("latitude", "spreadsheet"),
        ("longitude", "spreadsheet"),
    ]


def test_a_month_in_place_of_an_id_is_named_where_it_stands(folder):
    for table in ("rounds", "letters"):
        rewrite(folder, f"{table}.csv", as_a_month)
    found = [(problem.file, problem.column, problem.code) for problem in new_in(folder)]
    assert found == [
        ("letters.csv", "round_id", "spreadsheet"),
        ("rounds.csv", "round_id", "spreadsheet"),
    ]


def test_one_date_in_another_form_has_its_address(folder):
    edit(folder, "letters", ("2018-01", "jackson-ms"), deadline_on="2/23/2018")
    (problem,) = new_in(folder)
    assert (problem.row, problem.code) == ("2018-01 + jackson-ms", "day")


@pytest.mark.parametrize(
    ("code", "spoilt"), [(b",06", b",6"), (b",3601000,", b",3601000.0,"), (b",96460,", b",96460.0,")]
)
def test_codes_that_lost_a_zero_are_one_problem_with_its_cure(folder, code, spoilt):
    rewrite(folder, "jurisdictions.csv", lambda raw: raw.replace(code, spoilt))
    (problem,) = new_in(folder)
    assert (problem.file, problem.code) == ("jurisdictions.csv", "spreadsheet")
    assert "`tracker format` puts them right" in problem.message


def test_rows_beside_empty_ones_are_read_and_have_their_lines(folder):
    lines = (folder / "letters.csv").read_bytes().splitlines(keepends=True)
    spoilt = lines[5].replace(b"confirmed", b"sure")
    whole = b"".join([*lines[:3], b",,\n\n", *lines[3:5], spoilt, *lines[6:]])
    rewrite(folder, "letters.csv", lambda raw: whole)
    assert [(problem.line, problem.code) for problem in new_in(folder)] == [
        (4, "empty-row"),
        (8, "vocabulary"),
    ]


@pytest.mark.parametrize(
    ("column", "number", "spoilt"),
    [
        ("geoid", rb",(\d)(\d\d)\d{4},", rb",\1.\2E+06,"),
        ("county_fips", rb",(\d\d)(\d{3}),", rb',"\1,\2",'),
        ("population", rb",(\d{1,3})(\d{3}),", rb',"\1,\2",'),
    ],
)
def test_numbers_in_groups_or_cut_short_are_one_problem(folder, column, number, spoilt):
    rewrite(folder, "jurisdictions.csv", lambda raw: re.sub(number, spoilt, raw))
    assert (column, "spreadsheet") in [(problem.column, problem.code) for problem in new_in(folder)]
    assert {problem.code for problem in new_in(folder)} == {"spreadsheet"}


def header_of(raw):
    return raw.partition(b"\n")[0] + b"\n"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda raw: raw.replace(b",", b"|"), "upright lines"),
        (lambda raw: b'"sep=,"\r\n' + raw, "“sep=”"),
        (lambda raw: b"All the letters,,,\n" + raw, "is no header"),
        (lambda raw: raw + raw, "the header stands here again"),
        (lambda raw: header_of(raw).replace(b"note", b"Note ") + raw.partition(b"\n")[2], "written note"),
        (lambda raw: raw.replace(b",", b",,", 1), "above column 2;"),
        (lambda raw: raw.replace(b',"', ",“".encode()).replace(b'",', "”,".encode()), "a straight quote"),
        (lambda raw: raw + b"\x1a\n", "1 cell,"),
        (lambda raw: gzip.compress(raw), "packed"),
        (lambda raw: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a workbook of an old kind"),
        (lambda raw: b"<html><table>" + raw, "a web page"),
        (lambda raw: raw.replace(b"Chokwe", b"Chokw\xe9"), "0xe9 is not UTF-8 text: save the file as “CSV"),
    ],
)
def test_what_was_done_to_a_whole_file_is_said_once(folder, change, word):
    rewrite(folder, "letters.csv", change)
    (problem,) = new_in(folder)
    assert word in problem.message


@pytest.mark.parametrize("name", ["datapackage.json", "METHOD.md"])
def test_other_files_in_the_code_of_windows_are_named_with_line_and_cure(folder, name):
    rewrite(folder, name, lambda raw: raw.decode().replace("a", "’", 1).encode("cp1252", "replace"))
    (problem,) = new_in(folder)
    assert problem.file == name
    assert "line " in problem.message
    assert "save the file as UTF-8" in problem.message
