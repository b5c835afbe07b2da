"""The dataset of this server, or a page that says what is wrong with it."""

from datetime import date

import streamlit as st

from tracker import DataError, Dataset, clock
from tracker.loading import shipped
from tracker.pages import failure
from ui.settings import settings


def dataset() -> Dataset:
    """Return the one dataset that all readers of this process share."""
    return shipped(settings().folder)


def today() -> date:
    """Return the day it is where the letters come from."""
    return clock.today(dataset().campaign.time_zone)


def dataset_or_failure() -> Dataset:
    """Return the dataset; where its checks fail, list the problems on the page and the terminal and stop."""
    try:
        return dataset()
    except DataError as error:
        print(error)
        st.set_page_config(page_title="Data error")
        st.html(failure(error.report))
        st.stop()
