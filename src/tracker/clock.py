"""The one reading of the clock, made at the edges (command line, pages, routes) and handed down as a day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today(time_zone: str) -> date:
    """Return the day it is where the letters and their deadlines come from: `Campaign.time_zone`."""
    return datetime.now(ZoneInfo(time_zone)).date()
