"""The deadlines of a view as a calendar (RFC 5545): one all-day event per letter that names a deadline.

No event rings: an alarm is for whoever subscribes to set.
"""

from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from tracker.address import Address
from tracker.brief.evidence_sentences import NOT_NAMED, entered
from tracker.brief.letter_sentences import terms
from tracker.changes import Latest, latest
from tracker.exports.identity import authority, uid
from tracker.exports.plaintext import one_line
from tracker.exports.provenance import About, about
from tracker.exports.rows import record_link
from tracker.filters import Selection
from tracker.language.datewords import ap_date
from tracker.language.placenames import full_name, subject
from tracker.language.words import counted, sentence
from tracker.letter_key import key_of
from tracker.row_types import LetterOnDay, typed_rows
from tracker.vocabulary import Evidence, Status

MEDIA_TYPE = "text/calendar"
PATH = "deadlines.ics"

_EVERY_DAY = timedelta(days=1)
"""How often a subscriber should look again: a status can change with any day."""


def deadlines_calendar(selection: Selection, base: str) -> bytes:
    """Write the deadlines of a view as a calendar, in the order of the page.

    Args:
        selection: the view.
        base: the address of the site, with its last slash.
    """
    origin = about(selection)
    calendar = _calendar(selection, origin, base)
    stands = latest(selection.dataset, selection.as_of)
    for letter in typed_rows(selection.letters, LetterOnDay):
        if isinstance(due := letter["deadline_on"], pd.Timestamp):
            news = stands[key_of(letter)]
            calendar.add_component(_event(letter, due.date(), selection, news, base))
    if not calendar.subcomponents:
        calendar.add_component(_nothing())
    written: bytes = calendar.to_ical()
    return written


def _calendar(selection: Selection, origin: About, base: str) -> Calendar:
    """Write what the calendar is, in the properties of RFC 7986 and in those that programs read."""
    campaign = selection.campaign
    calendar, name = Calendar(), one_line(f"{campaign.name}, deadlines: {origin.title}")
    said, page = _description(selection, origin), Address(selection.filters).link("")
    calendar.add("PRODID", f"-//{authority(campaign)}//{campaign.name}//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("UID", uid(campaign, "deadlines", selection.filters.to_query()))
    calendar.add("URL", base + page.removeprefix("./"))
    calendar.add("REFRESH-INTERVAL", _EVERY_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "P1D")
    for key, text in (("NAME", name), ("X-WR-CALNAME", name), ("DESCRIPTION", said), ("X-WR-CALDESC", said)):
        calendar.add(key, vText(text))
    return calendar


def _description(selection: Selection, origin: About) -> str:
    """Say what the view holds, and how many of its letters have no deadline on record and are not here."""
    without = int(selection.letters["deadline_on"].isna().sum())
    left_out = f"{counted(without, 'letter', 'letters')} left out, for want of a deadline"
    return one_line(
        f"{origin.description} {origin.evidence} {sentence(left_out) if without else ''} {origin.credit}."
    )


def _nothing() -> Timezone:
    """Fill a calendar without deadlines: RFC 5545 wants a component, and a time zone shows on no day."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", "Etc/UTC")
    standard.add("DTSTART", datetime(1970, 1, 1))
    standard.add("TZOFFSETFROM", timedelta())
    standard.add("TZOFFSETTO", timedelta())
    zone.add_component(standard)
    return zone


def _event(letter: LetterOnDay, due: date, selection: Selection, stands: Latest, base: str) -> Event:
    """Write the deadline of one letter: a day that blocks nobody's time.

    Its stamps and its sequence move on the days on which its words do, and on no other.
    """
    campaign, name = selection.campaign, full_name(letter)
    status = campaign.word(Status.of(letter["status"]))
    record = record_link(letter["jurisdiction_id"], selection, base)
    event = Event()
    event.add("UID", uid(campaign, "deadline", *key_of(letter)))
    for stamp in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(stamp, datetime.combine(stands.updated_on, time(), UTC))
    event.add("CREATED", datetime.combine(stands.recorded_on, time(), UTC))
    event.add("SEQUENCE", (stands.updated_on - stands.recorded_on).days)
    event.add("DTSTART", due)
    event.add("DTEND", due + _EVERY_DAY)
    unnamed = f"; {NOT_NAMED}" if letter["evidence"] == Evidence.INFERRED else ""
    sent = ap_date(letter["sent_on"].date())
    due_words = f"answer to {campaign.sender}’s letter of {sent}, due ({status.label}{unnamed})"
    event.add("SUMMARY", one_line(f"{name[:1].upper()}{name[1:]}: {due_words}"))
    event.add("DESCRIPTION", _said(letter, due, record, selection, stands))
    event.add("CATEGORIES", [one_line(status.label)])
    event.add("URL", record)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    return event


def _said(letter: LetterOnDay, due: date, record: str, selection: Selection, stands: Latest) -> str:
    """Say whose letter it is, how it stands, what it asked for, and where the record is; a line each."""
    campaign = selection.campaign
    status = campaign.word(Status.of(letter["status"]))
    lines = (
        _request(letter, due, campaign.sender),
        f"Status since {ap_date(stands.since)}: {status.label}. {status.definition}",
        *(sentence(claim.text) for claim in terms(selection.dataset, letter, several=False)),
        f"Record: {record}",
    )
    return "\n".join(map(one_line, lines))


def _request(letter: LetterOnDay, due: date, sender: str) -> str:
    """Say by when a letter asked for an answer, and of one that is inferred on what ground it is entered."""
    name, sent, by = full_name(letter), ap_date(letter["sent_on"].date()), ap_date(due)
    if letter["evidence"] == Evidence.INFERRED:
        return f"{sentence(entered(subject(name), sent))} The letter asked for an answer by {by}."
    return f"{sender}’s letter to {name}, dated {sent}, asked for an answer by {by}."
