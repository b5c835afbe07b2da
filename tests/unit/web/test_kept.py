"""What is sent again is what was sent at first, and is written and compressed once."""

from types import SimpleNamespace

import pytest
from starlette.datastructures import Headers

from tracker.web import encoding, sending


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_a_body_is_compressed_once_and_stays_the_same(monkeypatch, coding):
    calls = []
    monkeypatch.setattr(
        sending, "encoded", lambda body, coding: calls.append(coding) or encoding.encoded(body, coding)
    )
    request = SimpleNamespace(method="GET", headers=Headers({"accept-encoding": coding}))
    body = f"a body of {coding or 'no coding'} ".encode() * 1000
    first, second = (sending.whole(request, body, "text/plain", {}) for _ in range(2))
    assert first.body == second.body == encoding.encoded(body, coding)
    assert first.headers["etag"] == second.headers["etag"]
    assert calls == [coding]
