"""Rules for links."""

import pytest

from builders import describe, edit, found_in, new_in

SOURCE = "9news-20180124-denver"


@pytest.mark.parametrize("column", ["url", "original_url"])
@pytest.mark.parametrize(
    "url", ["https://[::1", "https://me:secret@example.org/", "https://example.org:99999/"]
)
def test_a_link_that_breaks_a_page_is_found(folder, column, url):
    edit(folder, "sources", SOURCE, hosting="copy", **{column: url})
    assert found_in(folder) == [(SOURCE, column, "link")]


@pytest.mark.parametrize("part", ["utm_source=x", "a=1&utm_campaign=x", "fbclid=x", "msclkid=x"])
def test_a_link_that_tells_where_the_reader_came_from_is_found(folder, part):
    edit(folder, "sources", SOURCE, url=f"https://www.9news.com/story?{part}")
    assert found_in(folder) == [(SOURCE, "url", "tracking-link")]


def test_a_link_may_have_a_query(folder):
    edit(folder, "sources", SOURCE, url="https://www.9news.com/story?id=utm_x&page=2")
    assert found_in(folder) == []


@pytest.mark.parametrize("path", ["javascript:alert(1)", "https://[::1", "https://a:b@example.org/"])
def test_a_licence_that_is_no_link_is_found(folder, path):
    describe(folder, lambda package: package["licenses"][0].update(path=path))
    (problem,) = new_in(folder)
    assert (problem.file, problem.row, problem.code) == ("datapackage.json", "licenses[0].path", "descriptor")
