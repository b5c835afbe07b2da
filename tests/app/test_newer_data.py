"""Newer data reach an open page between two runs of it, never within one."""

import sys

from visiting import html, visit_of


def test_a_run_takes_one_version_and_the_next_run_the_newer(monkeypatch, dataset):
    page = visit_of("")()
    taken = []

    def newest():
        taken.append(dataset)
        return dataset

    monkeypatch.setattr(sys.modules["ui.shared_data"], "served", lambda: newest)
    page.run()
    assert len(taken) == 1
    page.run()
    assert len(taken) == 2
    assert dataset.version.name in html(page)
    assert not page.exception
