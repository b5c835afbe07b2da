"""The page of comparison: the letters of a view counted group by group, each number a link to its letters."""

from collections.abc import Iterator
from datetime import date

from tracker.address import Address
from tracker.brief.evidence_sentences import entered_beside
from tracker.brief.ranges import Range
from tracker.dataset import Dataset
from tracker.exports.own import Way
from tracker.filters import Filters, Selection
from tracker.grouping import GROUPINGS, SUITS, suits_by_group, totals
from tracker.language.datewords import ap_date
from tracker.language.words import counted, number, sentence, share
from tracker.pages.answer_section import answers_html
from tracker.pages.engine import render
from tracker.pages.era_section import eras_html
from tracker.pages.filter_form import filters_html
from tracker.pages.fragments import emptiness
from tracker.pages.groups_table import PATH, groups_html, range_of
from tracker.pages.page import Page, made_once
from tracker.pages.sides_section import sides_html
from tracker.sides import sides_of


@made_once
def compare_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Count the letters of the view in the address by what it names, and set both periods side by side."""
    selection, way = address.filters.apply(dataset, today), Way.of(address.values)
    sides, refused = sides_of(address, dataset, today)
    held = address.filters.in_words(dataset)
    how = f"against {sides.second.filters.within_words(dataset)}" if sides else f"by {GROUPINGS[way.by].noun}"
    title = f"{held} {how}, as of {ap_date(selection.as_of)}"
    said = list(_sentences(selection))
    head = render(
        "groups_head.html.j2",
        headline=title,
        sentences=said,
        late=selection.as_of > dataset.version.researched_to,
        researched_to=dataset.version.researched_to,
    )
    return Page(
        title,
        " ".join([f"{title}.", *said]),
        {
            "filters": filters_html(selection, address, PATH),
            "head": head,
            "sides": sides_html(address, selection, sides),
            "groups": groups_html(selection, address, way)
            if len(selection.letters)
            else emptiness(selection),
            "answers": answers_html(selection, address),
            "eras": eras_html(selection, address),
            "suits": suits_html(selection, way.by),
        },
        refused,
    )


def _sentences(selection: Selection) -> Iterator[str]:
    """Say how many letters there are, how many were answered, how many in time, and how many suits."""
    count = totals(selection)
    named, inferred, suits = (int(count[name]) for name in ("named", "inferred", SUITS))
    if not named:
        yield sentence(entered_beside(inferred, is_beside=False) or "no letter is in this view")
        return
    those = f"sources name the recipients of {counted(named, 'letter', 'letters')}"
    yield sentence("; ".join(filter(None, [those, entered_beside(inferred)])))
    answered = range_of(count, "answered")
    whole = f"; of all {named + inferred}, {answered.percent_of(named + inferred)}" if inferred else ""
    yield sentence(
        f"an answer is on public record for {_part(answered, named)} ({answered.percent_of(named)}{whole}); "
        "a place without one may still have answered"
    )
    yield sentence(f"answers by the deadline are on record for {_part(range_of(count, 'on_time'), named)}")
    counts = "counts" if suits == 1 else "count"
    yield sentence(
        f"{counted(suits, 'separate suit', 'separate suits')} {counts} for the letters named: over a letter, "
        "or over the place’s policies or grants in the same period"
    )


def _part(count: Range, named: int) -> str:
    """Write a count as a part of the letters named: `six of the 23`, `six of the 23 for certain and …`."""
    if count.is_known or named == 1:
        return count.share_of(named) if named > 1 else f"{count} of one"
    sure = f"{share(count.at_least, named)} for certain"
    return f"{sure} and for {number(count.open)} more perhaps, as some days of answers are not known"


def suits_html(selection: Selection, by: str) -> str:
    """Return the suits that bear on the letters named of each group; "" where none does."""
    cases = selection.dataset.cases_by_id
    page = Address(Filters(as_of=selection.filters.as_of)).link("cases")
    groups = [
        {
            "word": group.word,
            "label": group.label,
            "suits": [cases[key] | {"href": f"{page}#case-{key}"} for key in suits],
        }
        for group, suits in suits_by_group(selection, by).items()
    ]
    return render("group_suits.html.j2", groups=groups) if groups else ""
