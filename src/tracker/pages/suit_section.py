"""The suits that the comparison counts, group by group, each linked to what is on record of it."""

from tracker.address import Address
from tracker.filters import Filters, Selection
from tracker.grouping import suits_by_group
from tracker.pages.engine import render


def suits_html(selection: Selection, by: str) -> str:
    """Return the suits that bear on the letters named of each group; "" where none does."""
    cases = selection.dataset.cases_by_id
    page = Address(Filters(as_of=selection.filters.as_of)).link("cases")
    groups = [
        {
            "word": group.word,
            "label": group.label,
            "suits": [cases[key] | {"href": f"{page}#case-{key}"} for key in suits],
        }
        for group, suits in suits_by_group(selection, by).items()
    ]
    return render("group_suits.html.j2", groups=groups) if groups else ""
