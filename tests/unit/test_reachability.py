"""The check of source addresses, against a server on this machine."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pandas as pd
import pytest
from click.testing import CliRunner

import tracker.cli
from builders import a_dataset
from tracker.reachability import Reply, replies

STATUSES = {"/there": 200, "/moved": 302, "/gone": 404, "/kept-out": 403, "/broken": 500}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            self.server.released.wait(10)
        if self.path.startswith("/together"):
            with self.server.lock:
                self.server.busy += 1
                self.server.busiest = max(self.server.busiest, self.server.busy)
            self.server.meeting.wait()  # until as many as may be asked at once are here
            with self.server.lock:
                self.server.busy -= 1
        self.send_response(STATUSES.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", "/there")
        self.end_headers()

    def log_message(self, *_) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.lock, server.released = threading.Lock(), threading.Event()
    server.meeting, server.busy, server.busiest = threading.Barrier(3, timeout=10), 0, 0
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


def sources(server, *paths):
    base = f"http://127.0.0.1:{server.server_port}"
    return pd.DataFrame(
        {
            "source_id": [path.strip("/") for path in paths],
            "url": [base + path for path in paths],
        }
    )


def test_each_address_is_told_from_the_dead_ones(server):
    found = list(replies(sources(server, *STATUSES), "a test", timeout=5, at_once=2))
    assert [reply.source_id for reply in found] == ["there", "moved", "gone", "kept-out", "broken"]
    assert [reply.source_id for reply in found if reply.is_dead] == ["gone", "broken"]
    assert "gone: 404 Not Found, http://127.0.0.1:" in str(found[2])


def test_an_address_that_does_not_answer_in_time_is_dead(server):
    (reply,) = replies(sources(server, "/slow"), "a test", timeout=0.2, at_once=1)
    assert reply.is_dead
    assert "no answer" in str(reply)


def test_a_server_that_is_not_there_is_dead():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        (reply,) = replies(pd.DataFrame({"source_id": ["a"], "url": [url]}), "a test", timeout=1, at_once=1)
    assert reply.is_dead


def test_no_more_are_asked_at_once_than_allowed(server):
    list(replies(sources(server, *[f"/together/{n}" for n in range(12)]), "a test", timeout=15, at_once=3))
    assert server.busiest == 3


@pytest.mark.parametrize(("path", "code"), [("/gone", 1), ("/there", 0)])
def test_the_command_reports_the_dead_ones(server, dataset, monkeypatch, path, code):
    row = {
        "source_id": "a-2026",
        "publisher": "A",
        "title": "T",
        "url": f"http://127.0.0.1:{server.server_port}{path}",
        "hosting": "own",
        "original_url": "",
        "published_on": "",
        "kind": "press",
        "note": "",
    }
    monkeypatch.setattr(tracker.cli, "load", lambda _: a_dataset(dataset, sources=[row]))
    ran = CliRunner().invoke(tracker.cli.main, ["links", "--timeout", "5"])
    assert ran.exit_code == code
    assert ("a-2026: 404" in ran.output) == (code == 1)
    assert f"{code} of 1 addresses is dead" in ran.output


def test_a_refusal_is_not_a_death():
    assert not Reply("a", "https://example.org/", 429, "Too Many Requests").is_dead
