"""The data dictionary: every table, column, word and check in an editor's words, as Markdown."""

from collections.abc import Iterator

from tracker import vocabulary
from tracker.checks import CHECKS
from tracker.schema import Column, Descriptor, Table, read_tables
from tracker.status import RULES
from tracker.vocabulary import Term

_VOCABULARIES: dict[str, type[Term]] = {
    "Kind of place": vocabulary.Kind,
    "Kind of round": vocabulary.RoundKind,
    "Type of event": vocabulary.EventType,
    "Confidence": vocabulary.Confidence,
    "Kind of source": vocabulary.SourceKind,
    "Who brought a case": vocabulary.Party,
}


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
    yield ""
    yield "Files are UTF-8, comma separated, sorted by key. An empty cell is a fact that is not known."
    yield "A cell with several entries separates them by a semicolon. An imprecise date is written in EDTF:"
    yield "`2018-01-24`, `2017-12`, `2017`, or an interval `2017-12-01/2018-01-24`."
    for table in read_tables(descriptor).values():
        yield from _table(table)
    yield from _vocabularies()
    yield from _status()
    yield from _checks()


def _table(table: Table) -> Iterator[str]:
    yield from ["", f"## `{table.path}`: {table.title}", "", table.description]
    yield f"Key: {' and '.join(f'`{name}`' for name in table.key)}."
    yield from ["", "| column | name | form | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        meaning = column.description.replace("|", r"\|")
        yield f"| `{column.name}` | {column.title} | {_form(column, table)} | {meaning} |"


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


def _vocabularies() -> Iterator[str]:
    yield from ["", "## Words"]
    for title, words in _VOCABULARIES.items():
        yield from ["", f"### {title}", "", "| word | on the page | meaning |", "|---|---|---|"]
        for term in words:
            yield f"| `{term}` | {term.label} | {term.definition} |"


def _status() -> Iterator[str]:
    yield from [
        "",
        "## Status",
        "",
        "A status is never typed in. It follows from the other tables on a given day;",
    ]
    yield "the first rule that holds decides. A place has the status of its newest letter on the day."
    yield from ["", "| word | on the page | when | why in this place |", "|---|---|---|---|"]
    for rule in RULES:
        yield f"| `{rule.status}` | {rule.status.label} | {rule.when} | {rule.why} |"


def _checks() -> Iterator[str]:
    yield from [
        "",
        "## Checks",
        "",
        "`tracker check` holds the files against these rules, and against the schema.",
    ]
    yield from ["", "| code | weight | rule |", "|---|---|---|"]
    for check in sorted(CHECKS, key=lambda check: check.code):
        yield f"| `{check.code}` | {check.severity} | {check.sentence} |"
