"""The one reading of the clock, made at the edges (command line, pages, routes) and handed down as a day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_WASHINGTON = ZoneInfo("America/New_York")


def today() -> date:
    """Return the day it is in Washington, where the letters and their deadlines come from."""
    return datetime.now(_WASHINGTON).date()
