"""The numbers of the court cases and of the places then and now, counted again from the tables.

As in `test_recount`, the tracker only renders the pages; what they should say is counted with `csv` alone.
"""

import re
from collections import Counter
from datetime import date

import pytest

from recount import Recount, begin, end, table
from sentence_numbers import numbers, texts
from tracker import Filters
from tracker.address import Address
from tracker.pages.cases_page import cases_page
from tracker.pages.era_section import eras_html
from tracker.vocabulary import CaseStatus

TODAY = date(2026, 11, 26)
DAYS = (date(2018, 3, 1), date(2021, 5, 1), date(2025, 8, 20), TODAY)
OUTCOMES = {
    "decided for the city": "place",
    "decided for the United States": "united-states",
    "decided in part": "split",
    "settled": "agreement",
    "ended with no outcome": "ended",
    "no final decision": "pending",
}


def events_of(case):
    return [event for event in table("events") if event["case_id"] == case["case_id"]]


def cases_by(day):
    """Give the cases filed by a day; one of which no filing is on record counts from its first event."""
    return [
        case
        for case in table("cases")
        if (
            end(case["filed_on"]) <= day
            if case["filed_on"]
            else not events_of(case) or min(end(event["date"]) for event in events_of(case)) <= day
        )
    ]


@pytest.fixture(params=DAYS, ids=str)
def cases(request, published):
    """Give the cases of a day as the tables have them, with the outcome of each, and the page of that day."""
    recount = Recount({}, request.param.isoformat())
    page = cases_page(Address.parse(f"as_of={request.param}", published), published, TODAY)
    return [case | {"word": recount.outcome(case)} for case in cases_by(recount.day)], page, recount.day


def test_every_sentence_about_the_cases(cases):
    cases, page, day = cases
    assert numbers(page.title)[0] == len(cases)
    outcomes, ends, brought = page.description.removeprefix(f"{page.title}. ").split(". ")[:3]
    said = {}
    for clause in re.split(r"(?:,| and) (?=\S+ (?:was|were|ended|has|have) )", outcomes):
        word = next(word for phrase, word in OUTCOMES.items() if phrase in clause)
        said[word] = numbers(clause)[0]
    assert said == Counter(case["word"] for case in cases)
    ended = [case for case in cases if end(case["ended_on"]) <= day]
    decided = [case for case in cases if case not in ended and case["word"] != "pending"]
    assert numbers(ends) == [len(ended), len(cases), *[len(decided)] * bool(decided)], ends
    sides = Counter(case["brought_by"] for case in cases)
    by = [count for side in ("jurisdiction", "united-states") if (count := sides[side])]
    assert numbers(brought) == by, brought


def test_every_case_without_a_decision_is_told_up_to_its_newest_event(cases):
    cases, page, day = cases
    undecided = [case for case in cases if case["word"] == "pending"]
    told = texts(r"<dt>Status</dt><dd>(.*?)</dd>", page.sections["list"])
    told = [text for text in told if text.startswith(CaseStatus.PENDING.label)]
    later = [
        case
        for case in undecided
        if any(end(event["date"]) > day for event in events_of(case))
        or any(case[column] and end(case[column]) > day for column in ("ended_on", "decided_on"))
    ]
    bare = [
        case
        for case in undecided
        if case not in later and all(end(event["date"]) <= end(case["filed_on"]) for event in events_of(case))
    ]
    counts = [sum(phrase in text for text in told) for phrase in ("on record by", "nothing after", "last on")]
    assert counts == [len(later), len(bare), len(undecided) - len(later) - len(bare)]
    assert sum(counts) == len(told)


def test_the_places_then_and_now(published):
    recount = Recount({}, TODAY.isoformat())
    (cut,) = recount.ends
    then, now = (
        [letter for letter in recount.sent if (begin(letter["sent_on"]) <= cut) == is_then]
        for is_then in (True, False)
    )
    both = {letter["jurisdiction_id"] for letter in then} & {letter["jurisdiction_id"] for letter in now}
    newest = [
        {letter["jurisdiction_id"]: letter for letter in sorted(some, key=lambda one: one["sent_on"])}
        for some in (then, now)
    ]
    html = eras_html(Filters().apply(published, TODAY), Address())
    said = texts(r"</h2>\s*<p>(.*?)</p>", html)[0]
    unnamed = [place for place in both if any(side[place]["evidence"] == "inferred" for side in newest)]
    answered = [
        len({one["jurisdiction_id"] for one in some if "response_sent" in one["types"]} & both)
        for some in (then, now)
    ]
    sued = [sum(bool(side[place]["suits"]) for place in both) for side in newest]
    counted = numbers(re.sub(r"\d{4}-\d\d|both|one of the\w*", "", said))
    assert counted == [len(both) - len(unnamed), len(unnamed), *answered, *sued], said


def test_the_status_of_every_letter_then_and_now(published):
    recount = Recount({}, TODAY.isoformat())
    counted = {(one["jurisdiction_id"], one["round_id"], one["status"]) for one in recount.sent}
    html = eras_html(Filters().apply(published, TODAY), Address())
    row = r'id=([\w-]+)#letter-([\w-]+)".*?class="status status-(\w+)"'
    told = re.findall(row, html, re.DOTALL)
    assert len(told) == html.count('data-head="Status"') > 2 * 15
    assert set(told) <= counted
