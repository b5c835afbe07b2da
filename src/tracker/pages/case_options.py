"""What the controls of the cases page offer: each value with how many cases it would give."""

from datetime import date

from tracker.casefilters import CASE_CHOICES, CaseFilters
from tracker.dataset import Dataset

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
