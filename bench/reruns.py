"""How much CPU the server spends on one rerun of the live page, driven over Streamlit's own protocol.

    .venv/bin/python bench/reruns.py                    the overview, between four views
    .venv/bin/python bench/reruns.py --reruns 40        more of each, for a steadier mean

One reader opens every view once; what is counted is the runs of a second reader, who opens views that
somebody has opened before, as after a story that links here. CPU is the whole server process's, from the
kernel, so that a busy machine does not change it much. Needs Linux. Asserts nothing.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from servers import Server, server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

VIEWS = (
    "round=2018-01&as_of=2018-01-25",
    "round=2018-01&as_of=2018-03-01",
    "state=IL&state=CA&kind=city",
    "",
)
"""What the readers change between."""

ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


@dataclass(frozen=True)
class Cost:
    """What one rerun cost: server CPU in ms, bytes sent to the reader."""

    cpu: float
    sent: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reruns", type=int, default=20, help="how many are counted (default: %(default)s)")
    parser.add_argument("views", nargs="*", default=VIEWS, help="queries of the overview")
    options = parser.parse_args()
    with server("-m", "tracker", "serve", "--port") as running:
        first, known = measured(running, options.views, options.reruns)
    print(f"first view of a process: {first.cpu:.0f} ms of server CPU, {first.sent / 1000:.0f} kB")
    print(f"a rerun of a view opened before: {known.cpu:.1f} ms of server CPU, {known.sent / 1000:.0f} kB")


def measured(running: Server, views: Sequence[str], reruns: int) -> tuple[Cost, Cost]:
    """Return what the first view costs, and a rerun of views that another reader has opened (the mean)."""
    with reader(running) as socket:
        first = counted(running, socket, views[:1])
        counted(running, socket, views * 2)
    with reader(running) as socket:
        counted(running, socket, views)  # the session's own beginning
        turns = [views[turn % len(views)] for turn in range(reruns)]
        return first, counted(running, socket, turns)


def counted(running: Server, socket: ClientConnection, views: Sequence[str]) -> Cost:
    """Open views one after another and return what each cost, in the mean."""
    before = running.cpu()
    sent = [rerun(socket, view) for view in views]
    return Cost((running.cpu() - before) / len(views), round(statistics.mean(sent)))


@contextmanager
def reader(running: Server) -> Iterator[ClientConnection]:
    """Connect as a browser does."""
    address = running.address.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        yield socket


def rerun(socket: ClientConnection, query: str) -> int:
    """Ask for a view, wait until all of it is there, and return how many bytes came."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.context_info.timezone = "America/New_York"
    socket.send(message.SerializeToString())
    count = 0
    while True:
        raw = socket.recv(timeout=60)
        assert isinstance(raw, bytes)
        count += len(raw)
        got = ForwardMsg.FromString(raw)
        if got.WhichOneof("type") == "delta" and got.delta.new_element.WhichOneof("type") == "exception":
            sys.exit(got.delta.new_element.exception.message)
        if got.WhichOneof("type") == "script_finished" and got.script_finished in ENDS:
            return count


if __name__ == "__main__":
    main()
