"""The wheel works away from the checkout: it carries its data and its dashboard, and its command serves them.

A new environment would have to fetch a hundred megabytes of dependencies on each run. So the new environment
gets the wheel alone, and sees the running environment's dependencies through a `.pth` file, which Python
reads after the new environment's own packages: `tracker` is found in the wheel, which a test makes sure of.
"""

import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a server that has not answered counts as broken
CARRIED = {
    "tracker/py.typed",
    "tracker/data/LICENSE",
    "tracker/data/datapackage.json",
    "tracker/data/letters.csv",
    "tracker/data/boundaries/states.json",
    "tracker/dashboard/app.py",
    "tracker/dashboard/.streamlit/config.toml",
}


def run(*command, cwd, env=None) -> str:
    """What a command prints, if it succeeds; otherwise the test fails with all that it said."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory, wheel) -> Path:
    """A folder away from the checkout with an environment, `venv`, that holds the wheel alone."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    new_packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    borrowed = Path(new_packages.strip()) / "zz_borrowed_dependencies.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The test's own environment less what could lead back to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STREAMLIT"))}


def test_the_wheel_carries_what_it_needs_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names >= CARRIED
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"tracker", "doj_letter_tracker"}


def test_the_library_is_the_installed_one_and_loads_its_data(elsewhere, environment):
    python = elsewhere / "venv" / "bin" / "python"
    code = "import tracker; print(tracker.__file__); print(len(tracker.load().letters))"
    where, letters = run(python, "-c", code, cwd=elsewhere, env=environment).split()
    assert Path(where).is_relative_to(elsewhere)
    assert int(letters) > 0


def test_the_command_checks_its_data(elsewhere, environment):
    run(elsewhere / "venv" / "bin" / "tracker", "check", cwd=elsewhere, env=environment)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(elsewhere, environment):
    """The server's address while it runs; its output goes to `server.log`."""
    port = free_port()
    command = [str(elsewhere / "venv" / "bin" / "tracker"), "serve", "--port", str(port)]
    with (elsewhere / "server.log").open("w") as log:
        # A session of its own, so that a server which the command started in turn is stopped with it.
        process = subprocess.Popen(
            command, cwd=elsewhere, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield process, f"http://localhost:{port}"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=PATIENCE)


def is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def test_the_command_serves_the_dashboard(elsewhere, environment):
    with served(elsewhere, environment) as (process, address):
        deadline = time.monotonic() + PATIENCE
        while not is_healthy(address):
            assert process.poll() is None, (elsewhere / "server.log").read_text("utf-8")
            assert time.monotonic() < deadline, (elsewhere / "server.log").read_text("utf-8")
            time.sleep(0.2)
    # Streamlit says so at its start, unless it has read the settings that the wheel carries.
    assert "usage statistics" not in (elsewhere / "server.log").read_text("utf-8")
