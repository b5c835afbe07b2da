"""How long a reader in a real browser waits for a filter, against a plain page of the same letters.

    .venv/bin/python bench/choosing.py                  a state chosen among the letters of January 2018
    .venv/bin/python bench/choosing.py --rounds 9       more often, for a steadier median

On each page the state of Illinois is chosen by keyboard and taken out again, over and over. The time runs
from the Enter key to the last change of the page, after which it shows the three letters and changes no more
for half a second. The first choice on each page is not counted. Beside it stands the CPU that a choice took,
of the page's main thread as the browser counts it and of the server's process together: a busy machine
changes it less than the clock. Asserts nothing. Needs what the browser tests need.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chromium import QUICK, Visit, chromium, visiting
from figures import Figure, Goal, Pair, table
from opening import Site, ours, plain
from servers import Server, baseline, parser, tracker

SETTLED = """([part, words]) => {
    if (!window.benchChange) {
        window.benchChange = {};
        addEventListener('keydown', event => { benchChange.pressed = performance.now(); }, {capture: true});
        const note = () => { benchChange.last = performance.now(); };
        new MutationObserver(note).observe(document.body, {
            subtree: true, childList: true, attributes: true, characterData: true });
        note();
    }
    const {pressed = 0, last} = benchChange;
    const ended = document.querySelector('.stApp[data-test-script-state="notRunning"]');
    const shown = document.querySelector(part)?.textContent.includes(words);
    return ended && shown && last > pressed && performance.now() - last > 500 ? last - pressed + 1e-3 : null;
}"""
"""Milliseconds from the last key to the last change, once the page shows some words and is still; or null."""

LOOKING = 100
"""How often it is looked whether that is so, in ms: at each frame it would be a work of its own."""

COUNTING = {"Performance.enable": {"timeDomain": "threadTicks"}}


@dataclass(frozen=True)
class Field:
    """Where a state is chosen and where the page tells what it shows: of Illinois, and of all."""

    selector: str
    typed: str
    part: str
    few: str
    all: str


OURS = Field(".st-key-filter-state input", "Illinois", "#root .st-key-brief h1", "Three", "Twenty-three")
PLAIN = Field(
    ".stMultiSelect >> nth=1 >> input", "IL", ".stMain", "3 letters to 3 places", "23 letters to 23 places"
)


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="how many (default: %(default)s)")
    options = arguments.parse_args()
    with tracker() as ours_, baseline("plain") as plain_:
        print(table([*figures(ours_, plain_, options.rounds)]))


def figures(ours_: Server, plain_: Server, rounds: int) -> Iterator[Figure]:
    """Choose on one page, then on the other."""
    pairs = zip(
        chosen(ours(ours_), ours_, OURS, rounds), chosen(plain(plain_), plain_, PLAIN, rounds), strict=True
    )
    names = {"filter changed, all settled": Goal(0.7), "filter changed, CPU of page and server": None}
    for (name, goal), pair in zip(names.items(), pairs, strict=True):
        yield Figure(name, Pair(*pair), "plain page", goal)


def chosen(site: Site, server: Server, field: Field, rounds: int) -> tuple[list[float], list[float]]:
    """Return how long each choice took, and how much CPU, in ms."""
    with chromium() as browser, visiting(browser, site.address, QUICK, site.watched, COUNTING) as visit:
        visit.seen("live")
        settled(visit, field, field.all)
        times, costs = [], []
        for _ in range(rounds + 1):
            visit.page.locator(field.selector).click()
            visit.page.keyboard.type(field.typed)
            before = spent(visit, server)
            visit.page.keyboard.press("Enter")
            times.append(settled(visit, field, field.few))
            costs.append(spent(visit, server) - before)
            visit.page.keyboard.press("Backspace")
            settled(visit, field, field.all)
            visit.page.keyboard.press("Escape")
    return times[1:], costs[1:]


def spent(visit: Visit, server: Server) -> float:
    """Return the CPU that a page's main thread and its server have spent, in ms."""
    metrics = visit.session.send("Performance.getMetrics")["metrics"]
    seconds: float = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
    return 1000 * seconds + server.cpu()


def settled(visit: Visit, field: Field, words: str) -> float:
    """Wait until the page shows words and stands still, and return how long that took since the last key."""
    waiting = visit.page.wait_for_function(SETTLED, arg=[field.part, words], polling=LOOKING)
    waited: float = waiting.json_value()
    return waited


if __name__ == "__main__":
    main()
