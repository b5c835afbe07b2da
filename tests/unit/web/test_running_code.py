"""New code needs a restart, and a server that runs on without one says so."""

import os
from pathlib import Path

import pytest

import tracker
from tracker.resources import dashboard_folder
from tracker.web.running_code import CODE, RunningCode


@pytest.fixture
def package(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "head.html.j2").write_text("<title>", "utf-8")
    (tmp_path / "cli.py").write_text("main = None", "utf-8")
    return tmp_path


def replaced(package):
    """Put a file of the same size in the place of another, as a checkout does."""
    (package / "new").write_text("main = Nope", "utf-8")
    os.utime(package / "new", ns=(1, 1))
    (package / "new").rename(package / "cli.py")


CHANGES = {
    "another text": lambda package: (package / "pages" / "head.html.j2").write_text("<title>x", "utf-8"),
    "another time": replaced,
    "a new file": lambda package: (package / "pages" / "foot.html.j2").touch(),
    "one gone": lambda package: (package / "cli.py").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_code_that_changes_below_a_server_is_noticed(package, change):
    code = RunningCode([package])
    assert code.is_current()
    change(package)
    assert not code.is_current()


def test_what_python_keeps_is_no_code_and_neither_are_the_data(package):
    for name in ("__pycache__", "data"):
        (package / name).mkdir()
    code = RunningCode([package])
    (package / "__pycache__" / "cli.pyc").touch()
    (package / "data" / "letters.csv").touch()
    assert code.is_current()


def test_the_library_and_the_pages_are_looked_at():
    assert (Path(tracker.__file__).parent, dashboard_folder()) == CODE
