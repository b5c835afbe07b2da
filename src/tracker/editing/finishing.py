"""How a command on the tables ends: refused with what breaks, or written with what is left to do."""

from collections.abc import Iterable
from pathlib import Path

import click

from tracker.editing.trial import Trial, UnformattedError, Workplace
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
    click.echo("added to CHANGELOG.md: a line under “Unreleased”; see that it says why")
    for line in (*left, *trial.remarks):
        click.echo(f"left to do: {line}")
