"""How a command on the tables ends: refused with what breaks, or written with what is left to do."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from tracker.editing.county_outlines import COUNTIES
from tracker.editing.edits import Edit
from tracker.editing.trial import Trial, UnformattedError, Workplace, tried
from tracker.exports.replacing import replace_files
from tracker.problems import DataError


def workplace(folder: Path) -> Workplace:
    """Open a folder for a command.

    Raises:
        click.ClickException: it cannot be written to as it is.
    """
    try:
        return Workplace.of(folder)
    except (DataError, UnformattedError) as error:
        raise click.ClickException(str(error)) from error


def trial_of(place: Workplace, edit: Edit, entry: str, day: date) -> Trial:
    """Try an edit aside, see `tracker.editing.trial`.

    Raises:
        click.ClickException: there is no room for the copy in which it is tried.
    """
    try:
        return tried(place, edit, entry, day)
    except OSError as error:
        # The copy of a folder, of many files, has many reasons and no one error.
        why = error.strerror or "is the disk of temporary files full?"
        raise click.ClickException(f"nothing was written: it cannot be tried in a copy: {why}") from error


def finish(trial: Trial, command: str, written: Iterable[str], left: Iterable[str] = ()) -> None:
    """Write what was tried, or refuse it and print the command that was meant, so that nothing typed is lost.

    Args:
        trial: the edit as it came out.
        command: gives the same edit again.
        written: lines that say what was written.
        left: lines that say what an editor is to see to, in either case.

    Raises:
        click.ClickException: the disk refuses the files.
    """
    if trial.refused.errors:
        for line in (str(trial.refused), *left, f"Nothing was written. To try again:\n{command}"):
            click.echo(line)
        raise click.exceptions.Exit(1)
    try:
        replace_files(trial.files)
    except OSError as error:
        raise click.ClickException(f"no file was changed: {error.strerror}") from error
    for line in written:
        click.echo(line)
    if trial.is_drawn:
        click.echo(f"drawn in {COUNTIES}: the outline of a county that was not on the map")
    click.echo("added to CHANGELOG.md: a line under “Unreleased”; see that it says why")
    for line in (*left, *trial.remarks):
        click.echo(f"left to do: {line}")
