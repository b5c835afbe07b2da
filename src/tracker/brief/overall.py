"""The brief of a view: one place, one round, or many letters."""

from collections.abc import Iterator

import pandas as pd

from tracker.brief import evidence_sentences, letter_sentences, outcomes
from tracker.brief.grounds import Grounds, united
from tracker.brief.left_out import left_out
from tracker.brief.litigation import view_litigation
from tracker.brief.place import brief_of_letter
from tracker.brief.where import are_states, by_region, by_state, in_states, nouns
from tracker.evidence import Count, certain, inferred, named
from tracker.filters import Selection
from tracker.language.datewords import ap_date, span
from tracker.language.placenames import state_in_words
from tracker.language.words import Brief, Claim, counted, listed, number, sentence, share
from tracker.memo import once
from tracker.row_types import LetterOnDay, typed_rows

NOTHING = "No letter matches these filters on this day."


@once(512)
def view_brief(selection: Selection) -> Brief:
    """Write the facts of a view, and how many letters it leaves out for want of a deadline.

    Of a single place it is the brief of its newest letter in the view.
    """
    return Brief.of([*_brief(selection).claims, Claim(left_out(selection))])


def view_lead(selection: Selection) -> str:
    """Say what stands where there is room for no more: the headline, and who is entered beside the named."""
    headline, letters = view_brief(selection).headline, selection.letters
    beside = _entered_beside(letters) if letters["jurisdiction_id"].nunique() > 1 else ""
    return f"{headline} {sentence(beside)}" if beside else headline


def _beside(selection: Selection) -> Claim:
    letters = selection.letters
    unnamed = inferred(letters)
    return Claim(_entered_beside(letters), Grounds(selection.dataset, selection.as_of).recipients(unnamed))


def _entered_beside(letters: pd.DataFrame) -> str:
    """Say how many are entered beside those that sources name; "" where there are none, or none is named."""
    return "" if named(letters).empty else evidence_sentences.others_entered(letters)


def _brief(selection: Selection) -> Brief:
    letters = selection.letters
    if letters.empty:
        return Brief.of([Claim(NOTHING)])
    if letters["jurisdiction_id"].nunique() == 1:
        return brief_of_letter(
            selection.dataset, selection.pool, typed_rows(letters, LetterOnDay)[0], selection.as_of
        )
    return Brief.of(_one_round(selection) if is_of_one_round(selection) else _many(selection))


def is_of_one_round(selection: Selection) -> bool:
    """Tell whether a view holds letters of one round alone, to several places."""
    letters = selection.letters
    return letters["round_id"].nunique() == 1 and letters["jurisdiction_id"].nunique() > 1


def _one_round(selection: Selection) -> Iterator[Claim]:
    """Tell of one round, or of a part of it.

    Three sentences are seen at first: what was asked, by when, and what was answered. Where another comes
    before them, the day goes, which stands among the figures as well.
    """
    dataset, letters, as_of = selection.dataset, selection.letters, selection.as_of
    shown = Grounds(dataset, as_of).recipients(letters)
    first = typed_rows(letters, LetterOnDay)[0]
    recipients = Count.of(selection.pool[selection.pool["round_id"] == first["round_id"]])
    beside, part = _beside(selection), Claim(_part_of(Count.of(letters), recipients), shown)
    yield Claim(_headline(letters), shown)
    yield from (beside, part)
    yield letter_sentences.demand(dataset, first, several=True)
    deadline = Claim(letter_sentences.deadline(letters, as_of, "the letters"), shown)
    answers = _answers(selection)
    yield from (answers, deadline) if beside.text or part.text else (deadline, answers)
    sure = certain(letters)
    yield Claim(by_state(sure), shown)
    yield Claim("" if selection.filters.region else by_region(sure), shown)
    yield letter_sentences.consequence(dataset, first, several=True)
    yield _standing(selection)
    yield from _steps(selection)
    yield letter_sentences.announced(dataset, first["round_id"], recipients)


def _part_of(letters: Count, recipients: Count) -> str:
    """Say which part of the recipients of a round these are, the named and the others apart; "" for all."""
    if letters == recipients:
        return ""
    if not recipients.inferred:
        return f"these are {number(letters.named)} of the {number(recipients.named)} recipients on record"
    those = f"{share(letters.named, recipients.named)} recipients that sources name"
    others = f"{share(letters.inferred, recipients.inferred)} entered without a source that names them"
    return f"these are {listed([*[those] * bool(letters.named), *[others] * bool(letters.inferred)], 'and')}"


def _headline(letters: pd.DataFrame) -> str:
    """Say who got the letters of a round: the named, or else those that no source names."""
    those = named(letters)
    if those.empty:
        return evidence_sentences.entered(_places(letters), _dates(letters), several=True)
    if len(those) < len(letters):
        are = "is named as the recipient" if len(those) == 1 else "are named as recipients"
        return f"{_places(those)} {are} of a letter dated {_dates(letters)}"
    return f"{_places(letters)} got a letter dated {_dates(letters)}"


# Letters that no source names count in no number of what came of letters, unless there are no others.


def _standing(selection: Selection) -> Claim:
    """Tell the statuses of several letters."""
    letters, as_of = certain(selection.letters), selection.as_of
    if len(letters) < 2:
        return Claim("")
    standing = selection.campaign.say(letter_sentences.standing(letters, as_of))
    return Claim(standing, Grounds(selection.dataset, as_of).standing(letters, "status"))


def _answers(selection: Selection) -> Claim:
    """Tell what the places answered, and when."""
    letters, as_of = certain(selection.letters), selection.as_of
    answers = outcomes.answers(selection.dataset, letters, as_of)
    return Claim(answers, Grounds(selection.dataset, as_of).answers(letters))


def _steps(selection: Selection) -> Iterator[Claim]:
    """Tell what the sender did, what the courts said, and the last thing on record."""
    dataset, as_of = selection.dataset, selection.as_of
    letters, grounds = certain(selection.letters), Grounds(dataset, as_of)
    cited = united([grounds.steps(letters), grounds.grants(letters), grounds.program_ends(letters)])
    yield Claim(outcomes.doj(dataset, letters, as_of), cited)
    yield Claim(outcomes.past_findings(dataset, letters, as_of), grounds.past_findings(letters))
    yield Claim(view_litigation(dataset, letters, as_of), grounds.suits(letters))
    yield outcomes.since(letters)


def _many(selection: Selection) -> Iterator[Claim]:
    """Tell of letters of several rounds to several places: how many, what came of them, where they went."""
    letters, as_of = selection.letters, selection.as_of
    sure = certain(letters)
    shown = Grounds(selection.dataset, as_of).recipients(letters)
    yield Claim(_count(selection, sure), shown)
    yield _beside(selection)
    yield Claim(_rounds(sure, is_beside_others=len(sure) < len(letters)), shown)
    ahead = letters.loc[letters["deadline_on"] >= pd.Timestamp(as_of), "deadline_on"]
    if len(ahead):
        day = ahead.min().date()
        yield Claim(f"the next deadline is {ap_date(day)}{letter_sentences.distance(day, as_of)}", shown)
    yield _answers(selection)
    yield _standing(selection)
    yield from _steps(selection)
    places = sure.drop_duplicates("jurisdiction_id")
    regions = "" if selection.filters.region else by_region(places)
    for text in (_repeated(sure, places), _largest_round(sure), _largest_state(sure), regions):
        yield Claim(text, shown)


def _count(selection: Selection, letters: pd.DataFrame) -> str:
    """Say how many letters there are and which: `43 DOJ letters to places in Illinois are on record, …`."""
    held = selection.filters.in_words(selection.dataset).removeprefix("All ")
    if len(letters) == 1:
        sender = selection.campaign.sender
        held = held.replace(f"{sender} letters", f"{sender} letter", 1)
    comma = "," if held[-4:].isdigit() else ""
    are = "is" if len(letters) == 1 else "are"
    places = letters.drop_duplicates("jurisdiction_id")
    # Where the view is named after its one state, that need not be said twice.
    is_said = len(selection.filters.state) == 1 and not are_states(places)
    to = counted(len(places), *nouns(places)) if is_said else _places(places)
    return f"{number(len(letters))} {held}{comma} {are} on record, sent to {to}"


def _rounds(letters: pd.DataFrame, is_beside_others: bool) -> str:
    """Say in how many rounds letters went out, and when; beside others, that it is of the named."""
    rounds = counted(letters["round_id"].nunique(), "round", "rounds")
    dated = "dated" if letters["sent_on"].nunique() == 1 else "dated from"
    they = "the letters with named recipients" if is_beside_others else "they"
    it = "the letter with a named recipient" if is_beside_others else "it"
    return f"{it if len(letters) == 1 else they} came in {rounds} {dated} {_dates(letters)}"


def _repeated(letters: pd.DataFrame, places: pd.DataFrame) -> str:
    """Say how many of the places got several of the letters; "" for none."""
    repeated = int((letters["jurisdiction_id"].value_counts() > 1).sum())
    if not repeated:
        return ""
    if repeated == len(places) > 1:
        all_of_them = share(repeated, repeated) + ("" if repeated == 2 else f" {nouns(places)[1]}")
        return f"{all_of_them} got more than one of these letters"
    return f"{counted(repeated, *nouns(places))} got more than one of these letters"


def _places(places: pd.DataFrame) -> str:
    """Count the places and say in how many states they are: `23 jurisdictions in 12 states`."""
    count = counted(len(places), *nouns(places))
    return count if are_states(places) else f"{count} {in_states(places)}"


def _dates(letters: pd.DataFrame) -> str:
    return span(letters["sent_on"].min().date(), letters["sent_on"].max().date())


def _largest_round(letters: pd.DataFrame) -> str:
    """Name the round with the most letters; "" where several have as many."""
    counts = letters["round_id"].value_counts()
    if len(counts) < 2 or counts.iloc[0] == counts.iloc[1]:
        return ""
    sent_on = letters.loc[letters["round_id"] == counts.index[0], "sent_on"].min().date()
    count = number(counts.iloc[0])
    return f"{count} of these letters are of the round of {ap_date(sent_on)}, more than of any other"


def _largest_state(letters: pd.DataFrame) -> str:
    """Name the state with the most letters, or up to three with as many; "" where all went to one state."""
    counts = letters["state"].value_counts()
    leaders = [state_in_words(code) for code in counts.index[counts == counts.iloc[0]]]
    if len(counts) == len(leaders) or len(leaders) > 3:
        return ""
    where, most = listed(sorted(leaders), "and"), number(counts.iloc[0])
    if len(leaders) > 1:
        return f"the largest shares went to {where}: {most} each of the {number(len(letters))} letters"
    return f"the largest share went to {where}: {most} of the {number(len(letters))} letters"
