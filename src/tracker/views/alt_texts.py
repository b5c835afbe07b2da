"""What says in words what each picture of a view shows."""

from collections.abc import Callable, Mapping

from tracker.filters import Selection
from tracker.views.lanes import lanes_alt
from tracker.views.map import map_alt

ALT_TEXTS: Mapping[str, Callable[[Selection], str]] = {"map": map_alt, "timeline": lanes_alt}
"""By the word of the picture."""
