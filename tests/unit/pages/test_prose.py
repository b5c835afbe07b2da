"""Markdown becomes HTML that asks for nothing and runs nothing, in parts that can be linked to."""

import pytest

from tracker.pages.prose import anchor_of, inline, parts


def test_a_text_is_taken_apart_at_its_second_headings():
    first, second = parts("# All\n## One thing\nText, **strong**.\n### Below\n## Other, *new*\n- a\n")
    assert (first.title, first.anchor) == ("One thing", "one-thing")
    assert first.html == "<p>Text, <strong>strong</strong>.</p>\n<h3>Below</h3>\n"
    assert second.html == "<ul>\n<li>a</li>\n</ul>\n"


def test_what_stands_before_the_first_heading_is_kept_without_one():
    lead, part = parts("# All\nLead.\n## One\n")
    assert (lead.title, lead.html) == ("", "<p>Lead.</p>\n")
    assert (part.title, part.html) == ("One", "")


def test_no_text_has_no_parts():
    assert parts("") == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "[a](javascript:alert)",
        "![a](https://e.org/a.png)",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(text):
    for html in (inline(text), *(part.html for part in parts(text))):
        assert not any(tag in html for tag in ("<script", "<b ", 'href="javascript', "<img"))


def test_what_stands_between_backticks_is_code():
    assert inline("by `source_id`, <in> order") == "by <code>source_id</code>, &lt;in&gt; order"


def test_an_anchor_is_plain():
    assert anchor_of("How rounds, letters and events are told apart") == (
        "how-rounds-letters-and-events-are-told-apart"
    )
