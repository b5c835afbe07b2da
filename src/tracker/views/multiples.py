"""Small multiples: each round of a view with its letters, as a map of its own."""

from dataclasses import dataclass, replace

import pandas as pd

from tracker.evidence import inferred, named
from tracker.filters import Selection
from tracker.language.datewords import span
from tracker.language.words import counted, sentence
from tracker.memo import once
from tracker.vocabulary import Court

MOST = 24
"""How many rounds have a map of their own, the newest; of more, the others are only counted."""


@dataclass(frozen=True)
class RoundMap:
    """A round of a view.

    Attributes:
        round_id: the round.
        label: it in short: `Jan. 2018`.
        name: its name.
        letters: its letters in the view, as a view.
        count: how many name their recipient by a source; `unnamed` are all the others.
        answered: how many of `count` have an answer on record.
        in_court: how many of `count` have a court case.
    """

    round_id: str
    label: str
    name: str
    letters: Selection
    count: int
    unnamed: int
    answered: int
    in_court: int

    @property
    def size(self) -> str:
        """How many letters it has: `23 letters`."""
        return f"{self.count:,} letter{'' if self.count == 1 else 's'}"

    @property
    def outcome(self) -> str:
        """What came of them: `6 with an answer on record, 10 with a court case`."""
        said = f"{self.answered} with an answer on record, {self.in_court} with a court case"
        return f"{said}; {self.unnamed} more not named by a source" if self.unnamed else said


@once(200)
def round_maps(selection: Selection) -> tuple[RoundMap, ...]:
    """Return the newest rounds of a view, at most `MOST`, the newest first."""
    return tuple(_round_map(key, selection) for key in selection.letters["round_id"].unique()[:MOST])


def rounds_headline(selection: Selection) -> str:
    """Say which rounds the maps show."""
    shown, sent = round_maps(selection), selection.letters["sent_on"]
    if not shown:
        return "No letter is in this view."
    days = span(sent.min().date(), sent.max().date())
    every = selection.letters["round_id"].nunique()
    newest = f", the newest of {every:,}" if every > len(shown) else ""
    rounds = counted(len(shown), "round", "rounds")
    return sentence(f"{selection.campaign.sender} letters round by round: {rounds}{newest}, {days}")


def rounds_alt(selection: Selection) -> str:
    """Describe the maps in words; "" for fewer than two, of which each page has a larger map."""
    shown = round_maps(selection)
    return " ".join(f"{one.label}: {one.size}, {one.outcome}." for one in shown) if len(shown) > 1 else ""


def _round_map(key: str, selection: Selection) -> RoundMap:
    own = replace(selection.filters, round=(key,)).apply(selection.dataset, selection.as_of)
    first, sure = own.letters.iloc[0], named(own.letters)
    return RoundMap(
        round_id=key,
        label=first["round_label"],
        name=first["round_name"],
        letters=own,
        count=len(sure),
        unnamed=len(inferred(own.letters)),
        answered=int(sure["answered"].sum()),
        in_court=_in_court(sure),
    )


def _in_court(letters: pd.DataFrame) -> int:
    return int((letters["court"] != Court.NO_CASE).sum())
