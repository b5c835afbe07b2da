"""The federal courts in words: `N.D. Cal.` is the Northern District of California.

The data name a court by the usual abbreviation, in a column of its own as in sentences; its name follows from
that by rule.
"""

import re

from tracker.regions import STATES

_SIDES = {"N": "Northern", "S": "Southern", "E": "Eastern", "W": "Western", "C": "Central", "M": "Middle"}

_ABBREVIATIONS = (
    "Ala.:AL|Alaska:AK|Ariz.:AZ|Ark.:AR|Cal.:CA|Colo.:CO|Conn.:CT|Del.:DE|D.C.:DC|Fla.:FL|Ga.:GA|Haw.:HI|"
    "Idaho:ID|Ill.:IL|Ind.:IN|Iowa:IA|Kan.:KS|Ky.:KY|La.:LA|Me.:ME|Md.:MD|Mass.:MA|Mich.:MI|Minn.:MN|"
    "Miss.:MS|Mo.:MO|Mont.:MT|Neb.:NE|Nev.:NV|N.H.:NH|N.J.:NJ|N.M.:NM|N.Y.:NY|N.C.:NC|N.D.:ND|Ohio:OH|"
    "Okla.:OK|Or.:OR|Pa.:PA|R.I.:RI|S.C.:SC|S.D.:SD|Tenn.:TN|Tex.:TX|Utah:UT|Vt.:VT|Va.:VA|Wash.:WA|"
    "W. Va.:WV|Wis.:WI|Wyo.:WY"
)
"""The states as court citations abbreviate them, with their postal codes."""

_STATES = dict(entry.split(":") for entry in _ABBREVIATIONS.split("|"))

_DISTRICT = re.compile(rf"(?:([{''.join(_SIDES)}])\.)?D\. ?(.+)")

_CIRCUITS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")

_NAMED = "|".join(re.escape(name) for name in sorted(_STATES, reverse=True))
_IN_A_SENTENCE = re.compile(
    rf"(?P<article>\b[Ii]n |\b[Tt]he |)\b"
    rf"(?:(?P<district>(?:[{''.join(_SIDES)}]\.)?D\. ?(?:{_NAMED}))"
    rf"|(?P<circuit>{'|'.join(_CIRCUITS)}) Circuit(?P<owner>’s)?)(?!\w)"
)
"""A court named in a sentence, with the “in” or “the” before it."""


def court_name(abbreviation: str) -> str | None:
    """Name a federal district court: `U.S. District Court, Northern District of California`.

    Returns:
        None for an abbreviation that is none of a district court.
    """
    district = _district(abbreviation)
    if district is None:
        return None
    side, code = district
    state = STATES[code].name.removeprefix("District of ")
    return f"U.S. District Court, {f'{_SIDES[side]} ' if side else ''}District of {state}"


def court_id(abbreviation: str) -> str | None:
    """Give the id of a federal district court in archives of dockets: `cand` for `N.D. Cal.`.

    Returns:
        None for an abbreviation that is none of a district court.
    """
    district = _district(abbreviation)
    return district and f"{district[1]}{district[0]}d".lower()


def courts_in_words(text: str) -> str:
    """Rewrite the courts in a text of the data as prose has them.

    `D.N.J. dismissed it` is `A federal court in New Jersey dismissed it`, and `by the Ninth Circuit` is
    `by the 9th U.S. Circuit Court of Appeals`.
    """

    def rewrite(match: re.Match[str]) -> str:
        words = _circuit_in_words(match) if match["circuit"] else _district_in_words(match)
        is_last = match.end() == len(text) and text.endswith(".")  # the stop of an abbreviation ends it too
        begins = match.start() == 0 or text[: match.start()].endswith(". ")
        return (words[:1].upper() + words[1:] if begins else words) + ("." if is_last else "")

    return _IN_A_SENTENCE.sub(rewrite, text)


def _circuit_in_words(match: re.Match[str]) -> str:
    """Name a court of appeals, with the article that it needs."""
    number = _CIRCUITS.index(match["circuit"]) + 1
    ordinal = f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
    article = "" if match["article"].lower() == "the " else match["article"]
    return f"{article}the {ordinal} U.S. Circuit Court of Appeals{'’' if match['owner'] else ''}"


def _district_in_words(match: re.Match[str]) -> str:
    """Name a trial court by its state, and by its district where the state has several."""
    side, code = _district(match["district"]) or ("", "")
    seat = f"the {_SIDES[side]} District of {STATES[code].name}" if side else STATES[code].name
    article = match["article"].rstrip() if match["article"].lower() == "in " else "a"
    return f"{article} federal court in {seat}"


def _district(abbreviation: str) -> tuple[str, str] | None:
    """Read side ("" for a state that is one district) and postal code of a district court."""
    match = _DISTRICT.fullmatch(abbreviation)
    if match is None or match[2] not in _STATES:
        return None
    return match[1] or "", _STATES[match[2]]
