"""Rules for the text in a cell: nothing unseen, and nothing that a spreadsheet would run."""

import re
from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Control characters, line and paragraph separators, direction marks, fillers and characters of no width."""

ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""Spaces that look like the plain one and are none: words beside them are not found by a search."""

_ODD = re.compile(f"[{ODD_SPACES}]")
_ONE_TOO_MANY = f"  |(?:^|;) | (?:;|$)|{_ODD.pattern}"
"""Where a space may be one too many or odd; in a text that is no list a semicolon has one behind it."""


@check("stray-space")
def check_spaces(draft: Draft) -> Iterator[Finding]:
    """A cell, or an entry of a list, has plain spaces only, none at either end and no two in a row."""
    for name, column, row, cell in draft.cells_with(_ONE_TOO_MANY):
        entries = cell.split(column.separator) if column.separator else (cell,)
        if odd := _ODD.search(cell):
            sign = f"the odd space U+{ord(odd[0]):04X} stands at {odd.start() + 1}"
            message = f"{sign}; `tracker format` makes it plain"
            yield Finding(name, row, column.name, message)
        elif "  " in cell or any(entry != entry.strip(" ") for entry in entries):
            yield Finding(name, row, column.name, "a space too many, at an end or beside another")


@check("control-character")
def check_control_characters(draft: Draft) -> Iterator[Finding]:
    """A cell has no line break, tab or other character that cannot be seen."""
    for name, column, row, cell in draft.cells_with(_UNSEEN.pattern):
        if sign := _UNSEEN.search(cell):
            message = f"the unseen character U+{ord(sign[0]):04X} stands at {sign.start() + 1}"
            yield Finding(name, row, column.name, message)


@check("formula")
def check_formula(draft: Draft) -> Iterator[Finding]:
    """Text does not begin with = + - @ or a tab, which a spreadsheet would run as a formula."""
    for name, column, row, cell in draft.cells_with("^[=+\\-@\t]"):
        if column.type == "string":
            yield Finding(name, row, column.name, f"text begins with “{cell[0]}”, as a formula does")
