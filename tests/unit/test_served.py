"""A folder that changes while it is served: whole versions or none, and each change is read once."""

import gc
import os
import shutil
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date
from threading import Event
from weakref import ref

import pytest

from builders import a_data_folder, describe, edit, rewrite
from tracker.address import Address
from tracker.loading import load
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.problems import DataError
from tracker.resources import data_folder
from tracker.served import Served, signature_of

LETTER = ("2018-01", "jackson-ms")


@pytest.fixture
def folder(tmp_path):
    return a_data_folder(tmp_path)


class Reader:
    """Reads a folder and counts how often; `again` is told of each time but the first."""

    def __init__(self, again):
        self.count, self.again = 0, again

    def __call__(self, folder):
        if self.count:
            self.again("reloads survived")
        self.count += 1
        return load(folder)


@pytest.fixture
def reader(toll):
    return Reader(toll)


@pytest.fixture
def served(folder, reader):
    return Served(folder, reader)


def looked(served):
    """Look twice: what changed has then stood still."""
    served.look(lambda _: None)
    served.look(lambda _: None)
    return served()


def note_of(dataset):
    letters = dataset.letters.set_index(["round_id", "jurisdiction_id"])
    return letters.at[LETTER, "note"]


def break_it(folder):
    edit(folder, "letters", LETTER, confidence="sure")


def test_good_then_good_is_shown_whole_and_read_once(folder, served, reader):
    first = served()
    edit(folder, "letters", LETTER, note="A newer note.")
    assert served() is first
    second = looked(served)
    assert (note_of(first), note_of(second)) == ("", "A newer note.")
    assert second.version != first.version
    assert looked(served) is second
    assert reader.count == 2


def test_a_version_that_was_replaced_goes_with_all_that_was_made_of_it(folder, served):
    def prepare(dataset):
        snapshot(PageRequest("", Address.parse("state=CA", dataset), date(2026, 11, 26)), dataset)
        gc.freeze()  # a server spares the collector all that stands, see tracker.web.warm

    try:
        prepare(served())
        first = ref(served())
        edit(folder, "letters", LETTER, note="A newer note.")
        served.look(prepare)
        served.look(prepare)
        assert note_of(served()) == "A newer note."
        gc.collect()
        assert first() is None
    finally:
        gc.unfreeze()


def test_files_still_being_written_are_not_read(folder, served, reader):
    first = served()
    prepared = []
    edit(folder, "letters", LETTER, note="A newer note.")
    served.look(prepared.append)
    edit(folder, "letters", LETTER, note="A note newer still.")
    served.look(prepared.append)
    assert served() is first
    served.look(prepared.append)
    assert prepared == [served()]
    assert note_of(served()) == "A note newer still."
    assert reader.count == 2


def test_files_that_change_while_they_are_read_are_read_again(folder):
    def meddling(path):
        dataset = load(path)
        if not meddled:
            meddled.append(True)
            edit(folder, "letters", LETTER, note="A note newer still.")
        return dataset

    meddled = [True]
    served = Served(folder, meddling)
    first = served()
    meddled.clear()
    edit(folder, "letters", LETTER, note="A newer note.")
    assert looked(served) is first
    assert note_of(looked(served)) == "A note newer still."


def test_files_that_change_under_the_first_reader_are_shown_and_read_again(folder):
    def meddling(path):
        dataset = load(path)
        if not meddled:
            meddled.append(True)
            edit(folder, "letters", LETTER, note="A newer note.")
        return dataset

    meddled = []
    served = Served(folder, meddling)
    assert note_of(served()) == ""
    assert note_of(looked(served)) == "A newer note."


def test_a_look_while_the_first_reader_waits_reads_nothing_again(folder):
    reading, go_on = Event(), Event()
    counted = []

    def slow(path):
        counted.append(path)
        reading.set()
        assert go_on.wait(60)
        return load(path)

    served = Served(folder, slow)
    served.look(lambda _: None)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(served)
        assert reading.wait(60)
        look = threads.submit(served.look, lambda _: None)
        assert wait([look], timeout=0.2).not_done == {look}
        go_on.set()
        look.result(60)
        assert served() is first.result(60)
    assert counted == [folder]


def test_that_newer_files_are_refused_is_said_before_anything_is_made_for_readers(folder, served):
    served()
    told = []
    break_it(folder)
    served.look(lambda _: told.append(False))
    served.look(lambda dataset: told.append(dataset is served() and bool(dataset.refused.errors)))
    assert told == [True]
    edit(folder, "letters", LETTER, confidence="confirmed", note="Put right.")
    served.look(lambda _: told.append(False))
    served.look(lambda dataset: told.append(dataset is not served()))
    assert told == [True, True]


def test_bad_files_leave_the_last_good_version_and_are_read_once(folder, served, reader, caplog):
    first = served()
    break_it(folder)
    kept = looked(served)
    assert kept.version == first.version
    assert [problem.code for problem in kept.refused.problems] == ["vocabulary"]
    assert f"Version {first.version} is still shown" in caplog.text
    assert "letters.csv" in caplog.text
    assert looked(served) is kept
    assert reader.count == 2


def test_files_put_right_are_shown_and_nothing_is_refused_any_more(folder, served, caplog):
    first = served()
    break_it(folder)
    looked(served)
    edit(folder, "letters", LETTER, confidence="confirmed", note="Put right.")
    right = looked(served)
    assert note_of(right) == "Put right."
    assert right.refused.problems == ()
    assert right.version != first.version
    assert f"Version {right.version} of the data is shown now" in caplog.text


def test_a_folder_that_is_bad_from_the_start_is_read_once_a_change(folder, served, reader, caplog):
    break_it(folder)
    for _ in range(3):
        with pytest.raises(DataError, match="vocabulary"):
            served()
    assert reader.count == 1
    edit(folder, "letters", LETTER, confidence="confirmed")
    assert served().refused.problems == ()
    assert reader.count == 2


def test_a_table_cut_at_the_end_of_a_line_is_refused(folder, reader):
    shutil.rmtree(folder)
    shutil.copytree(data_folder(), folder)
    served = Served(folder, reader)
    first = served()
    rewrite(folder, "events.csv", lambda raw: b"".join(raw.splitlines(True)[:-1]))
    kept = looked(served)
    assert kept.version == first.version
    assert "stated-content" in [problem.code for problem in kept.refused.problems]


def test_a_folder_that_vanishes_leaves_the_last_good_version(folder, served, tmp_path):
    first = served()
    folder.rename(tmp_path / "away")
    kept = looked(served)
    assert kept.version == first.version
    assert [problem.code for problem in kept.refused.problems] == ["missing-file"]
    (tmp_path / "away").rename(folder)
    assert looked(served).refused.problems == ()


def test_a_link_to_another_folder_is_a_change(folder, tmp_path, reader):
    (tmp_path / "now").symlink_to(folder)
    served = Served(tmp_path / "now", reader)
    first = served()
    other = shutil.copytree(folder, tmp_path / "other")
    edit(other, "letters", LETTER, note="A newer note.")
    (tmp_path / "now").unlink()
    (tmp_path / "now").symlink_to(other)
    assert looked(served).version != first.version


def test_the_same_content_stays_the_same_version(folder, served):
    first = served()
    for path in folder.glob("*.csv"):
        os.utime(path, (0, 0))
    assert looked(served) is first


def test_boundaries_put_right_are_shown(folder, served):
    counties = folder / "boundaries" / "counties.json"
    right = counties.read_bytes()
    served()
    counties.write_bytes(b"{}")
    assert looked(served).refused.problems
    counties.write_bytes(right)
    assert looked(served).refused.problems == ()


def test_a_clock_set_back_hides_no_change(folder, served):
    first = served()
    describe(folder, lambda package: package.update(title="Another title"))
    os.utime(folder / "datapackage.json", (1, 1))
    assert looked(served).version != first.version


def test_a_folder_that_is_not_there_has_no_files(tmp_path):
    assert signature_of(tmp_path / "nowhere") == ()
