"""Docket numbers in any spelling, and where a docket can be looked up.

The data have one form per sort of court: `3:18-cv-00805` of a trial court, `9th Cir. 18-17311` and
`U.S. 20-795` of the higher ones. Readers and other documents write them in many ways.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from tracker.courts import court_id

_NUMBER = re.compile(
    r"(?<!\d)(?:\d:)?(?:19|20)?(\d{2}) ?-? ?(?:(cv|civ\.?|c|mc|cr)[ -]*|-)0*([1-9]\d{0,4})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
"""Office, year, kind and number, with or without the office, the kind or the zeros in front.

Some courts write a civil case as `17 C 5720` or `18 Civ. 6471`.
"""

_APPEAL = re.compile(
    r"(?:([1-9]|1[01])(?:st|d|th) Cir\.|(D\.C\.|Fed\.) Cir\.|U\.S\.) (\d{2}-[1-9]\d{0,4})", re.ASCII
)

_SEARCH = "https://www.courtlistener.com/"
_SUPREME = "https://www.supremecourt.gov/docket/docketfiles/html/public/{number}.html"


@dataclass(frozen=True)
class Number:
    """What any spelling of a docket number says; `kind` is "" where it leaves that out."""

    year: str
    kind: str
    serial: int

    def is_same(self, other: "Number") -> bool:
        """Tell whether two spellings can mean one number."""
        kinds = {self.kind, other.kind} - {""}
        return (self.year, self.serial) == (other.year, other.serial) and len(kinds) < 2


def read_number(text: str) -> Number | None:
    """Read the first docket number in a text: `No. 3:18-cv-00805-VC`, `18cv805`, `9th Cir. 18-17311`."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    kind = (match[2] or "").lower()
    return Number(match[1], "cv" if kind.startswith("c") and kind != "cr" else kind, int(match[3]))


def is_appeal(text: str) -> bool:
    """Tell whether a text names a higher court and a number there, in the form of the data."""
    return _APPEAL.fullmatch(text) is not None


def docket_link(court: str, docket: str) -> str:
    """Return the address of a search for a docket of a trial court; "" where court or number is unknown."""
    key = court_id(court)
    return _search(key, docket) if key and docket else ""


def appeal_link(appeal: str) -> str:
    """Return the address of an appeal: a search for its docket, or the Supreme Court's own page of it.

    Raises:
        ValueError: the text is no appeal.
    """
    match = _APPEAL.fullmatch(appeal)
    if match is None:
        raise ValueError(f"“{appeal}” is not an appeal like 9th Cir. 18-17311")
    circuit, named, number = match.groups()
    if not (circuit or named):
        return _SUPREME.format(number=number)
    return _search(f"ca{circuit}" if circuit else {"D.C.": "cadc", "Fed.": "cafc"}[named], number)


def _search(court: str, number: str) -> str:
    """Search CourtListener, which archives federal dockets; it lists what it has and never a wrong docket."""
    return f"{_SEARCH}?{urlencode({'type': 'r', 'court': court, 'docket_number': number})}"
