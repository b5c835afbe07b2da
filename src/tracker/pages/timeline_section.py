"""The timeline of a view as HTML: one drawing for the live page, the answer before it, paper and files."""

from tracker.address import Address
from tracker.filters import Selection
from tracker.memo import once
from tracker.pages.engine import render
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
    )
