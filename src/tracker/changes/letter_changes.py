"""Letters sent, their deadlines passed, and their lapse with the end of a round: each for one letter."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from tracker.brief.addressee import addressed
from tracker.brief.evidence_sentences import NOT_NAMED, entered
from tracker.changes.book import Book, prose
from tracker.changes.change_rows import Cause, Change, ChangeKind, LetterKey
from tracker.changes.steps import DAY, Step
from tracker.language.datewords import ap_date
from tracker.language.placenames import subject
from tracker.letter_key import key_of
from tracker.row_types import Letter, Round, typed_rows
from tracker.schema import joined
from tracker.vocabulary import Evidence, Status

NO_DEADLINE = "no day by which to answer the letter is on record"


def letter_changes(book: Book, steps: list[Step]) -> Iterator[Change]:
    """Give what happened to each letter by its own dates and the steps of its status."""
    of_letter: dict[LetterKey, list[Step]] = {}
    for step in steps:
        of_letter.setdefault(step.letter, []).append(step)
    for letter in typed_rows(book.dataset.letters, Letter):
        mine = of_letter.get(key_of(letter), [])
        yield _sent(book, letter, mine)
        if isinstance(due := letter["deadline_on"], pd.Timestamp):
            yield _deadline(book, letter, due, mine)
        yield from _lapsed(book, letter, mine, book.dataset.rounds_by_id[letter["round_id"]])


def _sent(book: Book, letter: Letter, steps: list[Step]) -> Change:
    name, due = book.names_by_id[letter["jurisdiction_id"]], letter["deadline_on"]
    dated = ap_date(letter["sent_on"].date())
    wrote = f"{book.campaign.sender} wrote to {subject(name)} in a letter dated {dated}"
    words = prose(
        entered(subject(name), dated)
        if letter["evidence"] == Evidence.INFERRED
        else f"{wrote}; {addressed(letter['addressee'])}",
        NO_DEADLINE if pd.isna(due) else f"the letter asked for an answer by {ap_date(due.date())}",
    )
    began = steps[0].after if steps else ""
    change = _of_letter(book, ChangeKind.LETTER_SENT, "letter", letter, letter["sent_on"])
    return replace(
        change,
        status_to=began,
        confidence=letter["confidence"],
        summary=words,
        sentence=words,
        sources=letter["sources"],
    )


def _deadline(book: Book, letter: Letter, day: pd.Timestamp, steps: list[Step]) -> Change:
    """Tell a deadline with what came of it: the new status, or the one that the letter had already."""
    passed = day + DAY
    by_then = [step for step in steps if step.day <= passed.date()]
    stands = Status.of(by_then[-1].after) if by_then and by_then[-1].after else None
    due = f"the deadline of {ap_date(day.date())}, passed"
    words = f"{due} with no answer on public record"
    if stands is not Status.NO_ANSWER_FOUND:
        words = f"{due}. Status on the day after: {book.label(stands)}" if stands else due
    change = _of_letter(book, ChangeKind.DEADLINE_PASSED, "deadline", letter, passed)
    return replace(
        change,
        is_derived=True,
        summary=prose(words, _reservation(letter)),
        sentence=prose(f"{_the_letter(book, letter)}: {words}", _reservation(letter)),
        sources=letter["sources"],
    )


def _lapsed(book: Book, letter: Letter, steps: list[Step], round_: Round) -> Iterator[Change]:
    """Tell the end of a round of the letters whose status it changed: with no outcome, or with a finding."""
    day = round_["ended_on_latest"]
    if not isinstance(day, pd.Timestamp):
        return
    moved = [step for step in steps if step.before and step.day == day.date()]
    with_it = [step for step in moved if step.after == Status.LAPSED or step.before == Status.FLAGGED]
    if not with_it:
        return
    summary = "The round ended with no outcome of this letter on public record."
    words = "had no outcome on public record when the round ended"
    if with_it[0].after != Status.LAPSED:
        summary = "The round ended, and with it the preliminary finding."
        words = "stood at a preliminary finding until the round ended"
    change = _of_letter(book, ChangeKind.ROUND_ENDED, "lapse", letter, day, (("rounds", letter["round_id"]),))
    yield replace(
        change,
        on=round_["ended_on"],
        is_derived=True,
        summary=prose(summary, _reservation(letter)),
        sentence=prose(f"{_the_letter(book, letter)} {words}", _reservation(letter)),
        sources=round_["sources"],
    )


def _of_letter(
    book: Book,
    kind: ChangeKind,
    word: str,
    letter: Letter,
    day: pd.Timestamp,
    more: tuple[tuple[str, str], ...] = (),
) -> Change:
    key = key_of(letter)
    keyed = (("letters", joined(key)), *more)
    recorded, on = letter["recorded_on"].date(), day.date()
    change = book.change(kind, (word, *key), on.isoformat(), on, recorded, keyed)
    return replace(book.at(change, [key[1]], key[0]), letters=(key,), evidence=letter["evidence"])


def _reservation(letter: Letter) -> str:
    return NOT_NAMED if letter["evidence"] == Evidence.INFERRED else ""


def _the_letter(book: Book, letter: Letter) -> str:
    return the_letter(book, letter["round_id"], letter["jurisdiction_id"])


def the_letter(book: Book, round_id: str, place: str) -> str:
    """Name a letter as the subject of a sentence: `the January 2018 letter to Jackson, Mississippi`."""
    return f"the {book.months[round_id]} letter to {book.names_by_id[place]}"


def unexplained(book: Book, step: Step, cause: Cause, why: str, keyed: tuple[tuple[str, str], ...]) -> Change:
    """Tell a step of a letter by itself, with what brought it about as far as that is on record."""
    round_id, place = step.letter
    (letter,) = [row for row in typed_rows(book.dataset.letters, Letter) if key_of(row) == step.letter]
    labels = book.campaign.labels(Status)
    words = f"from “{labels[step.before]}” to “{labels[step.after]}”"
    change = _of_letter(book, ChangeKind.STATUS_CHANGED, "status", letter, pd.Timestamp(step.day), keyed)
    change = replace(change, key=(*change.key, step.day.isoformat()), is_derived=True)
    return replace(
        moved(change, step, cause),
        letters=(step.letter,),
        summary=prose(why, _reservation(letter)),
        sentence=prose(
            f"{the_letter(book, round_id, place)} went {words}",
            why,
            _reservation(letter),
        ),
    )


def moved(change: Change, step: Step, cause: Cause) -> Change:
    """Add the step of a status to the change that brought it about."""
    return replace(change, status_from=step.before, status_to=step.after, cause=str(cause))
