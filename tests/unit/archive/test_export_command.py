"""`tracker export` writes an archive, replaces an earlier one, and touches nothing else."""

from datetime import date

import pytest
from click.testing import CliRunner

from tracker.archive import MANIFEST
from tracker.cli import main


@pytest.fixture
def asked(monkeypatch):
    """What the command asks for; it gets two small files."""
    calls = []

    def small(dataset, day, icon, base, contact, is_marked):
        calls.append((day, base, contact, is_marked))
        digest = "0" * 64
        yield "index.html", b"page"
        yield "record/a.html", icon
        yield MANIFEST, f"{digest}  index.html\n{digest}  record/a.html\n".encode()

    monkeypatch.setattr("tracker.archive.archive", small)
    return calls


def export(folder, *options):
    return CliRunner(env={"TRACKER_CONTACT": ""}).invoke(main, ["export", str(folder), *options])


def test_the_files_are_written(asked, tmp_path):
    said = export(
        tmp_path / "new" / "folder", "--as-of", "2018-01-25", "--url", "https://example.org/letters"
    )
    assert said.exit_code == 0, said.output
    assert "index.html" in said.output
    assert asked == [(date(2018, 1, 25), "https://example.org/letters/", "", True)]
    assert (tmp_path / "new" / "folder" / "index.html").read_bytes() == b"page"
    assert (tmp_path / "new" / "folder" / "record" / "a.html").read_bytes().startswith(b"\x89PNG")


def test_csv_files_may_come_without_their_mark(asked, tmp_path):
    assert export(tmp_path / "new", "--no-bom").exit_code == 0
    assert [is_marked for *_, is_marked in asked] == [False]


def test_a_folder_with_anything_else_in_it_is_refused_and_left_alone(asked, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    said = export(tmp_path)
    assert said.exit_code == 1
    assert "not empty" in said.output
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    assert asked == []


def test_an_earlier_export_is_replaced_and_what_was_put_beside_it_stays(asked, tmp_path):
    export(tmp_path)
    (tmp_path / "CNAME").write_text("letters.example.org")
    digest = "0" * 64
    (tmp_path / "gone.html").write_text("of a place that was withdrawn")
    (tmp_path / MANIFEST).write_text(f"{digest}  index.html\n{digest}  gone.html\n")
    assert export(tmp_path).exit_code == 0
    assert not (tmp_path / "gone.html").exists()
    assert (tmp_path / "CNAME").exists()
    assert (tmp_path / "index.html").exists()


def test_an_export_that_breaks_off_leaves_the_earlier_one_whole(asked, tmp_path, monkeypatch):
    export(tmp_path)
    (tmp_path / "index.html").write_text("earlier")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def broken(*_):
        yield "index.html", b"half"
        raise OSError("no more")

    monkeypatch.setattr("tracker.archive.archive", broken)
    assert export(tmp_path).exit_code == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_full_disk_is_said_and_leaves_nothing_in_the_way_of_the_next_export(asked, tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tracker.exports.replacing.os.fsync", full)
        said = export(tmp_path / "site")
        assert said.exit_code == 1
        assert said.output.splitlines() == ["Error: no file was changed: No space left on device"]
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert export(tmp_path / "site").exit_code == 0


def test_a_list_of_files_that_names_others_reaches_none_outside(asked, tmp_path):
    (tmp_path / "outside.txt").write_text("not ours")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / MANIFEST).write_text(f"0  ../outside.txt\n0  {tmp_path}/outside.txt\n0  \n")
    assert export(folder).exit_code == 0
    assert (tmp_path / "outside.txt").exists()


def test_an_address_that_is_none_is_refused(asked, tmp_path):
    said = export(tmp_path, "--url", "letters.example.org")
    assert said.exit_code == 2
    assert "not a web address" in said.output
