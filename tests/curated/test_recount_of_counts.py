"""The counts beside the sentences of the views: controls, alt texts, comparison, feed, rows and About.

Each is counted again from the tables by `recount`; letters that no source names are counted apart in all.
"""

import re
from collections import Counter
from datetime import date

import pytest

import tracker
from recount import COLUMNS, IN_HAND, Recount, apart, last, month, table
from sentence_numbers import numbers, texts
from tracker.address import Address
from tracker.exports.feed import feed_of
from tracker.exports.json import head
from tracker.exports.provenance import about
from tracker.exports.rows import public_rows
from tracker.filters import CHOICES_BY_KEY
from tracker.pages.about_page import about_page
from tracker.pages.compare_page import compare_page
from tracker.pages.filter_form import FIRST, MORE
from tracker.vocabulary import Status

TODAY = date(2026, 11, 26)
BOTH = re.compile(r"([\d,]+)(?: \+ ([\d,]+) not named)?|([\d,]+) not named")
STATES = {code: state.name for code, state in tracker.regions.STATES.items()}


def both(text):
    """Read `23`, `23 + 10 not named` or `10 not named` as how many are named and how many not."""
    named, beside, alone = BOTH.fullmatch(text).groups()
    return tuple(int((part or "0").replace(",", "")) for part in (named, beside or alone))


def some(counts):
    """Leave out what is counted as none."""
    return {word: pair for word, pair in counts.items() if pair != (0, 0)}


def test_counts_are_read_in_each_form():
    assert [both(text) for text in ("1,023", "23 + 10 not named", "10 not named")] == [
        (1023, 0),
        (23, 10),
        (0, 10),
    ]


def test_every_pill_of_a_round(seen):
    recount, body, _ = seen
    (pills,) = re.findall(r'<nav class="pills".*?</nav>', body, re.DOTALL)
    said = dict(text.split(" · ") for text in texts(r"<li>(.*?)</li>", pills))
    every = [letter | {"all": "All", "month": month(letter)} for letter in recount.without("round")]
    counted = apart(every, "month") | apart(every, "all")
    assert some({label: both(text) for label, text in said.items()}) == counted


def test_every_option_of_a_filter(seen, selection):
    recount, body, _ = seen
    lists = dict(re.findall(r'<select name="(\w+)">(.*?)</select>', body, re.DOTALL))
    assert set(lists) == {*FIRST, *MORE} & set(CHOICES_BY_KEY) - {"id"}
    for key, options in lists.items():
        pairs = re.findall(r'<option value="([^"]+)">[^<]* \(([^()]*)\)</option>', options)
        said = {value: (0, int(text)) if value == "inferred" else both(text) for value, text in pairs}
        chosen = getattr(selection.filters, key)
        counted = {value: pair for value, pair in recount.options(key).items() if value not in chosen}
        assert said == counted, key


def test_every_filter_in_use(seen, selection):
    recount, body, _ = seen
    chips = texts(r'<li><a [^>]*data-key="chip-.*?\(([^()]*)\) <span class="out"', body)
    counted = [
        apart(recount.letters, COLUMNS.get(key, key))[value]
        for key, values in selection.filters.active().items()
        if isinstance(values, tuple)
        for value in values
    ]
    assert [both(text) for text in chips] == counted


def test_the_bar_of_statuses(seen):
    recount, body, _ = seen
    bar = re.search(r'<p class="status-bar".*?</p>', body, re.DOTALL)[0]
    drawn = {}
    for status, mark, count in re.findall(r'class="status-(\w+)( inferred)?" style="flex-grow:(\d+)"', bar):
        drawn.setdefault(status, [0, 0])[bool(mark)] += int(count)
    assert {status: tuple(pair) for status, pair in drawn.items()} == recount.options("status")
    items = re.search(r'<nav class="statuses.*?<ul>(.*?)</ul>', body, re.DOTALL)[1]
    item = (
        r'<strong>(\d+)</strong> <span class="status status-(\w+)">[^<]*</span>'
        r"(?: <span [^>]*>([^<]*)</span>)?"
    )
    said = {
        status: both(" ".join(filter(None, (count, beside))))
        for count, status, beside in re.findall(item, items)
    }
    assert said == recount.options("status")


def test_the_map_in_words(seen):
    recount, body, _ = seen
    (said,) = texts(r'<desc id="map-desc">(.*?)</desc>', body)
    places = recount.newest
    sure = [place for place in places if place["evidence"] != "inferred"] or places
    others = len([place for place in places if place["evidence"] == "inferred"])
    start, rest = said.split(". ", 1)
    states = [len({place["state"] for place in sure} - {"DC"})] if several(sure) else []
    is_mixed = 0 < others < len(places)
    counted = [*[len(places)] * is_mixed, len(sure), *states, *[others] * is_mixed]
    assert numbers(start) == counted, start
    if most := re.match(r"Most: (.*?)\. ", rest):
        counts = Counter(STATES[place["state"]] for place in sure)
        named = {state: int(count) for state, count in re.findall(r"([A-Z][A-Za-z. ]+) (\d+)", most[1])}
        assert named.items() <= counts.items()
        assert sorted(named.values()) == sorted(counts.values())[-len(named) :]
    check_by_status(rest, places)


def several(letters):
    return len({letter["state"] for letter in letters}) > 1


def check_by_status(text, letters):
    """Hold a tally of statuses to account, that of the letters not named apart."""
    sure, _, beside = text.partition("that no source names, by status: ")
    if all(letter["evidence"] == "inferred" for letter in letters):
        sure, beside = "", text
    counts = apart(letters, "status")
    for column, part in enumerate((sure, beside)):
        said = {}
        for status in Status:
            label = re.escape(status.label.replace("{sender}", "DOJ"))
            if match := re.search(rf"(?:^|: |; ){label} (\d+)", part):
                said[str(status)] = int(match[1])
        assert said == {status: pair[column] for status, pair in counts.items() if pair[column]}, part


def test_the_timeline_in_words(seen):
    recount, body, _ = seen
    caption, *_ = texts(r'<section class="timeline".*?<p class="caption">(.*?)</p>', body)
    start, rest = re.split(r"(?<= on record) ", caption, maxsplit=1)
    letters = {(letter["round_id"], letter["jurisdiction_id"]) for letter in recount.letters}
    events = [
        event
        for event in table("events")
        if (event["round_id"], event["jurisdiction_id"]) in letters
        and last(event["date"].split("/")[-1]) <= recount.day
    ]
    inferred = len(recount.inferred)
    sure = [len(recount.letters) - inferred] * (inferred < len(recount.letters))
    assert numbers(start) == [*sure, *[inferred] * bool(inferred), len(events)], start
    check_by_status(rest, recount.letters)


def test_the_feed_and_the_head_of_the_rows(seen, selection):
    recount, _, _ = seen
    subtitle = feed_of(selection, "https://letters.example/").subtitle
    found = re.search(
        r"Sources name the recipients of (\S+) of these letters; another (\S+) letters? (?:is|are)", subtitle
    )
    named, others = len(recount.letters) - len(recount.inferred), len(recount.inferred)
    assert (numbers(" ".join(found.groups())) if found else []) == ([named, others] if others else [])
    said = head(public_rows("letters", selection), about(selection), {})
    assert said["letters"] == {"named": named, "inferred": others}
    assert said["count"] == len(recount.letters)


def test_the_rounds_as_rows(seen, selection):
    recount, _, _ = seen
    records = [row for row in public_rows("rounds", selection).records if row["kind"] == "letters"]
    said = {
        row["round_id"]: [
            (row["letters_in_view"], row["inferred_in_view"]),
            (row["recipients_recorded"], row["recipients_inferred"]),
        ]
        for row in records
    }
    here, sent = apart(recount.letters, "round_id"), apart(recount.sent, "round_id")
    assert said == {key: [pair, sent[key]] for key, pair in here.items()}


CELLS = {
    "named": (lambda letter: True,) * 2,
    "answered": (
        lambda letter: letter["answer"] in IN_HAND,
        lambda letter: letter["earliest_answer"] in ("by_deadline", "later"),
    ),
    "on_time": (
        lambda letter: letter["answer"] == "on_time",
        lambda letter: letter["earliest_answer"] == "by_deadline",
    ),
    "refused": (lambda letter: letter["answer"] == "refused",) * 2,
    "cleared": (lambda letter: letter["doj"] == "cleared",) * 2,
    "sued_by_us": (lambda letter: letter["suit"] in ("by_us", "by_both"),) * 2,
    "sued_us": (lambda letter: letter["suit"] in ("by_place", "by_both"),) * 2,
    "won": (lambda letter: letter["court"] == "won_by_place",) * 2,
    "lost": (lambda letter: letter["court"] == "won_by_us",) * 2,
}
"""The cells of a row of the comparison: which letters they count at least, and which at most."""


@pytest.mark.parametrize("by", ["state", "region", "kind", "round"])
def test_every_cell_of_the_comparison(seen, selection, published, by):
    recount, _, _ = seen
    address = Address.parse(f"{selection.filters.to_query()}&by={by}", published)
    html = compare_page(address, published, TODAY).sections["groups"]
    rows = dict(re.findall(r'<tr id="group-([^"]+)">(.*?)</tr>', html, re.DOTALL))
    groups = {}
    for letter in recount.letters:
        groups.setdefault(letter[COLUMNS.get(by, by)], []).append(letter)
    assert set(rows) == set(groups)
    whole = re.search(r"<tfoot>(.*?)</tfoot>", html, re.DOTALL)
    assert (whole is None) == (len(groups) == 1)  # a group that is all of them is not told twice
    if whole:
        rows[""], groups[""] = whole[1], recount.letters
    for word, row in rows.items():
        cells = dict(re.findall(r'<td class="col-(\w+)"[^>]*>(.*?)</td>', row, re.DOTALL))
        said = {name: re.sub(r"<[^>]+>", "", text) for name, text in cells.items()}
        named = [letter for letter in groups[word] if letter["evidence"] != "inferred"]
        for name, (certain, possible) in CELLS.items():
            least, most = (sum(map(holds, named)) for holds in (certain, possible))
            assert said[name] == (str(least) if least == most else f"{least} to {most}"), (word, name)
        assert said["inferred"] == str(len(groups[word]) - len(named))
        assert said["suits"] == str(len({case for letter in named for case in letter["suits"]}))


def test_the_totals_of_about(published):
    page = about_page(Address.parse("", published), published, TODAY)
    html = "".join(page.sections.values())
    figures = re.search(r'<dl class="figures">.*?</dl>', html, re.DOTALL)[0]
    said = dict(zip(texts(r"<dt>(.*?)</dt>", figures), texts(r"<dd>(.*?)</dd>", figures), strict=True))
    every = Recount({}, "9999-12-31")
    named = [letter for letter in every.letters if letter["evidence"] != "inferred"]
    kinds = Counter(row["kind"] for row in table("rounds"))
    assert said == {
        "Rounds of letters": str(kinds["letters"]),
        "Letters": str(len(named)),
        "Places": str(len(table("jurisdictions"))),
        "Events": str(len(table("events"))),
        "Court cases": str(len(table("cases"))),
        "Sources": str(len(table("sources"))),
    }
    written_to = {letter["jurisdiction_id"] for letter in named}
    notes = " ".join(texts(r'<dd class="figure-note">(.*?)</dd>', figures))
    ended = sum(bool(case["ended_on"]) for case in table("cases"))
    others = len(every.letters) - len(named)
    unnamed = {letter["jurisdiction_id"] for letter in every.letters} - written_to
    assert f"and {kinds.total() - kinds['letters']} background" in notes
    assert f"; {others} more not named by a source {len(written_to)} of them got a letter" in notes
    assert f"; {len(unnamed)} more not named by a source" in notes or not unnamed
    assert f"{ended} with an end on record" in notes
    shares = dict(re.findall(r'<tr><th scope="row">([\w ]+)</th><td>(\d+ of \d+) ', html))
    assert shares["Addressee"] == f"{sum(bool(letter['addressee']) for letter in named)} of {len(named)}"
    assert shares["Deadline"] == f"{sum(bool(letter['deadline_on']) for letter in named)} of {len(named)}"
    answered = sum(letter["answer"] in IN_HAND for letter in named)
    assert shares["An answer"] == f"{answered} of {len(named)}"
