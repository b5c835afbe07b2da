"""Which places, and where they are, in words. Frames are letters with their places, one row a place."""

from collections.abc import Callable

import pandas as pd

from tracker.language.placenames import DISTRICT, NamedPlace, full_name, short_name, state_in_words
from tracker.language.words import listed, listed_names, number, share
from tracker.regions import Region
from tracker.row_types import LetterOnDay, typed_rows
from tracker.vocabulary import Kind

_NOUNS = {
    (str(Kind.CITY),): ("city", "cities"),
    (str(Kind.COUNTY),): ("county", "counties"),
    (str(Kind.STATE),): ("state", "states"),
}
_ANY = ("jurisdiction", "jurisdictions")


def nouns(places: pd.DataFrame) -> tuple[str, str]:
    """What to call the places, one and many: cities, counties or states if all are, else jurisdictions."""
    return _NOUNS.get(tuple(places["kind"].unique()), _ANY)


def are_states(places: pd.DataFrame) -> bool:
    """Whether every place is a state, so that "in 12 states" would repeat what was said."""
    return bool((places["kind"] == Kind.STATE).all())


def in_states(places: pd.DataFrame) -> str:
    """Say in how many states: `in 12 states`, `in one state and the District of Columbia`, `in Ohio`."""
    codes = set(places["state"])
    if len(codes) == 1:
        return f"in {state_in_words(*codes)}"
    states = len(codes - {DISTRICT})
    district = " and the District of Columbia" if DISTRICT in codes else ""
    return f"in {number(states)} {'state' if states == 1 else 'states'}{district}"


def by_state(places: pd.DataFrame) -> str:
    """Say how many places each state has, largest first; "" where all are in one."""
    counts = places["state"].value_counts()
    if len(counts) < 2:
        return ""
    groups = [
        (int(count), sorted((state_in_words(code) for code in counts.index[counts == count]), key=_sorting))
        for count in sorted(set(counts), reverse=True)
    ]
    (most, leaders), *others = groups
    where, total = listed(leaders, "and"), number(len(places))
    if most == 1:
        return f"the {total} are {'' if are_states(places) else 'in '}{where}"
    head = f"{number(most)} of the {total} are in {where}"
    if len(leaders) > 1:
        head = f"of the {total}, {number(most)} each are in {where}"
    tail = [
        f"{number(count)}{' each' if len(states) > 1 else ''} in {listed(states, 'and')}"
        for count, states in others
    ]
    return "; ".join([head, *tail[:-1], *(f"and {last}" if tail[:-1] else last for last in tail[-1:])])


def by_region(places: pd.DataFrame) -> str:
    """Say how many places each Census region has, largest first; "" where all are in one state."""
    noun = nouns(places)[1]
    if places["state"].nunique() < 2:
        return ""
    counts = places["region"].value_counts()
    if len(counts) == 1:
        return f"{share(len(places), len(places))} {noun} are in the {counts.index[0]}"
    ordered = sorted((-int(counts.get(str(region), 0)), str(region)) for region in Region)
    (most, leader), *others = [(-count, region) for count, region in ordered if count]
    verb = "is" if most == 1 else "are"
    head = f"{number(most)} of the {number(len(places))} {noun} {verb} in the {leader}"
    parts = [head, *(f"{number(count)} in the {region}" for count, region in others)]
    return f"by Census region, {listed(parts, 'and')}"


def only_others(place: LetterOnDay, recipients: pd.DataFrame) -> list[str]:
    """Say who else in the place's state and in its region was among the recipients of a round."""
    total = len(recipients)
    same_state = recipients[recipients["state"] == place["state"]]
    same_region = recipients[recipients["region"] == place["region"]]
    state, region = state_in_words(place["state"]), f"the {place['region']}"
    if total < 2 or len(same_state) == total:
        return []
    if len(same_region) == 1:
        return [f"it was the only one of the {number(total)} in {region}"]
    said = []
    if not are_states(recipients) and place["kind"] != Kind.DISTRICT:
        said.append(_among(place, same_state, total, state, short_name))
    if len(same_state) < len(same_region) < total:
        said.append(_among(place, same_region, total, region, full_name))
    return said


def _among(
    place: LetterOnDay, alike: pd.DataFrame, total: int, where: str, name: Callable[[NamedPlace], str]
) -> str:
    """Name the others of a state or a region if they are three at most, else count them."""
    others = alike[alike["jurisdiction_id"] != place["jurisdiction_id"]]
    if others.empty:
        return f"it was the only one of the {number(total)} in {where}"
    if len(others) > 3:
        return f"it was one of {number(len(alike))} of the {number(total)} in {where}"
    names = listed_names([name(other) for other in typed_rows(others, LetterOnDay)])
    return (
        f"the only other one in {where} was {names}"
        if len(others) == 1
        else f"the only {number(len(others))} others in {where} were {names}"
    )


def _sorting(state: str) -> str:
    return state.removeprefix("the ")
