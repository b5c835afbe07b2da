"""A client gets the smallest coding that it says it reads, and text only is compressed."""

import gzip

import brotli
import pytest

from tracker.web.encoding import best_coding, encoded, is_compressible


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.1, GZIP;q=0.5", "gzip"),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
        ("", ""),
        ("deflate", ""),
        ("gzip;q=0", ""),
        ("gzip;q=1.2.3", ""),
        ("gzip;q=nan", ""),
        ("gzip;", "gzip"),
        (",,;,", ""),
    ],
)
def test_accept_encoding_is_read_with_its_weights(header, coding):
    assert best_coding(header) == coding


@pytest.mark.parametrize("once", [True, False])
def test_what_is_encoded_can_be_read_again(once):
    body = b"letters " * 1000
    assert gzip.decompress(encoded(body, "gzip", once=once)) == body
    assert brotli.decompress(encoded(body, "br", once=once)) == body
    assert encoded(body, "", once=once) == body


@pytest.mark.parametrize(
    ("media_type", "is_text"),
    [
        ("text/csv; charset=utf-8; header=present", True),
        ("application/atom+xml; charset=utf-8", True),
        ("application/geo+json", True),
        ("application/javascript", True),
        ("image/png", False),
        ("application/zip", False),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False),
        ("font/woff2", False),
    ],
)
def test_text_is_compressed_and_archives_are_not(media_type, is_text):
    assert is_compressible(media_type) is is_text
