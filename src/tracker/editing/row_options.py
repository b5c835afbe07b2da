"""The columns of a table as options of a command, and what is missing asked for at a terminal."""

import sys
from collections.abc import Mapping

import click

from tracker.difference import Row
from tracker.editing.suggestions import SUGGESTIONS, Record, suggested
from tracker.schema import Column, Table


def options_of(table: Table) -> list[click.Parameter]:
    """Return one option a column, named as the column is; its words are the choices."""
    return [_option(column, column.name in SUGGESTIONS[table.name]) for column in table.columns]


def _option(column: Column, is_suggested: bool) -> click.Option:
    notes = ["Suggested."] if is_suggested else ["Required."] if column.required else []
    if column.separator:
        notes.append(f"Several are joined by “{column.separator}”.")
    help_text = " ".join([column.description, *notes])
    return click.Option([option_name(column.name)], type=_type(column), help=help_text)


def option_name(column: str) -> str:
    """Name a column as an option: `sent_on` as `--sent-on`."""
    return f"--{column.replace('_', '-')}"


def _type(column: Column) -> click.Choice[str] | None:
    """Give the choices of a column; None where it may hold any text, or a list."""
    return click.Choice(column.words) if column.words and not column.separator else None


def whole_row(table: Table, given: Mapping[str, str | None], record: Record) -> tuple[Row, frozenset[str]]:
    """Return a row with what was given, asked for and suggested, and the names of the suggested columns.

    Raises:
        click.UsageError: a required cell is missing, and nobody is there to be asked.
    """
    row = {column.name: (given.get(column.name) or "").strip() for column in table.columns}
    if is_terminal():
        for column in sorted(table.columns, key=lambda column: column.name in SUGGESTIONS[table.name]):
            if column.required and not (row | suggested(table.name, row, record))[column.name]:
                row[column.name] = _answer(column)
    additions = suggested(table.name, row, record)
    row |= additions
    if lacking := [option_name(one.name) for one in table.columns if one.required and not row[one.name]]:
        raise click.UsageError(f"a row of {table.path} needs {', '.join(lacking)}")
    return row, frozenset(additions)


def _answer(column: Column) -> str:
    click.echo(f"\n{column.description}")
    words = f" ({', '.join(column.words)})" if column.separator and column.words else ""
    answer: str = click.prompt(f"{column.title}{words}", type=_type(column))
    return answer.strip()


def is_terminal() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty()
