"""A clone as Git on Windows makes it, with CRLF in text, holds the very tables that were committed."""

import shutil
import subprocess

import pytest
from click.testing import CliRunner

from tracker.cli import main
from tracker.resources import data_folder

ROOT = data_folder().parent

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="needs a checkout and git"
)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("windows") / "clone"
    command = ["git", "-c", "core.autocrlf=true", "clone", "--quiet", "--depth=1", ROOT.as_uri(), folder]
    subprocess.run(command, check=True, capture_output=True)
    assert b"\r\n" in (folder / "README.md").read_bytes()  # else nothing was tried
    return folder


def test_no_file_of_the_data_gets_other_line_ends(clone):
    texts = [path for path in (clone / "data").rglob("*") if path.is_file() and path.suffix != ".zip"]
    assert len(texts) > 10
    assert [path.name for path in texts if b"\r" in path.read_bytes()] == []


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_its_data_pass(clone, command):
    result = CliRunner().invoke(main, [*command, "--data", str(clone / "data")])
    assert result.exit_code == 0, result.output
