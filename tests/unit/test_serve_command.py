"""`tracker serve` starts what it was asked for, or says in one line why not."""

import os
import socket

import pytest
from click.testing import CliRunner

import tracker.cli
from serving import free_port


@pytest.fixture
def started(monkeypatch):
    """Give what the command would become, in place of becoming it; the folder is put back."""
    here, seen = os.getcwd(), []
    monkeypatch.setattr(os, "execve", lambda path, command, environ: seen.append((command, environ)))
    yield seen
    os.chdir(here)


def serve(*options, **environ):
    return CliRunner(env=environ).invoke(tracker.cli.main, ["serve", *options])


def test_a_relative_folder_is_that_of_the_one_who_asks(started, tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    said = serve("--data", "data", "--port", str(port := free_port()))
    assert said.exit_code == 0, said.output
    ((command, environ),) = started
    assert environ["TRACKER_DATA"] == str(tmp_path / "data")
    assert f"--server.port={port}" in command
    assert said.output == f"The tracker is at http://localhost:{port}  (Ctrl+C stops it)\n"


def test_the_folder_may_be_named_in_the_environment_and_an_option_outranks_it(started, tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    named = {"TRACKER_DATA": str(tmp_path / "one"), "PORT": str(free_port())}
    for options in ((), ("--data", str(tmp_path / "other"))):
        assert serve(*options, **named).exit_code == 0
    assert [environ["TRACKER_DATA"] for _, environ in started] == [
        str(tmp_path / "one"),
        str(tmp_path / "other"),
    ]


@pytest.mark.parametrize(
    ("options", "environ", "reason"),
    [
        ((), {"TRACKER_URL": "letters.example.org"}, "TRACKER_URL"),
        ((), {"TRACKER_FRAME_ANCESTORS": "*; script-src *"}, "TRACKER_FRAME_ANCESTORS"),
        ((), {"TRACKER_HSTS": "a year"}, "TRACKER_HSTS"),
        ((), {"STREAMLIT_SERVER_BASE_URL_PATH": "letters"}, "TRACKER_URL"),
        (("--address", "192.0.2.1"), {}, "192.0.2.1"),
        (("--address", "no-such-host.invalid"), {}, "no-such-host.invalid"),
        (("--port", "http"), {}, "http"),
        ((), {"PORT": "99999"}, "99999"),
        (("--data", "/no/such/folder"), {}, "/no/such/folder"),
        (("--data", __file__), {}, "test_serve_command.py"),
        ((), {"TRACKER_DATA": "/no/such/folder"}, "/no/such/folder"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_starts(started, options, environ, reason):
    said = serve(*options, **{"PORT": str(free_port())} | environ)
    assert said.exit_code == 2
    assert started == []
    *usage, error = said.output.splitlines()
    assert error.startswith("Error: ")
    assert reason in error
    assert all(line.startswith(("Usage: ", "Try ")) or not line for line in usage)
    assert "The tracker is at" not in said.output


def test_a_taken_port_is_said_before_an_address_is(started):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        said = serve("--port", str(port := other.getsockname()[1]))
    assert said.exit_code == 2
    assert said.output == f"Error: port {port} is taken; name another with --port or PORT\n"
    assert started == []


def test_an_address_of_every_network_is_named_so_that_it_opens(started):
    said = serve("--address", "0.0.0.0", "--port", str(port := free_port()))
    assert f"http://localhost:{port} " in said.output
