"""Links to other sites: the one rule for what may stand in the data and become a link on a page."""

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

_SCHEMES = ("http", "https")
_SITE = re.compile(r"[^/?#]*//[^/?#]*")
_HOST = re.compile(r"(?!-)[\w-]+(\.[\w-]+)+")
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"'`{}|\\^]")
"""What ends a link, or makes another of it, where it stands in a page or a table."""

TRACKING = re.compile(r"utm_[0-9A-Za-z_]+|fbclid|gclid|dclid|msclkid|twclid|igshid|mc_[ce]id")
"""Keys that mail programs and social networks add to any link; they say where a reader came from.

Python and Arrow read the pattern alike (see `Draft.cells_with`).
"""


def complaint(url: str) -> str:
    """Say what keeps a text from being a link to a page of the web; "" where nothing does."""
    if sign := _UNSAFE.search(url):
        return f"the sign {sign[0]!r} cannot stand in a link"
    return _complaint_of_site(_site(url))


@lru_cache(4096)
def _complaint_of_site(site: str) -> str:
    try:
        parts = urlsplit(site)
        is_port = parts.port is None or parts.port > 0
    except ValueError as error:
        return f"it cannot be read ({error})"
    if parts.scheme not in _SCHEMES:
        return "it does not begin with http:// or https://"
    if parts.username is not None or parts.password is not None:
        return "it names a user or a password"
    if not _HOST.fullmatch(parts.hostname or "") or _is_of_a_house(parts.hostname or ""):
        return "it names no site like www.example.org"
    return "" if is_port else "0 is no port"


def _is_of_a_house(name: str) -> bool:
    """Tell whether a host is the number of a machine that only its own network knows."""
    try:
        return not ip_address(name).is_global
    except ValueError:
        return False


def host(url: str) -> str:
    """Name the site that a link leads to, without the `www.` in front; "" where there is none."""
    return _host(_site(url))


@lru_cache(4096)
def _host(site: str) -> str:
    try:
        return (urlsplit(site).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _site(url: str) -> str:
    """Return a link as far as the path, which many links share; any other text whole."""
    site = _SITE.match(url)
    return site[0] if site else url
