"""What the data dictionary says, whoever prints it: the Markdown beside the data, or the page of the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker import vocabulary
from tracker.campaign import Campaign, Worded
from tracker.checks import CHECKS
from tracker.checks.registry import Check
from tracker.schema import Column, Table
from tracker.standing import ANSWER_RULES, COURT_RULES, DOJ_RULES
from tracker.status import Rule
from tracker.vocabulary import Term

VOCABULARIES: dict[str, type[Term]] = {
    "Kind of place": vocabulary.Kind,
    "Kind of round": vocabulary.RoundKind,
    "Type of event": vocabulary.EventType,
    "Confidence": vocabulary.Confidence,
    "Kind of source": vocabulary.SourceKind,
    "Evidence of a letter": vocabulary.Evidence,
    "Hosting of a source": vocabulary.Hosting,
    "Kind of document": vocabulary.DocumentKind,
    "Reading of a document": vocabulary.Reading,
    "Who brought a case": vocabulary.Party,
    "What a case is about": vocabulary.Concern,
    "Whom an outcome favors": vocabulary.OutcomeFor,
}
"""The vocabularies whose words stand in cells, by their headings."""

DERIVED: dict[str, type[Term]] = {
    "Status": vocabulary.Status,
    "Answer": vocabulary.Answer,
    vocabulary.SINCE: vocabulary.Doj,
    "In court": vocabulary.Court,
    "Outcome of a case": vocabulary.CaseStatus,
}
"""The vocabularies of what follows from the cells, by their headings; the campaign fills them."""


def worded(vocabularies: Mapping[str, type[Term]], campaign: Campaign) -> dict[str, list[Worded]]:
    """Give the words of some vocabularies by their headings, the names of the campaign filled in."""
    named = {campaign.say(title): words for title, words in vocabularies.items()}
    return {title: list(campaign.words(words).values()) for title, words in named.items()}


FILES = """\
Files are UTF-8, comma separated, sorted by key. An empty cell is a fact that is not known.
A cell with several entries separates them by a semicolon. An imprecise date is written in EDTF:
`2018-01-24`, `2017-12`, `2017`, or an interval `2017-12-01/2018-01-24`. These files have no byte order
mark; a CSV file of rows from the site begins with one, as spreadsheets need it, and with `bom=no` in its
address with none. A sentence in a cell keeps the short forms of the record: `N.D. Cal.` for a court, `1
December 2017` for a day. What the tracker itself writes (briefs, changes, feeds, the calendar) names both
as news style does."""
"""What holds for all files, in Markdown."""

STATUS = """\
A status is never typed in. It follows from the other tables on a given day;
the first rule that holds decides. A place has the status of its newest letter on the day."""
"""How a status comes about."""

STANDING = """\
One word cannot say what came of a letter. So each has three more, by rules of the same sort:
what the place answered, what {sender} did since, and what came of the court cases."""
"""What the other tables of rules are for."""

STANDING_RULES: dict[str, Sequence[Rule[Any]]] = {
    "Answer": ANSWER_RULES,
    vocabulary.SINCE: DOJ_RULES,
    "In court": COURT_RULES,
}
"""The tables of rules beside that of the status, by their headings; the campaign fills them."""

CHECKING = "`tracker check` holds the files against these rules, and against the schema."
"""What the checks are for."""


@dataclass(frozen=True)
class Entry:
    """One column: its name in the file, its title, what a cell holds, and what that means."""

    name: str
    title: str
    form: str
    meaning: str


def entries(table: Table) -> list[Entry]:
    """Describe the columns of a table, in the order of the file."""
    return [
        Entry(column.name, column.title, _form(column, table), column.description) for column in table.columns
    ]


def checks() -> list[Check]:
    """Return the checks in order of their codes."""
    return sorted(CHECKS, key=lambda check: check.code)


def _form(column: Column, table: Table) -> str:
    """Say what a cell holds: its type, whether it may be empty, what it refers to."""
    kind = (
        "imprecise date"
        if column.is_partial_date
        else {"date": "day", "string": "text"}.get(column.type, column.type)
    )
    target = table.references.get(column.name)
    parts = [
        f"list of {kind}" if column.separator else "one word of a list" if column.words else kind,
        f"refers to `{target}`" if target else "",
        "required" if column.required else "",
    ]
    return ", ".join(filter(None, parts))
