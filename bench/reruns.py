"""How much CPU the server spends on one rerun of the live page, against a plain page of the same letters.

    .venv/bin/python bench/reruns.py                    the overview, between four views
    .venv/bin/python bench/reruns.py --rounds 9         more often, for a steadier median

Both are driven over Streamlit's own protocol, in turns, each through all views in a round, of which the mean
is taken. One reader opens every view once; what is counted is the runs of a second reader, who opens views
that somebody has opened before, as after a story that links here. CPU is the whole server process's, from the
kernel, so that a busy machine does not change it much. Needs Linux. Asserts nothing.
"""

import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from servers import Server, baseline, parser, ratio, spread, tracker
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
    """Measure and print, ratios first."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="how many (default: %(default)s)")
    arguments.add_argument("views", nargs="*", default=VIEWS, help="queries of the overview")
    options = arguments.parse_args()
    with tracker() as ours, baseline("plain") as plain:
        first, known = measured({"tracker": ours, "plain page": plain}, options.views, options.rounds)
    ours, theirs = known.values()
    print(f"a rerun of a view opened before: {ratio(ours, theirs):.2f} of the plain page")
    for name, costs in known.items():
        cost = first[name]
        print(f"{name}: {spread(costs)} of server CPU", end="; ")
        print(f"first view of the process {cost.cpu:.0f} ms, {cost.sent / 1000:.0f} kB")


def measured(
    servers: dict[str, Server], views: Sequence[str], rounds: int
) -> tuple[dict[str, Cost], dict[str, list[float]]]:
    """Return what the first view costs on each, and in ms a rerun of views that another reader has opened."""
    with ExitStack() as opened:
        sockets = {name: opened.enter_context(reader(running)) for name, running in servers.items()}
        first = {name: counted(servers[name], socket, views[:1]) for name, socket in sockets.items()}
        for name, socket in sockets.items():
            counted(servers[name], socket, [*views] * 2)
    known: dict[str, list[float]] = {name: [] for name in servers}
    with ExitStack() as opened:
        sockets = {name: opened.enter_context(reader(running)) for name, running in servers.items()}
        for turn in range(rounds + 1):
            for name, socket in sockets.items():
                cost = counted(servers[name], socket, views)
                if turn:  # the first is the session's own beginning
                    known[name].append(cost.cpu)
    return first, known


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
