"""One way to send a whole body: compressed where that is read, not again where it is known, not to HEAD."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from tracker.web.caching import etag, is_known, tag_of
from tracker.web.encoding import SMALL, best_coding, encoded, is_compressible


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
    validators = {"vary": "Accept-Encoding"} if packable else {}
    if status == 200:
        tag = tag_of(body)
        validators["etag"] = etag(tag, coding)
        if is_known(tag, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers={**headers, **validators})
    body = encoded(body, coding)
    about = {"content-encoding": coding} if coding else {}
    about |= {"content-length": str(len(body)), "content-type": media_type}
    content = b"" if request.method == "HEAD" else body
    return Response(content, status, {**headers, **validators, **about})
