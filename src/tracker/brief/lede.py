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
    Answer.REFUSED: "refused to answer a letter dated {}",
    Answer.PROMISED: "got a letter dated {}, and promised an answer, which is not on public record",
    Answer.NONE_ON_RECORD: "got a letter dated {}, to which no answer is on public record",
    Answer.AWAITED: "got a letter dated {}",
}
_COURT: Mapping[str, str] = {
    Court.PENDING: "a suit over {} has no final decision or end on record",
    Court.WON_BY_PLACE: "a suit over {} was decided for the place",
    Court.WON_BY_US: "a suit over {} was decided for the United States",
    Court.SPLIT: "the decisions in suits over {} gave each side a part",
    Court.SETTLED: "a suit over {} ended in an agreement",
    Court.ENDED_OTHERWISE: "a suit over {} ended without a final decision for either side on record",
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


def news(campaign: Campaign, letter: LetterOnDay, dates: Dates, ended: str) -> str:
    """Tell what came of a letter: the answer, the sender's next step, the courts.

    Args:
        campaign: whose letter it is.
        letter: a row of `letters_on`.
        dates: of the letter's own events by the day.
        ended: when the program behind the letter ended, `in April 2021`.
    """
    answer = _ANSWERED[letter["answer"]].format(ap_date(letter["sent_on"].date()))
    return "; ".join([answer, *_doj(campaign, letter, dates, ended), *_court(letter)])


def _doj(campaign: Campaign, letter: LetterOnDay, dates: Dates, ended: str) -> Iterator[str]:
    """Tell the sender's next step, and of a finding that it did not outlast the program."""
    sender, violate = campaign.sender, f"that laws or policies may violate {campaign.law}"
    finding = dates.get(EventType.FOUND_NONCOMPLIANT)
    match letter["doj"]:
        case Doj.CLEARED:
            yield f"{sender} cleared the place {when(dates[EventType.CLEARED][0])}"
        case Doj.AGREEMENT:
            yield f"{sender} and the place came to an agreement {when(dates[EventType.SETTLEMENT][0])}"
        case Doj.OFF_LIST:
            yield f"{sender} took the place off its list {when(dates[EventType.DELISTED][0])}"
        case Doj.FOLLOW_UP:
            yield f"{sender} followed up with a further demand"
        case Doj.PRELIMINARY_FINDING if finding:
            yield f"it stood at a preliminary finding, made {when(finding[0])}, {violate}"
        case Doj.PROGRAM_ENDED if finding:
            yield f"it stood at a preliminary finding {violate} until the program ended {ended}"
        case Doj.PROGRAM_ENDED:
            yield f"the program behind it ended {ended}"


def _court(letter: LetterOnDay) -> Iterator[str]:
    if letter["court"] in _COURT:
        yield _COURT[letter["court"]].format(_OVER[letter["court_concern"]])
