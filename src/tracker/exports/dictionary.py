"""The data dictionary: every table, column, word and check in an editor's words, as Markdown."""

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.campaign import Campaign
from tracker.exports.entries import (
    CHECKING,
    FILES,
    STANDING,
    STANDING_RULES,
    STATUS,
    VOCABULARIES,
    checks,
    entries,
    worded,
)
from tracker.schema import Descriptor, Table, read_tables
from tracker.status import STATUS_RULES, Rule
from tracker.vocabulary import SINCE


def dictionary(descriptor: Descriptor) -> str:
    """Write `data/README.md` from the descriptor, the vocabularies, the status rules and the checks."""
    return "\n".join(_lines(descriptor)) + "\n"


def _lines(descriptor: Descriptor) -> Iterator[str]:
    yield "<!-- Written by `tracker dictionary`; edit datapackage.json or the code instead. -->"
    yield f"# {descriptor['title']}"
    yield ""
    yield f"{descriptor['description']}"
    yield ""
    yield f"Version {descriptor['version']}. The research reaches {descriptor['researched_to']}. License:"
    yield f"{descriptor['licenses'][0]['title']} (`LICENSE`). How facts are gathered: `METHOD.md`."
    yield "What changed and why: `CHANGELOG.md`."
    yield from ["", FILES]
    for table in read_tables(descriptor).values():
        yield from _table(table)
    campaign = Campaign.of(descriptor)
    yield from _vocabularies(campaign)
    yield from _status(campaign)
    yield from _checks()


def _table(table: Table) -> Iterator[str]:
    yield from ["", f"## `{table.path}`: {table.title}", "", table.description]
    yield f"Key: {' and '.join(f'`{name}`' for name in table.key)}."
    yield from ["", "| column | name | form | meaning |", "|---|---|---|---|"]
    for entry in entries(table):
        meaning = entry.meaning.replace("|", r"\|")
        yield f"| `{entry.name}` | {entry.title} | {entry.form} | {meaning} |"


def _vocabularies(campaign: Campaign) -> Iterator[str]:
    yield from ["", "## Words"]
    for title, words in worded(VOCABULARIES, campaign).items():
        yield from ["", f"### {title}", "", "| word | on the page | meaning |", "|---|---|---|"]
        for term in words:
            yield f"| `{term}` | {term.label} | {term.definition} |"


def _status(campaign: Campaign) -> Iterator[str]:
    yield from ["", "## Status", "", STATUS]
    yield from _rules(STATUS_RULES, campaign)
    yield from ["", campaign.say(f"## Answer, {SINCE}, in court"), "", campaign.say(STANDING)]
    for title, rules in STANDING_RULES.items():
        yield from ["", campaign.say(f"### {title}")]
        yield from _rules(rules, campaign)


def _rules(rules: Sequence[Rule[Any]], campaign: Campaign) -> Iterator[str]:
    yield from ["", "| word | on the page | when | why in this place |", "|---|---|---|---|"]
    for rule in rules:
        yield campaign.say(f"| `{rule.word}` | {rule.word.label} | {rule.when} | {rule.why} |")


def _checks() -> Iterator[str]:
    yield from ["", "## Checks", "", CHECKING]
    yield from ["", "| code | weight | rule |", "|---|---|---|"]
    for check in checks():
        yield f"| `{check.code}` | {check.severity} | {check.sentence} |"
