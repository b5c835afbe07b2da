"""The one reading of the clock, made at the edges (command line, pages, routes) and handed down as a day."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

_WASHINGTON = ZoneInfo("America/New_York")


def today() -> date:
    """Return the day it is in Washington, where the letters and their deadlines come from."""
    return datetime.now(_WASHINGTON).date()


def latest_day() -> date:
    """Return the day it already is somewhere on Earth: no editor, wherever, can have meant a later one."""
    return datetime.now(timezone(timedelta(hours=14))).date()
