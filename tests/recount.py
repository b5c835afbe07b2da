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


def table(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first(text):
    return {4: text + "-01-01", 7: text + "-01", 10: text}[len(text)]


def last(text):
    year, month, *_ = (int(part) for part in (text + "-12").split("-"))
    return text if len(text) == 10 else f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


def begin(edtf):
    return first(edtf.split("/")[0])


def end(edtf):
    return last(edtf.split("/")[-1]) if edtf else "9999"


def region_of(state):
    return next((name for name, codes in REGIONS.items() if state in codes.split()), "West")


class Recount:
    """The letters of a view on a day, and what is on record of each, from the tables alone."""

    def __init__(self, keep, day):
        places = {row["jurisdiction_id"]: row for row in table("jurisdictions")}
        rounds = {row["round_id"]: row for row in table("rounds")}
        self.day, self.letters = day, []
        self.ends = sorted({end(row["ended_on"]) for row in rounds.values() if row["ended_on"]})
        events = [row for row in table("events") if end(row["date"]) <= day]
        later = [row for row in table("events") if begin(row["date"]) <= day]
        self.cases = [row for row in table("cases") if row["filed_on"] and end(row["filed_on"]) <= day]
        for row in table("letters"):
            place = places[row["jurisdiction_id"]]
            own = {key: place[key] for key in ("kind", "state", "name")}
            letter = {**row, **own, "region": region_of(place["state"])}
            if row["sent_on"] > day or not keep(letter):
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
            letter["status"] = self.status(letter)
            self.letters.append(letter)
        self.named = [letter for letter in self.letters if letter["evidence"] != "inferred"] or self.letters
        self.inferred = [letter for letter in self.letters if letter["evidence"] == "inferred"]

    def bears(self, case, letter):
        if letter["jurisdiction_id"] not in case["jurisdictions"].split(";"):
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

    def count(self, **cells):
        return sum(all(letter[key] == value for key, value in cells.items()) for letter in self.named)

    def outcome(self, case):
        decided = case["outcome_for"] if case["decided_on"] and end(case["decided_on"]) <= self.day else ""
        return decided or ("ended" if end(case["ended_on"]) <= self.day else "pending")

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
