"""What a reader has of a page and when, against a blank and a plain Streamlit page and a static one.

    .venv/bin/python bench/opening.py                   the view of the report of January 2018
    .venv/bin/python bench/opening.py --rounds 9        more often, for a steadier median

In a round each page is opened in a new, empty Chromium context, in turns, so that a busy moment of the
machine meets all: from this machine, on a slow line, and with a slow processor. A real mouse lies on a mark
of the map until the page answers it: with the ring around ours, with the box of text on the static one. The
table is sorted by one click, made in the page at the second frame that has the heading, when the first has
been painted: a click from outside would wait for Playwright, which has the same two cores. Asserts nothing.
Needs what the browser tests need.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chromium import PHONE, QUICK, SLOW_LINE, Condition, Visit, chromium, visiting
from figures import Figure, Goal, Pair, table
from playwright.sync_api import Browser, Error
from servers import Server, baseline, observable, parser, tracker

VIEW = "?round=2018-01&as_of=2018-01-25"
CONDITIONS = (QUICK, SLOW_LINE, PHONE)

ONE = "document.querySelector('{}')"
ENDED = ONE.format('.stApp[data-test-script-state="notRunning"]')

MIDDLE = """mark => {
    const box = document.querySelector(mark)?.getBoundingClientRect();
    return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}"""


@dataclass(frozen=True)
class Site:
    """A page to be opened: what is watched for, and by which selectors a mark and a heading are found.

    `sorted` is when the page shows that a click on the heading has sorted its table.
    """

    address: str
    watched: Mapping[str, str]
    mark: str = ""
    heading: str = ""
    sorted: str = ""


def ours(running: Server) -> Site:
    """Return our page: the answer before the app, and the live page that takes its place."""
    parts = ("#root .st-key-map .points path", "#root .lanes", "#root table.letters")
    live = [f"!{ONE.format('#snapshot')}", ENDED, *map(ONE.format, parts)]
    watched = {
        "choosable": ONE.format("#choices select, .st-key-filter-state input"),
        "hovered": ONE.format(".map-svg a:hover .mark"),
        "live": " && ".join(live),
    }
    is_sorted = ONE.format("th.col-place[aria-sort]")
    return Site(f"{running.address}/{VIEW}", watched, ".map-svg a .mark", "th.col-place a", is_sorted)


def plain(running: Server) -> Site:
    """Return the plain page; its map asks another machine for outlines, and may stay without them and marks.

    So of the map its place is watched for, of the timeline the marks, as on our page those of the map.
    """
    parts = (
        ".js-plotly-plot .geolayer",
        ".js-plotly-plot .scatterlayer .points path",
        "[data-testid=stDataFrame] canvas",
    )
    drawn = " && ".join(map(ONE.format, parts))
    watched = {
        "choosable": ONE.format("[data-testid=stMultiSelect] input"),
        "live": f"{ENDED} && {drawn}",
    }
    return Site(f"{running.address}/?round=2018-01", watched)


def static(running: Server) -> Site:
    """Return the static page."""
    watched = {"hovered": ONE.format("#map [aria-label=tip] text")}
    is_sorted = f"{ONE.format('#letters tr:first-child td:nth-child(2)')}?.textContent === 'CA'"
    return Site(running.address, watched, "#map [aria-label=dot] path", "#letters th:nth-child(2)", is_sorted)


def blank(running: Server) -> Site:
    """Return the blank page."""
    return Site(running.address, {})


Values = dict[tuple[str, str, str], list[float]]
"""By condition, page and what was seen: the values of all rounds."""


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="how many (default: %(default)s)")
    options = arguments.parse_args()
    with (
        tracker() as ours_,
        baseline("blank") as blank_,
        baseline("plain") as plain_,
        observable() as static_,
    ):
        sites = {
            "ours": ours(ours_),
            "blank": blank(blank_),
            "plain": plain(plain_),
            "static": static(static_),
        }
        print(table([*figures(sites, options.rounds)]))


def figures(sites: Mapping[str, Site], rounds: int) -> Iterator[Figure]:
    """Open the pages and compare what was seen."""
    values = visited(sites, rounds)
    yield figure(values, "first contentful paint", "painted", "blank", Goal(0.35))
    yield figure(values, "filters can be used", "choosable", "plain")
    yield figure(values, "filters can be used, against our first paint", "choosable", "ours", Goal(1.05))
    yield figure(values, "map answers the mouse", "hovered", "static", Goal(1))
    yield figure(values, "table is sorted by a click", "sorted", "static", Goal(1))
    yield figure(values, "live page: map, timeline and table", "live", "plain", Goal(0.6))
    yield figure(values, "bytes to the live page, as sent", "MB", "plain", Goal(2.6, of="ours"), "MB")


def visited(sites: Mapping[str, Site], rounds: int) -> Values:
    """Open the pages in turns, after a first time that is not counted; on slow lines half as often."""
    values: Values = {}
    with chromium() as browser:
        for site in sites.values():
            tried(browser, site, QUICK)
        for condition in CONDITIONS:
            for _ in range(rounds if condition is QUICK else max(1, rounds // 2)):
                for name, site in sites.items():
                    for what, value in tried(browser, site, condition).items():
                        values.setdefault((condition.name, name, what), []).append(value)
    return values


BASELINES = {"blank": "blank page", "plain": "plain page", "static": "Observable Plot", "ours": "first paint"}


def figure(
    values: Values, name: str, what: str, other: str, goal: Goal | None = None, unit: str = "ms"
) -> Figure:
    """Compare what was seen of ours with the same of another page, or with our own first paint."""
    theirs = "painted" if other == "ours" else what
    pairs = {
        condition.name: Pair(
            values.get((condition.name, "ours", what), ()), values.get((condition.name, other, theirs), ())
        )
        for condition in CONDITIONS
    }
    quick = pairs.pop(QUICK.name)
    return Figure(name, quick, BASELINES[other], goal, unit, pairs)


def tried(browser: Browser, site: Site, condition: Condition) -> dict[str, float]:
    """Open a page; one that does not come, or not whole, is said and left out, and all others count."""
    try:
        return opened(browser, site, condition)
    except Error as reason:
        print(f"{site.address}, {condition.name}: {reason}", file=sys.stderr, flush=True)
        return {}


def opened(browser: Browser, site: Site, condition: Condition) -> dict[str, float]:
    """Open a page twice, to see it come and to sort its table; return when what was seen."""
    with visiting(browser, site.address, condition, site.watched) as visit:
        if site.mark:
            hover(visit, site.mark)
        seen = {name: visit.seen(name) for name in ("painted", *site.watched)}
        if "live" in seen:
            seen["MB"] = visit.came.count / 1e6
    if "choosable" in seen:  # nothing is used before it is seen
        seen["choosable"] = max(seen["choosable"], seen["painted"])
    if site.heading:
        with visiting(browser, site.address, condition, sorting(site)) as visit:
            seen["sorted"] = visit.seen("sorted")
    return seen


def hover(visit: Visit, mark: str) -> None:
    """Lay the mouse on a mark until the page answers it."""
    for turn in range(2000):
        middle = visit.page.evaluate(MIDDLE, mark)
        if middle:
            visit.page.mouse.move(middle[0] + turn % 2, middle[1])
        if visit.page.evaluate("() => 'hovered' in window.benchSeen"):
            return
        visit.page.wait_for_timeout(20)


def sorting(site: Site) -> dict[str, str]:
    """Return what is watched for where a heading is clicked once it is seen, and the table sorted by that."""
    heading = ONE.format(site.heading)
    frames = "(window.benchFrames = (window.benchFrames ?? 0) + 1)"
    clicked = f"{heading} && {frames} > 1 && ({heading}.click(), true)"
    return {"clicked": clicked, "sorted": f"'clicked' in benchSeen && {site.sorted}"}


if __name__ == "__main__":
    main()
