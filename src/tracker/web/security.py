"""The headers that say what a page may load and run, and who may show it in a frame.

Scripts run from this server or by their hash; nothing comes from elsewhere. Streamlit's styles are written by
its scripts, so styles are free. Frames: a page with `?embed=true` is made for other people's sites, and
TRACKER_FRAME_ANCESTORS says whose (the values of CSP's `frame-ancestors`; by default `*`, any: the pages hold
nothing private and change nothing). Every other page stands in this site's own frames only.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

ANYONE = "*"

_INLINE = re.compile(r"<script(?: type=\"[^\"]*javascript\")?>(.*?)</script>", re.DOTALL)
_SOURCES = re.compile(r"[A-Za-z0-9.:/*' -]+", re.ASCII)


def inline_scripts(html: str) -> list[str]:
    """Return the text of each inline script of a page."""
    return _INLINE.findall(html)


def page_headers(scripts: Iterable[str], embedded: bool, ancestors: str = ANYONE) -> dict[str, str]:
    """Return the headers of a page.

    Args:
        scripts: the inline scripts that may run, as they stand in the page.
        embedded: whether the page is made to stand in others.
        ancestors: in whose pages it may then stand.
    """
    hashes = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
    policy = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' ws: wss:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors(ancestors) if embedded else "'self'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }


def frame_ancestors(configured: str) -> str:
    """Return the configured sources, `*` where none is configured.

    Raises ValueError for a text that would not end where the directive ends.
    """
    sources = " ".join(configured.split()) or ANYONE
    if not _SOURCES.fullmatch(sources):
        raise ValueError(f"TRACKER_FRAME_ANCESTORS is no list of sources: {configured!r}")
    return sources
