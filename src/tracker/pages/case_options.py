"""What the controls of the cases page offer: each value with how many cases it would give."""

from datetime import date

from tracker.casefilters import CASE_CHOICES, CaseFilters
from tracker.dataset import Dataset

ANY = "All"


def case_options(filters: CaseFilters, key: str, dataset: Dataset, as_of: date) -> dict[str, str]:
    """Label each value of a filter, "" for any, with its count; those that give none only if chosen."""
    labels = {"": ANY} | dict(CASE_CHOICES[key].options(dataset))
    counts, value = filters.counts(key, dataset, as_of), getattr(filters, key)
    chosen = {"", *([value] if isinstance(value, str) else value)}
    return {word: f"{labels[word]} ({count})" for word, count in counts.items() if count or word in chosen}
