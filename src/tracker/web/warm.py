"""What is made before the first reader comes: the views that most links lead to, and what all views share."""

import gc
import logging
from collections.abc import Iterator
from datetime import date

from tracker.address import Address
from tracker.changes.history import history
from tracker.clock import today
from tracker.dataset import Dataset
from tracker.filters import Filters
from tracker.memo import once
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.views.map import live_map

LARGEST = 3
"""How many rounds of the most letters are made ahead: most links to one round lead to one of these."""

_LOG = logging.getLogger(__name__)


def prepare(dataset: Dataset) -> None:
    """Make what the first readers of the day will ask for, as far as it can be made."""
    try:
        warm(dataset, today(dataset.campaign.time_zone))
    except Exception:  # a reader will meet it again, and the log says it; the rest can be served
        _LOG.exception("the first views could not be made")


def warm(dataset: Dataset, day: date) -> None:
    """Make what the first readers will ask for, and spare the garbage collector all that stands by then.

    Streamlit has the collector go through everything after each run of a page: a third of the run's CPU
    went into looking again at data that live as long as the server does.
    """
    for filters in _views(dataset):
        snapshot(PageRequest("", Address(filters), day), dataset)
        live_map(filters.apply(dataset, day), "light")
    history(dataset)
    gc.unfreeze()  # an older version, which a running server has replaced, may go
    _freeze()


@once(16)
def spare(page: str) -> None:
    """Spare the collector what stands after the first run of a page, such as modules that it has loaded."""
    _freeze()


def _freeze() -> None:
    gc.collect()
    gc.freeze()


def _views(dataset: Dataset) -> Iterator[Filters]:
    """Give the views of all letters, of the newest round and of the largest."""
    yield Filters()
    newest = dataset.letters.sort_values("sent_on")["round_id"].tail(1)
    largest = dataset.letters["round_id"].value_counts().head(LARGEST).index
    for round_id in {*newest, *largest}:
        yield Filters(round=(round_id,))
