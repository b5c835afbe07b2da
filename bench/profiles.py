"""Where the time of a page's main thread goes until all is live: on our page, the plain and the blank one.

    .venv/bin/python bench/profiles.py                  the view of the report of January 2018
    .venv/bin/python bench/profiles.py --rounds 9       more often, for a steadier median

In a round each page is opened in a new, empty Chromium context, in turns. All times but the last are CPU of
the one thread, which a busy machine changes less than the clock. They are told apart twice: by what the
browser was at, as it counts itself, and the time of scripts once more by whose script it was, by samples.
Asserts nothing. Needs what the browser tests need.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from chromium import PATIENCE, QUICK, chromium, visiting
from figures import markdown, spread
from opening import ENDED, Site, blank, ours, plain
from playwright.sync_api import Browser
from servers import baseline, parser, tracker

BEFORE: Mapping[str, Mapping[str, object]] = {
    "Performance.enable": {"timeDomain": "threadTicks"},
    "Profiler.enable": {},
    "Profiler.setSamplingInterval": {"interval": 500},
    "Profiler.start": {},
}
COUNTED = {
    "scripts": "ScriptDuration",
    "style": "RecalcStyleDuration",
    "layout": "LayoutDuration",
}
ALL, REST, LIVE = (
    "main thread, in all",
    "paint, parsing, compiled code taken over, all else",
    "live, by the clock",
)

OWNERS = {
    "Plotly": ("PlotlyChart",),
    "React": ("react-dom",),
    "styles made by scripts": ("emotion", "styled-components", "utils"),
    "Markdown of labels": ("StreamlitMarkdown",),
    "HTML made safe": ("purify",),
    "grid": ("DataFrame", "arrow", "recordbatch", "reactJsonView", "numbro", "serialization"),
    "the tracker's own": ("?",),
}
"""Whose a script is, by how its file's name begins; the tracker's stand in the page, which has a query."""

OTHER = "the rest of Streamlit"
PARTS = (ALL, *COUNTED, REST, *(f"scripts: {owner}" for owner in (*OWNERS, OTHER)), LIVE)

Costs = dict[str, float]
"""Milliseconds by part."""


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="how many (default: %(default)s)")
    options = arguments.parse_args()
    with ExitStack() as stack:
        sites = {
            "ours": ours(stack.enter_context(tracker())),
            "plain page": plain(stack.enter_context(baseline("plain"))),
            "blank page": Site(blank(stack.enter_context(baseline("blank"))).address, {"live": ENDED}),
        }
        costs = visited(sites, options.rounds)
    print(markdown(["ms until the page is live", *sites], list(rows(costs))))


def visited(sites: Mapping[str, Site], rounds: int) -> dict[str, list[Costs]]:
    """Open the pages in turns, after a first time that is not counted."""
    costs: dict[str, list[Costs]] = {name: [] for name in sites}
    with chromium() as browser:
        for turn in range(rounds + 1):
            for name, site in sites.items():
                spent = profiled(browser, site)
                if turn:
                    costs[name].append(spent)
    return costs


def profiled(browser: Browser, site: Site) -> Costs:
    """Open a page and tell what was spent until it was live."""
    with visiting(browser, site.address, QUICK, {"live": site.watched["live"]}, BEFORE) as visit:
        visit.page.wait_for_function("() => 'live' in window.benchSeen", timeout=PATIENCE)
        metrics = visit.session.send("Performance.getMetrics")["metrics"]
        profile = visit.session.send("Profiler.stop")["profile"]
        live = visit.seen("live")
    counted = {metric["name"]: 1000 * metric["value"] for metric in metrics}
    costs = {part: counted[name] for part, name in COUNTED.items()}
    rest = counted["TaskDuration"] - sum(costs.values())
    shares = {f"scripts: {owner}": share * costs["scripts"] for owner, share in owned(profile).items()}
    return {ALL: counted["TaskDuration"], **costs, REST: rest, **shares, LIVE: live}


def owned(profile: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of each owner in the samples of scripts."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    callers = {child: node["id"] for node in profile["nodes"] for child in node.get("children", ())}
    spent: Counter[str] = Counter()
    for sample, passed in zip(profile["samples"], profile["timeDeltas"], strict=True):
        at: int | None = sample
        while (
            at is not None and not nodes[at]["callFrame"]["url"]
        ):  # what the browser has built in is its caller's
            at = callers.get(at)
        if at is not None:
            spent[owner(nodes[at]["callFrame"]["url"])] += passed
    return {name: spent[name] / (spent.total() or 1) for name in (*OWNERS, OTHER)}


def owner(url: str) -> str:
    """Return whose a script is."""
    name = url.rpartition("/")[2]
    return next((known for known, begins in OWNERS.items() if name.startswith(begins)), OTHER)


def rows(costs: Mapping[str, Sequence[Costs]]) -> Iterator[list[str]]:
    """Give a row of cells for each part."""
    for part in PARTS:
        yield [part, *(spread([cost[part] for cost in of], "") for of in costs.values())]


if __name__ == "__main__":
    main()
