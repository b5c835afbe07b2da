"""A view by status as a bar: the legend of the map, and the filter by status, in one."""

from dataclasses import replace

from tracker.address import Address
from tracker.evidence import Count
from tracker.filters import Selection
from tracker.memo import once
from tracker.pages.engine import render
from tracker.vocabulary import Status, Suit


@once(512)
def tally_html(selection: Selection, address: Address) -> str:
    """Return the statuses that the other filters leave, each with its count and a link that filters by it.

    Letters that no source names are a hollow part of the bar, and are counted apart.
    """
    filters, words = selection.filters, selection.campaign.words(Status)
    counts = selection.counts("status", "status")
    parts = [
        {
            "status": words[status],
            "count": counts.get(str(status), Count()),
            "is_chosen": status in filters.status,
            "href": address.staying("", replace(filters, status=_toggled(filters.status, status))),
        }
        for status in Status
        if status in counts or status in filters.status
    ]
    return render(
        "tally.html.j2",
        parts=parts,
        chosen=bool(filters.status),
        has_other_suits=_has_other_suits(selection),
    )


def _has_other_suits(selection: Selection) -> bool:
    """Tell whether any letter bears a court case that its status does not tell of."""
    letters = selection.letters
    return bool(((letters["suit"] != Suit.NONE) & (letters["status"] != Status.IN_COURT)).any())


def _toggled(chosen: tuple[str, ...], status: str) -> tuple[str, ...]:
    """Add a status to those chosen, or take it out."""
    return tuple(word for word in chosen if word != status) if status in chosen else (*chosen, str(status))
