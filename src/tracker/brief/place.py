"""The brief of one place: its letter of a round, and its other letters by the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from tracker.brief import letter_sentences, outcomes
from tracker.brief.addressee import addressed
from tracker.brief.evidence_sentences import entered, entered_beside, others_entered
from tracker.brief.grounds import Grounds, Sources, united
from tracker.brief.lede import has_news, news
from tracker.brief.litigation import letter_litigation
from tracker.brief.support import support
from tracker.brief.where import by_state, nouns, only_others
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.evidence import certain
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_words, when
from tracker.language.placenames import full_name, short_name, subject
from tracker.language.words import Brief, Claim, counted, listed_names, sentence
from tracker.letter_key import of_letter
from tracker.letters import events_until, letters_on
from tracker.row_types import Event, LetterOnDay, typed_rows
from tracker.standing import ended_undecided, grants_of, is_disputed, since_when
from tracker.status import STATUS_RULES, events_by_word
from tracker.vocabulary import Confidence, Doj, EventType, Evidence, Status

_DATED = {word: kind for word, kind in events_by_word(STATUS_RULES).items() if word != Status.ANSWERED}
"""The event whose day a status is told with; answers are told with theirs in sentences of their own."""


def place_brief(dataset: Dataset, jurisdiction_id: str, as_of: date, round_id: str | None = None) -> Brief:
    """Write the facts of a place's letter: that of the round, or else the newest by the day.

    A letter not sent by the day is not told of; the newest that was sent takes its place.

    Raises:
        KeyError: there is no such place.
    """
    pool = letters_on(dataset, as_of)
    own = typed_rows(pool[pool["jurisdiction_id"] == jurisdiction_id], LetterOnDay)
    if not own:
        name = subject(full_name(dataset.places_by_id[jurisdiction_id]))
        return Brief.of([Claim(f"no letter to {name} is on record by {ap_date(as_of)}")])
    chosen = [letter for letter in own if letter["round_id"] == round_id]
    return brief_of_letter(dataset, pool, (chosen or own)[0], as_of)


def brief_of_letter(dataset: Dataset, pool: pd.DataFrame, letter: LetterOnDay, as_of: date) -> Brief:
    """Write the brief of one letter, a row of `pool`, which holds every letter sent by the day."""
    return Brief.of(_Story(dataset, pool, events_until(dataset, as_of), letter, as_of).claims())


@dataclass(frozen=True, eq=False)
class _Story:
    """A letter with all that its brief draws on."""

    dataset: Dataset
    pool: pd.DataFrame
    events: pd.DataFrame
    letter: LetterOnDay
    as_of: date

    @property
    def is_news(self) -> bool:
        """Whether the first sentence tells what came of the letter, or on what ground it is entered."""
        return has_news(self.letter) or self.letter["evidence"] == Evidence.INFERRED

    @cached_property
    def grounds(self) -> Grounds:
        """What the sentences rest on."""
        return Grounds(self.dataset, self.as_of)

    def claims(self) -> Iterator[Claim]:
        """Give the sentences, not yet capitalised, with their sources."""
        recipients = self.pool[self.pool["round_id"] == self.letter["round_id"]]
        yield from self._lede(recipients)
        is_named = self.letter["evidence"] != Evidence.INFERRED
        known = certain(recipients) if is_named else recipients
        for where in (*only_others(self.letter, known), by_state(known)):
            yield Claim(where, self.grounds.recipients(known))
        yield self._claim(addressed(self.letter["addressee"]), bool(self.letter["addressee"]))
        own = recipients["jurisdiction_id"] == self.letter["jurisdiction_id"]
        is_dated = isinstance(self.letter["deadline_on"], pd.Timestamp)
        if self.is_news or not is_dated:  # else said first of all
            yield self._claim(letter_sentences.deadline(recipients[own], self.as_of, "the letter"), is_dated)
        yield from letter_sentences.terms(self.dataset, self.letter, several=len(recipients) > 1)
        yield from self._status()
        yield from self._evidence()
        yield from self._other_letters()

    def _claim(self, text: str, is_known: bool = True) -> Claim:
        """Rest a sentence on what the letter rests on, unless it says that something is not known."""
        return Claim(text, self.letter["sources"] if is_known else ())

    def _lede(self, recipients: pd.DataFrame) -> Iterator[Claim]:
        """Give the news of the letter, its suits and what is last on record; if none, who else got it."""
        name = subject(full_name(self.letter))
        if self.letter["evidence"] == Evidence.INFERRED:
            yield self._claim(entered(name, _sent(self.letter)))
        else:
            yield self._news(name) if self.is_news else self._claim(self._headline())
        yield from self._background()
        yield from letter_litigation(self.dataset, self.letter, self.as_of)
        if self.is_news:
            yield outcomes.since(pd.DataFrame([self.letter]))
            yield from self._newer()
        yield from self._membership(recipients)

    def _background(self) -> Iterator[Claim]:
        """Tell what the place answered to background, which is no answer to the letter."""
        if said := self.letter["background_answer"]:
            text = f"{short_name(self.letter)} {said}, which is no answer to the letter"
            yield Claim(text, self.letter["background_answer_sources"])

    def _newer(self) -> Iterator[Claim]:
        """Tell the newest event of the place where it is later than the last thing about the letter."""
        events = self.events[self.events["jurisdiction_id"] == self.letter["jurisdiction_id"]]
        newest = events.sort_values(["date_earliest", "date_latest"], kind="stable").tail(1)
        since = PartialDate.parse(self.letter["since_on"])
        for event in typed_rows(newest, Event):
            happened = PartialDate.parse(event["date"])
            if happened.recency > since.recency:
                day, name = when(happened), short_name(self.letter)
                said = f"newest on record about {name}, though not about this letter, {day}"
                yield Claim(f"{said}: {ap_style(event['summary'])}", event["sources"])

    def _news(self, name: str) -> Claim:
        """Tell what came of the letter."""
        own = self.pool[of_letter(self.pool, self.letter)]
        steps = [self.grounds.standing(own, column) for column in ("answer", "doj")]
        steps.append(self.grounds.program_ends(own))
        suits = self.grounds.suits(own, nearest=True)
        finding = self.grounds.events(own, EventType.FOUND_NONCOMPLIANT)
        return Claim(f"{name} {self._what_came()}", united([self.letter["sources"], *steps, finding, suits]))

    def _what_came(self) -> str:
        dates = {kind: self._dates(self.letter, kind) for kind in EventType}
        own = self.pool[of_letter(self.pool, self.letter)]
        is_over = ended_undecided(self.dataset, own, self.as_of).all()
        ended = outcomes.program_end(self.dataset, own) if is_over else ""
        court_on = since_when(self.dataset, self.letter, self.as_of).court
        return news(self.dataset.campaign, self.letter, dates, self._grant(self.letter), ended, court_on)

    def _grant(self, letter: LetterOnDay) -> str:
        """Tell a grant that was paid or cleared after a letter, and whether that is in dispute; else ""."""
        if letter["doj"] != Doj.GRANT_PAID:
            return ""
        grants = grants_of(self.dataset, letter, self.as_of)
        by = date_in_words(PartialDate.parse(grants["date"].iloc[0]))
        disputed = ", on which sources disagree" if is_disputed(self.dataset, letter, self.as_of) else ""
        return f"a grant to the place was paid or cleared by {by}{disputed}"

    def _membership(self, recipients: pd.DataFrame) -> Iterator[Claim]:
        """Say how many got a letter of the round, where it was not the only one."""
        if len(recipients) > 1:
            others = others_entered(recipients)
            count = counted(len(certain(recipients)), *nouns(recipients))
            named = f"sources name {count} as recipients of this round; {others}"
            total = named if others else f"letters of this round to {count} are on record"
            yield Claim(total, self.grounds.recipients(recipients))

    def _headline(self) -> str:
        """Say that the place got the letter, and by when it asked for an answer."""
        due = self.letter["deadline_on"]
        got = f"{subject(full_name(self.letter))} got a letter dated {_sent(self.letter)}"
        if not isinstance(due, pd.Timestamp):
            return got
        far = letter_sentences.distance(due.date(), self.as_of)
        return f"{got}, that asked for an answer by {ap_date(due.date())}{far}"

    def _status(self) -> Iterator[Claim]:
        """Say the status on the day, since when if an event decides it, and the answers on record."""
        status = Status.of(self.letter["status"])
        decided = self._dates(self.letter, _DATED[status]) if status in _DATED else []
        since = f" ({date_in_words(decided[0])})" if decided else ""
        worded = self.dataset.campaign.word(status)
        yield Claim(
            f"status on {ap_date(self.as_of)}: {worded.label}{since}. {worded.definition}",
            self.grounds.standing(self.pool[of_letter(self.pool, self.letter)], "status"),
        )
        yield Claim(self._answer(self.letter, "the letter"), self._answer_sources(self.letter))

    def _evidence(self) -> Iterator[Claim]:
        """Say what is doubtful or particular about this letter."""
        if self.letter["confidence"] == Confidence.CONFLICTING:
            yield self._claim("sources disagree about this letter")
        if Evidence.of(self.letter["evidence"]) is not Evidence.INFERRED:  # that one is told first of all
            yield support(self.dataset, self.letter)
        note = ap_style(self.letter["note"])
        for said_already in ("Addressee not found.", "Addressee not found;"):
            note = note.replace(said_already, "")
        if note.strip():
            yield self._claim(f"editors’ note on this letter: {sentence(note)}")

    def _other_letters(self) -> Iterator[Claim]:
        """Tell of the place's other letters sent by the day, oldest first."""
        own = typed_rows(
            self.pool[self.pool["jurisdiction_id"] == self.letter["jurisdiction_id"]], LetterOnDay
        )[::-1]
        name, day = short_name(self.letter), ap_date(self.as_of)
        if len(own) == 1:
            yield Claim(f"no other letter to {name} is on record by {day}")
            return
        sure = [letter for letter in own if letter["evidence"] != Evidence.INFERRED]
        are = "is" if len(sure) == 1 else "are"
        said = f"{counted(len(sure), 'letter', 'letters')} to {name} {are} on record by {day}"
        total = "; ".join(filter(None, [said, entered_beside(len(own) - len(sure))]))
        yield Claim(total, united(letter["sources"] for letter in own))
        for before, letter in zip([None, *own], own, strict=False):
            if letter["round_id"] != self.letter["round_id"]:
                yield self._other(letter)
            elif before and self._still_stood_answered(before):
                yield Claim(
                    f"the letter of {_sent(letter)}, followed that answer",
                    united([letter["sources"], self._answer_sources(before)]),
                )

    def _still_stood_answered(self, before: LetterOnDay) -> bool:
        """Tell whether the letter before, of the same review, had an answer by then and no clearance."""
        if before["round_id"] not in self.dataset.rounds_by_id[self.letter["round_id"]]["follows"]:
            return False
        answers, clearances = (
            [day for day in self._dates(before, kind) if day.latest <= self.letter["sent_on"].date()]
            for kind in (EventType.RESPONSE_SENT, EventType.CLEARED)
        )
        return bool(answers) and not clearances

    def _other(self, other: LetterOnDay) -> Claim:
        """Tell of another letter: its day, its deadline, its answer and how it stood."""
        own = self.pool[of_letter(self.pool, other)]
        finding = self.grounds.events(own, EventType.FOUND_NONCOMPLIANT)
        cited = [
            other["sources"],
            self._answer_sources(other),
            finding,
            self.grounds.standing(own, "status"),
            self.grounds.standing(own, "doj") if other["doj"] == Doj.GRANT_PAID else (),
        ]
        order = "an earlier" if other["sent_on"] <= self.letter["sent_on"] else "a later"
        due = "had no day by which to answer on record"
        if isinstance(other["deadline_on"], pd.Timestamp):
            due = f"asked for an answer by {ap_date(other['deadline_on'].date())}"
        parts = [f"{order} letter, dated {_sent(other)}, {due}", self._answer(other, "it")]
        parts += [self._past_finding(other), self._grant(other)]
        if other["status"] != Status.ANSWERED:
            parts.append(
                f"on {ap_date(self.as_of)}, it {self.dataset.campaign.say(Status.of(other['status']).one)}"
            )
        return Claim("; ".join(filter(None, parts)), united(cited))

    def _past_finding(self, other: LetterOnDay) -> str:
        """Say that a letter stood at a finding until its program ended; "" where it did not."""
        own = self.pool[of_letter(self.pool, other)]
        return outcomes.past_findings(self.dataset, own, self.as_of).replace("one place stood", "it stood")

    def _answer(self, letter: LetterOnDay, name: str) -> str:
        """Say when a letter was answered; "" where no answer is on record."""
        dates = [when(day) for day in self._dates(letter, EventType.RESPONSE_SENT)]
        answers = f"an answer to {name} is" if len(dates) == 1 else f"answers to {name} are"
        return f"{answers} on record, sent {listed_names(dates)}" if dates else ""

    def _answer_sources(self, letter: LetterOnDay) -> Sources:
        """Give the sources of the answers to a letter."""
        return self.grounds.events(self.pool[of_letter(self.pool, letter)], EventType.RESPONSE_SENT)

    def _dates(self, letter: LetterOnDay, kind: EventType) -> list[PartialDate]:
        """Give the dates of a letter's events of one type by the day, oldest first."""
        wanted = of_letter(self.events, letter) & (self.events["type"] == kind)
        return [PartialDate.parse(text) for text in self.events.loc[wanted, "date"]]


def _sent(letter: LetterOnDay) -> str:
    return ap_date(letter["sent_on"].date())
