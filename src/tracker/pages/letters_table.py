"""The letters of a view as a table of HTML: one for the live page, the answer before it, embeds and paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from tracker.address import BACKWARD, Address
from tracker.brief.support import copy_of
from tracker.campaign import Campaign
from tracker.case_filters import SORT
from tracker.dataset import Dataset
from tracker.exports.paths import file_path
from tracker.filters import Selection
from tracker.letter_key import key_of
from tracker.letters import events_until
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.meanings import meanings
from tracker.row_types import Event, Letter, LetterOnDay, Source, typed_rows
from tracker.standing.answer import ANSWER_RULES
from tracker.status import events_by_word
from tracker.views.table import court_words
from tracker.vocabulary import Answer, Court, Doj, Evidence, Kind, Status, Term

NEWEST_FIRST = f"{BACKWARD}sent"
"""The order of a view whose address names none."""

MOST = 500
"""How many letters the table shows, the first in its order; the files hold all."""

Answers = Mapping[tuple[str, str, str], list[tuple[str, Source]]]
"""The date (EDTF) and a source of each event, by the letter's round and place and the event's type."""

_BROUGHT_BY: Mapping[str, str] = events_by_word(ANSWER_RULES)

Key = Callable[["pd.Series[Any]"], "pd.Series[Any]"]


def _rank(vocabulary: type[Term]) -> Key:
    """Return what puts words in the order of their vocabulary."""
    ranks = {str(term): rank for rank, term in enumerate(vocabulary)}
    return lambda words: words.map(ranks)


def _as_it_is(cells: "pd.Series[Any]") -> "pd.Series[Any]":
    return cells


@dataclass(frozen=True)
class Column:
    """A column: its head, and the column of the letters that it is sorted by, with what ranks its cells."""

    head: str
    by: str
    rank: Key = _as_it_is


COLUMNS: Mapping[str, Column] = {
    "place": Column("Place", "name"),
    "letter": Column("Asked for", "round_id"),
    "sent": Column("Sent", "sent_on"),
    "deadline": Column("Deadline", "deadline_on"),
    "answer": Column("Answer", "answer", _rank(Answer)),
    "doj": Column("{sender} and court", "doj", _rank(Doj)),
    "since": Column("Last on record", "since_on"),
}
"""The columns by their words in the address; `tracker.address.ORDERS` has the same."""


@once(4_000_000, size=lambda html: 1000 + len(html))
def letters_section(selection: Selection, address: Address) -> str:
    """Return the letters under their heading."""
    return render("overview_letters.html.j2", letters=letters_html(selection, address))


@once(4_000_000, size=lambda html: 1000 + len(html))
def letters_html(selection: Selection, address: Address, sortable: bool = True) -> str:
    """Return the letters as a table in the order of the address, each place linked to its record.

    Args:
        selection: the view.
        address: of the page that shows it.
        sortable: whether a column's head is a link that sorts by it.
    """
    order = _order(address)
    letters = in_order(selection.letters, order)
    ranked = selection.letters if sortable and len(letters) <= MOST else None
    return render(
        "letters.html.j2",
        caption=selection.description,
        heads={head["word"]: head for head in _heads(address, selection.campaign, order, sortable)},
        ranks={} if ranked is None else {word: _written(ranks(ranked, word)) for word in COLUMNS},
        usual=NEWEST_FIRST,
        letters=list(_rows(selection, letters.head(MOST))),
        link=lambda place: address.link("record", id=place),
        left_out=max(0, len(letters) - MOST),
        whole=file_path("letters", "csv", selection.filters.to_query()),
        meanings=meanings(selection.campaign, _words(letters), "What the words in the table mean"),
    )


def _words(letters: pd.DataFrame) -> dict[type[Term], set[str]]:
    """Give the words that the table uses."""
    return {
        Answer: {*letters["answer"]},
        Doj: {*letters["doj"]},
        Court: {*letters["court"]} - {str(Court.NO_CASE)},
    }


def in_order(letters: pd.DataFrame, order: str) -> pd.DataFrame:
    """Sort letters by a word of the address; rows that are equal by it stay as they are, gaps come last."""
    places = ranks(letters, order.removeprefix(BACKWARD)).reset_index(drop=True)
    is_forward = not order.startswith(BACKWARD)
    return letters.iloc[places.sort_values(ascending=is_forward, kind="stable", na_position="last").index]


def ranks(letters: pd.DataFrame, word: str) -> "pd.Series[Any]":
    """Return the rank of each letter by a column, from 1; those that are equal share one, gaps have none."""
    column = COLUMNS[word]
    return column.rank(letters[column.by]).rank(method="dense")


def _written(ranked: "pd.Series[Any]") -> str:
    """Write ranks for the script that moves the rows, see `sorting.js.j2`."""
    return ",".join("" if pd.isna(rank) else str(int(rank)) for rank in ranked)


def _order(address: Address) -> str:
    """Return the order of the address; that of another page's rows means nothing here."""
    order = address.values.get(SORT, NEWEST_FIRST)
    return order if order.removeprefix(BACKWARD) in COLUMNS else NEWEST_FIRST


def _heads(address: Address, campaign: Campaign, order: str, sortable: bool) -> Iterator[dict[str, str]]:
    """Give each head with the link that sorts by it, or the other way round, and how it is sorted now."""
    for word, column in COLUMNS.items():
        is_now = word == order.removeprefix(BACKWARD)
        backward = order.startswith(BACKWARD)
        then = BACKWARD + word if is_now and not backward else word
        yield {
            "word": word,
            "label": campaign.say(column.head),
            "href": address.staying("", address.filters, sort=then) if sortable else "",
            "sorted": ("descending" if backward else "ascending") if is_now else "",
        }


@once(16)
def _answers(dataset: Dataset, as_of: date) -> Answers:
    """Give the date and a source of each event of a letter that brings a word of `Answer` about."""
    answers: dict[tuple[str, str, str], list[tuple[str, Source]]] = {}
    events = events_until(dataset, as_of)
    for event in typed_rows(events[events["type"].isin([*_BROUGHT_BY.values()])], Event):
        key = (*key_of(event), event["type"])
        source = dataset.sources_by_id[event["sources"][0]]
        answers.setdefault(key, []).append((event["date"], source))
    return answers


@once(4)
def _copies(dataset: Dataset) -> Mapping[tuple[str, str], Source]:
    """Give the source of the public copy of each letter that has one, by round and place."""
    letters = typed_rows(dataset.letters, Letter)
    copies = ((letter, copy_of(dataset, letter)) for letter in letters)
    return {key_of(letter): copy for letter, copy in copies if copy}


def _rows(selection: Selection, letters: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Give each letter with its words as members of their vocabularies."""
    campaign, dataset = selection.campaign, selection.dataset
    statuses, words, steps = (campaign.words(terms) for terms in (Status, Answer, Doj))
    answers, copies = _answers(dataset, selection.as_of), _copies(dataset)
    for letter in typed_rows(letters, LetterOnDay):
        yield letter | {
            "kind": Kind.of(letter["kind"]),
            "status": statuses[letter["status"]],
            "answer": words[letter["answer"]],
            "answers": answers.get((*key_of(letter), _BROUGHT_BY.get(letter["answer"], "")), ()),
            "doj": steps[letter["doj"]],
            "public_copy": copies.get(key_of(letter)),
            "in_court": "" if letter["court"] == Court.NO_CASE else court_words(letter),
            "is_inferred": letter["evidence"] == Evidence.INFERRED,
        }
