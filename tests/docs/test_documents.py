"""What the documents name is there: what they link, files and modules, words of the Makefile."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "src" / "tracker"
DOCUMENTS = sorted(
    path
    for folder in (".", "docs", "deploy")
    for path in (ROOT / folder).glob("*.md")
    if path.name != "CHANGELOG.md"  # it names what there was
)
WORDS = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

of_each = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def anchors(path):
    """The places of a document that a link may lead to, as GitHub names its headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_there(name, document):
    """Names are of the root, of the document's own folder, of the library or of the data."""
    return any((base / name).exists() for base in (ROOT, document.parent, LIBRARY, ROOT / "data"))


@of_each
def test_a_link_leads_to_a_file_and_a_heading_that_there_are(document):
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", document.read_text("utf-8")):
        path = document.parent / target if target else document
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), anchor


@of_each
def test_a_file_that_is_named_is_there(document):
    named = re.findall(
        r"(?<!\[)`((?:[\w.-]+/)*[\w.-]+(?:/|\.(?:py|j2|md|conf|yaml|yml|json|csv|txt|toml)))`",
        document.read_text("utf-8"),
    )
    files = [name for name in named if not name.startswith("SITE/")]  # addresses of the tracker
    assert [name for name in files if not is_there(name, document)] == []


@of_each
def test_a_word_of_make_is_in_the_makefile(document):
    words = re.findall(r"(?:^|`|; |[A-Z]+=\d+ )make ([a-z][\w-]*)", document.read_text("utf-8"), re.MULTILINE)
    assert set(words) <= WORDS


@pytest.mark.parametrize(
    "workflow", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda w: w.stem
)
def test_a_word_of_make_in_a_workflow_is_in_the_makefile(workflow):
    runs = re.findall(
        r"(?:run: |^ +)make ((?:[a-z][\w-]*|\.venv/\S+)(?: [a-z][\w-]*)*)$",
        workflow.read_text("utf-8"),
        re.MULTILINE,
    )
    words = {word for run in runs for word in run.split() if not word.startswith(".venv/")}
    assert words <= WORDS
