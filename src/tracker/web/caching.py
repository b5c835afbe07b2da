"""What caches may keep: tags that change with every byte, and no date, since a tag says more.

Without a configured address an answer carries the host that its request names, so that only the asking
client may keep it: a shared cache would hand one reader's host to the others.
"""

import hashlib
import re

from starlette.requests import Request

from tracker.web.public_address import is_configured

IMMUTABLE = "public, max-age=31536000, immutable"
NEVER = "no-store"

_CODED = re.compile(r"(?:--?|;)(?:br|gzip|zstd|deflate)$")
"""What a server or a proxy that compresses adds to a tag."""


def page_control(request: Request) -> str:
    """Return how long a page may be kept: briefly, since it names the scripts of this release."""
    shared = "public, max-age=60, stale-while-revalidate=600"
    return shared if is_configured(request) else "private, no-cache"


def file_control(request: Request, seconds: int = 300) -> str:
    """Return how long a file or a row of data may be kept."""
    shared = f"public, max-age={seconds}, s-maxage={seconds}, stale-while-revalidate=86400"
    return shared if is_configured(request) else f"private, max-age={seconds}"


def tag_of(body: bytes) -> str:
    """Return the tag of a body, the same for every coding of it."""
    return hashlib.sha256(body).hexdigest()[:32]


def etag(tag: str, coding: str) -> str:
    """Return the ETag header of a body in a coding."""
    return f'"{tag}-{coding}"' if coding else f'"{tag}"'


def is_known(tag: str, if_none_match: str) -> bool:
    """Tell whether a client's copy is good, whichever coding it came in and whoever compressed it."""
    known = {_CODED.sub("", part.strip().removeprefix("W/").strip('"')) for part in if_none_match.split(",")}
    return "*" in known or tag in known
