"""The template engine: Jinja with everything escaped and anything undefined an error."""

from datetime import date
from string import ascii_letters, digits

import jinja2
import pandas as pd
from jinja2.runtime import Context
from markupsafe import Markup

from tracker.brief.addressee import people
from tracker.courts import court_name
from tracker.dates import PartialDate
from tracker.language.apstyle import ap_style
from tracker.language.datewords import ap_date, date_in_cell, date_in_words, month_in_words, unbroken
from tracker.language.placenames import listed_name, short_name
from tracker.language.words import number
from tracker.pages.footnotes import is_long, spans
from tracker.views.wording import capital
from tracker.weblink import host

AS_GIVEN = frozenset(
    {
        "head.html.j2",
        "head_links.html.j2",
        "head_preview.html.j2",
        "current.html.j2",
        "copied.html.j2",
        "overview_filters.html.j2",
        "fields.html.j2",
        "cases_fields.html.j2",
    }
)
"""Templates whose texts other programs read, or a reader copies or edits."""


_PLAIN = frozenset(f"{ascii_letters}{digits} .,:/?=_-")
"""Signs that mean nothing in a string of a style sheet."""


@jinja2.pass_context
def _unbroken(context: Context, value: object) -> object:
    """Keep the month and day of a text on one line, wherever a page prints it; markup is left as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__") or context.name in AS_GIVEN:
        return value
    return unbroken(value)


def css_text(text: str) -> Markup:
    """Write a text for a string of a style sheet; a sign that could end it is written as its number."""
    return Markup("".join(sign if sign in _PLAIN else f"\\{ord(sign):x} " for sign in text))


_ENGINE = jinja2.Environment(
    loader=jinja2.PackageLoader("tracker.pages"),
    autoescape=True,
    finalize=_unbroken,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: object) -> str:
    """Fill a template of `templates/`."""
    return _ENGINE.get_template(template).render(**values)


def _day(day: "date | pd.Timestamp") -> str:
    """Write a day as tables do."""
    return ap_date(pd.Timestamp(day).date())


def _imprecise(text: str) -> str:
    """Write an imprecise date in words: `Jan. 24, 2018`, `December 2017`."""
    return date_in_words(PartialDate.parse(text))


def _known(value: object) -> bool:
    """Tell a day or number that is there from a missing one."""
    return not pd.isna(value)  # type: ignore[call-overload]


_ENGINE.filters |= {
    "court": lambda abbreviation: court_name(abbreviation) or abbreviation.removesuffix("."),
    "listed_name": listed_name,
    "short_name": short_name,
    "number": number,
    "capital": capital,  # for a date that begins a line: “Between …”
    "day": _day,
    "css_text": css_text,
    "host": host,
    "month": month_in_words,
    "imprecise": _imprecise,
    "recipient": people,
    "when": date_in_cell,
    "spans": spans,
    "is_long": is_long,
    "prose": ap_style,  # the texts of the data write days as `1 December 2017`
}
_ENGINE.tests |= {"known": _known}
