"""The texts of the data as prose has them: they write days and courts in a short form of their own."""

from tracker.courts import courts_in_words
from tracker.language.datewords import dates_to_ap


def ap_style(text: str) -> str:
    """Rewrite a text of the data: `D. Or. ruled on 7 August 2019` names the court and `Aug. 7, 2019`."""
    return courts_in_words(dates_to_ap(text))
