"""The facts of a view or of one place in plain English, computed from the data and nothing else.

Associated Press style, neutral: what the sender said is attributed, an unknown is said as an unknown, and "no
answer on public record" speaks of the record, not of the place. Nothing that happened after the day is
told, except that an editors’ note, which is named as such, comes from the record as it is now.
"""

from tracker.brief.figures import Figure, figures
from tracker.brief.litigation import litigation
from tracker.brief.overall import is_of_one_round, view_brief, view_lead
from tracker.brief.place import place_brief
from tracker.language.words import Brief

__all__ = [
    "Brief",
    "Figure",
    "figures",
    "is_of_one_round",
    "litigation",
    "place_brief",
    "view_brief",
    "view_lead",
]
