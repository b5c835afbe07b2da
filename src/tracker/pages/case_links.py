"""Court cases named in a sentence as links to the page of the cases."""

import re
from collections.abc import Callable
from datetime import date

from markupsafe import Markup, escape

from tracker.address import Address
from tracker.dataset import Dataset
from tracker.filters import Filters
from tracker.language.apstyle import ap_style
from tracker.memo import once
from tracker.row_types import Case, typed_rows

_LINK = Markup('<a href="{}">{}</a>')


def linking_cases(dataset: Dataset, as_of: date | None) -> Callable[[str], Markup]:
    """Return what makes HTML of a sentence, each case that it names a link to what is on record of it."""
    words, pattern = _words(dataset)
    here = Address(Filters(as_of=as_of))

    def html(sentence: str) -> Markup:
        parts, end = [], 0
        for match in pattern.finditer(sentence):
            link = here.link("cases", q=words[match[0]])
            parts += [escape(sentence[end : match.start()]), _LINK.format(link, match[0])]
            end = match.end()
        return Markup("").join([*parts, escape(sentence[end:])])

    return html


@once(2)
def _words(dataset: Dataset) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return by which words the page of the cases finds each case, by name, and what finds the names.

    It is the docket number; the name, where there is none or several cases have that name.
    """
    words: dict[str, str] = {}
    for case in typed_rows(dataset.cases, Case):
        name = ap_style(case["name"])
        words[name] = name if name in words else case["docket"] or name
    names = sorted(words, key=len, reverse=True)
    return words, re.compile("|".join(map(re.escape, names)) or r"(?!)")
