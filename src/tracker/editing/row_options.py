"""The columns of a table as options of a command, and what is missing asked for at a terminal."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click

from tracker.dates import PartialDate, parse_day
from tracker.difference import Row
from tracker.editing.meaning import Meaning, labels_of
from tracker.editing.suggestions import SUGGESTIONS, suggested
from tracker.schema import Column, Table

NOTHING = "-"
"""What leaves a cell empty for which something is suggested, at a terminal."""


def options_of(table: Table) -> list[click.Parameter]:
    """Return one option a column, named as the column is; its words are the choices."""
    return [_option(column, column.name in SUGGESTIONS[table.name]) for column in table.columns]


def _option(column: Column, is_suggested: bool) -> click.Option:
    notes = ["Suggested."] if is_suggested else ["Required."] if column.required else []
    if column.separator:
        notes.append(f"Several are joined by “{column.separator}”.")
    metavar = f"[{'|'.join(column.words)}]" if column.words and not column.separator else "TEXT"
    help_text = " ".join([column.description, *notes])
    return click.Option([option_name(column.name)], metavar=metavar, help=help_text)


def option_name(column: str) -> str:
    """Name a column as an option: `sent_on` as `--sent-on`."""
    return f"--{column.replace('_', '-')}"


@dataclass(frozen=True)
class NewRow:
    """A row to be added, the columns in it that were suggested, and those that are empty by choice."""

    cells: Row
    additions: frozenset[str]
    empty: frozenset[str]


def new_row(given: Mapping[str, str], meaning: Meaning) -> NewRow:
    """Return the row of what was given, asked for and suggested.

    At a terminal an editor who gave nothing is asked for every column, any other for what is missing.

    Args:
        given: cells by column; one that is given as empty stays empty.
        meaning: reads what is typed.

    Raises:
        click.UsageError: a required cell is missing, and nobody is there to be asked.
    """
    table, record = meaning.table, meaning.record
    cells = {
        column.name: meaning.cell(column, given.get(column.name, "").strip()) for column in table.columns
    }
    settled = {*given}
    for column in _in_order(table) if is_terminal() else ():
        proposal = suggested(table.name, cells, record, settled).get(column.name, "")
        if column.name in given or (given and (proposal or not column.required)):
            continue
        if (answer := _answer(column, meaning, proposal)) != proposal:
            cells[column.name] = answer
            settled.add(column.name)
    additions = suggested(table.name, cells, record, settled)
    cells |= additions
    _hold(cells, meaning)
    return NewRow(cells, frozenset(additions), frozenset(name for name in settled if not cells[name]))


def _in_order(table: Table) -> list[Column]:
    """Return the columns in the order in which they are asked for: those that follow from others last."""
    return sorted(table.columns, key=lambda column: column.name in SUGGESTIONS[table.name])


def _hold(cells: Row, meaning: Meaning) -> None:
    """Refuse a row that lacks a required cell, naming first those that follow from no other."""
    lacking = [one.name for one in meaning.table.columns if one.required and not cells[one.name]]
    if not lacking:
        return
    proposed = SUGGESTIONS[meaning.table.name]
    options = [option_name(name) for name in lacking if name not in proposed] or map(option_name, lacking)
    unknown = (meaning.unknown(column, cells[column.name]) for column in meaning.table.columns)
    said = "; ".join([f"a row of {meaning.table.path} needs {', '.join(options)}", *filter(None, unknown)])
    raise click.UsageError(f"{said}. At a terminal, with no option, each column is asked for")


def _answer(column: Column, meaning: Meaning, proposal: str) -> str:
    click.echo(f"\n{column.description}")
    for word, label in labels_of(column, meaning.campaign).items():
        click.echo(f"  {word}: {label}")
    note = "" if column.required else f" ({NOTHING} leaves it empty)" if proposal else " (may stay empty)"
    default = proposal or (None if column.required else "")
    reading = _Reading(column, meaning)
    answer: str = click.prompt(column.title + note, default, type=reading, show_default=bool(proposal))
    return answer


class _Reading(click.ParamType[str]):
    """Reads an answer as the cell that it means; what can be none is asked for again."""

    def __init__(self, column: Column, meaning: Meaning) -> None:
        self.name, self.column, self.meaning = column.title, column, meaning

    def convert(self, value: str, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the cell, or say why there is none."""
        typed = "" if value.strip() == NOTHING else value.strip()
        cell = self.meaning.cell(self.column, typed)
        if cell and (fault := _fault(self.column, cell) or self.meaning.unknown(self.column, cell)):
            self.fail(fault)
        return cell


def _fault(column: Column, cell: str) -> str:
    """Say why a filled cell is none of its column, as far as that shows without the row; "" if it may be."""
    parts = cell.split(column.separator) if column.separator else [cell]
    if unknown := [part for part in parts if column.words and part not in column.words]:
        return f"“{unknown[0]}” is none of these words"
    read = parse_day if column.type == "date" else PartialDate.parse if column.is_partial_date else str
    try:
        read(cell)
    except ValueError as error:
        return str(error)
    return ""


def is_terminal() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty()
