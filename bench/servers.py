"""Servers to be measured: each a process of its own, with the CPU that it has spent."""

import argparse
import importlib.util
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from tracker.resources import data_folder

BASELINES = Path(__file__).parent / "baselines"
OBSERVABLE = BASELINES / "observable"

STARTING = 240
"""Seconds that a server may take to answer on a busy machine."""

STREAMLIT_ALONE = """
import sys
sys.modules["uvloop"] = None  # ours brings it along, and Streamlit takes it where it is there
from streamlit.web.cli import main
main(prog_name="streamlit")
"""

STREAMLIT_HEALTH = "/_stcore/health"


class MissingError(Exception):
    """What a baseline needs is not installed; the message says what."""


@dataclass(frozen=True)
class Server:
    """A running server: its address, and the id of its process."""

    address: str
    pid: int

    def cpu(self) -> float:
        """Return the CPU that it has spent since it began, in ms; of all threads, in steps of 10."""
        spent = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser of arguments whose help is the script's own text."""
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


@contextmanager
def tracker() -> Iterator[Server]:
    """Run the tracker of this checkout."""
    with server("-m", "tracker", "serve", "--port") as running:
        yield running


@contextmanager
def baseline(name: str) -> Iterator[Server]:
    """Run a Streamlit page of `bench/baselines`, as a machine does to which Streamlit alone was added."""
    page = str(BASELINES / f"{name}.py")
    with server("-c", STREAMLIT_ALONE, "run", page, "--server.headless=true", "--server.port") as running:
        yield running


@contextmanager
def observable() -> Iterator[Server]:
    """Run the static page of `bench/baselines`, whose scripts come from npm."""
    if not (OBSERVABLE / "node_modules").is_dir():
        raise MissingError("the static page needs npm install in bench/baselines/observable")
    with server(str(OBSERVABLE / "serve.py"), health="/data.json") as running:
        yield running


@contextmanager
def datasette() -> Iterator[Server]:
    """Run Datasette on the tables of `data/`, and on the letters with their places as one more."""
    if not importlib.util.find_spec("datasette"):
        raise MissingError("Datasette needs pip install --group bench")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tracker.db"
        fill(database)
        with server(
            "-m", "datasette", "serve", "-i", str(database), "-p", health="/-/versions.json"
        ) as running:
            yield running


def fill(database: Path) -> None:
    """Make an SQLite file of the tables."""
    tables = {
        path.stem: pd.read_csv(path, dtype=str, keep_default_na=False) for path in data_folder().glob("*.csv")
    }
    tables["letters_with_places"] = tables["letters"].merge(tables["jurisdictions"], on="jurisdiction_id")
    connection = sqlite3.connect(database)
    for name, rows in tables.items():
        rows.to_sql(name, connection, index=False)
    connection.execute("create index by_round on letters_with_places (round_id)")
    connection.commit()
    connection.close()


@contextmanager
def server(*command: str, health: str = STREAMLIT_HEALTH) -> Iterator[Server]:
    """Run a Python command that ends with a port, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, *command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://localhost:{port}{health}", process)
        yield Server(f"http://localhost:{port}", process.pid)
    finally:
        stop(process)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End a process, if need be by force."""
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until an address answers."""
    end = time.monotonic() + STARTING
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")
