"""The federal courts of first instance in words: `N.D. Cal.` is the Northern District of California.

The data name a court by the usual abbreviation; its name follows from that by rule.
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


def _district(abbreviation: str) -> tuple[str, str] | None:
    """Read side ("" for a state that is one district) and postal code of a district court."""
    match = _DISTRICT.fullmatch(abbreviation)
    if match is None or match[2] not in _STATES:
        return None
    return match[1] or "", _STATES[match[2]]
