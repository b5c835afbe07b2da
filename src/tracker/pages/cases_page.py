"""The cases page: the court cases on record on a day, each with what came of it as far as that day goes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from tracker.address import Address
from tracker.brief.litigation import undecided
from tracker.case_filters import (
    CASE,
    MANY,
    ONE,
    CaseFilters,
    Voice,
    outcome_clause,
)
from tracker.case_status import CASE_RULES
from tracker.case_words import entries_with
from tracker.court_cases import with_more_later
from tracker.courts import court_name
from tracker.dataset import Dataset
from tracker.dockets import appeal_link, docket_link
from tracker.filters import LABELS, Filters
from tracker.language.datewords import ap_date, month_in_words
from tracker.language.placenames import listed_name
from tracker.language.words import counted, listed, number, sentence, share
from tracker.pages.alternates import followed_case
from tracker.pages.case_form import case_form_html
from tracker.pages.engine import render
from tracker.pages.meanings import meanings
from tracker.pages.page import Page, made_once
from tracker.row_types import CaseOnDay, typed_rows
from tracker.vocabulary import CaseStatus, Concern, Party

_MAY_BE_OVER = "does not mean that {} pending"

_OF_ONE = dict.fromkeys(CaseStatus, "An outcome is on record, but no end.") | {
    CaseStatus.ENDED: "An end of it is on record.",
    CaseStatus.PENDING: f"No decision that ends it is on record, which {_MAY_BE_OVER.format('it is')}.",
}
"""What is said of the end of a case alone, by where it stands."""

OUTCOME_FOR, SIDE = "outcome_for", "side"
"""The filters that the table of outcomes links."""


@made_once
def cases_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say which court cases of the kind asked for are on record by the day, and where each stands."""
    filters, as_of = CaseFilters.of(address.filters, address.values), address.filters.day(dataset, today)
    cases = filters.apply(dataset, as_of)
    headline = f"{_headline(filters, dataset, len(cases))}, as of {ap_date(as_of)}"
    sentences = [*filter(None, _sentences(cases, filters)), *_left_out(filters.untied(dataset, as_of))]
    head = render(
        "cases_head.html.j2",
        headline=headline,
        sentences=sentences,
        chosen_by=listed([dataset.campaign.say(LABELS[key]) for key in filters.among.active()], "and"),
        of_all_places=_of_all_places(filters, address),
        as_of=as_of,
        researched_to=dataset.version.researched_to,
    )
    return Page(
        headline,
        " ".join([f"{headline}.", *sentences]),
        {
            "head": head,
            "filters": case_form_html(address, dataset, as_of),
            "list": _list(cases, filters, dataset, as_of, address),
        },
    )


def _list(cases: pd.DataFrame, filters: CaseFilters, dataset: Dataset, as_of: date, address: Address) -> str:
    """Return the list of the cases, with how many there are of each status above it."""
    is_chosen = filters != CaseFilters()
    return render(
        "cases_list.html.j2",
        cases=list(_entries(cases, dataset, as_of, address)),
        tally=_tally(filters, dataset, as_of, address),
        sources=dataset.sources_by_id,
        as_of=as_of,
        words=filters.q,
        is_past=as_of < dataset.version.researched_to,
        everything=Address(Filters(as_of=address.filters.as_of)).link("cases") if is_chosen else "",
        rules=CASE_RULES,
        meanings=meanings(
            dataset.campaign,
            {CaseStatus: CaseStatus, Party: Party, Concern: cases["concerns"].explode().dropna()},
        ),
        is_alone=bool(filters.case),
    )


def _headline(filters: CaseFilters, dataset: Dataset, count: int) -> str:
    """Say how many cases there are, and of which sort: `Two court cases name Boston, Massachusetts`."""
    clauses = filters.clauses(dataset, _voice(count)) or "on record"
    return sentence(f"{counted(count, 'court case', 'court cases')} {clauses}").removesuffix(".")


def _voice(count: int) -> Voice:
    return ONE if count == 1 else MANY


def _sentences(cases: pd.DataFrame, filters: CaseFilters) -> Iterator[str]:
    """Say how they came out, how many have an end on record, and who brought them."""
    if len(cases) == 1:
        yield _OF_ONE[CaseStatus.ENDED if cases["ended"].item() else CaseStatus.of(cases["status"].item())]
    if len(cases) > 1:
        yield _outcomes(cases) if not filters.outcome_for else _caveat(filters.outcome_for)
        yield _ends(cases) if not filters.ended else ""
        by_places = int((cases["brought_by"] == Party.JURISDICTION).sum())
        yield _brought(by_places, len(cases) - by_places)
        yield _undated(int((cases["filed_on"] == "").sum()))


def _left_out(count: int) -> Iterator[str]:
    """Say how many cases a choice of rounds leaves out because they are tied to none."""
    if count:
        cases, verb = counted(count, "case", "cases"), "is" if count == 1 else "are"
        yield sentence(f"{cases} {verb} tied to the letters of no round and {verb} left out")


def _outcomes(cases: pd.DataFrame) -> str:
    """Say how many cases were decided for each side, and where the others stand, the undecided last."""
    counts = cases["status"].value_counts()
    parts = [
        f"{number(counts[status])} {outcome_clause(status, _voice(counts[status]))}"
        for status in CaseStatus
        if status in counts
    ]
    undecided = counts.get(str(CaseStatus.PENDING), 0)
    may_be_over = _MAY_BE_OVER.format("it is" if undecided == 1 else "they are")
    return sentence(listed(parts, "and") + (f", which {may_be_over}" if undecided else ""))


def _caveat(outcome: str) -> str:
    """Say what it does not mean that no decision is on record; "" for any other outcome."""
    return sentence(f"that {_MAY_BE_OVER.format('they are')}") if outcome == CaseStatus.PENDING else ""


def _ends(cases: pd.DataFrame) -> str:
    """Say how many have an end on record, and how many an outcome alone."""
    ended = int(cases["ended"].sum())
    decided = int((~cases["ended"] & (cases["status"] != CaseStatus.PENDING)).sum())
    if not ended and not decided:
        return ""
    alone = (
        f"; {number(decided)} {'has' if decided == 1 else 'have'} an outcome but no end" if decided else ""
    )
    has = "has" if ended < 2 else "have"
    return sentence(f"{share(ended, len(cases))} {has} an end on record{alone}")


def _brought(by_places: int, by_us: int) -> str:
    if not (by_places and by_us):
        who = Party.JURISDICTION.label if by_places else "the United States"
        return sentence(f"{who} brought {share(by_places + by_us, by_places + by_us)}")
    return f"{Party.JURISDICTION.label} brought {number(by_places)}, the United States {number(by_us)}."


def _undated(count: int) -> str:
    """Say of how many the changes of some days cannot tell the filing; "" for none."""
    days = "the day on which" if count == 1 else "the days on which"
    was, filing = ("was", "its filing") if count == 1 else ("were", "their filings")
    said = f"{days} {number(count)} of them {was} filed is not on record, so no count by days has {filing}"
    return sentence(said if count == 1 else said.replace(" is not", " are not")) if count else ""


def _tally(filters: CaseFilters, dataset: Dataset, as_of: date, address: Address) -> list[dict[str, Any]]:
    """Count the cases by where they stand and who brought them, each a link; the other choices are kept."""
    cases = filters.without(OUTCOME_FOR, SIDE).apply(dataset, as_of)
    return [
        {
            "status": status,
            "chosen": filters.outcome_for == status,
            "href": _kind_link(address, {OUTCOME_FOR: str(status)}),
            "count": int((cases["status"] == status).sum()),
            "sides": [
                (
                    int(((cases["status"] == status) & (cases["brought_by"] == party)).sum()),
                    _kind_link(address, {OUTCOME_FOR: str(status), SIDE: str(party)}),
                )
                for party in Party
            ],
        }
        for status in CaseStatus
    ]


def _kind_link(address: Address, kinds: dict[str, str]) -> str:
    """Link the page with another outcome or side; the other keys of the page stay."""
    kept = {key: value for key, value in address.values.items() if key not in (OUTCOME_FOR, SIDE)}
    return address.link("cases", **kept, **kinds)


def _of_all_places(filters: CaseFilters, address: Address) -> str:
    """Link the page without the filters that choose letters; its own choices are kept."""
    kept = Filters(round=filters.round, q=filters.q, as_of=address.filters.as_of)
    return Address(kept).link("cases", **filters.own)


def _entries(
    cases: pd.DataFrame, dataset: Dataset, as_of: date, address: Address
) -> Iterator[dict[str, Any]]:
    """Give each case as the list shows it, with what else holds the words looked for."""
    words, concerns = address.filters.q, dataset.campaign.words(Concern)
    places, rounds = dataset.places_by_id, dataset.rounds_by_id
    later = with_more_later(dataset, as_of)
    for case in typed_rows(cases, CaseOnDay):
        parties = sorted((places[key] for key in case["jurisdictions"]), key=lambda place: place["name"])
        yield case | {
            "court_name": court_name(case["court"]) or case["court"],
            "party": Party.of(case["brought_by"]),
            "stands": CaseStatus.of(case["status"]),
            "undecided": undecided(dataset, case, as_of),
            "concern_terms": [concerns[concern] for concern in case["concerns"]],
            "docket_href": docket_link(case["court"], case["docket"]),
            "appeal_links": [(appeal, appeal_link(appeal)) for appeal in case["appeals"]],
            "letters": month_in_words(rounds[case["round_id"]]["sent_on"]) if case["round_id"] else "",
            "letters_href": _letters_link(case["round_id"], address),
            "places": [
                (listed_name(party), address.link("record", id=party["jurisdiction_id"])) for party in parties
            ],
            "has_more_later": case["case_id"] in later,
            "matches": entries_with(case, words),
            "own_href": address.link("cases", **{CASE: case["case_id"]}),
            "followed": followed_case(case, address.filters.as_of),
        }


def _letters_link(round_id: str, address: Address) -> str:
    """Return the address of the overview of a round, the day kept."""
    return Address(Filters(round=(round_id,), as_of=address.filters.as_of)).link("") if round_id else ""
