"""`tracker add`: one row more, suggested, looked up, checked aside, and written where it belongs."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from tracker.campaign import Campaign
from tracker.difference import Row
from tracker.editing.correction import correction
from tracker.editing.edits import Edit, NewCell
from tracker.editing.finishing import finish, trial_of, workplace
from tracker.editing.issue_form import IssueError, issue_cells
from tracker.editing.lookup import cities_named, county_name
from tracker.editing.meaning import Meaning
from tracker.editing.row_options import NewRow, new_row, option_name, options_of
from tracker.editing.suggestions import OFFICES, SUGGESTIONS, Record
from tracker.evidence import UNDOCUMENTED, grade
from tracker.letter_key import key_of
from tracker.loading import TodayIn, read_descriptor
from tracker.problems import DataError
from tracker.resources import data_folder
from tracker.schema import Table, joined, read_tables
from tracker.vocabulary import Hosting, Kind
from tracker.weblink import host

NOUNS: Mapping[str, str] = {
    "letter": "letters",
    "event": "events",
    "case": "cases",
    "document": "documents",
    "source": "sources",
    "place": "jurisdictions",
    "round": "rounds",
}
"""What an editor adds, and the table that it is a row of."""

FolderOption = Callable[[Callable[..., None]], Callable[..., None]]


class AddGroup(click.Group):
    """The commands that add a row, one a table, with the table's columns for options."""

    def __init__(self, folder_option: FolderOption, today: TodayIn, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__(**attributes)
        self._folder_option, self._today = folder_option, today

    def list_commands(self, context: click.Context) -> list[str]:
        """Name what can be added."""
        return list(NOUNS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Make the command for a noun; the columns are those of the shipped data."""
        if name not in NOUNS:
            return None
        try:
            tables = read_tables(read_descriptor(data_folder()))
        except DataError as error:
            raise click.ClickException(str(error)) from error
        return _command(name, tables[NOUNS[name]], self._folder_option, self._today)


def _command(noun: str, table: Table, folder_option: FolderOption, today: TodayIn) -> click.Command:
    def run(folder: Path, why: str, issue: Path | None, **cells: str | None) -> None:
        _add(folder, noun, table, cells, why, issue, today)

    command = click.command(noun, short_help=table.description)(folder_option(run))
    command.help = f"{table.description}\n\nWhat is suggested may be left out; what is unknown stays empty."
    why = click.Option(["--why"], default="", help="Goes into the log of changes, as a sentence.")
    issue = click.Option(
        ["--from-issue", "issue"],
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Text of an issue made with a form; options outrank it.",
    )
    command.params = [*options_of(table), why, issue, *command.params]
    return command


def _add(
    folder: Path,
    noun: str,
    table: Table,
    typed: Mapping[str, str | None],
    why: str,
    issue: Path | None,
    today: TodayIn,
) -> None:
    place = workplace(folder)
    day = today(place.time_zone)
    record = place.record(day)
    meaning = Meaning(table, record, Campaign.of(place.descriptor))
    given = {name: cell for name, cell in typed.items() if cell is not None}
    row = new_row(_cells_of(issue, meaning) | given, meaning)
    edit = _edit(table, row.cells, record)
    trial = trial_of(place, edit, _entry(table, row.cells, why), day)
    finish(trial, _again(noun, row, why, folder), _written(table, row, edit), _advice(table, row.cells))


def _cells_of(issue: Path | None, meaning: Meaning) -> dict[str, str]:
    """Read the cells that an issue fills; none without one."""
    if issue is None:
        return {}
    try:
        return issue_cells(issue.read_text("utf-8"), meaning)
    except (IssueError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{issue.name}: {error}") from error


def _edit(table: Table, row: Row, record: Record) -> Edit:
    """Return the edit that adds a row, with what follows; to a letter entered earlier a correction."""
    edit = Edit(rows=((table.name, row),), cells=tuple(_consequences(table, row, record)))
    for cell in edit.cells:
        if record.cell(cell.table, cell.row, "recorded_on") < record.day.isoformat():
            logged = correction(cell, "A document shows the letter.", row["source_id"], record)
            edit = Edit(rows=edit.rows + logged.rows, cells=logged.cells)
    return edit


def _consequences(table: Table, row: Row, record: Record) -> Iterator[NewCell]:
    """Give the cells of other rows that follow: a letter's evidence is what its documents show."""
    key = joined(key_of(row)) if table.name == "documents" else ""
    if not key or row["event_id"] or not (before := record.cell("letters", key, "evidence")):
        return
    same = [one for one in record.rows("documents") if not one["event_id"] and _letter_of(one) == key]
    best = grade([(one["kind"], one["read"]) for one in (*same, row)])
    if best and best != before:
        yield NewCell("letters", key, "evidence", str(best))


def _letter_of(document: Row) -> str:
    return joined(key_of(document))


def _entry(table: Table, row: Row, why: str) -> str:
    """Write the line for the log of changes."""
    cited = row.get("sources") or row.get("source_id", "")
    source = f" Source: {cited.replace(';', ', ')}." if cited and table.name != "sources" else ""
    return f"added: {table.path} [{table.key_of(row)}].{f' {why}' if why else ''}{source}"


def _again(noun: str, row: NewRow, why: str, folder: Path) -> str:
    """Write the command that gives the same row, so that nothing typed is lost."""
    meant = (name for name, cell in row.cells.items() if (cell and name not in row.additions))
    cells = {option_name(name): row.cells[name] for name in meant}
    proposed = [option_name(name) for name in SUGGESTIONS[NOUNS[noun]] if name in row.empty]
    others = {"--why": why, "--data": "" if folder == data_folder() else str(folder)}
    given = cells | dict.fromkeys(proposed, "") | {name: word for name, word in others.items() if word}
    options = (f"{name} {shlex.quote(cell)}" for name, cell in given.items())
    return " ".join(["tracker add", noun, *options])


def _written(table: Table, row: NewRow, edit: Edit) -> Iterator[str]:
    yield f"added to {table.path}: {table.key_of(row.cells)}"
    for name, cell in row.cells.items():
        if cell:
            yield f"  {name}: {cell}{' (suggested)' if name in row.additions else ''}"
    for other in edit.cells:
        yield f"changed in {other.table}.csv: [{other.row}] {other.column}: {other.value}"


def _advice(table: Table, row: Row) -> Iterator[str]:
    """Say what no rule asks for and an editor should see to."""
    if table.name == "sources" and row["hosting"] == Hosting.WEAK:
        yield f"{host(row['url'])} is a weak host: look for the publisher’s own address, or a better source"
    if table.name == "letters" and row["evidence"] in UNDOCUMENTED:
        yield "where a document shows the letter, add it by `tracker add document`, which raises the evidence"
    if table.name == "jurisdictions" and not Kind.of(row["kind"]).is_shaped:
        yield from _not_looked_up(row)


def _not_looked_up(row: Row) -> Iterator[str]:
    """Say what of a city no table here knows, or what could be another."""
    if not row["geoid"]:
        yield "geoid, a city’s Census code, is in no table here; it may stay empty until it is read"
    cities = cities_named(row["name"], row["state"])
    if not cities:
        plain = OFFICES.sub("", row["name"]).partition(",")[0]
        likely = f"; is it {plain}?" if cities_named(plain, row["state"]) else ""
        yield f"{row['name']} is in no table here: read its point and its counties elsewhere{likely}"
    if not cities or (row["latitude"], row["longitude"]) != (cities[0].latitude, cities[0].longitude):
        return
    yield f"see whether {row['name']} lies in other counties than {county_name(cities[0].county_fips)} too"
    if len(cities) > 1:
        yield f"{len(cities)} cities of the state have this name; the largest was taken: is it the one?"
