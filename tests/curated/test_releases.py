"""The releases that are kept: each is the content that its name says, and the newest is among them."""

import csv
import io
import json
import zipfile

from tracker.versions import content_hash, version_name


def files_of(package):
    with zipfile.ZipFile(io.BytesIO(package)) as kept:
        return {name: kept.read(name) for name in kept.namelist()}


def test_the_release_that_the_data_name_is_kept(dataset):
    assert dataset.version.stated in dataset.releases


def test_a_release_holds_the_content_of_its_name(dataset):
    for name, package in dataset.releases.items():
        files = files_of(package)
        descriptor = json.loads(files["datapackage.json"])
        tables = {resource["path"]: files[resource["path"]] for resource in descriptor["resources"]}
        drawn = {path: files[path] for path in ("boundaries/states.json", "boundaries/counties.json")}
        day = descriptor["released_on"].replace("-", ".")
        assert version_name(day, content_hash(descriptor, tables | drawn)) == descriptor["version"] == name


def test_every_letter_once_published_is_on_record_or_said_to_be_withdrawn(dataset):
    """An id is never lost: what leaves a table leaves a line in the log."""
    log = dataset.beside["CHANGELOG.md"].decode()
    now = set(zip(dataset.letters["round_id"], dataset.letters["jurisdiction_id"], strict=True))
    for package in dataset.releases.values():
        for row in csv.DictReader(io.StringIO(files_of(package)["letters.csv"].decode())):
            key = (row["round_id"], row["jurisdiction_id"])
            assert key in now or " + ".join(key) in log
