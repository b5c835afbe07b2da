"""The data page: which data this is, what every table, column and word means, and which rules it passed."""

from datetime import date

from tracker.address import Address
from tracker.coverage import coverage
from tracker.dataset import Dataset
from tracker.exports.entries import CHECKING, DERIVED, FILES, STATUS, VOCABULARIES, checks, entries, worded
from tracker.pages.engine import render
from tracker.pages.page import Page, made_once
from tracker.pages.prose import inline


@made_once
def data_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Describe the data from their own descriptor, and the code's vocabularies and checks."""
    tables = [(table, len(dataset.tables[name]), entries(table)) for name, table in dataset.schema.items()]
    values = {
        "descriptor": dataset.descriptor,
        "version": dataset.version,
        "tables": tables,
        "as_of": address.filters.day(dataset, today),
        "about": address.link("about"),
        "inline": inline,
    }
    version = dataset.version
    return Page(
        title="The data and their dictionary",
        description=(
            f"{len(tables)} tables, version {version.name}: rows, columns, words and checks. "
            f"{dataset.descriptor['licenses'][0]['title']}."
        ),
        sections={
            "head": render("data_head.html.j2", **values),
            "evidence": render("data_evidence.html.j2", coverage=coverage(dataset)),
            "downloads": render("data_downloads.html.j2", version=version),
            "dictionary": render("data_dictionary.html.j2", files=FILES, **values),
            "words": _words(dataset, address),
            "checks": render(
                "data_checks.html.j2", checks=checks(), text=CHECKING, report=dataset.report, inline=inline
            ),
        },
    )


def _words(dataset: Dataset, address: Address) -> str:
    return render(
        "data_words.html.j2",
        vocabularies=worded(VOCABULARIES | DERIVED, dataset.campaign),
        derived=STATUS,
        about=address.link("about"),
    )
