"""The rounds page: every round with its terms and tally, who got which letter, and any two compared."""

from datetime import date
from typing import Any

from tracker.address import Address
from tracker.brief.evidence_sentences import entered_beside
from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.filters import LABELS, Filters, Selection
from tracker.language.datewords import ap_date, month_in_words
from tracker.language.words import counted, number, sentence
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.filter_form import filters_html
from tracker.pages.matrix_section import matrix_html
from tracker.pages.meanings import status_key
from tracker.pages.page import Page, made_once
from tracker.pages.round_pair import comparison_html, pair_fields
from tracker.rounds import RoundSummary, pair_of, round_summaries
from tracker.views.matrix import matrix
from tracker.vocabulary import RoundKind


@made_once
def rounds_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say what each round sent by the day was, who got its letters, and how two rounds differ."""
    selection = address.filters.apply(dataset, today)
    summaries = _summaries(dataset, selection.as_of)
    pair = pair_of(address, dataset)
    compared, said = comparison_html(pair, address, selection)
    headline, *sentences = _brief(summaries, selection.as_of)
    title = f"Rounds of {selection.campaign.sender} letters, as of {ap_date(selection.as_of)}"
    return Page(
        title=said.headline if said else title,
        description=" ".join(said.sentences) if said else " ".join([headline, *sentences]),
        sections={
            "head": _head(headline, sentences, selection),
            "day": render("rounds_day.html.j2", label=LABELS["as_of"], as_of=selection.as_of),
            "index": render("rounds_index.html.j2", rounds=summaries),
            "compare_head": render("pair_head.html.j2"),
            "pair": pair_fields(pair, selection),
            "compare": compared,
            "matrix_head": render("rounds_matrix_head.html.j2", as_of=selection.as_of),
            "filters": filters_html(selection, address, "rounds"),
            "matrix": _matrix(selection, address),
            "rounds": _rounds(summaries, selection, address),
        },
        refused=pair.refused,
    )


@once(32)
def _summaries(dataset: Dataset, as_of: date) -> list[RoundSummary]:
    """Summarise once a day for all readers."""
    return round_summaries(dataset, as_of)


def _brief(summaries: list[RoundSummary], as_of: date) -> list[str]:
    """Say how many rounds, letters and background entries there are by the day; the headline first."""
    of_letters = [summary for summary in summaries if summary.kind == RoundKind.LETTERS]
    background = len(summaries) - len(of_letters)
    if not of_letters:
        said = [f"no round of letters is on record by {ap_date(as_of)}"]
    else:
        letters = counted(sum(summary.recorded for summary in of_letters), "letter", "letters")
        since = month_in_words(of_letters[-1].sent_on)
        said = [
            f"{counted(len(of_letters), 'round', 'rounds')} of letters since {since}",
            f"by {ap_date(as_of)}, {letters} of these rounds are on record",
        ]
        said += filter(None, [entered_beside(sum(summary.inferred for summary in of_letters))])
    if background:
        others = "other entry is" if background == 1 else "other entries are"
        said.append(
            f"{number(background)} {others} background: lists, memos, guidance, or a letter of which one "
            "copy is known. They count in no figure of letters"
        )
    headline, *rest = map(sentence, said)
    return [headline.removesuffix("."), *rest]


def _head(headline: str, sentences: list[str], selection: Selection) -> str:
    version = selection.dataset.version
    return render(
        "rounds_head.html.j2",
        headline=headline,
        sentences=sentences,
        late=selection.as_of > version.researched_to,
        researched_to=version.researched_to,
    )


def _matrix(selection: Selection, address: Address) -> str:
    """Lay out places by rounds for the letters that the filters pick, with the statuses named beside it."""
    shown = matrix(selection).statuses if len(selection.letters) else ()
    return render(
        "rounds_matrix.html.j2",
        statuses=[selection.campaign.word(status) for status in shown],
        # What these two return is escaped already.
        matrix=matrix_html(selection, lambda place: address.link("record", id=place)),
        key=status_key(selection.campaign),
    )


def _rounds(summaries: list[RoundSummary], selection: Selection, address: Address) -> str:
    return render(
        "rounds_list.html.j2",
        rounds=[_round(summary, address, selection.campaign) for summary in summaries],
        sources=selection.dataset.sources_by_id,
        as_of=selection.as_of,
    )


def _round(summary: RoundSummary, address: Address, campaign: Campaign) -> dict[str, Any]:
    """Give a round with its texts as prose has them and the address of its letters on the overview."""
    own = Address(Filters(round=(summary.round_id,), as_of=address.filters.as_of))
    return {
        "summary": summary,
        "is_background": summary.kind == RoundKind.CONTEXT,
        "terms": _terms(summary),
        "tally": [(campaign.word(status), count) for status, count in summary.tally],
        "href": own.link(""),
    }


def _terms(summary: RoundSummary) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give what the letters say by the names readers know, and its sources; of background what is there."""
    terms = [
        ("Signed by", summary.signatory, ()),
        ("Office", summary.issuing_office, ()),
        ("Authority", summary.authority, ()),
        ("Asked for", summary.demand, summary.demand_sources),
        ("Said could follow", summary.consequence, summary.consequence_sources),
    ]
    is_letters = summary.kind == RoundKind.LETTERS
    return [(name, text or "not on record", cited) for name, text, cited in terms if text or is_letters]
