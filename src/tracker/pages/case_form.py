"""The filters of court cases: what they offer, each value with how many cases it would give, and the form."""

from datetime import date

from tracker.address import Address
from tracker.case_filters import CASE_CHOICES, ORDERS, CaseFilters
from tracker.dataset import Dataset
from tracker.filters import LABELS
from tracker.pages.engine import render

ANY = "All"

WORDS_LABEL, WORDS_HINT, ORDER_LABEL = "Words or docket", "18-cv-805, Boston, grants", "Order"
"""The labels of the controls that are no filters by kind, and an example."""

FIRST = ("place", "outcome_for")
"""The filters by kind that stand in every reader's sight."""

FOLDED = ("side", "concern", "filed_in", "ended")
"""The filters that most readers leave alone, but for the rounds."""


def case_options(filters: CaseFilters, key: str, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Label each value of a filter, "" for any, with its count; those that give none only if chosen."""
    labels = {"": ANY} | dict(CASE_CHOICES[key].options(dataset))
    counts, value = filters.counts(key, dataset, as_of), getattr(filters, key)
    chosen = {"", *([value] if isinstance(value, str) else value)}
    return {word: f"{labels[word]} ({count})" for word, count in counts.items() if count or word in chosen}


def case_form_html(address: Address, dataset: Dataset, as_of: date) -> str:
    """Return the filters of the cases, each option with its count; those of letters are kept, unseen."""
    filters = CaseFilters.of(address.filters, address.values)
    return render(
        "cases_fields.html.j2",
        filters=filters,
        first=FIRST,
        folded=FOLDED,
        options={key: case_options(filters, key, dataset, as_of) for key in (*FIRST, *FOLDED, "round")},
        labels={key: choice.label for key, choice in CASE_CHOICES.items()},
        words_label=WORDS_LABEL,
        words_hint=WORDS_HINT,
        order_label=ORDER_LABEL,
        orders={word: order.label for word, order in ORDERS.items()},
        day_label=LABELS["as_of"],
        as_of=as_of,
        is_open=any(getattr(filters, key) for key in ("round", *FOLDED)),
        kept=Address(filters.among).pairs,
    )
