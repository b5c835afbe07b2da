"""The letters of a view counted again from the tables, by code that shares nothing with the tracker."""

import calendar
import csv
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
REGIONS = {
    "Northeast": "CT ME MA NH RI VT NJ NY PA",
    "Midwest": "IL IN MI OH WI IA KS MN MO NE ND SD",
    "South": "DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX",
}


VIEWS = {
    "": {},
    "round=2018-01": {"round": lambda letter: letter["round_id"] == "2018-01"},
    "round=2018-01&as_of=2018-02-24": {"round": lambda letter: letter["round_id"] == "2018-01"},
    "round=2017-11&as_of=2018-01-25": {"round": lambda letter: letter["round_id"] == "2017-11"},
    "as_of=2019-03-01": {},
    "round=2025-08": {"round": lambda letter: letter["round_id"] == "2025-08"},
    "state=CA&state=IL": {"state": lambda letter: letter["state"] in ("CA", "IL")},
    "region=South": {"region": lambda letter: letter["region"] == "South"},
    "kind=county&as_of=2021-06-01": {"kind": lambda letter: letter["kind"] == "county"},
    "evidence=inferred": {"evidence": lambda letter: letter["evidence"] == "inferred"},
    "due_from=2017-06-01&due_to=2018-03-01": {
        "due_from": lambda letter: letter["deadline_on"] and letter["deadline_on"] >= "2017-06-01",
        "due_to": lambda letter: letter["deadline_on"] and letter["deadline_on"] <= "2018-03-01",
    },
}
"""The filters of each view, by key, as what tells whether a letter passes."""


def table(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first(text):
    return {4: text + "-01-01", 7: text + "-01", 10: text}[len(text)]


def last(text):
    year, month, *_ = (int(part) for part in (text + "-12").split("-"))
    return text if len(text) == 10 else f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def month(letter):
    year, month, _ = letter["sent_on"].split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def begin(edtf):
    return first(edtf.split("/")[0])


def end(edtf):
    return last(edtf.split("/")[-1]) if edtf else "9999"


def apart(letters, column):
    """Count letters by a column, or by each value of its lists, as named and not named."""
    counts = {}
    for letter in letters:
        values = letter[column] if isinstance(letter[column], list) else [letter[column]]
        for value in values:
            counts.setdefault(value, [0, 0])[letter["evidence"] == "inferred"] += 1
    return {value: tuple(pair) for value, pair in counts.items()}


def region_of(state):
    return next((name for name, codes in REGIONS.items() if state in codes.split()), "West")


SIZES = {"under-100k": 100_000, "100k": 250_000, "250k": 1_000_000, "1m": 5_000_000}


def size_of(residents):
    return next((name for name, limit in SIZES.items() if int(residents) < limit), "5m")


COLUMNS = {"round": "round_id", "earliest": "earliest_answer", "also": "rounds_of_place"}
"""The filters whose column has another name than their key."""


IN_HAND = ("on_time", "late", "day_unknown", "answered")
"""What is said of a letter that is answered; a refusal is no answer."""


class Recount:
    """The letters of a view on a day, and what is on record of each, from the tables alone.

    A view gives for each key of its filters what tells whether a letter passes.
    """

    def __init__(self, view, day):
        places = {row["jurisdiction_id"]: row for row in table("jurisdictions")}
        rounds = {row["round_id"]: row for row in table("rounds")}
        self.day, self.view, self.sent = day, view, []
        self.ends = sorted({end(row["ended_on"]) for row in rounds.values() if row["ended_on"]})
        events = [row for row in table("events") if end(row["date"]) <= day]
        later = [row for row in table("events") if begin(row["date"]) <= day]
        self.not_yet_joined = {
            (row["case_id"], row["jurisdiction_id"])
            for row in table("events")
            if row["type"] == "suit_joined" and end(row["date"]) > day
        }
        self.cases = [row for row in table("cases") if row["filed_on"] and end(row["filed_on"]) <= day]
        for row in table("letters"):
            place = places[row["jurisdiction_id"]]
            own = {key: place[key] for key in ("kind", "state", "name")}
            size = size_of(place["population"])
            letter = {**row, **own, "region": region_of(place["state"]), "population": size}
            if row["sent_on"] > day:
                continue
            key = (row["round_id"], row["jurisdiction_id"])
            own = [event for event in events if (event["round_id"], event["jurisdiction_id"]) == key]
            letter["types"] = {event["type"] for event in own}
            sent = [event["date"] for event in own if event["type"] == "response_sent"]
            maybe = [
                event["date"]
                for event in later
                if event["type"] == "response_sent" and (event["round_id"], event["jurisdiction_id"]) == key
            ]
            due = row["deadline_on"]
            letter["over"] = end(rounds[row["round_id"]]["ended_on"]) <= day
            letter["on_time"] = any(end(text) <= due for text in sent) if due else False
            letter["maybe"] = any(max(begin(text), row["sent_on"]) <= due for text in maybe) if due else False
            letter["late"] = bool(sent and due and not letter["on_time"]) and not any(
                max(begin(text), row["sent_on"]) <= due for text in sent
            )
            letter["suits"] = [case["case_id"] for case in self.cases if self.bears(case, letter)]
            letter["earliest_answer"] = "later" if maybe else "none"
            letter["status"] = self.status(letter)
            self.sent.append(letter)
        for letter in self.sent:
            place = letter["jurisdiction_id"]
            letter["rounds_of_place"] = [
                other["round_id"] for other in self.sent if other["jurisdiction_id"] == place
            ]
            letter["paid"] = any(
                event["type"] == "grant_awarded"
                and event["jurisdiction_id"] == place
                and (
                    event["round_id"] == letter["round_id"]
                    or (
                        event["round_id"] in rounds[letter["round_id"]]["follows"].split(";")
                        and begin(event["date"]) >= letter["sent_on"]
                    )
                )
                for event in events
                if event["round_id"]
            )
            letter["answer"], letter["doj"] = self.answer(letter), self.doj(letter, rounds)
            letter["court"], letter["suit"] = self.court(letter), self.suit(letter)
            if letter["answer"] == "refused":
                letter["earliest_answer"] = "none"
            elif letter["maybe"]:
                letter["earliest_answer"] = "by_deadline"
        self.letters = self.without()
        self.named = [letter for letter in self.letters if letter["evidence"] != "inferred"] or self.letters
        self.inferred = [letter for letter in self.letters if letter["evidence"] == "inferred"]

    def without(self, key=""):
        """Give the letters that pass all filters but one."""
        return [
            letter
            for letter in self.sent
            if all(passes(letter) for other, passes in self.view.items() if other != key)
        ]

    def options(self, key):
        """Count what each value of a filter would give alone, as named and not named."""
        return apart(self.without(key), COLUMNS.get(key, key))

    def bears(self, case, letter):
        if letter["jurisdiction_id"] not in case["jurisdictions"].split(";"):
            return False
        if (case["case_id"], letter["jurisdiction_id"]) in self.not_yet_joined:
            return False
        if case["round_id"] == letter["round_id"]:
            return True
        before = [
            sum(over < text for over in self.ends) for text in (letter["sent_on"], end(case["filed_on"]))
        ]
        concerns = {"policy", "grants"} & set(case["concerns"].split(";"))
        return bool(concerns) and before[0] == before[1] and end(case["ended_on"]) >= letter["sent_on"]

    def status(self, letter):
        types, due = letter["types"], letter["deadline_on"]
        in_court = any(
            case["round_id"] == letter["round_id"]
            and letter["jurisdiction_id"] in case["jurisdictions"].split(";")
            and end(case["ended_on"]) > self.day
            for case in self.cases
        )
        rules = (
            ("cleared", "cleared" in types),
            ("settled", "settlement" in types),
            ("in_court", in_court),
            ("removed", "delisted" in types),
            ("flagged", "found_noncompliant" in types and not letter["over"]),
            ("declined", "declined" in types),
            ("answered", "response_sent" in types),
            ("lapsed", letter["over"]),
            ("no_deadline", not due),
            ("awaiting", due >= self.day),
        )
        return next((word for word, holds in rules if holds), "no_answer_found")

    def answer(self, letter):
        types, due = letter["types"], letter["deadline_on"]
        sent = "response_sent" in types
        rules = (
            ("refused", "declined" in types),
            ("on_time", letter["on_time"]),
            ("late", letter["late"]),
            ("answered", sent and not due),
            ("day_unknown", sent),
            ("promised", "response_promised" in types),
            ("awaited", due >= self.day),
        )
        return next((word for word, holds in rules if holds), "none_on_record")

    def doj(self, letter, rounds):
        types = letter["types"]
        later = {
            other
            for row in self.sent
            if row["jurisdiction_id"] == letter["jurisdiction_id"]
            for other in rounds[row["round_id"]]["follows"].split(";")
        }
        rules = (
            ("cleared", "cleared" in types),
            ("agreement", "settlement" in types),
            ("off_list", "delisted" in types),
            ("grant_paid", letter["paid"]),
            ("program_ended", letter["over"]),
            ("preliminary_finding", "found_noncompliant" in types),
            ("follow_up", letter["round_id"] in later),
        )
        return next((word for word, holds in rules if holds), "nothing_since")

    def court(self, letter):
        """Say what came of the cases that are nearest to a letter."""
        ranked = {}
        for case in self.cases_of(letter):
            concerns = case["concerns"].split(";")
            rank = 0 if case["round_id"] == letter["round_id"] else 1 if "policy" in concerns else 2
            ranked.setdefault(rank, set()).add(self.outcome(case))
        words = ranked[min(ranked)] if ranked else set()
        rules = (
            ("split", "split" in words or {"place", "united-states"} <= words),
            ("won_by_place", "place" in words),
            ("won_by_us", "united-states" in words),
            ("settled", "agreement" in words),
            ("pending", "pending" in words),
            ("ended_otherwise", words),
        )
        return next((word for word, holds in rules if holds), "no_case")

    def suit(self, letter):
        sides = {case["brought_by"] for case in self.cases_of(letter)}
        one = {"united-states": "by_us", "jurisdiction": "by_place"}
        return "by_both" if len(sides) == 2 else one[sides.pop()] if sides else "none"

    def cases_of(self, letter):
        return [case for case in self.cases if case["case_id"] in letter["suits"]]

    def count(self, **cells):
        return sum(all(letter[key] == value for key, value in cells.items()) for letter in self.named)

    def outcome(self, case):
        decided = case["outcome_for"] if case["decided_on"] and end(case["decided_on"]) <= self.day else ""
        return decided or ("ended" if end(case["ended_on"]) <= self.day else "pending")

    @property
    def newest(self):
        """Give the newest letter of each place."""
        oldest_first = sorted(self.letters, key=lambda letter: (letter["sent_on"], letter["round_id"]))
        return list({letter["jurisdiction_id"]: letter for letter in oldest_first}.values())

    @property
    def places(self):
        return {letter["jurisdiction_id"]: letter for letter in self.named}

    @property
    def states(self):
        return {letter["state"] for letter in self.named} - {"DC"}

    def suits(self):
        bearing = {case for letter in self.named for case in letter["suits"]}
        return [case for case in self.cases if case["case_id"] in bearing]

    def parties(self, side):
        suits = {case["case_id"] for case in self.suits() if case["brought_by"] == side}
        return len({letter["jurisdiction_id"] for letter in self.named if suits & set(letter["suits"])})
