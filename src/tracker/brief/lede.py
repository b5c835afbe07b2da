"""The first sentence of a letter's brief: its news, once there is any."""

from collections.abc import Iterator, Mapping

from tracker.campaign import Campaign
from tracker.dates import PartialDate
from tracker.language.datewords import ap_date, when
from tracker.row_types import LetterOnDay
from tracker.vocabulary import Answer, Concern, Court, Doj, EventType

_ANSWERED: Mapping[str, str] = {
    Answer.ON_TIME: "answered a letter dated {}, on time",
    Answer.LATE: "answered a letter dated {}, after its deadline",
    Answer.DAY_UNKNOWN: "answered a letter dated {}, on a day not on record",
    Answer.ANSWERED: "answered a letter dated {}",
    Answer.REFUSED: "refused in public what a letter dated {}, asked",
    Answer.PROMISED: "got a letter dated {}, and promised an answer, which is not on public record",
    Answer.NONE_ON_RECORD: "got a letter dated {}, to which no answer is on public record",
    Answer.AWAITED: "got a letter dated {}",
}
_COURT: Mapping[str, str] = {
    Court.PENDING: "a suit over {over} was filed{before}, with no final decision on record",
    Court.WON_BY_PLACE: "a suit over {over} was decided for the place{before}",
    Court.WON_BY_US: "a suit over {over} was decided for the United States{before}",
    Court.SPLIT: "suits over {over} were decided in part for each side{before}",
    Court.SETTLED: "a suit over {over} ended in an agreement{before}",
    Court.ENDED_OTHERWISE: "a suit over {over} ended without a final decision for either side on record",
}
_OVER: Mapping[str, str] = {
    Concern.LETTER: "it",
    Concern.POLICY: "the place’s policies",
    Concern.GRANTS: "federal money",
}

Dates = Mapping[EventType, list[PartialDate]]
"""The dates of a letter's events by type, oldest first."""


def has_news(letter: LetterOnDay) -> bool:
    """Whether anything has come of a letter that its first sentence can tell."""
    return bool(
        letter["answer"] not in (Answer.AWAITED, Answer.PROMISED)
        or letter["doj"] != Doj.NOTHING_SINCE
        or letter["court_concern"] == Concern.LETTER
    )


def news(campaign: Campaign, letter: LetterOnDay, dates: Dates, grant: str, ended: str, court_on: str) -> str:
    """Tell what came of a letter: the answer, the sender's next step, the courts.

    Args:
        campaign: whose letter it is.
        letter: a row of `letters_on`.
        dates: of the letter's own events by the day.
        grant: a clause on a grant that was paid or cleared after the letter; "" where that is not the step.
        ended: when the program behind the letter ended undecided, `in April 2021`; "" where it did not.
        court_on: the date (EDTF) of what is said of the courts; "" where none is on record.
    """
    answer = _ANSWERED[letter["answer"]].format(ap_date(letter["sent_on"].date()))
    finding = (
        f"that laws or policies may violate {campaign.law}" if dates[EventType.FOUND_NONCOMPLIANT] else ""
    )
    steps = [*_doj(campaign, letter, dates, finding), grant, _end(ended, finding)]
    return "; ".join([answer, *filter(None, steps), *_court(letter, court_on)])


def _doj(campaign: Campaign, letter: LetterOnDay, dates: Dates, finding: str) -> Iterator[str]:
    """Tell the sender's next step, but for a grant and the end of the program."""
    sender = campaign.sender
    match letter["doj"]:
        case Doj.CLEARED:
            yield f"{sender} cleared the place {when(dates[EventType.CLEARED][0])}"
        case Doj.AGREEMENT:
            yield f"{sender} and the place came to an agreement {when(dates[EventType.SETTLEMENT][0])}"
        case Doj.OFF_LIST:
            yield f"{sender} took the place off its list {when(dates[EventType.DELISTED][0])}"
        case Doj.FOLLOW_UP:
            yield f"{sender} followed up with a further demand"
        case Doj.PRELIMINARY_FINDING:
            made = when(dates[EventType.FOUND_NONCOMPLIANT][0])
            yield f"it stood at a preliminary finding, made {made}, {finding}"


def _end(ended: str, finding: str) -> str:
    """Tell the end of the program, and of a finding that it did not outlast it."""
    if ended and finding:
        return f"it stood at a preliminary finding {finding} until the program ended {ended}"
    return f"the program behind the letter ended {ended}" if ended else ""


def _court(letter: LetterOnDay, on: str) -> Iterator[str]:
    """Tell what the courts said, and the day of it where the letter came after."""
    day = PartialDate.parse(on) if on else None
    is_before = day is not None and day.latest < letter["sent_on"].date()
    before = f" {when(day)}, before the letter" if day and is_before else ""
    if letter["court"] in _COURT:
        yield _COURT[letter["court"]].format(over=_OVER[letter["court_concern"]], before=before)
