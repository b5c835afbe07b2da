"""One way to send a whole body: compressed where that is read, not again where it is known, not to HEAD.

What is sent again and again is tagged and compressed once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from tracker.memo import once
from tracker.web.caching import etag, is_known, tag_of
from tracker.web.encoding import SMALL, best_coding, encoded, is_compressible


@dataclass(frozen=True)
class _Packed:
    """A body in a coding, the tag of the plain one, and how much room both take."""

    tag: str
    body: bytes
    size: int


@once(64_000_000, size=lambda packed: packed.size)
def _packed(body: bytes, coding: str) -> _Packed:
    packed = encoded(body, coding)
    return _Packed(tag_of(body), packed, len(body) + len(packed) + 1)


def whole(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str], status: int = 200
) -> Response:
    """Answer a request with a body; compressing takes time, so call it in a thread.

    Args:
        request: its conditional and accepting headers are heeded.
        body: the whole body, whatever the method.
        media_type: its type, with the charset.
        headers: all other headers but the tag and what speaks of the coding.
        status: a tag goes with 200 only.
    """
    packable = is_compressible(media_type)
    coding = best_coding(request.headers.get("accept-encoding", "")) if packable and len(body) > SMALL else ""
    varies = [name for name in (headers.get("vary"), "Accept-Encoding" if packable else None) if name]
    validators = {"vary": ", ".join(varies)} if varies else {}
    sent = _packed(body, coding)
    if status == 200:
        validators["etag"] = etag(sent.tag, coding)
        if is_known(sent.tag, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers={**headers, **validators})
    body = sent.body
    about = {"content-encoding": coding} if coding else {}
    about |= {"content-length": str(len(body)), "content-type": media_type}
    content = b"" if request.method == "HEAD" else body
    return Response(content, status, {**headers, **validators, **about})
