"""Rules for what a row rests on."""

from collections.abc import Iterator

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check
from tracker.vocabulary import Confidence, SourceKind

STRONG = frozenset({SourceKind.PRIMARY, SourceKind.COURT})


@check("weak-confirmation", needs=("sources",))
def check_confirmed(draft: Draft) -> Iterator[Finding]:
    """A confirmed row has a primary or court source, or two sources of different publishers."""
    sources = draft["sources"].text.drop_duplicates("source_id").set_index("source_id")
    kinds, publishers = sources["kind"].to_dict(), sources["publisher"].to_dict()
    for name in ("letters", "events"):
        for row, cited in _confirmed(draft, name):
            if any(source not in kinds for source in cited):
                continue  # it may be the strong one; its absence is reported already
            is_strong = not STRONG.isdisjoint(kinds[source] for source in cited)
            if not is_strong and len({publishers[source] for source in cited}) < 2:
                yield Finding(name, row, "confidence", "confirmed by one publisher that is no primary source")


def _confirmed(draft: Draft, name: str) -> Iterator[tuple[int, list[str]]]:
    """Give position and sources of every confirmed row."""
    if name in draft.tables:
        for row, word in draft.cells(name, "confidence"):
            if word == Confidence.CONFIRMED:
                yield row, draft[name].text["sources"].iloc[row].split(";")


@check("source-order")
def check_source_order(draft: Draft) -> Iterator[Finding]:
    """The sources of a row stand in order of id, so that a change of one is a change of one line."""
    for name, column, row, cell in draft.cells_where(lambda column: column.name == "sources"):
        cited = cell.split(column.separator)
        if cited != sorted(cited):
            yield Finding(name, row, "sources", f"in order of id: {column.separator.join(sorted(cited))}")
