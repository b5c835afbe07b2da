"""How much CPU the server spends on one rerun of the live page, against a plain page of the same letters.

    .venv/bin/python bench/reruns.py                    the overview, between four views
    .venv/bin/python bench/reruns.py --rounds 9         more often, for a steadier median

Both are driven over Streamlit's own protocol, in turns, each through all views in a round, of which the mean
is taken. One reader opens every view once; what is counted is the runs of a second reader, who opens views
that somebody has opened before, as after a story that links here. CPU is the whole server process's, from the
kernel, so that a busy machine does not change it much. Needs Linux. Asserts nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from figures import Figure, Goal, Pair, table
from protocol import VIEWS, reader, rerun
from servers import Server, baseline, parser, tracker
from websockets.sync.client import ClientConnection


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="how many (default: %(default)s)")
    arguments.add_argument("views", nargs="*", default=VIEWS, help="queries of the overview")
    options = arguments.parse_args()
    with tracker() as ours, baseline("plain") as plain:
        print(table([*figures(ours, plain, options.rounds, options.views)]))


def figures(ours: Server, plain: Server, rounds: int, views: Sequence[str] = VIEWS) -> Iterator[Figure]:
    """Measure the CPU of the first view of a process, and of a rerun of views that another has opened."""
    servers = (ours, plain)
    with ExitStack() as opened:
        sockets = [opened.enter_context(reader(running)) for running in servers]
        first = [counted(*pair, views[:1]) for pair in zip(servers, sockets, strict=True)]
        for socket in sockets:
            run(socket, [*views] * 2)
    known: tuple[list[float], list[float]] = ([], [])
    with ExitStack() as opened:
        sockets = [opened.enter_context(reader(running)) for running in servers]
        for socket in sockets:  # the session's own beginning
            run(socket, views)
        for _ in range(rounds):
            for running, socket, costs in zip(servers, sockets, known, strict=True):
                costs.append(counted(running, socket, views))
    yield Figure("server CPU of the first view of a process", Pair(*([cost] for cost in first)), "plain page")
    yield Figure(
        "server CPU of a rerun of a view opened before", Pair(*known), "plain page", Goal(40, of="ours")
    )


def counted(running: Server, socket: ClientConnection, views: Sequence[str]) -> float:
    """Open views one after another and return what each cost, in the mean."""
    before = running.cpu()
    run(socket, views)
    return (running.cpu() - before) / len(views)


def run(socket: ClientConnection, views: Sequence[str]) -> None:
    """Open views one after another."""
    for view in views:
        rerun(socket, view)


if __name__ == "__main__":
    main()
