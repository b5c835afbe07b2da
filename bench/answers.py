"""How much CPU the server spends on one answer over HTTP, and how many it could give in a second of it.

    .venv/bin/python bench/answers.py                   pages, rows and feeds of the January 2018 round
    .venv/bin/python bench/answers.py --requests 500    more of each, for a steadier mean

One client asks one thing after another on one connection and reads compressed answers, as a browser does.
What is counted comes after a first answer to the same question: the case of a link that many follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

from servers import Server, parser, tracker

VIEW = "round=2018-01&as_of=2018-01-25"
PATHS = (
    f"/?{VIEW}",
    f"/api/v1/letters.json?{VIEW}",
    f"/api/v1/letters.csv?{VIEW}",
    f"/feed.atom?{VIEW}",
    "/changes?from=2018-01-23&to=2018-04-13",
    "/healthz",
)


@dataclass(frozen=True)
class Answers:
    """Answers to one path: server CPU of the first and of each further one in ms, and the size of each."""

    first: float
    cpu: float
    size: int


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--requests", type=int, default=200, help="of each path (default: %(default)s)")
    arguments.add_argument("paths", nargs="*", default=PATHS, help="paths with their queries")
    options = arguments.parse_args()
    with tracker() as running:
        report(running, options.paths, options.requests)


def report(running: Server, paths: Sequence[str], requests: int) -> None:
    """Print a line for each path."""
    for path in paths:
        found = measured(running, path, requests)
        print(
            f"{found.first:5.0f} ms CPU first, {found.cpu:6.2f} ms then: {1000 / found.cpu:5.0f} a second, "
            f"{found.size / 1000:6.1f} kB  {path}",
            flush=True,
        )


def measured(running: Server, path: str, requests: int) -> Answers:
    """Ask for a path over and over."""
    connection = HTTPConnection(urlsplit(running.address).netloc, timeout=120)
    before = running.cpu()
    size = ask(connection, path)
    first = running.cpu()
    for _ in range(requests):
        ask(connection, path)
    spent = running.cpu() - first
    connection.close()
    return Answers(first - before, max(spent, 1) / requests, size)


def ask(connection: HTTPConnection, path: str) -> int:
    """Ask once and return the bytes of the body."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}")
    return len(body)


if __name__ == "__main__":
    main()
