"""What the README says is true: its lines run, its example views mean something, it names every package."""

import re
from pathlib import Path

import pytest

from tracker import Filters

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("query", re.findall(r"\| `/\?([^`]+)` \|", README))
def test_an_example_view_means_something(dataset, query):
    filters, refused = Filters.parse(query, dataset)
    assert refused == ()
    assert len(filters.apply(dataset).letters) > 0


@pytest.mark.parametrize(
    "init", sorted((ROOT / "src" / "tracker").glob("*/__init__.py")), ids=lambda init: init.parent.name
)
def test_every_package_has_a_line_on_the_map(init):
    assert len(re.findall(rf"^\| `{init.parent.name}/` \| ", README, re.MULTILINE)) == 1


def test_every_command_of_the_tool_is_named():
    from tracker.cli import main

    assert all(f"`{name}`" in README for name in main.commands)


def test_every_python_block_of_the_readme_runs():
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 1
    names = {}
    for block in blocks:
        exec(block, names)  # each goes on from the one before, as in a notebook
    assert len(names["view"].letters) == 9 == len(names["tracker"].to_frame(names["view"]))
