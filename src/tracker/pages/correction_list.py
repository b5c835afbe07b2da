"""The log of corrections, in the words that every page has for them."""

from tracker.address import Address
from tracker.changes import corrections
from tracker.dataset import Dataset
from tracker.pages.engine import render


def corrections_html(dataset: Dataset, address: Address) -> str:
    """Return the corrections as HTML, the newest first; where there is none, a sentence that says so."""
    recorded = [*dataset.letters["recorded_on"], *dataset.events["recorded_on"]]
    names = dict(zip(dataset.jurisdictions["jurisdiction_id"], dataset.jurisdictions["name"], strict=True))
    return render(
        "corrections.html.j2",
        corrections=corrections(dataset),
        names=names,
        address=address,
        since=min(recorded, default=None),
        sources=dataset.sources_by_id,
    )
