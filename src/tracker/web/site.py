"""The public address of the site, from which every absolute link is made.

Behind a proxy or a cache set TRACKER_URL: without it links carry whatever host a request names.
"""

import os
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.requests import Request

VARIABLE = "TRACKER_URL"


def base(request: Request) -> str:
    """Return the address of the site with its last slash: that in TRACKER_URL, or else that of the request.

    Raises:
        ValueError: TRACKER_URL is not a web address.
    """
    return _checked(os.environ.get(VARIABLE) or str(request.base_url))


@lru_cache(maxsize=16)
def _checked(address: str) -> str:
    """Hold an address to be one of the web that other addresses can be appended to."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{VARIABLE} is not a web address like https://letters.example.org/: {address!r}")
    return address.rstrip("/") + "/"
