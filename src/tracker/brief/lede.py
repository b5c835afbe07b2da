"""The first sentence of a letter's brief: its news, once there is any."""

from collections.abc import Iterator, Mapping

from tracker.brief.where import Row, full_name, subject
from tracker.brief.words import when
from tracker.dates import PartialDate, ap_date
from tracker.vocabulary import Answer, Concern, Court, Doj, EventType

_ANSWERED: Mapping[str, str] = {
    Answer.ON_TIME: "answered on time a letter dated {}",
    Answer.LATE: "answered after its deadline a letter dated {}",
    Answer.DAY_UNKNOWN: "answered, on a day not known, a letter dated {}",
    Answer.ANSWERED: "answered a letter dated {}",
    Answer.REFUSED: "refused to answer a letter dated {}",
    Answer.PROMISED: "got a letter dated {} and promised an answer, which is not on public record",
    Answer.NONE_ON_RECORD: "got a letter dated {}, to which no answer is on public record",
    Answer.AWAITED: "got a letter dated {}",
}
_COURT: Mapping[str, str] = {
    Court.PENDING: "a suit over {} is without a final decision or an end on record",
    Court.WON_BY_PLACE: "a suit over {} went for the place",
    Court.WON_BY_US: "a suit over {} went for the United States",
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


def has_news(letter: Row) -> bool:
    """Whether anything has come of a letter that its first sentence can tell."""
    return bool(
        letter["answer"] not in (Answer.AWAITED, Answer.PROMISED)
        or letter["doj"] != Doj.NOTHING_SINCE
        or letter["court_concern"] == Concern.LETTER
    )


def entered(letter: Row) -> str:
    """Say on what ground a letter is on record whose recipient no source names."""
    return (
        f"{subject(full_name(letter))} is entered as a recipient of a letter dated "
        f"{ap_date(letter['sent_on'].date())}, because sources say that all listed places got one; no source "
        "names it"
    )


def news(letter: Row, dates: Dates, ended: str) -> str:
    """Tell what came of a letter: the answer, DOJ's next step, the courts.

    Args:
        letter: a row of `letters_on`.
        dates: of the letter's own events by the day.
        ended: when the program behind the letter ended, `in April 2021`.
    """
    answer = _ANSWERED[letter["answer"]].format(ap_date(letter["sent_on"].date()))
    return "; ".join([answer, *_doj(letter, dates, ended), *_court(letter)])


def _doj(letter: Row, dates: Dates, ended: str) -> Iterator[str]:
    """Tell DOJ's next step, and of a finding that it did not outlast the program."""
    finding = dates.get(EventType.FOUND_NONCOMPLIANT)
    match letter["doj"]:
        case Doj.CLEARED:
            yield f"DOJ cleared the place {when(dates[EventType.CLEARED][0])}"
        case Doj.AGREEMENT:
            yield f"DOJ and the place came to an agreement {when(dates[EventType.SETTLEMENT][0])}"
        case Doj.OFF_LIST:
            yield f"DOJ took the place off its list {when(dates[EventType.DELISTED][0])}"
        case Doj.FOLLOW_UP:
            yield "DOJ followed up with a further demand"
        case Doj.PRELIMINARY_FINDING if finding:
            yield f"it stood at a preliminary finding, made {when(finding[0])}, {_VIOLATE}"
        case Doj.PROGRAM_ENDED if finding:
            yield f"it stood at a preliminary finding {_VIOLATE} until the program ended {ended}"
        case Doj.PROGRAM_ENDED:
            yield f"the program behind it ended {ended}"


_VIOLATE = "that laws or policies may violate section 1373"


def _court(letter: Row) -> Iterator[str]:
    if letter["court"] in _COURT:
        yield _COURT[letter["court"]].format(_OVER[letter["court_concern"]])
