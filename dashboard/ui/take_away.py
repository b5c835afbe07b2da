"""The files of the data, one button each."""

import streamlit as st

from tracker import Dataset
from tracker.exports.package import Download, downloads


def show(dataset: Dataset) -> None:
    """Draw a button for each published file."""
    with st.container(key="downloads", horizontal=True):
        for file in downloads(dataset):
            _button(file)


def _button(file: Download) -> None:
    st.download_button(
        f"{file.name} ({_size(len(file.content))})",
        data=lambda: file.content,
        file_name=file.saved_as,
        mime=file.media_type,
        key=f"download-{file.name}",
        on_click="ignore",
    )


def _size(count: int) -> str:
    """Write a number of bytes as a reader would: `24 kB`, below one kilobyte `50 bytes`."""
    return f"{count / 1000:,.0f} kB" if count >= 1000 else f"{count} bytes"
