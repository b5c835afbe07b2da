import gc
from datetime import date

from tracker.address import Address
from tracker.pages import snapshot as pages
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.web.warm import warm

TODAY = date(2026, 11, 26)


def test_the_first_views_stand_before_the_first_reader_and_the_collector_is_spared_them(dataset, monkeypatch):
    try:
        warm(dataset, TODAY)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    monkeypatch.setattr(pages, "render", None)
    for query in ("", "round=2018-01&utm_source=mail"):
        assert snapshot(PageRequest("", Address.parse(query, dataset), TODAY), dataset).body
