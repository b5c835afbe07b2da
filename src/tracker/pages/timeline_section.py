"""The timeline of a view as HTML: one drawing for the live page, the answer before it, paper and files."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.address import Address
from tracker.filters import Selection
from tracker.memo import once
from tracker.pages.engine import render
from tracker.periods import eras
from tracker.views.lanes import Group, folds_words, lanes, lanes_alt


@once(4_000_000, size=len)
def timeline_html(selection: Selection, address: Address) -> str:
    """Return the lanes of a view with their axis and key, each place linked to its record."""
    drawn = lanes(selection)
    return render(
        "timeline.html.j2",
        alt=lanes_alt(selection),
        axis=drawn.axis,
        most=max((month.count for month in drawn.axis.months), default=0),
        chapters=drawn.chapters,
        groups=[(group.name, selection.campaign.say(group)) for group in Group],
        unnamed=any(lane.is_inferred for chapter in drawn.chapters for lane in chapter.lanes),
        link=lambda place: address.link("record", id=place),
        as_of=selection.as_of,
        folds=folds_words(drawn.axis),
        eras=list(_eras(selection, address)),
    )


def _eras(selection: Selection, address: Address) -> Iterator[tuple[str, str]]:
    """Give the periods of the letters with the address of each alone; none where all are of one period."""
    shown = set(selection.letters["round_id"])
    known = eras(selection.dataset, selection.as_of).items()
    parts = {years: tuple(key for key in rounds if key in shown) for years, rounds in known}
    those = {years: rounds for years, rounds in parts.items() if rounds}
    for years, rounds in those.items() if len(those) > 1 else ():
        yield years, address.staying("", replace(address.filters, round=rounds))
