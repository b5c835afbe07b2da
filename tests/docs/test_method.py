"""The texts that stand beside the data: `data/METHOD.md` for readers, `data/CHANGELOG.md` for editors."""

import re
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
METHOD = DATA / "METHOD.md"
CHANGELOG = DATA / "CHANGELOG.md"

HEADINGS = [
    "What this is and is not",
    "How facts are gathered",
    "How facts are rated",
    "How dates are written",
    "How rounds, letters and events are told apart",
    "How far the research reaches",
    "Known conflicts between sources",
    "What was not found",
    "Doubtful rows",
    "Known but left out",
    "Kept apart",
]
CODE_WORD = re.compile(
    r"`"
    r"|\b\w+_\w+"  # snake case
    r"|\b\d{4}-\d{2}\b"  # a round's id or an ISO date
    r"|\b[a-z]+(?:-[a-z0-9]+)*-\d{4}(?:\d{4})?\b"  # a case's or a source's id
)
BLAME = re.compile(r"\bfail\w*\s+to\s+(?:answer|respond|reply|comply)", re.IGNORECASE)
MAY_NAME_SANCTUARY = re.compile(r"“[^”]*”|\"[^\"]*\"|DOJ’s\s+list\s+of\s+sanctuary\s+jurisdictions")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def sanctuary_unquoted(text: str) -> list[str]:
    bare = MAY_NAME_SANCTUARY.sub("", text)
    return re.findall(r".{0,30}sanctuar.{0,30}", bare, re.IGNORECASE)


def dead_links(path: Path) -> list[str]:
    targets = [link.partition("#")[0] for link in LINK.findall(path.read_text("utf-8"))]
    return [
        target for target in targets if target and "://" not in target and not (path.parent / target).exists()
    ]


def test_every_heading_is_there_once_and_in_order():
    assert headings(METHOD.read_text("utf-8")) == HEADINGS


def test_a_reader_meets_no_code_words():
    assert CODE_WORD.findall(METHOD.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [METHOD, CHANGELOG], ids=lambda path: path.name)
class TestWording:
    def test_an_unknown_answer_is_nobodys_failure(self, path):
        assert BLAME.findall(path.read_text("utf-8")) == []

    def test_sanctuary_is_quoted_or_a_lists_own_name(self, path):
        assert sanctuary_unquoted(path.read_text("utf-8")) == []

    def test_every_relative_link_exists(self, path):
        assert dead_links(path) == []

    def test_lines_are_wrapped(self, path):
        assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 110] == []


@pytest.mark.parametrize(
    "text", ["not_relisted", "`cleared`", "since 2018-01", "2018-01-24", "united-states-v-boston-2025"]
)
def test_a_code_word_is_noticed(text):
    assert CODE_WORD.search(text)


@pytest.mark.parametrize("text", ["Miami-Dade County", "mid-April 2018", "Jan. 24, 2018", "FY2017", "FOX 11"])
def test_a_plain_word_is_let_pass(text):
    assert not CODE_WORD.search(text)


@pytest.mark.parametrize("text", ["It failed to\nanswer.", "cities failing to respond"])
def test_blame_is_noticed(text):
    assert BLAME.search(text)


def test_only_an_unquoted_sanctuary_is_noticed():
    assert sanctuary_unquoted('“sanctuary” and "sanctuary" and DOJ’s list of\nsanctuary jurisdictions') == []
    assert len(sanctuary_unquoted("It is a sanctuary city.")) == 1


def test_a_dead_link_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("[a](page.md#top) [b](gone.md) [c](https://example.org) [d](#here)", encoding="utf-8")
    assert dead_links(page) == ["gone.md"]
