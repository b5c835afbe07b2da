"""The pages of the site as a sitemap (sitemaps.org)."""

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element

from tracker.dataset import Dataset
from tracker.exports.markup import add, document

SITEMAP = "sitemap.xml"
"""The name of the file."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[tuple[str, date]]) -> bytes:
    """Write a sitemap of whole addresses, each with the day of its last change."""
    urls = Element("urlset", {"xmlns": _NAMESPACE})
    for link, day in pages:
        url = add(urls, "url")
        add(url, "loc", link)
        add(url, "lastmod", day.isoformat())
    return document(urls)


def changed_on(dataset: Dataset) -> dict[str, date]:
    """Return for each place by id the day on which its newest letter or event entered the dataset.

    A place with neither has the day of the release.
    """
    newest: dict[str, date] = {}
    for frame in (dataset.letters, dataset.events):
        for place, day in frame.groupby("jurisdiction_id")["recorded_on"].max().dropna().items():
            newest[str(place)] = max(day.date(), newest.get(str(place), date.min))
    places = dataset.jurisdictions["jurisdiction_id"]
    return {str(place): newest.get(str(place), dataset.version.released_on) for place in places}
