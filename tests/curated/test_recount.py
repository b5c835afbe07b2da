"""Every number of the views is counted again from the tables, by code that shares nothing with the tracker.

The tracker only renders the page, the table and the card; what they should say is counted by `recount` with
`csv` alone. A sentence with a number that no counter below knows fails the test.
"""

import re
from collections import Counter
from datetime import date
from html import unescape

import tracker
from recount import IN_HAND, REGIONS, apart, table
from sentence_numbers import by_group, numbers, texts

STATUS_WORDS = {
    "awaited an answer": "awaiting",
    "past their deadline": "no_answer_found",
    "past its deadline": "no_answer_found",
    "neither a deadline": "no_deadline",
    "an answer and no later": "answered",
    "public refusal": "declined",
    "stood at": "flagged",
    "no end on record": "in_court",
    "settlement": "settled",
    "clearance": "cleared",
    "without an outcome": "lapsed",
}
SUIT_WORDS = {
    "decided for the places": "place",
    "decided for the United States": "united-states",
    "decided in part": "split",
    "settled": "agreement",
    "ended with": "ended",
    "no final decision": "pending",
}
RECORD_TEXT = (
    "What the letters asked",
    "Possible consequences",
    "DOJ called",
    "Last on record",
    "Editors’ note",
)


def check_statuses(sentence, recount):
    counts = Counter(letter["status"] for letter in recount.named)
    if numbers(sentence)[:2] == [len(recount.named)] and len(counts) > 1:
        raise AssertionError(sentence)
    said = dict.fromkeys(counts, 0)
    for phrase, status in STATUS_WORDS.items():
        if match := re.search(rf"(\S+)(?: letters)? (?:had |were |was )?[^,;]*?{phrase}", sentence):
            clause = re.split(r", | and (?=\S+ (?:had|were|was|awaited|stood) )", match[0])[-1]
            said[status] = (numbers(clause) or [None])[0]
    assert said == dict(counts), sentence


def check_answers(sentence, recount):
    named, said = recount.named, 0
    on_time = recount.count(answer="on_time")
    maybe = recount.count(earliest_answer="by_deadline")
    answered = sum(letter["answer"] in IN_HAND for letter in named)
    bare = recount.count(answer="answered")
    for clause in sentence.rstrip(".").split("; "):
        found = numbers(clause)
        if "answered by" in clause:
            assert found[0] == (on_time or maybe), clause
            assert found[-1] == len(named), clause
            assert clause.startswith("At least") == (0 < on_time < maybe), clause
        elif "more by" in clause or "more may have been by then" in clause:
            assert found == [maybe - on_time], clause
        elif "late" in clause:
            assert found == [recount.count(answer="late")], clause
        elif "with no deadline on record" in clause:
            assert bare in found, clause
        elif "refusal" in clause:
            assert found == [recount.count(answer="refused")], clause
        elif "promised" in clause:
            both = recount.count(answer="promised", earliest_answer="by_deadline")
            told = both if " other" in clause else 0
            assert (told == 0) == (both == 0 or not said), clause
            assert found == [recount.count(answer="promised") - told], clause
        elif "in all" in clause:
            assert found == [answered, len(named)], clause
        else:
            raise AssertionError(clause)
        said += 1
    assert said


def check_suits(sentence, recount):
    suits = recount.suits()
    head, _, tail = sentence.partition("; ")
    expected = [len(recount.places)]
    expected += [count for side in ("united-states", "jurisdiction") if (count := recount.parties(side))]
    assert [number for number in numbers(head)] == expected or expected[0] in expected[1:], sentence
    outcomes = Counter(recount.outcome(case) for case in suits)
    said = {}
    for phrase, outcome in SUIT_WORDS.items():
        if phrase in tail:
            clause = re.split(
                r", | and (?=\S+ (?:was|were|gave|ended|has|have) )", tail[: tail.index(phrase)]
            )[-1]
            said[outcome] = numbers(clause)[0] if len(outcomes) > 1 else len(suits)
    assert said == dict(outcomes), sentence
    since = re.search(r"since (\d{4})", head)
    if since:
        filed = min(case["filed_on"] for case in suits if case["brought_by"] == "united-states")
        assert since[1] == filed[:4], sentence


def where(recount):
    """Give the number of states, which is not said where all is in one."""
    return [len(recount.states)] if len({letter["state"] for letter in recount.named}) > 1 else []


def check_all_letters(sentence, recount):
    places = where(recount) if " in " in sentence.partition("sent to")[2] else []
    assert numbers(sentence) == [len(recount.named), len(recount.places), *places], sentence


def check_rounds(sentence, recount):
    assert numbers(sentence) == [len({letter["round_id"] for letter in recount.named})], sentence


def check_round(sentence, recount):
    assert numbers(sentence) == [len(recount.places), *where(recount)], sentence


def check_named(sentence, recount):
    assert numbers(sentence) == [len(recount.places), *where(recount)], sentence


def check_inferred(sentence, recount):
    assert numbers(sentence) == [len(recount.inferred)], sentence


def check_part(sentence, recount):
    round_id = recount.named[0]["round_id"]
    parts = apart(recount.letters, "round_id")[round_id]
    wholes = apart(recount.sent, "round_id")[round_id]
    expected = [[part] * (part < whole) + [whole] for part, whole in zip(parts, wholes, strict=True) if part]
    assert numbers(sentence) == [number for pair in expected for number in pair], sentence


def check_regions(sentence, recount):
    one_round = len({letter["round_id"] for letter in recount.named}) == 1
    own = recount.named if one_round else recount.places.values()
    counts = Counter(letter["region"] for letter in own)
    assert by_group(sentence, [*REGIONS, "West"]) == dict(counts), sentence


def check_states(sentence, recount):
    counts = Counter(STATES[letter["state"]] for letter in recount.named)
    assert by_group(sentence, counts) == dict(counts), sentence


def check_a_state_each(sentence, recount):
    states = sorted(STATES[letter["state"]] for letter in recount.named)
    assert numbers(sentence) == [len(states)], sentence
    assert len({*states}) == len(states)
    assert all(state in sentence for state in states), sentence


def check_deadline(sentence, recount):
    due = {letter["deadline_on"] for letter in recount.named}
    days = [abs((date.fromisoformat(recount.day) - date.fromisoformat(day)).days) for day in due]
    assert numbers(sentence) in ([], days), sentence


def over(recount):
    """Give the letters whose program ended with nothing decided before."""
    decided = {"cleared", "settlement", "delisted"}
    return [letter for letter in recount.named if letter["over"] and not decided & letter["types"]]


def check_ended(sentence, recount):
    ended, total = sum(letter["over"] for letter in recount.named), len(recount.named)
    undecided = len(over(recount))
    expected = [total] if ended == total else [ended, total]
    assert numbers(sentence) == expected + [undecided] * (undecided < ended), sentence


def check_findings(sentence, recount):
    flagged = [letter for letter in over(recount) if "found_noncompliant" in letter["types"]]
    assert numbers(sentence)[0] == len(flagged), sentence


def check_repeated(sentence, recount):
    several = Counter(letter["jurisdiction_id"] for letter in recount.named)
    assert numbers(sentence)[:1] == [sum(count > 1 for count in several.values())], sentence


def check_largest_round(sentence, recount):
    ((_, most),) = Counter(letter["round_id"] for letter in recount.named).most_common(1)
    assert numbers(sentence) == [most], sentence


def check_largest_state(sentence, recount):
    ((_, most),) = Counter(letter["state"] for letter in recount.named).most_common(1)
    assert numbers(sentence) == [most, len(recount.named)], sentence


def check_follow_up(sentence, recount):
    follows = {row["round_id"]: row["follows"].split(";") for row in table("rounds")}
    later = [row for row in table("letters") if row["sent_on"] <= recount.day]
    more = {"cleared", "settlement", "delisted", "found_noncompliant"}
    followed = [
        letter
        for letter in recount.named
        if not letter["over"]
        and not letter["paid"]
        and not more & letter["types"]
        and any(
            row["jurisdiction_id"] == letter["jurisdiction_id"]
            and letter["round_id"] in follows[row["round_id"]]
            for row in later
        )
    ]
    assert numbers(sentence) == [len(followed)], sentence


def check_steps(sentence, recount):
    """Of the steps that no status tells: further demands, grants, and the end of the program."""
    steps, ended, rest = sentence.partition("DOJ ended")
    for clause in steps.removeprefix("By then, ").split(" and "):
        if "further demand" in clause:
            check_follow_up(clause, recount)
        else:
            assert "paid or cleared after" in clause, clause
            assert numbers(clause) == [sum(letter["paid"] for letter in recount.named)], clause
    if ended:
        check_ended(ended + rest, recount)


def check_no_number(sentence, _recount):
    assert numbers(sentence) == [], f"no counter knows: {sentence}"


def check_left_out(sentence, recount):
    """Of the views only one has a window of deadlines, and that has no other filter."""
    undated = [letter for letter in recount.sent if not letter["deadline_on"]]
    assert numbers(sentence) == [len(undated), 0], sentence


def pass_over(_sentence, _recount):
    """Let a text of the record stand: its numbers are in the tables as they are here."""


STATES = {code: state.name for code, state in tracker.regions.STATES.items()}
COUNTERS = (
    (r".* no deadline on record and (is|are) left out", check_left_out),
    (r"What the letters asked|Possible consequences|DOJ called|Last on record|Editors’ note", pass_over),
    (r".*are on record, sent to", check_all_letters),
    (r"(?:They|It|The letters? with (?:a )?named recipients?) came in", check_rounds),
    (r".*(?:got a letter dated|are entered as recipients)", check_round),
    (r".*are named as recipients", check_named),
    (r"Another", check_inferred),
    (r"(?:They|These) are .* (?:recipients|entered) ", check_part),
    (r"By Census region", check_regions),
    (r"\S+ of the \S+ are in |Of the \S+, \S+ each are in ", check_states),
    (r"The \S+ are (?:in )?[A-Z]", check_a_state_each),
    (r"On [A-Z][a-z]+\.? \d", check_statuses),
    (r".*(?:answered by|answered late|promised)", check_answers),
    (r"By then, .*(?:further demands?|grants? had been paid or cleared)", check_steps),
    (r"DOJ ended the program", check_ended),
    (r".*stood at (?:a preliminary finding|preliminary findings)", check_findings),
    (r".*(?:sued the federal government|sued by the United States)", check_suits),
    (r".*got more than one", check_repeated),
    (r".*than of any other", check_largest_round),
    (r"The largest share", check_largest_state),
    (r"The letters asked for an answer by", check_deadline),
    (r"", check_no_number),
)
"""The counters of sentences: the first whose pattern a sentence begins with holds its numbers to account."""


def test_every_sentence(seen):
    recount, body, _ = seen
    brief = re.search(r'<section class="brief".*?</div>', body, re.DOTALL)[0]
    brief = re.sub(r'<span class="notes">.*?</span>', "", brief, flags=re.DOTALL)
    sentences = texts(r"<h1[^>]*>(.*?)</h1>", brief) + texts(r"<p>(.*?)</p>", brief)
    assert len(sentences) > 5
    for sentence in sentences:
        check = next(check for pattern, check in COUNTERS if re.match(pattern, sentence))
        check(sentence, recount)


def test_every_figure(seen):
    recount, body, _ = seen
    figures = re.search(r'<dl class="figures">.*?</dl>', body, re.DOTALL)[0]
    said = dict(zip(texts(r"<dt>(.*?)</dt>", figures), texts(r"<dd>(.*?)</dd>", figures), strict=True))
    notes = " ".join(texts(r'<dd class="figure-note">(.*?)</dd>', figures))
    answered = sum("response_sent" in letter["types"] for letter in recount.named)
    assert said["Letters"] == str(len(recount.named))
    assert said["Answers on record"] == f"{answered} of {len(recount.named)}"
    assert said.get("States", "1") == str(len(recount.states) or 1)
    apart = f"{len(recount.inferred)} more not named by a source"
    is_apart = 0 < len(recount.inferred) < len(recount.letters)
    assert ((apart in notes), (f"to {len(recount.places)} " in notes)) == (is_apart, not is_apart)


def test_every_row_of_the_table(seen):
    recount, body, _ = seen
    table = re.search(r'<table class="letters".*?</table>', body, re.DOTALL)[0]
    mark = r'<span class="mark[^"]* status-(\w+)"[^>]*></span>'
    row = rf'<tr><th scope="row"><a [^>]*>\s*{mark}\s*([^<]+)</a>(.*?)</tr>'
    shown = Counter(
        (unescape(name).strip(), status, "Not named by a source" in rest)
        for status, name, rest in re.findall(row, table, re.DOTALL)
    )
    counted = Counter(
        (listed(letter), letter["status"], letter["evidence"] == "inferred") for letter in recount.letters
    )
    assert shown == counted


def listed(letter):
    """A place as lists name it: with its state, unless its name is that of a state or the District."""
    name = letter["name"]
    return name if letter["kind"] in ("state", "district") else f"{name}, {letter['state']}"


def test_the_card(seen):
    recount, _, card = seen
    count = len(recount.named)
    assert card.count == f"{count} letter{'' if count == 1 else 's'}"
    others = len(recount.inferred)
    expected = "" if not others else "not named by a source"
    if 0 < others < len(recount.letters):
        expected = f"and {others} {expected}"
    assert card.beside == expected
    counted = Counter(letter["status"] for letter in recount.named)
    assert {str(status): words.split()[0] for status, words in card.statuses if words[0].isdigit()} == {
        status: str(number) for status, number in counted.items()
    }
    assert {letter["status"] for letter in recount.letters} == {str(status) for status, _ in card.statuses}
