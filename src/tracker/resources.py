"""Where the data and the dashboard lie: inside the installed package, or beside `src` in a checkout.

Names folders and opens nothing, so that the rest of the library never asks how it was installed.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def data_folder() -> Path:
    """Return the folder of the curated tables."""
    return _packaged_or_checked_out("data")


def dashboard_folder() -> Path:
    """Return the folder of the dashboard, whose server is `app.py`."""
    return _packaged_or_checked_out("dashboard")


def _packaged_or_checked_out(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _CHECKOUT / name
