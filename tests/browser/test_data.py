"""The data page in a real browser: its files arrive as they are published."""

from pathlib import Path

import pytest

from tracker.resources import data_folder

pytestmark = pytest.mark.browser

RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


@pytest.mark.parametrize("name", ["letters.csv", "sources.csv", "datapackage.json"])
def test_a_download_is_the_published_file(reader, dataset, name):
    reader.open("data?as_of=2018-01-25")
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=name).click()
    stem, _, suffix = name.partition(".")
    assert waiting.value.suggested_filename == f"{stem}-{dataset.version.name}.{suffix}"
    assert Path(waiting.value.path()).read_bytes() == (data_folder() / name).read_bytes()
    assert reader.query == [("as_of", "2018-01-25")]


def test_on_a_phone_every_part_is_there_and_nothing_runs_off_the_side(phone):
    phone.open("data")
    for anchor in ("downloads", "tables", "words", "checks"):
        assert phone.page.locator(f"#{anchor}").is_visible()
    assert not phone.page.evaluate(RUNS_OFF)
