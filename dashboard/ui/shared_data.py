"""The dataset of this server, or a page that says what is wrong with it."""

from datetime import date
from functools import cache
from threading import local

import streamlit as st

from tracker import DataError, Dataset, clock
from tracker.pages import failure
from tracker.served import Served
from ui.server_settings import settings

_run = local()
"""What the run of a page in this thread shows: a newer version, or another day, waits for the next run."""


@cache
def served() -> Served:
    """Return what gives all readers of this process the newest good version."""
    return Served(settings().folder)


def dataset() -> Dataset:
    """Return the dataset that this run of a page shows."""
    return getattr(_run, "dataset", None) or served()()


def today() -> date:
    """Return the day it was, where the letters come from, when this run of a page began."""
    return getattr(_run, "today", None) or clock.today(dataset().campaign.time_zone)


def dataset_or_failure() -> Dataset:
    """Take the newest good dataset for this run; where there is none, list the problems and stop."""
    _run.dataset = _run.today = None
    try:
        _run.dataset = served()()
    except DataError as error:
        st.set_page_config(page_title="Data error")
        st.html(failure(error.report))
        st.stop()
    _run.today = today()
    return dataset()
