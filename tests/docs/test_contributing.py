"""CONTRIBUTING's walk through a round of five is done as it stands, by command and by hand."""

import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import new_in
from tracker.cli import main

ROOT = Path(__file__).parents[2]
WALK = (
    (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("### A round of five")[2].partition("\n### ")[0]
)
DAY = date(2026, 11, 26)
"""The day on which the rows of the walk are entered."""

pytestmark = pytest.mark.slow


def commands():
    blocks = re.findall(r"^```sh\n(.*?)^```$", WALK, re.MULTILINE | re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.replace("\\\n", " ").splitlines()]


def rows():
    return re.findall(r"^```csv (\w+)\n(.*?)^```$", WALK, re.MULTILINE | re.DOTALL)


def run(folder, *words):
    result = CliRunner().invoke(main, [*words, "--data", str(folder)])
    assert result.exit_code == 0, result.output
    return result.output


def edit(folder, begins, old, new):
    """Change a cell of the one letter whose line begins so, as in a text editor."""
    path = folder / "letters.csv"
    (line,) = [line for line in path.read_text("utf-8").splitlines() if line.startswith(begins)]
    path.write_text(path.read_text("utf-8").replace(line, line.replace(old, new, 1)), "utf-8")


def follow(folder, command):
    tool, *words = command
    assert tool == "tracker"
    run(folder, *words)


@pytest.fixture(scope="module")
def by_command(tmp_path_factory):
    """The data after the commands up to `tracker check`, and after all of them."""
    folder = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("command") / "data"))
    end = commands().index(["tracker", "check"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.cli.today", lambda zone: DAY)
        for command in commands()[: end + 1]:
            follow(folder, command)
        checked = Path(shutil.copytree(folder, folder.parent / "checked"))
        for command in commands()[end + 1 :]:
            follow(folder, command)
    return checked, folder


def test_the_walk_by_command_ends_with_sound_data(by_command):
    checked, _ = by_command
    assert "0 errors" in run(checked, "check")
    assert new_in(checked) == []
    run(checked, "format", "--check")


def test_the_walk_by_hand_gives_the_same_tables(by_command, tmp_path):
    _, corrected = by_command
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    for table, text in rows():
        path = folder / f"{table}.csv"
        path.write_bytes(path.read_bytes() + text.encode())
    begins, new, old = re.search(
        r"begins with `(.+?)` gets\s`(.+?)` in place of `(.+?)`", WALK, re.DOTALL
    ).groups()
    edit(folder, begins, old, new)
    run(folder, "format")
    for path in [*sorted(corrected.glob("*.csv")), *sorted(corrected.rglob("*.json"))]:
        assert (folder / path.relative_to(corrected)).read_bytes() == path.read_bytes()


def test_what_the_walk_added_is_told(by_command):
    checked, corrected = by_command
    told = run(checked, "diff", str(ROOT / "data"))
    assert len(re.findall("^- DOJ wrote to .* in a letter dated June 15, 2026", told, re.MULTILINE)) == 5
    assert "Corrected on Nov. 26, 2026: The January 2018 letter to Jackson" in run(
        corrected, "diff", str(checked)
    )
    assert "0 errors" in run(corrected, "check")
