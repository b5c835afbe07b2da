"""A real server, started by the command that everybody starts it with."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

STARTING = 180
"""Seconds that a server may take to answer."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    *options: str, log: Path, environ: Mapping[str, str] | None = None, folder: Path | None = None
) -> Iterator[str]:
    """Give the address of a server while it runs; all else as in `started`."""
    with started(*options, log=log, environ=environ, folder=folder) as (address, _):
        yield address


@contextmanager
def started(
    *options: str,
    log: Path,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    port: int | None = None,
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address and the process of a server while it runs.

    Args:
        options: of `tracker serve`.
        log: the file that gets all that it prints.
        environ: variables of its environment beside those of this process.
        folder: the folder in which the command is given.
        port: a free one unless it is named.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "tracker", "serve", "--port", str(port), *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(environ or {})}, cwd=folder
        )
        try:
            wait_until_up(f"http://localhost:{port}/_stcore/health", process, log)
            yield f"http://localhost:{port}", process
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=10)
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer in {STARTING} seconds: {log.read_text()}")
