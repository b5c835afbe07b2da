"""What the places with letters from two periods have in common, in sentences."""

import pandas as pd

from tracker.language.words import counted, number, sentence
from tracker.then_and_now import NOW, THEN
from tracker.vocabulary import Court, Evidence


def places_sentence(places: pd.DataFrame) -> str:
    """Count the rows of `then_and_now`, those not named by a source apart."""
    if places.empty:
        return "No place has letters of this view from more than one period."
    unnamed = int((places[[THEN + "evidence", NOW + "evidence"]] == Evidence.INFERRED).any(axis=1).sum())
    years = list(dict.fromkeys([*sorted(places[THEN + "era"]), *sorted(places[NOW + "era"])]))
    periods = f"both {years[0]} and {years[1]}" if len(years) == 2 else "several periods"
    more = f"; {number(unnamed)} more may: no source names {'it' if unnamed == 1 else 'them'} in one of them"
    sure = counted(len(places) - unnamed, "place has", "places have")
    return sentence(f"{sure} letters from {periods}{more if unnamed else ''}")


def outcomes_sentence(places: pd.DataFrame) -> str:
    """Count the answers and the court cases of both periods; "" where there is no place."""
    if places.empty:
        return ""
    answered = [int((places[begin + "answers"] > 0).sum()) for begin in (THEN, NOW)]
    sued = [int((places[begin + "court"] != Court.NO_CASE).sum()) for begin in (THEN, NOW)]
    answers = (
        f"an answer is on public record from {_places(answered[0])} to a letter of the first period, and "
        f"from {_places(answered[1])} to one of the last"
    )
    suits = (
        "suits over the newest letter of the period, or over the place’s policies or grants in its time, "
        f"are on record for {_places(sued[0])} in the first and for {_places(sued[1])} in the last"
    )
    return f"{sentence(answers)} {sentence(suits)}"


def _places(count: int) -> str:
    return counted(count, "place", "places") if count else "no place"
