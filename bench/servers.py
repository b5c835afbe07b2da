"""Servers to be measured: each a process of its own, with the CPU that it has spent."""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BASELINES = Path(__file__).parent / "baselines"

STARTING = 240
"""Seconds that a server may take to answer on a busy machine."""


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


def spread(values: list[float], unit: str = "ms") -> str:
    """Write the median of some runs, and the least and the most."""
    return f"{statistics.median(values):.0f} {unit} ({min(values):.0f} to {max(values):.0f} in {len(values)})"


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of some runs as a part of that of others."""
    return statistics.median(ours) / statistics.median(theirs)


@contextmanager
def tracker() -> Iterator[Server]:
    """Run the tracker of this checkout."""
    with server("-m", "tracker", "serve", "--port") as running:
        yield running


@contextmanager
def baseline(name: str) -> Iterator[Server]:
    """Run a page of `bench/baselines`."""
    page = str(BASELINES / f"{name}.py")
    with server("-m", "streamlit", "run", page, "--server.headless=true", "--server.port") as running:
        yield running


@contextmanager
def server(*command: str) -> Iterator[Server]:
    """Run a Python command that ends with a port, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, *command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://localhost:{port}/_stcore/health", process)
        yield Server(f"http://localhost:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


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
