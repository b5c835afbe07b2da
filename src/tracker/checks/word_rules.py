"""Rules for words: contested ones are somebody's and never ours, and none is garbled."""

import re
from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check

OUR_SENTENCES = {
    "rounds": ("name", "authority", "demand", "consequence", "recipients_note"),
    "letters": ("note",),
    "cases": ("outcome",),
    "events": ("summary",),
    "documents": ("says",),
    "sources": ("note",),
    "corrections": ("why",),
}
"""The columns that hold sentences of our own, by table; a title or a quotation is in its author's words."""

WHOLE = 5
"""Garbled cells that come from one wrong reading of their file."""

_LOST = "\ufffd"
"""What stands for a sign that a program could not read."""

_BEYOND_ASCII = re.compile(rf"[^\x00-\x7f]{{2,}}|{_LOST}")
"""Signs that may have been others: in UTF-8 each has two bytes or more, which made as many signs."""


@check("contested-word")
def check_contested(draft: Draft) -> Iterator[Finding]:
    """A word that the campaign names as contested is in quotes or in a name: it is somebody’s, never ours."""
    campaign = draft.campaign
    if not campaign.contested:
        return
    words = "|".join(map(re.escape, campaign.contested))
    contested = re.compile(rf"\w*(?:{words})\w*", re.IGNORECASE)
    quoted = re.compile("|".join(["“[^”]*”", *map(re.escape, campaign.contested_names)]), re.IGNORECASE)
    for name, column, row, cell in draft.cells_with(f"(?i){words}"):
        is_ours = column.name in OUR_SENTENCES.get(name, ())
        if is_ours and (match := contested.search(quoted.sub("", cell))):
            yield Finding(name, row, column.name, f"{match[0]} is not ours to say; put it in “quotes”")


@check("mojibake")
def check_mojibake(draft: Draft) -> Iterator[Finding]:
    """Text was not read in a wrong encoding on its way here, which makes “ÃƒÂ©” of “é”."""
    garbled: dict[str, list[Finding]] = {}
    for name, column, row, cell in draft.cells_with(_BEYOND_ASCII.pattern):
        wrong = next(filter(None, map(_read_wrongly, _BEYOND_ASCII.findall(cell))), "")
        if wrong and column.type == "string":
            garbled.setdefault(name, []).append(Finding(name, row, column.name, f"garbled text: {wrong}"))
    for name, findings in garbled.items():
        yield from findings if len(findings) < WHOLE else [_of_whole(name, findings)]


def _of_whole(table: str, findings: list[Finding]) -> Finding:
    """Say once what happened to a whole file, where it shows first."""
    first = min(findings, key=lambda one: one.row or 0)
    message = f"{first.message}, and {len(findings) - 1:,} more: the file was read in a wrong encoding"
    return Finding(table, first.row, first.column, message)


def _read_wrongly(signs: str) -> str:
    """Say what signs beyond ASCII were before they were read in a wrong encoding; "" where they are right."""
    if _LOST in signs:
        return "a sign is lost"
    try:
        return f"“{signs}” was “{signs.encode('cp1252').decode()}”"
    except UnicodeError:
        return ""
