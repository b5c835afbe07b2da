"""What came of letters by a day, in clauses: answers, the sender's next step, courts, the last on record."""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from tracker.brief.ranges import Range
from tracker.brief.where import rows
from tracker.brief.words import counted, dates_to_ap, number, share, when
from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.dates import PartialDate, ap_date
from tracker.filters import listed
from tracker.placenames import full_name
from tracker.selection import LETTER_KEY
from tracker.standing import suits_on
from tracker.standing.answer import answers_of
from tracker.standing.since import ENDED
from tracker.vocabulary import Answer, Court, Doj, EventType

_ANSWERS: Mapping[str, tuple[str, str]] = {
    Answer.LATE: ("was answered late", "were answered late"),
    Answer.ANSWERED: (
        "was answered, having named no deadline",
        "were answered, having named no deadline",
    ),
    Answer.REFUSED: ("met a public refusal to answer", "met public refusals to answer"),
    Answer.PROMISED: (
        "had been promised an answer that is not on record",
        "had been promised answers that are not on record",
    ),
}
_DOJ: Mapping[str, tuple[str, str]] = {
    Doj.CLEARED: ("one place was cleared", "{} places were cleared"),
    Doj.AGREEMENT: ("one came to an agreement", "{} came to agreements"),
    Doj.OFF_LIST: ("one was taken off {sender}’s list", "{} were taken off {sender}’s list"),
    Doj.PRELIMINARY_FINDING: (
        "one stood at a preliminary finding that laws or policies may violate {law}",
        "{} stood at preliminary findings that laws or policies may violate {law}",
    ),
    Doj.FOLLOW_UP: ("one got a follow-up demand", "{} got follow-up demands"),
    Doj.PROGRAM_ENDED: ("the program behind one letter ended", "the program behind {} letters ended"),
}
_COURT: Mapping[str, tuple[str, str]] = {
    Court.WON_BY_PLACE: ("went for the place", "went for the places"),
    Court.WON_BY_US: ("went for the United States",) * 2,
    Court.SPLIT: ("gave each side a part",) * 2,
    Court.SETTLED: ("ended in an agreement", "ended in agreements"),
    Court.PENDING: ("has no final decision or end on record", "have no final decision or end on record"),
    Court.ENDED_OTHERWISE: ("ended otherwise",) * 2,
}


def by_deadline(letters: pd.DataFrame) -> Range:
    """Count the letters answered by their deadline: those that certainly were, and those that may be."""
    return Range.of(letters["answer"] == Answer.ON_TIME, letters["may_be_on_time"])


def answers(dataset: Dataset, letters: pd.DataFrame) -> str:
    """Say how many letters were answered by the deadline, late, not yet or in another way; "" for none."""
    counts = letters["answer"].value_counts()
    return "; ".join([*_in_time(dataset, letters), *_numbered(counts, _ANSWERS)])


def _numbered(counts: "pd.Series[int]", texts: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Say of each word how many there are: `two were answered late`."""
    for word, (one, many) in texts.items():
        if word in counts:
            yield f"{number(counts[word])} {one if counts[word] == 1 else many}"


def _in_time(dataset: Dataset, letters: pd.DataFrame) -> Iterator[str]:
    """Say how many were answered by the deadline, and how many more may have been."""
    count, one = by_deadline(letters), letters["deadline_on"].nunique() == 1
    deadline = "the deadline" if one else "their deadlines"
    if not count.at_most:
        return
    if not count.at_least and (letters["answer"] == Answer.AWAITED).any():
        return
    if not count.at_least:
        those = "the letter" if len(letters) == 1 else count.share_of(len(letters))
        yield f"{those} may have been answered by {deadline}, day unknown"
        return
    verb = "was" if count.at_least == 1 else "were"
    those = "the letter" if len(letters) == 1 else f"{count.share_of(len(letters))} letters"
    yield f"{those} {verb} answered by {deadline}"
    if count.open:
        unsure = letters[letters["may_be_on_time"] & (letters["answer"] != Answer.ON_TIME)]
        last = answers_of(dataset, unsure).groupby("letter")["date_latest"].min().max().date()
        yield f"{number(count.open)} more by {ap_date(last)}, {'day' if count.open == 1 else 'days'} unknown"


def doj(campaign: Campaign, letters: pd.DataFrame) -> str:
    """Say what the sender did about the letters since; "" where nothing is on record."""
    counts = letters["doj"].value_counts()
    parts = [
        campaign.say(one if counts[word] == 1 else many).format(number(counts[word]))
        for word, (one, many) in _DOJ.items()
        if word in counts
    ]
    return f"since then, {listed(parts, 'and')}" if parts else ""


def past_findings(dataset: Dataset, letters: pd.DataFrame) -> str:
    """Say on how many letters preliminary findings stood until the program ended; "" for none."""
    flagged = dataset.events.loc[dataset.events["type"] == EventType.FOUND_NONCOMPLIANT, LETTER_KEY]
    over = letters[letters["doj"] == Doj.PROGRAM_ENDED]
    count = int(pd.MultiIndex.from_frame(over[LETTER_KEY]).isin(pd.MultiIndex.from_frame(flagged)).sum())
    if not count:
        return ""
    places = counted(count, "place", "places")
    return (
        f"{places} stood at {'a preliminary finding' if count == 1 else 'preliminary findings'} that laws or "
        f"policies may violate {dataset.campaign.law} until the program ended {program_end(dataset, over)}"
    )


def program_end(dataset: Dataset, letters: pd.DataFrame) -> str:
    """Say when the programs behind some letters ended, the last of them: `in April 2021`."""
    ends = dataset.rounds.set_index("round_id").loc[letters["round_id"].unique(), "ended_on"]
    return when(max(PartialDate.parse(text) for text in ends))


def court(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say how many suits bear on the letters and what came of them, each suit once; "" for none."""
    suits = suits_on(dataset, as_of).merge(letters[LETTER_KEY], on=LETTER_KEY).drop_duplicates("case_id")
    if suits.empty:
        return ""
    counts = suits["word"].value_counts()
    parts = list(_numbered(counts, _COURT))
    head = counted(len(suits), "suit bears", "suits bear")
    if len(counts) == 1:
        all_of_them = "it" if len(suits) == 1 else share(len(suits), len(suits))
        return f"{head} on these letters; {all_of_them} {_COURT[counts.index[0]][len(suits) > 1]}"
    return f"{head} on these letters: {listed(parts, 'and')}"


def since(letters: pd.DataFrame) -> str:
    """Tell the last thing on record about any of the letters, with its date, and its place among several."""
    told = [(PartialDate.parse(row["since_on"]), row) for row in rows(letters) if row["last_event_on"]]
    if not told:
        return ""
    day, last = max(told, key=lambda pair: pair[0])
    is_clear = last["since_label"] == ENDED or letters["jurisdiction_id"].nunique() == 1
    where = "" if is_clear else f", {full_name(last)}"
    return f"last on record, {when(day)}{where}: {dates_to_ap(last['since'])}"
