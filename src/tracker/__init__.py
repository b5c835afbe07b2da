"""The letters of a campaign: who got which letter, what it asked, and what is on record since.

Importing this package reads no file and no clock.
"""

from importlib import metadata

from tracker.address_values import Refused
from tracker.brief import place_brief, view_brief
from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.dates import PartialDate
from tracker.exports.frames import to_frame
from tracker.extras import PACKAGE
from tracker.filters import Filters, Selection
from tracker.loading import load
from tracker.over_time import status_over_time
from tracker.problems import DataError, Problem, Report
from tracker.versions import Version
from tracker.vocabulary import Confidence, EventType, Kind, RoundKind, SourceKind, Status

__all__ = [
    "Campaign",
    "Confidence",
    "DataError",
    "Dataset",
    "EventType",
    "Filters",
    "Kind",
    "PartialDate",
    "Problem",
    "Refused",
    "Report",
    "RoundKind",
    "Selection",
    "SourceKind",
    "Status",
    "Version",
    "load",
    "place_brief",
    "status_over_time",
    "to_frame",
    "view_brief",
]


def __getattr__(name: str) -> str:
    """Give `__version__`, read when it is asked for: importing reads no file."""
    if name == "__version__":
        return metadata.version(PACKAGE)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
