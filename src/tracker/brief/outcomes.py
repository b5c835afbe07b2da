"""What came of letters by a day, in clauses: the answers, the sender's next step, the last on record."""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from tracker.brief.ranges import Range
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, when
from tracker.language.placenames import full_name
from tracker.language.words import Claim, counted, listed, number, share
from tracker.letter_key import LETTER_KEY
from tracker.row_types import LetterOnDay, typed_rows
from tracker.standing.answer import answers_of
from tracker.standing.doj import ended_undecided, grants_paid, program_ended
from tracker.standing.last_on_record import ENDED
from tracker.vocabulary import Answer, Court, Doj, EarliestAnswer, EventType, Status

_ANSWERS: Mapping[str, tuple[str, str]] = {
    Answer.LATE: ("was answered late", "were answered late"),
    Answer.ANSWERED: (
        "was answered, with no deadline on record",
        "were answered, with no deadline on record",
    ),
    Answer.REFUSED: ("met a public refusal of what it asked", "met public refusals of what they asked"),
}
_DOJ: Mapping[str, tuple[str, str]] = {
    Doj.CLEARED: ("one place had been cleared", "{} places had been cleared"),
    Doj.AGREEMENT: ("one had come to an agreement", "{} had come to agreements"),
    Doj.OFF_LIST: ("one had been taken off {sender}’s list", "{} had been taken off {sender}’s list"),
    Doj.PRELIMINARY_FINDING: (
        "one stood at a preliminary finding that laws or policies may violate {law}",
        "{} stood at preliminary findings that laws or policies may violate {law}",
    ),
    Doj.FOLLOW_UP: ("one had been followed by a further demand", "{} had been followed by further demands"),
}
_SAID_BY_STATUS: Mapping[str, Status] = {
    Answer.REFUSED: Status.DECLINED,
    Doj.CLEARED: Status.CLEARED,
    Doj.AGREEMENT: Status.SETTLED,
    Doj.OFF_LIST: Status.REMOVED,
    Doj.PRELIMINARY_FINDING: Status.FLAGGED,
}
"""The status that says the same of a letter; where as many have it, the number is not said twice."""


def by_deadline(letters: pd.DataFrame) -> Range:
    """Count the letters answered by their deadline: those that certainly were, and those that may be."""
    return Range.of(letters["answer"] == Answer.ON_TIME, unsure_in_time(letters))


def unsure_in_time(letters: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which letters may have been answered by their deadline, and are not certain to have been."""
    return (letters["earliest_answer"] == EarliestAnswer.BY_DEADLINE) & (letters["answer"] != Answer.ON_TIME)


def answers(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say how many letters were answered by the deadline, late, not yet or in another way; "" for none.

    Where the sentence does not give the number of all answers by itself, it ends with it.
    """
    in_time = list(_in_time(dataset, letters, as_of))
    told = unsure_in_time(letters) if in_time else pd.Series(False, index=letters.index)
    parts = [*in_time, *_numbered(_unsaid(letters, "answer"), _ANSWERS), *_promised(letters, told)]
    total, ways = int(letters["answered"].sum()), letters.loc[letters["answered"], "answer"].nunique()
    if parts and total and ways > 1:
        parts.append(f"{number(total)} of the {number(len(letters))} letters have an answer on record in all")
    return "; ".join(parts)


def _unsaid(letters: pd.DataFrame, column: str) -> "pd.Series[int]":
    """Count the words of a column, but for those that the statuses of several letters have said as often."""
    counts, statuses = letters[column].value_counts(), letters["status"].value_counts()
    said = [
        word
        for word, status in _SAID_BY_STATUS.items()
        if len(letters) > 1 and word in counts and counts[word] == statuses.get(str(status), 0)
    ]
    return counts.drop(said)


def _numbered(counts: "pd.Series[int]", texts: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Say of each word how many there are: `two were answered late`."""
    for word, (one, many) in texts.items():
        if word in counts:
            yield f"{number(counts[word])} {one if counts[word] == 1 else many}"


def _promised(letters: pd.DataFrame, told: "pd.Series[bool]") -> Iterator[str]:
    """Say to how many letters, but for those told already, an answer was promised that is not on record."""
    is_promised = letters["answer"] == Answer.PROMISED
    if count := int((is_promised & ~told).sum()):
        other = "other " if (is_promised & told).any() else ""
        those = f"{number(count)} {other}{'letter' if count == 1 else 'letters'}"
        yield f"for {those}, the place promised an answer that is not on record"


def _in_time(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> Iterator[str]:
    """Say how many were answered by the deadline, and how many more may have been."""
    count, one = by_deadline(letters), letters["deadline_on"].nunique() == 1
    deadline = "the deadline" if one else "its deadline" if count.at_least == 1 else "their deadlines"
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
        yield f"{_by_when(dataset, letters, as_of)}, {'day' if count.open == 1 else 'days'} unknown"


def _by_when(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say by when more were answered; before that day, only that they may have been."""
    unsure = letters[unsure_in_time(letters)]
    last = answers_of(dataset, unsure).groupby("letter")["date_latest"].min().max().date()
    if last > as_of:
        return f"{number(len(unsure))} more may have been by then"
    return f"{number(len(unsure))} more by {ap_date(last)}"


def doj(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say what the sender did since, and of how many the program ended; "" where nothing is on record."""
    campaign, counts = dataset.campaign, _unsaid(letters, "doj")
    parts = [
        campaign.say(one if counts[word] == 1 else many).format(number(counts[word]))
        for word, (one, many) in _DOJ.items()
        if word in counts
    ]
    if grants := int(grants_paid(dataset, letters, as_of).sum()):
        grant = "a grant" if grants == 1 else "grants"
        parts.append(f"{grant} had been paid or cleared after {number(grants)} of these letters")
    day = "then" if len(letters) > 1 else ap_date(as_of)  # the day stands before it where there are several
    ended = _ended(dataset, letters, as_of)
    return "; ".join(filter(None, [f"by {day}, {listed(parts, 'and')}" if parts else "", ended]))


def _ended(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say of how many letters the program ended, when, and how many were undecided; "" where none was."""
    over, total = letters[program_ended(dataset, letters, as_of)], len(letters)
    undecided = int(ended_undecided(dataset, letters, as_of).sum())
    if not undecided:
        return ""
    behind = "the letter" if total == 1 else f"{share(len(over), total)} letters"
    ended = f"{dataset.campaign.sender} ended the program behind {behind} {program_end(dataset, over)}"
    if undecided == len(over):
        return ended
    return f"{ended}, when {number(undecided)} of them had no clearance or agreement on record"


def past_findings(dataset: Dataset, letters: pd.DataFrame, as_of: date) -> str:
    """Say on how many letters preliminary findings stood until the program ended; "" for none."""
    flagged = dataset.events.loc[dataset.events["type"] == EventType.FOUND_NONCOMPLIANT, LETTER_KEY]
    over = letters[ended_undecided(dataset, letters, as_of)]
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


def since(letters: pd.DataFrame) -> Claim:
    """Tell the last thing on record about any of the letters, with its date, and its place among several.

    There is no text where nothing is on record but the letters.
    """
    dated = [
        (PartialDate.parse(row["since_on"]), row)
        for row in typed_rows(letters, LetterOnDay)
        if row["last_event_on"]
    ]
    if not dated:
        return Claim("")
    day, last = max(dated, key=lambda pair: pair[0].recency)
    is_clear = last["since_label"] == ENDED or letters["jurisdiction_id"].nunique() == 1
    where = "" if is_clear else f", {full_name(last)}"
    about = "this letter" if len(letters) == 1 else "these letters"
    if (letters["court"] != Court.NO_CASE).any():
        over = "it or the place’s" if len(letters) == 1 else "them or the places’"
        about += f", and suits over {over} policies or grants"
    said = f"last on record about {about}, {when(day)}{where}: {ap_style(last['since'])}"
    return Claim(said, last["since_sources"])
