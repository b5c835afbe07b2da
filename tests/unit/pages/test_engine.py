"""What the template engine does to every text that a page prints."""

import re

from tracker.pages import engine
from tracker.pages.engine import render

DAY = "It was Jan. 24, 2018."
WHOLE = "It was Jan.\N{NO-BREAK SPACE}24, 2018."


def test_month_and_day_keep_together_wherever_a_page_prints_them():
    assert WHOLE in render("part_heading.html.j2", text=DAY)


def test_a_text_to_copy_is_given_as_it_is():
    assert DAY in render("copy_field.html.j2", label="A citation", text=DAY)


def test_text_is_escaped_all_the_same():
    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in render("part_heading.html.j2", text="<b>5 & 6</b>")


def test_a_text_in_a_string_of_a_style_sheet_ends_neither():
    hostile = 'a"} </style><script>\\'
    written = engine.css_text(hostile)
    assert not set(written) & set('"{}<>\n')
    assert re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), written) == hostile
