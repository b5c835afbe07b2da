"""A real server: it asks nobody anything, waits for nobody, and says at its start what is wrong."""

import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from builders import a_data_folder, edit
from serving import free_port, served
from tracker.resources import dashboard_folder, data_folder

HOME = dashboard_folder().parent

SWALLOWING = '''
"""A network that swallows packets: whoever speaks to another machine waits, and is written down."""
import os
import sys
import time

AT_HOME = ("localhost", "127.0.0.1", "::1", "", None)


def swallow(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host not in AT_HOME:
        with open(os.environ["SWALLOWED"], "a") as list_of_calls:
            list_of_calls.write(f"{event} {host}\\n")
        time.sleep(5)
        raise OSError("swallowed")


sys.addaudithook(swallow)
'''


@pytest.fixture(scope="module")
def swallowed(tmp_path_factory):
    """The list of calls to other machines, which a server makes whose address is the second."""
    folder = tmp_path_factory.mktemp("network")
    (folder / "sitecustomize.py").write_text(SWALLOWING, "utf-8")
    calls = folder / "calls"
    calls.touch()
    environ = {
        "PYTHONPATH": str(folder),
        "SWALLOWED": str(calls),
        "TRACKER_URL": "https://letters.example.org",
    }
    with served(log=folder / "log", environ=environ) as address:
        yield calls, address


def stream(address, origin):
    host = address.removeprefix("http://")
    return connect(f"ws://{host}/_stcore/stream", origin=origin, subprotocols=["streamlit"], open_timeout=10)


def test_the_network_of_the_test_swallows(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(SWALLOWING, "utf-8")
    code = "import socket; socket.create_connection(('192.0.2.1', 80))"
    calls = tmp_path / "calls"
    environ = {"PYTHONPATH": str(tmp_path), "SWALLOWED": str(calls)}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, check=False)
    assert done.returncode == 1
    assert "192.0.2.1" in calls.read_text()


def test_foreign_pages_hold_nobody_up_and_no_other_machine_is_asked(swallowed):
    calls, address = swallowed
    for _ in range(10):
        with pytest.raises(InvalidStatus) as refused, stream(address, "https://evil.example"):
            pass
        assert refused.value.response.status_code == 403
        urllib.request.urlopen(f"{address}/favicon.png", timeout=10)
    for origin in (address, "https://letters.example.org", None):
        with stream(address, origin):
            pass
    for path in (
        "",
        "record?id=jackson-ms",
        "feed.atom",
        "card.png",
        "_stcore/health",
        "_stcore/host-config",
    ):
        request = urllib.request.Request(f"{address}/{path}", headers={"Origin": "https://evil.example"})
        urllib.request.urlopen(request, timeout=30)
    assert calls.read_text() == ""


def test_nothing_can_be_put_into_the_server(swallowed):
    _, address = swallowed
    request = urllib.request.Request(
        f"{address}/_stcore/upload_file/a/b", data=b"x" * 1_000_000, method="PUT"
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    assert refused.value.code == 404


def test_no_reader_gets_a_cookie(swallowed):
    _, address = swallowed
    for path in ("", "_stcore/health", "_stcore/host-config"):
        assert "set-cookie" not in urllib.request.urlopen(f"{address}/{path}").headers


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """The folder and the address of a server on bad data, named by a path relative to where it starts."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(data_folder(), folder / "mine")
    letters = folder / "mine" / "letters.csv"
    letters.write_text(letters.read_text("utf-8").replace(",2018-01-24,", ",someday,", 1), "utf-8")
    with served("--data", "mine", log=folder / "log", folder=folder) as address:
        yield folder, address


def test_what_is_wrong_with_the_data_is_on_the_terminal_before_anybody_comes(broken):
    folder, _ = broken
    assert "someday" in (folder / "log").read_text("utf-8")


@pytest.mark.parametrize("path", ["", "healthz", "api/v1", "feed.atom", "print?print=true"])
def test_no_answer_names_a_folder_of_the_server(broken, path):
    folder, address = broken
    try:
        body = urllib.request.urlopen(f"{address}/{path}").read()
    except urllib.error.HTTPError as error:
        body = error.read()
    assert str(folder).encode() not in body
    assert str(HOME).encode() not in body


def test_a_wrong_setting_stops_a_start_without_the_command_too():
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", f"--server.port={free_port()}"]
    environ = {"TRACKER_URL": "letters.example.org"}
    done = subprocess.run(
        command, cwd=HOME, env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Error: TRACKER_URL: ")
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def updated(tmp_path_factory):
    """A server's folder of data, and its address and log."""
    place = tmp_path_factory.mktemp("updated")
    folder = a_data_folder(place)
    with served("--data", str(folder), log=place / "log") as address:
        yield folder, address, place / "log"


def health(address, is_awaited):
    """Ask for the state of the server until it is the one awaited."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with urllib.request.urlopen(f"{address}/healthz", timeout=60) as answer:
            state = json.load(answer)
        if is_awaited(state):
            return state
        time.sleep(0.5)
    raise TimeoutError(str(state))


def text_of(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


def test_new_data_are_shown_without_a_restart_and_bad_ones_are_not(updated, toll):
    folder, address, log = updated
    first = health(address, lambda state: state["ready"])["version"]["name"]

    edit(folder, "letters", ("2018-01", "jackson-ms"), note="A newer note.")
    second = health(address, lambda state: state["version"]["name"] != first)["version"]["name"]
    assert "A newer note." in text_of(f"{address}/api/v1/letters.csv?id=jackson-ms")

    edit(folder, "letters", ("2018-01", "jackson-ms"), confidence="sure")
    refused = health(address, lambda state: state["refused"])
    assert (refused["ready"], refused["version"]["name"]) == (True, second)
    assert [problem["code"] for problem in refused["refused"]] == ["vocabulary"]
    assert "Newer data did not pass their checks" in text_of(address)
    assert f"Version {second} is still shown" in log.read_text()

    edit(folder, "letters", ("2018-01", "jackson-ms"), confidence="confirmed", note="Put right.")
    right = health(address, lambda state: not state["refused"])
    assert right["version"]["name"] not in (first, second)
    assert "Newer data did not pass" not in text_of(address)
    toll("reloads survived", 3)
