"""Rules for what a row rests on."""

from collections.abc import Iterator
from functools import cache

from tracker.checks.draft import Draft
from tracker.checks.registry import Finding, check
from tracker.problems import Severity
from tracker.schema import Column
from tracker.vocabulary import Confidence, Hosting, SourceKind
from tracker.weblink import host

STRONG = frozenset({SourceKind.PRIMARY, SourceKind.COURT})


@check("weak-confirmation", needs=("sources",))
def check_confirmed(draft: Draft) -> Iterator[Finding]:
    """A confirmed row has a primary or court source, or two publishers; not all stand at weak hosts."""
    cells, rows = draft["sources"].cells, draft["sources"].positions.items()
    kinds, publishers, hosting = (
        {source: cells[column][row] for source, row in rows} for column in ("kind", "publisher", "hosting")
    )

    @cache
    def weakness(cell: str) -> str:
        cited = cell.split(";")
        if any(source not in kinds for source in cited):
            return ""  # it may be the strong one; its absence is reported already
        if all(hosting[source] == Hosting.WEAK for source in cited):
            return "confirmed by sources at weak hosts alone"
        is_strong = not STRONG.isdisjoint(kinds[source] for source in cited)
        is_one = not is_strong and len({publishers[source] for source in cited}) < 2
        return "confirmed by one publisher that is no primary source" if is_one else ""

    for name in ("letters", "events"):
        for row, cell in _confirmed(draft, name):
            if message := weakness(cell):
                yield Finding(name, row, "confidence", message)


def _confirmed(draft: Draft, name: str) -> Iterator[tuple[int, str]]:
    """Give position and sources of every confirmed row."""
    if name in draft.tables:
        columns = (draft[name].cells[column] for column in ("confidence", "sources"))
        for row, (word, cell) in enumerate(zip(*columns, strict=True)):
            if word == Confidence.CONFIRMED:
                yield row, cell


@check("source-order")
def check_source_order(draft: Draft) -> Iterator[Finding]:
    """The sources of a row stand in order of id, so that a change of one is a change of one line."""
    for name, column, row, cell in draft.cells_where(
        lambda column: column.references == "sources.source_id",
        lambda column, cell: cell != _in_order(column, cell),
    ):
        yield Finding(name, row, column.name, f"in order of id: {_in_order(column, cell)}")


def _in_order(column: Column, cell: str) -> str:
    return column.separator.join(sorted(cell.split(column.separator)))


@check("hosting", needs=("sources",))
def check_hosting(draft: Draft) -> Iterator[Finding]:
    """A source at a host known to be weak is graded `weak`; another address is given for a copy only."""
    sources, weak = draft["sources"].cells, draft["sources"].schema.weak_hosts
    columns = (sources[name] for name in ("url", "hosting", "original_url"))
    for row, (url, hosting, original) in enumerate(zip(*columns, strict=True)):
        if host(url) in weak and hosting != Hosting.WEAK:
            yield Finding("sources", row, "hosting", f"{host(url)} is a weak host")
        if original and (hosting == Hosting.OWN or original == url):
            yield Finding("sources", row, "original_url", "the source stands at its publisher’s own address")


@check("new-weak-host", Severity.WARNING, needs=("sources",))
def check_weak_host(draft: Draft) -> Iterator[Finding]:
    """A weak host is one that the descriptor lists; replace a new one by a better source, or list it."""
    sources, weak = draft["sources"].cells, draft["sources"].schema.weak_hosts
    for row, (url, hosting) in enumerate(zip(sources["url"], sources["hosting"], strict=True)):
        if hosting == Hosting.WEAK and host(url) not in weak:
            yield Finding("sources", row, "url", f"{host(url)} is not listed among the weak hosts")


PARTS = {"demand": "demand_sources", "consequence": "consequence_sources", "ended_on": "ended_sources"}
"""The columns of a round that have sources of their own."""


@check("part-sources", needs=("rounds",))
def check_sources_of_parts(draft: Draft) -> Iterator[Finding]:
    """Demand, consequence and end of a round cite sources of their own, which are among the round's."""
    rounds = draft["rounds"].text
    for part, column in PARTS.items():
        for row, (term, cell, cited) in enumerate(
            zip(rounds[part], rounds[column], rounds["sources"], strict=True)
        ):
            if bool(term) != bool(cell):
                yield Finding("rounds", row, column, f"sources stand here exactly where {part} is filled")
            elif strangers := set(filter(None, cell.split(";"))) - set(cited.split(";")):
                yield Finding("rounds", row, column, f"not among its sources: {', '.join(sorted(strangers))}")


@check("law-source", needs=("statutes",))
def check_law_source(draft: Draft) -> Iterator[Finding]:
    """A law is cited where a page supports it: publisher, title, address and the day on which it was seen."""
    laws = draft["statutes"].text
    for column in ("publisher", "title", "url", "seen_on"):
        for row, (citation, cell) in enumerate(zip(laws["citation"], laws[column], strict=True)):
            if bool(citation) != bool(cell):
                yield Finding("statutes", row, column, "it stands here exactly where a citation stands")
