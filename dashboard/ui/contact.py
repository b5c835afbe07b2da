"""Whom readers are to tell of an error: configuration of whoever runs this server."""

import os


def contact() -> str:
    """Return the mail or web address in TRACKER_CONTACT; "" where none is set."""
    return os.environ.get("TRACKER_CONTACT", "")
