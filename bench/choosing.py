"""How long a reader in a real browser waits for a filter, against a plain page of the same letters.

    .venv/bin/python bench/choosing.py                  a state chosen among the letters of January 2018
    .venv/bin/python bench/choosing.py --rounds 9       more often, for a steadier median

On each page the state of Illinois is chosen by keyboard and taken out again, over and over. The time runs
from the Enter key to the last change of the page, after which it shows the three letters and changes no more
for half a second. The first choice on each page is not counted. Asserts nothing. Needs what the browser tests
need.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chromium import Visit, chromium, visiting
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
    pair = Pair(chosen(ours(ours_), OURS, rounds), chosen(plain(plain_), PLAIN, rounds))
    yield Figure("filter changed, all settled", pair, "plain page", Goal(0.7))


def chosen(site: Site, field: Field, rounds: int) -> list[float]:
    """Return how long each choice took, in ms."""
    with chromium() as browser, visiting(browser, site.address, watched=site.watched) as visit:
        visit.seen("live")
        settled(visit, field, field.all)
        times = []
        for _ in range(rounds + 1):
            visit.page.locator(field.selector).click()
            visit.page.keyboard.type(field.typed)
            visit.page.keyboard.press("Enter")
            times.append(settled(visit, field, field.few))
            visit.page.keyboard.press("Backspace")
            settled(visit, field, field.all)
            visit.page.keyboard.press("Escape")
    return times[1:]


def settled(visit: Visit, field: Field, words: str) -> float:
    """Wait until the page shows words and stands still, and return how long that took since the last key."""
    waited: float = visit.page.wait_for_function(SETTLED, arg=[field.part, words]).json_value()
    return waited


if __name__ == "__main__":
    main()
