"""Compressing what is sent: which coding a client reads best, and a body in it."""

import gzip
import re

import brotli

CODINGS = ("br", "gzip")
"""The codings there are, the smallest first."""

SMALL = 1000
"""Bytes below which compressing is not worth it."""

_COMPRESSIBLE = re.compile(r"text/|application/(json|javascript|xml|[a-z.]+\+(json|xml))|image/svg")


def is_compressible(media_type: str) -> bool:
    """Tell text from what is compressed already, such as pictures, archives and fonts."""
    return bool(_COMPRESSIBLE.match(media_type))


def best_coding(accept_encoding: str) -> str:
    """Return the best coding that an Accept-Encoding header allows; "" for none."""
    weights = dict(map(_weighed, accept_encoding.lower().split(",")))
    others = weights.get("*", 0.0)
    allowed = [coding for coding in CODINGS if weights.get(coding, others) > 0]
    # Of equal weights the first stands, which is the smaller.
    return max(allowed, key=lambda coding: weights.get(coding, others), default="")


def encoded(body: bytes, coding: str, *, once: bool = False) -> bytes:
    """Return a body in a coding; `once` takes more time for fewer bytes, for what is kept."""
    if coding == "br":
        packed: bytes = brotli.compress(body, quality=9 if once else 4)
        return packed
    return gzip.compress(body, 9 if once else 6, mtime=0) if coding == "gzip" else body


def _weighed(part: str) -> tuple[str, float]:
    """Read one part of the header; a weight that is no number forbids."""
    name, _, weight = part.partition(";")
    if not weight:
        return name.strip(), 1.0
    number = re.fullmatch(r"\s*q\s*=\s*([01](?:\.[0-9]*)?)\s*", weight)
    return name.strip(), float(number[1]) if number else 0.0
