"""Which court cases have words that a reader looks for, and where on record they stand."""

import re

from tracker.courts import court_name
from tracker.dockets import read_number
from tracker.language.apstyle import ap_style
from tracker.row_types import CaseOnDay
from tracker.search import folded_text

PARTIES = re.compile(r"\bvs?\b\.?", re.IGNORECASE)
"""What stands between the parties of a case in a reader’s words."""


def has_words(case: CaseOnDay, words: str) -> bool:
    """Tell whether all that is told of a case has the words, or whether they spell its docket number."""
    number = read_number(words)
    if number is not None:
        known = (read_number(text) for text in (case["docket"], *case["appeals"]))
        return any(other is not None and number.is_same(other) for other in known)
    text = folded_text(" ".join((_shown(case), *(summary for _, summary in case["entries"]))))
    return all(word in text for word in folded_text(spelled_out(words)).split())


def spelled_out(words: str) -> str:
    """Write the parties of a case as its name has them: `US vs Illinois` is `United States v. Illinois`."""
    return re.sub(r"\bU\.?S\.?(?= v\.)", "United States", PARTIES.sub("v.", words), flags=re.IGNORECASE)


def _shown(case: CaseOnDay) -> str:
    """Put together what the list of the cases shows of one."""
    named = (case["name"], case["court"], court_name(case["court"]) or "", *case["parties"])
    numbers = (case["docket"], *case["appeals"])
    return " ".join((*named, *numbers, ap_style(case["ruling"]), case["told_outcome"]))


def entries_with(case: CaseOnDay, words: str) -> dict[str, str]:
    """Return what is on record of a case that has words looked for which the list does not show, by date."""
    if read_number(words) is not None:
        return {}
    shown = folded_text(_shown(case))
    unseen = [word for word in folded_text(spelled_out(words)).split() if word not in shown]
    texts = dict(reversed(case["entries"]))
    return {day: text for day, text in texts.items() if any(word in folded_text(text) for word in unseen)}
