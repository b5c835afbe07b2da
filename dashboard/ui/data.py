"""The dataset of this server, or a page that says what is wrong with it."""

import os
from pathlib import Path

import streamlit as st

from tracker import DataError, Dataset
from tracker.loading import shipped
from tracker.pages import failure


def dataset() -> Dataset:
    """Return the one dataset that all readers of this process share.

    The folder is that of `tracker serve --data`, handed down in TRACKER_DATA, or the shipped one.
    """
    folder = os.environ.get("TRACKER_DATA")
    return shipped(Path(folder) if folder else None)


def dataset_or_failure() -> Dataset:
    """Return the dataset; where its checks fail, list the problems on the page and the terminal and stop."""
    try:
        return dataset()
    except DataError as error:
        print(error)
        st.html(failure(error.report))
        st.stop()
