"""Data that means harm: markup, quotes, line ends, formulas, controls, right-to-left marks, endless text."""

from dataclasses import replace

import tracker

HOSTILE = (
    "</title></script><script>alert(1)</script>\"'&amp;&]]>--><!--\r\nEND:VEVENT\r\nBEGIN:VALARM\n;,\\\\n"
    "=cmd|'/c calc'!A1\t\u202e\u200f\x00\x07\x0b\x1b\x7f\x85\u2028\u2029\ufeff\ufffe\U0001f9ff" + "x" * 10_000
)

TEXTS = {
    "jurisdictions": ("name",),
    "rounds": ("name", "demand", "consequence"),
    "letters": ("addressee", "note"),
    "events": ("summary",),
    "sources": ("publisher", "title", "url", "note"),
    "cases": ("name", "outcome"),
}
"""The columns of free text, by table."""


def hostile_dataset(dataset: tracker.Dataset, text: str = HOSTILE) -> tracker.Dataset:
    """Return the dataset with this text in every cell of free text; addresses of sources stay addresses."""
    tables = dict(dataset.tables)
    for name, columns in TEXTS.items():
        cells = {column: text for column in columns if column != "url"}
        tables[name] = tables[name].assign(**cells).astype(dict.fromkeys(cells, "str"))
    tables["sources"] = tables["sources"].assign(url="https://example.org/?" + text).astype({"url": "str"})
    return replace(dataset, tables=tables)
