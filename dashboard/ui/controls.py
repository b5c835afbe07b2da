"""The widgets that change the address: each shows what it says, and a reader's choice is a change of it.

Streamlit sends the values of all widgets with each choice, also those that the browser has not redrawn yet,
and a run may be broken off by the next choice at any point. So nothing hangs on the callbacks of widgets: at
the start of each run every value is compared with what the widget may hold (see `ui.held`), and what differs
is a choice. A widget is given a value only where it shows another one, so that the page does not draw over
a choice that is on its way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from tracker import Filters
from tracker.address import Address
from ui.held import Change, Held

Write = Callable[[Address, Change], Address]
"""Makes a choice in an address."""

_MEMORY = "controls"

_OPENERS = 8
"""How many pictures and tables are remembered: one that was just replaced can still be clicked."""


@dataclass
class Control:
    """A widget that was drawn: what it may hold, how a choice is made, and its labels so far."""

    held: Held
    write: Write
    read: Callable[[Any], Any]
    labels: dict[str, Any] = field(default_factory=dict)
    opens: bool = False

    def meaning(self, state: Any) -> Any:
        """Return what a widget's state means; an option may come by the label that it had before."""
        value = self.read(state)
        if isinstance(value, (list, tuple)):
            return tuple(self.labels.get(item, item) for item in value)
        return self.labels.get(value, value) if isinstance(value, str) else value

    def counts(self, change: Change) -> bool:
        """Tell a choice from what is none: clicking the mark of the open place again closes nothing."""
        return not self.opens or change.after is not None


@dataclass
class Memory:
    """What a session remembers: the widgets drawn on its page, and the buttons pressed since the last run.

    `turns` counts how often a picture or table was drawn anew.
    """

    controls: dict[str, Control] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    pressed: list[Callable[[Filters], Filters]] = field(default_factory=list)


def control(
    widget: Callable[..., Any],
    key: str,
    label: str,
    state: Any,
    write: Write,
    options: Mapping[Any, str] | None = None,
    **more: Any,
) -> None:
    """Draw a widget that shows what the address says.

    Args:
        widget: Streamlit's.
        key: of the widget.
        label: of the widget.
        state: what the address says, in the widget's terms; a tuple for a list.
        write: makes a choice in an address.
        options: what can be chosen, with labels, where the widget has options.
        more: further settings of the widget.
    """
    controls = _memory().controls
    known = controls.get(key) if key in st.session_state else None
    drawn = known or Control(Held((state,)), write, _same)
    shown = drawn.meaning(st.session_state[key]) if known else None
    if not known or not drawn.held.certain or not _alike(shown, state):
        st.session_state[key] = list(state) if isinstance(state, tuple) else state
        drawn.held = drawn.held.given(state)
    drawn.write = write
    if options is not None:
        drawn.labels |= {text: option for option, text in options.items()}
        more |= {"options": list(options), "format_func": options.get}
    controls[key] = drawn
    widget(label, key=key, **more)


def opener(
    draw: Callable[..., Any], key: str, state: str | None, read: Callable[[Any], str | None], write: Write
) -> None:
    """Draw a picture or table that opens the place clicked; `read` finds its id in what is selected.

    What it shows must be part of the key: a click on a picture that has been replaced meanwhile still counts.
    It stays where `state`, the place that is open, is the one clicked. Otherwise it is drawn anew, so that
    what was clicked in it can be clicked again.
    """
    memory = _memory()
    controls, turn = memory.controls, memory.turns.get(key, 0)
    if (last := st.session_state.get(f"{key}-{turn}")) is not None and read(last) not in (None, state):
        memory.turns[key] = turn = turn + 1
    key = f"{key}-{turn}"
    if key not in st.session_state or key not in controls:
        controls[key] = Control(Held((None,)), write, read, opens=True)
    controls[key] = controls.pop(key)
    older = [name for name, drawn in controls.items() if drawn.opens][:-_OPENERS]
    for name in older:
        del controls[name]
    draw(key=key, on_select="rerun")


def button(label: str, key: str, change: Callable[[Filters], Filters], **more: Any) -> None:
    """Draw a button that changes the filters."""
    # The callback asks nothing of Streamlit, which could break it off.
    st.button(label, key=key, on_click=_memory().pressed.append, args=(change,), **more)


@dataclass(frozen=True)
class Report:
    """What the browser reports: of each widget, what it may hold now and the choice made."""

    memory: Memory
    rows: Sequence[tuple[Control, Held, Change | None]]

    @classmethod
    def read(cls) -> "Report":
        """Read the values of all widgets drawn before."""
        memory, rows = _memory(), []
        for key, drawn in list(memory.controls.items()):
            if key in st.session_state:
                rows.append((drawn, *drawn.held.reported(drawn.meaning(st.session_state[key]))))
        return cls(memory, rows)

    def onto(self, address: Address, settled: bool) -> Address:
        """Make the choices in an address, and take them as made; Streamlit cannot break this off.

        Args:
            address: the newest one.
            settled: whether the browser has been shown that address.
        """
        changes = [(drawn, change) for drawn, _, change in self.rows if change]
        sure = [(drawn, change) for drawn, change in changes if not change.doubtful]
        # A message tells of one choice. Beside a sure one, any other old value is just not redrawn yet.
        for drawn, change in sure or (changes if settled and not self.memory.pressed else []):
            if drawn.counts(change):
                address = drawn.write(address, change)
        for press in self.memory.pressed:
            address = replace(address, filters=press(address.filters))
        self.take()
        return address

    def take(self) -> None:
        """Take the values as they are, and as no choice."""
        for drawn, held, _ in self.rows:
            drawn.held = held
        self.memory.pressed.clear()

    def forget(self) -> None:
        """Forget the widgets: they were another page's."""
        self.memory.controls.clear()
        self.memory.pressed.clear()


def sets(key: str, value: Callable[[Any], Any] = lambda after: after) -> Write:
    """Return what sets a filter."""
    return lambda address, change: replace(
        address, filters=replace(address.filters, **{key: value(change.after)})
    )


def lists(key: str) -> Write:
    """Return what adds to the list of a filter and takes out of it."""

    def write(address: Address, change: Change) -> Address:
        chosen: dict[str, Any] = {key: change.onto(getattr(address.filters, key))}
        return replace(address, filters=replace(address.filters, **chosen))

    return write


def puts(key: str, value: Callable[[Any], Any] = lambda after: after) -> Write:
    """Return what sets one of the page's own values; None takes it out."""

    def write(address: Address, change: Change) -> Address:
        values = dict(address.values) | {key: value(change.after)}
        return replace(address, values={name: text for name, text in values.items() if text})

    return write


def _memory() -> Memory:
    memory: Memory = st.session_state.setdefault(_MEMORY, Memory())
    return memory


def _same(state: Any) -> Any:
    return state


def _alike(shown: Any, value: Any) -> bool:
    """Tell whether a widget shows a value; the order of choosing does not matter."""
    if isinstance(shown, tuple) and isinstance(value, tuple):
        return sorted(map(str, shown)) == sorted(map(str, value))
    return bool(shown == value)
