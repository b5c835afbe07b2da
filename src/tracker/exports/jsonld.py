"""The dataset in the words of schema.org, for search engines that list datasets."""

import json
from typing import Any

from tracker.dataset import Dataset
from tracker.exports.formats import formats_of
from tracker.exports.paths import DATA_PACKAGE, file_path
from tracker.exports.provenance import licence_of
from tracker.exports.public_columns import columns
from tracker.exports.rows import TABLES, TITLES

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def dataset_jsonld(dataset: Dataset, base: str) -> dict[str, Any]:
    """Describe the dataset as a `Dataset` of schema.org.

    Args:
        dataset: the data.
        base: the address of the site, with its last slash.
    """
    descriptor, version = dataset.descriptor, dataset.version
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{base}data",
        "name": descriptor["title"],
        "alternateName": dataset.campaign.name,
        "description": descriptor["description"],
        "url": f"{base}data",
        "version": version.name,
        "identifier": f"sha256:{version.content_hash}",
        "license": licence_of(descriptor).url,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "keywords": descriptor.get("keywords", []),
        "creator": _creators(dataset),
        "datePublished": version.released_on.isoformat(),
        "dateModified": version.released_on.isoformat(),
        "temporalCoverage": _covered(dataset),
        "spatialCoverage": {"@type": "Place", "name": "United States"},
        "variableMeasured": _variables(dataset),
        "measurementTechnique": f"{base}about",
        "distribution": _distribution(base),
    }


def script_text(content: object) -> str:
    """Print a value as JSON that can stand inside `<script>`: no text of it can end the element."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False).translate(_ESCAPED)


def _creators(dataset: Dataset) -> list[dict[str, str]]:
    people = dataset.descriptor.get("contributors", [])
    return [{"@type": "Organization", "name": who["title"]} for who in people if who.get("role") == "author"]


def _covered(dataset: Dataset) -> str:
    """Give the span of the record: from the first round to the last day that the research reaches."""
    first = dataset.rounds["sent_on"].min().date()
    return f"{first.isoformat()}/{dataset.version.researched_to.isoformat()}"


def _variables(dataset: Dataset) -> list[dict[str, str]]:
    """Name the columns of the letters, the table that all others belong to."""
    return [
        {
            "@type": "PropertyValue",
            "name": column.name,
            "alternateName": column.title,
            "description": column.description,
        }
        for column in columns("letters", dataset)
    ]


def _distribution(base: str) -> list[dict[str, str]]:
    """List the whole package, then every table in each of its formats."""
    package = _download(
        "The whole data package", "Every table with its description.", "application/zip", base + DATA_PACKAGE
    )
    tables = (
        _download(
            f"{table} ({form.extension})",
            TITLES[table],
            form.media_type.partition(";")[0],
            base + file_path(table, form.extension),
        )
        for table in TABLES
        for form in formats_of(table)
    )
    return [package, *tables]


def _download(name: str, description: str, encoding: str, link: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": name,
        "description": description,
        "encodingFormat": encoding,
        "contentUrl": link,
    }
