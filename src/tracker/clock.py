"""The one reading of the clock, made at the edges (command line, pages, routes) and handed down as a day."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def today(time_zone: str) -> date:
    """Return the day it is where the letters and their deadlines come from: `Campaign.time_zone`."""
    return datetime.now(ZoneInfo(time_zone)).date()


def latest_day() -> date:
    """Return the day it already is somewhere on Earth: no editor, wherever, can have meant a later one."""
    return datetime.now(timezone(timedelta(hours=14))).date()
