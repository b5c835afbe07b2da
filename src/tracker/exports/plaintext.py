"""Text of the data as formats take it that have rules for it: one line, and no character they forbid."""

import re
from urllib.parse import quote

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Controls, surrogates and what is no character: neither XML 1.0 nor a calendar may hold them."""

_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*"
"""Signs that have a meaning in an address, and stay."""

_NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
"""A percent sign that escapes nothing."""


def one_line(text: str) -> str:
    """Return a text with one space for each run of white space, line ends included."""
    return allowed(" ".join(text.split()))


def web_address(text: str) -> str:
    """Return a text as an address may be written (RFC 3986); "" where it is no address of the web."""
    if not text.startswith(("http://", "https://")):
        return ""
    return _NO_ESCAPE.sub("%25", quote(allowed(text.strip()), safe=_IN_ADDRESSES))


def allowed(text: str) -> str:
    """Return a text without the characters that XML and calendars forbid."""
    return _FORBIDDEN.sub("", text)
