"""Two rounds compared, in plain English."""

from collections.abc import Iterator

from tracker.language.datewords import ap_date
from tracker.language.words import counted, listed_names, number, sentence, share
from tracker.rounds.comparison import Comparison
from tracker.vocabulary import EventType

NAMED = 12
"""How many places a sentence names; more are only counted."""

_NO_REASON = "no reason is on record; absence from a later round is neither a clearance nor a removal"


def tell(comparison: Comparison) -> tuple[str, ...]:
    """Write the sentences: who got both letters, who only one, and what is on record about them."""
    return tuple(map(sentence, _parts(comparison)))


def _parts(comparison: Comparison) -> Iterator[str]:
    first, second, as_of = comparison.first, comparison.second, comparison.as_of
    unsent = [key for key in comparison.in_time if comparison.sent_on(key) > as_of]
    for round_id in dict.fromkeys(unsent):
        yield f"the {comparison.month(round_id)} letters had not been sent by {ap_date(as_of)}"
    if unsent:
        return
    named = [place for place in comparison.both if comparison.is_named(place)]
    both = counted(len(named), "jurisdiction", "jurisdictions")
    if first == second:
        yield f"both are the same round, with letters to {both}"
        yield from _unnamed(comparison, comparison.both, "this letter")
        return
    yield f"{both} got the letters of both rounds"
    yield from _unnamed(comparison, comparison.both, "both letters")
    yield from _only(comparison, first, comparison.only_first)
    yield from _only(comparison, second, comparison.only_second)


def _unnamed(comparison: Comparison, places: tuple[str, ...], letters: str) -> Iterator[str]:
    """Say which places are entered as recipients of a letter though no source names them as such."""
    others = tuple(place for place in places if not comparison.is_named(place))
    if others:
        more = "another is" if len(others) == 1 else f"another {number(len(others))} are"
        names = f": {_names(comparison, others)}" if len(others) <= NAMED else ""
        why = "because sources say that all listed places got a letter"
        yield f"{more} entered for {letters} {why}{names}"


def _only(comparison: Comparison, round_id: str, places: tuple[str, ...]) -> Iterator[str]:
    """Say who got only the letter of one round, and what is on record about why, or from before."""
    letter = f"only the {comparison.month(round_id)} letter"
    if not places:
        yield f"none got {letter}"
        return
    named = tuple(place for place in places if comparison.is_named(place))
    names = f": {_names(comparison, named)}" if 0 < len(named) <= NAMED else ""
    yield f"{number(len(named)) if named else 'none'} got {letter}{names}"
    yield from _unnamed(comparison, places, letter)
    older, _ = comparison.in_time
    yield from (_reasons if round_id == older else _history)(comparison, named or places)


def _reasons(comparison: Comparison, places: tuple[str, ...]) -> Iterator[str]:
    """Say what had been decided on the older letter by the newer, and of how many no reason is on record."""
    day = ap_date(comparison.sent_on(comparison.in_time[1]))
    decided = {place: comparison.outcomes(place) for place in places}
    for kind in EventType:
        those = tuple(place for place in places if kind in decided[place])
        if those:
            label = comparison.dataset.campaign.say(kind.label)
            yield f"on record by {day}, under “{label}”: {_names(comparison, those)}"
    without = sum(not kinds for kinds in decided.values())
    if without:
        yield _NO_REASON if without == len(places) else f"for {number(without)} of them, {_NO_REASON}"


def _history(comparison: Comparison, places: tuple[str, ...]) -> Iterator[str]:
    """Say which other rounds had written to those that got only the newer letter."""
    earlier = {place: comparison.earlier(place) for place in places}
    round_ids = {round_id for rounds in earlier.values() for round_id in rounds}
    for round_id in sorted(round_ids, key=comparison.sent_on):
        count, month = comparison.count_of(round_id, places), comparison.month(round_id)
        if count.named:
            yield f"{_share(count.named, places)} had been written to in {month}"
        if count.inferred:
            yield f"{_share(count.inferred, places)} had been entered for {month}, not named by a source"
    new = sum(not rounds for rounds in earlier.values())
    if new:
        yield f"for {_share(new, places)}, no earlier letter is on record"


def _share(count: int, places: tuple[str, ...]) -> str:
    return share(count, len(places)) if len(places) > 1 else "it"


def _names(comparison: Comparison, places: tuple[str, ...]) -> str:
    return listed_names([comparison.name(place) for place in places])
