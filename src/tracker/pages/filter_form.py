"""The filters as HTML: those in use as chips, and all of a page as a form that needs no script."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tracker.address import BY, FROM, OWN_KEYS, TO, Address
from tracker.choices import Choice
from tracker.evidence import Count
from tracker.filters import CHOICES_BY_KEY, DAYS, LABELS, WINDOW_DAYS, Filters, Selection
from tracker.language.datewords import ap_date
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.fragments import rounds_key
from tracker.vocabulary import Evidence

FIRST = ("state", "status", "kind")
"""The filters that stand beside the rounds and the day in every reader's sight."""

MORE = tuple(key for key in LABELS if key not in ("round", *FIRST, "as_of"))
"""The filters that are folded away."""

_DAYS: Mapping[str, tuple[str, ...]] = dict.fromkeys(("changes", "rounds"), WINDOW_DAYS)
"""The days among the filters of a page that has its own fields for the day of the view, by its path."""

_BESIDE: Mapping[str, tuple[str, ...]] = {"changes": (FROM, TO, BY), "rounds": (FROM, TO)}
"""The keys for which a page has fields of its own beside the filters, by its path."""


@once(512)
def chips_html(selection: Selection, address: Address, path: str = "") -> str:
    """Return the filters in use on a page, each with its letters and a link that takes it out."""
    chips = [
        {
            "key": key,
            "label": selection.campaign.say(LABELS[key]),
            "text": text,
            "count": count,
            "href": address.staying(path, rest),
        }
        for key, text, count, rest in _in_use(selection)
    ]
    return render("chips.html.j2", chips=chips, narrower=_in_all_rounds(selection, address, path)).strip()


def _in_all_rounds(selection: Selection, address: Address, path: str) -> str:
    """Link the view of only those places that are in each of several rounds chosen; "" if it is that."""
    filters = selection.filters
    if len(filters.round) < 2 or set(filters.round) <= set(filters.also):
        return ""
    return address.staying(path, replace(filters, also=filters.round))


def days_on(path: str) -> tuple[str, ...]:
    """Return the days that are filters of the page at a path."""
    return _DAYS.get(path, tuple(DAYS))


def filters_html(selection: Selection, address: Address, path: str = "") -> str:
    """Return the filters of a page as a form of links and lists, and those in use as chips."""
    return render(
        "overview_filters.html.j2",
        action=path or "./",
        rounds=_rounds(selection, address, path),
        rounds_key=rounds_key(selection.dataset),
        first=[_field(selection, CHOICES_BY_KEY[key]) for key in FIRST],
        more=[_field(selection, CHOICES_BY_KEY[key]) for key in MORE if key in CHOICES_BY_KEY],
        filters_label=filters_label(selection.filters),
        filters=selection.filters,
        labels={key: selection.campaign.say(label) for key, label in LABELS.items()},
        days=days_on(path),
        more_days=[key for key in days_on(path) if key in MORE],
        kept=_kept(address, path),
        clear=address.staying(path, Filters()),
        chips=chips_html(selection, address, path),
    )


def _kept(address: Address, path: str) -> dict[str, str]:
    """Give the page's own values for which it has no field, so that the form sends them along."""
    kept = (key for key in OWN_KEYS[path] if key not in _BESIDE.get(path, ()))
    return {key: value for key in kept if (value := address.values.get(key))}


def filters_label(filters: Filters) -> str:
    """Name the switch that shows the filters on a phone, with how many are on."""
    on = len(filters.active())
    return f"Filters ({on} on)" if on else "Filters"


@once(512)
def round_counts(selection: Selection) -> tuple[Count, ...]:
    """Return how many letters there are of all rounds, and then of each, that the other filters pass."""
    choice = CHOICES_BY_KEY["round"]
    counts = selection.counts(choice.key, choice.column)
    every = Count.of(selection.without(choice.key))
    return every, *(counts.get(key, Count()) for key in choice.options(selection.dataset))


@once(4096)
def counted_options(selection: Selection, key: str) -> Mapping[str, str]:
    """Return the values of a list filter that there are letters for, or that are chosen, with counts."""
    choice, chosen = CHOICES_BY_KEY[key], getattr(selection.filters, key)
    counts, labels = selection.counts(key, choice.column), choice.options(selection.dataset)
    return MappingProxyType(
        {
            value: _counted_label(value, label, counts.get(value, Count()))
            for value, label in labels.items()
            if value in counts or value in chosen
        }
    )


def _counted_label(value: str, label: str, count: Count) -> str:
    """Write an option with what choosing it would give; of the letters not named all are not named."""
    return f"{label} ({count.inferred if value == Evidence.INFERRED else count.short})"


def _in_use(selection: Selection) -> Iterator[tuple[str, str, Count | None, Filters]]:
    """Give key, words and letters of each value in use, and the filters without it."""
    filters = selection.filters
    for choice in CHOICES_BY_KEY.values():
        chosen, labels = getattr(filters, choice.key), choice.options(selection.dataset)
        counts = Count.by(selection.letters, choice.column) if chosen else {}
        for value in chosen:
            rest: Any = {choice.key: tuple(word for word in chosen if word != value)}
            yield choice.key, labels[value], counts.get(value, Count()), replace(filters, **rest)
    if filters.q:
        yield "q", f"“{filters.q}”", None, filters.drop("q")
    for key in DAYS:
        if day := getattr(filters, key):
            yield key, ap_date(day), None, filters.drop(key)


def _rounds(selection: Selection, address: Address, path: str) -> list[dict[str, Any]]:
    """Give the rounds as links: to that round alone, or from it back to all."""
    choice, filters = CHOICES_BY_KEY["round"], selection.filters
    total, *counts = round_counts(selection)
    every = filters.drop("round")
    rounds = [
        {
            "label": label,
            "count": count,
            "chosen": key in filters.round,
            "href": address.staying(path, every if key in filters.round else replace(filters, round=(key,))),
        }
        for (key, label), count in zip(choice.options(selection.dataset).items(), counts, strict=True)
    ]
    all_rounds = {"label": "All", "count": total, "chosen": not filters.round}
    return [all_rounds | {"href": address.staying(path, every)}, *rounds]


def _field(selection: Selection, choice: Choice) -> dict[str, Any]:
    """Give a list to choose one more value from; what is chosen already is sent along, unseen."""
    chosen, labels = getattr(selection.filters, choice.key), choice.options(selection.dataset)
    return {
        "key": choice.key,
        "label": selection.campaign.say(choice.label),
        "chosen": chosen,
        "said": ", ".join(labels[value] for value in chosen) or "Any",
        "options": [
            option for option in counted_options(selection, choice.key).items() if option[0] not in chosen
        ],
    }
