"""What the template engine does to every text that a page prints."""

from tracker.pages.engine import render

DAY = "It was Jan. 24, 2018."
WHOLE = "It was Jan.\N{NO-BREAK SPACE}24, 2018."


def test_month_and_day_keep_together_wherever_a_page_prints_them():
    assert WHOLE in render("part_heading.html.j2", text=DAY)


def test_a_text_to_copy_is_given_as_it_is():
    assert DAY in render("copy_field.html.j2", label="A citation", text=DAY)


def test_text_is_escaped_all_the_same():
    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in render("part_heading.html.j2", text="<b>5 & 6</b>")
