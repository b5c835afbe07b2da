"""The `tracker` command: check and format the data, print dictionary and briefs, export, serve."""

import logging
import os
import shlex
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from tracker.brief import place_brief, view_brief
from tracker.campaign import Campaign
from tracker.clock import latest_day, today
from tracker.dataset import Dataset
from tracker.editing.add_commands import NOUNS, AddGroup
from tracker.editing.correction import correction, key_in, log_entry
from tracker.editing.county_outlines import drawn
from tracker.editing.edits import NewCell
from tracker.editing.finishing import finish, trial_of, workplace
from tracker.editing.meaning import Meaning
from tracker.editing.revision import revision_text
from tracker.editing.states import UnknownStateError, state_of
from tracker.exports.canonical import Canonical, canonical_files
from tracker.exports.dictionary import dictionary
from tracker.exports.replacing import replace_files
from tracker.extras import PACKAGE, MissingExtraError, need
from tracker.filters import Filters
from tracker.listening import check_free, local_address
from tracker.loading import DESCRIPTOR, LOG, load, read_contents, read_descriptor
from tracker.problems import DataError, Report
from tracker.releases import NothingToReleaseError, release_files
from tracker.resources import dashboard_folder, data_folder
from tracker.schema import read_tables
from tracker.settings import CONTACT, DATA, PORT, Settings, SettingsError, public_address

_Folder = click.Path(exists=True, file_okay=False, path_type=Path)
data_option = click.option(
    "--data",
    "folder",
    type=_Folder,
    default=data_folder,
    envvar=DATA,
    show_default="the shipped data",
    help=f"Folder of the data; {DATA} in the environment does the same.",
)

day_option = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day to speak of; by default today."
)


class _Refusal(click.ClickException):
    """A start that cannot be: one line, and the exit code of a wrong use."""

    exit_code = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=PACKAGE)
def main() -> None:
    """Who got the letters of a campaign, and what is on record since.

    \b
    tracker check                              are the data files sound?
    tracker brief jackson-ms                   what is on record for one place
    tracker brief "round=2018-01&state=CA"     the facts of a view, as in a link of the dashboard
    tracker export DIR                         write the whole tracker as files that need no server
    tracker serve                              open the dashboard on this machine
    tracker links                              ask which source addresses are dead (uses the network)
    """  # noqa: D301 - click reads \b as a control character: keep these lines as they are


@main.command()
@data_option
def check(folder: Path) -> None:
    """Check the data files and print every problem with its address.

    The exit code is 1 when there are errors. Warnings are listed and do not count.
    """
    # A fault that no check foresaw is a line of the report; its traceback is for the log of a server.
    logging.getLogger("tracker").addHandler(logging.NullHandler())
    report = _report(folder)
    click.echo(report)
    sys.exit(1 if report.errors else 0)


@main.command("format")
@data_option
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file would change."
)
def format_files(folder: Path, only_check: bool) -> None:
    """Write the data files in their one form: sorted by key, plain quotes, vocabularies from the code.

    What a spreadsheet or Git did and can be put right with certainty is put right, and said. A county that
    the map lacks is drawn. A file that cannot be read is named with its lines, and then no file is changed.
    """
    canonical = _canonical(folder)
    if canonical.problems:
        click.echo(Report.of(canonical.problems))
        click.echo("No file was changed.")
        sys.exit(1)
    for name, done in canonical.cures.items():
        for sentence in done:
            click.echo(f"{name}: {sentence}")
    for name, (before, after) in canonical.counts.items():
        click.echo(f"{name}: {before} rows are now {after}")
    outlines = drawn(folder, canonical.files.get("jurisdictions.csv", b""))
    for name in outlines:
        click.echo(f"{name}: drawn, the counties of places that were not on the map")
    files = {**canonical.files, **outlines}
    changed = {folder / name: raw for name, raw in files.items() if _differs(folder / name, raw)}
    if not only_check:
        _write(changed)
    for path in changed:
        click.echo(f"{'would change' if only_check else 'changed'} {path.name}")
    if not only_check and (report := _report(folder)).errors:
        click.echo(f"left as it is: {report.summary()}; `tracker check` lists what only an editor can decide")
    sys.exit(1 if only_check and changed else 0)


main.add_command(
    AddGroup(
        data_option,
        lambda zone: today(zone),  # looked up at each call
        name="add",
        help="Add a row to the data, ids, days, codes and point suggested, once every check lets it pass.",
    )
)


@main.command()
@click.argument("table", type=click.Choice([*NOUNS.values()]))
@click.argument("row")
@click.argument("column")
@click.argument("value")
@click.option("--why", required=True, help="What was wrong, in one sentence.")
@click.option("--sources", default="", help="What supports the new value, by source_id, joined by “;”.")
@data_option
def correct(table: str, row: str, column: str, value: str, why: str, sources: str, folder: Path) -> None:
    """Correct one cell, and log it in corrections.csv and CHANGELOG.md, once every check lets it pass.

    ROW is the row's key, such as "2018-01 + jackson-ms"; a VALUE of "" empties the cell.
    """
    place = workplace(folder)
    day = today(place.time_zone)
    record = place.record(day)
    meaning = Meaning(record.schema[table], record, Campaign.of(place.descriptor))
    cell = NewCell(table, key_in(row), column, meaning.cell_named(column, value))
    try:
        edit = correction(cell, why, sources, record)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    trial = trial_of(place, edit, log_entry(cell, why, sources, record), day)
    again = ["tracker", "correct", table, row, column, value, "--why", why, "--sources", sources]
    again += [] if folder == data_folder() else ["--data", str(folder)]
    finish(trial, shlex.join(again), [f"corrected: {table} [{cell.row}] {column} is now “{value}”"])


@main.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@day_option
@data_option
def print_diff(old: str, new: str | None, as_of: datetime | None, folder: Path) -> None:
    """Say in English what differs between two states of the data.

    OLD and NEW are folders, packages as zip files, or versions kept in releases/; NEW is by default the
    folder of the data. Of a state that breaks a rule, rows alone are compared; if that is NEW, the exit
    code is 1.
    """
    try:
        before, after = state_of(old, folder), state_of(new or str(folder), folder)
        descriptor = read_descriptor(folder)
    except (UnknownStateError, DataError) as error:
        raise click.ClickException(str(error)) from error
    day = as_of.date() if as_of else today(Campaign.of(descriptor).time_zone)
    click.echo(revision_text(read_tables(descriptor), before, after, day), nl=False)
    sys.exit(1 if after.fault else 0)


@main.command()
@data_option
def release(folder: Path) -> None:
    """Make a version of the data out of what has changed since the last one.

    It names the version by today and the content, turns “Unreleased” in CHANGELOG.md into its entry with
    every row that differs, and keeps the whole package in releases/. Run `tracker format` before.
    """
    if _canonical_differs(folder):
        raise click.ClickException("run `tracker format` first")
    try:
        dataset = _load(folder)
        files = release_files(dataset, _today(dataset), DESCRIPTOR, LOG)
    except NothingToReleaseError as error:
        raise click.ClickException(str(error)) from error
    _write({folder / name: content for name, content in files.items()})
    for name in files:
        click.echo(f"wrote {name}")


@main.command("dictionary")
@data_option
@click.option(
    "--write", is_flag=True, help="Write it to README.md in the data folder instead of printing it."
)
def print_dictionary(folder: Path, write: bool) -> None:
    """Print the data dictionary: tables, columns, words, status rules and checks."""
    try:
        text = dictionary(read_descriptor(folder))
    except DataError as error:
        raise click.ClickException(str(error)) from error
    if write:
        _write({folder / "README.md": text.encode()})
    else:
        click.echo(text, nl=False)


@main.command("brief")
@click.argument("view", metavar="ID|QUERY")
@day_option
@data_option
def print_brief(view: str, as_of: datetime | None, folder: Path) -> None:
    """Print the facts of a place or a view in plain English.

    ID is a place, such as jackson-ms. QUERY is the part of a link after the question mark, such as
    "round=2018-01&state=CA&as_of=2018-01-25".
    """
    dataset = _load(folder)
    day = as_of.date() if as_of else _today(dataset)
    if view in set(dataset.jurisdictions["jurisdiction_id"]):
        click.echo(place_brief(dataset, view, day))
        return
    if "=" not in view:
        raise click.ClickException(f"“{view}” is neither the id of a place nor a query such as round=2018-01")
    filters, refused = Filters.parse(view, dataset)
    for part in refused:
        click.echo(str(part), err=True)
    click.echo(view_brief(filters.apply(dataset, day)))


@main.command("links")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Seconds.")
@click.option(
    "--at-once", type=click.IntRange(1, 32), default=8, show_default=True, help="Addresses asked at a time."
)
@data_option
def check_links(timeout: float, at_once: int, folder: Path) -> None:
    """Request every source's address and print those that are dead. For editors; it uses the network.

    An address that keeps programs out is not called dead. The exit code is 1 when there are dead ones.
    """
    # No other command needs the network.
    from tracker.reachability import replies

    dataset = _load(folder)
    addresses = list(replies(dataset.sources, f"{dataset.campaign.slug} link check", timeout, at_once))
    dead = [reply for reply in addresses if reply.is_dead]
    for reply in dead:
        click.echo(reply)
    click.echo(f"{len(dead)} of {len(addresses)} addresses {'is' if len(addresses) == 1 else 'are'} dead")
    sys.exit(1 if dead else 0)


@main.command()
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@day_option
@click.option(
    "--url",
    default="",
    callback=lambda _context, _option, value: _site(value),
    help="Address at which DIR will be published; without it there is no sitemap and no preview card.",
)
@click.option("--contact", default="", envvar=CONTACT, help="Whom readers are to tell of an error.")
@click.option(
    "--bom/--no-bom",
    default=True,
    show_default=True,
    help="Begin CSV files with the byte order mark that spreadsheets need to read them as UTF-8.",
)
@data_option
def export(target: Path, as_of: datetime | None, url: str, contact: str, bom: bool, folder: Path) -> None:
    """Write the whole tracker to DIR as static files that need no server; open index.html.

    DIR must be new or empty, or an earlier export, which is replaced once all is made. It takes about half a
    minute.
    """
    _need("exports")
    # No other command needs the pages and their pictures, which take half a second to import.
    from tracker.archive import MANIFEST, archive

    dataset = _load(folder)
    day = as_of.date() if as_of else _today(dataset)
    earlier = _earlier_export(target, target / MANIFEST)
    icon = (dashboard_folder() / "icon.png").read_bytes()
    files = {target / path: content for path, content in archive(dataset, day, icon, url, contact, bom)}
    _write(files)
    for gone in earlier - {path.resolve() for path in files}:
        gone.unlink(missing_ok=True)
    click.echo(f"The tracker as of {day} is in {target}: open {target / 'index.html'}")


@main.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8501,
    envvar=PORT,
    show_default=True,
    help="Port to listen on; PORT in the environment does the same.",
)
@click.option(
    "--address",
    default="localhost",
    show_default=True,
    help="Address to listen on; 0.0.0.0 for every network.",
)
@data_option
def serve(port: int, address: str, folder: Path) -> None:
    """Run the dashboard until it is stopped with Ctrl+C.

    The variables TRACKER_URL, TRACKER_CONTACT, TRACKER_FRAME_ANCESTORS and TRACKER_HSTS in the environment
    set what the README says of them.
    """
    _need("dashboard")
    try:
        settings = Settings.from_env(os.environ | {PORT: str(port)}, folder=folder, address=address)
        check_free(address, port)
    except SettingsError as error:
        raise _Refusal(str(error)) from error
    click.echo(f"The tracker is at {local_address(address, port)}  (Ctrl+C stops it)")
    app = dashboard_folder() / "app.py"
    options = [f"--server.port={port}", f"--server.address={address}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(app), *options]
    environment = os.environ | {DATA: str(settings.folder), PORT: str(port)}
    # Streamlit looks for .streamlit/config.toml in the folder it is started in, so that is the dashboard's.
    os.chdir(dashboard_folder().parent)
    # The server takes this process's place, so that a signal to `tracker serve` reaches it.
    sys.stdout.flush()
    os.execve(sys.executable, command, environment)


def _need(extra: str) -> None:
    """Refuse a command whose packages are not installed."""
    try:
        need(extra)
    except MissingExtraError as error:
        raise _Refusal(str(error)) from error


def _canonical(folder: Path) -> Canonical:
    """Give every data file as it should be, or what keeps it from that."""
    try:
        descriptor = read_descriptor(folder)
    except DataError as error:
        return Canonical(problems=error.report.problems)
    return canonical_files(DESCRIPTOR, descriptor, read_contents(folder, descriptor))


def _canonical_differs(folder: Path) -> bool:
    canonical = _canonical(folder)
    return any(_differs(folder / name, raw) for name, raw in canonical.files.items())


def _write(contents: Mapping[Path, bytes]) -> None:
    """Replace files, all or none."""
    try:
        replace_files(contents)
    except OSError as error:
        raise click.ClickException(f"no file was changed: {error.strerror}") from error


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _report(folder: Path) -> Report:
    """Check a folder and give all that is wrong with it."""
    try:
        return load(folder, latest_day(), today).report
    except DataError as error:
        return error.report


def _load(folder: Path) -> Dataset:
    try:
        return load(folder)
    except DataError as error:
        raise click.ClickException(str(error)) from error


def _today(dataset: Dataset) -> date:
    """Return the day it is where the letters come from."""
    return today(dataset.campaign.time_zone)


def _site(url: str) -> str:
    """Return the address of a site with its last slash; "" for none."""
    try:
        return url and public_address(url)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _earlier_export(target: Path, manifest: Path) -> set[Path]:
    """Return the files of an earlier export in a folder; refuse a folder that holds anything else."""
    if manifest.is_file():
        names = [line.partition("  ")[2] for line in manifest.read_text(encoding="utf-8").splitlines()]
        paths = [(target / name).resolve() for name in names]
        return {path for path in paths if path.is_relative_to(target.resolve()) and path.is_file()}
    if any(not path.is_dir() for path in target.rglob("*")):
        raise click.ClickException(f"{target} is not empty and no earlier export; name a new or empty folder")
    return set()
