"""A view: the letters and places that filters pick on a day, and the letters that they are picked from.

`Filters` and `Selection` know each other, so they are one module; this is the door to what a view is made of.
"""

from tracker.filters import Mask, Selection
from tracker.letters import LETTER_KEY, events_until, letters_on, round_labels

__all__ = ["LETTER_KEY", "Mask", "Selection", "events_until", "letters_on", "round_labels"]
