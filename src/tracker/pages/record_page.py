"""The record page: everything on record for one place, each statement with its numbered sources."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from tracker.address import ID, ORDER, WORDS, Address
from tracker.address_values import Refused
from tracker.brief import Brief, litigation, place_brief
from tracker.brief.grounds import Grounds, Sources
from tracker.brief.litigation import last_on_record, letter_suits
from tracker.campaign import Campaign, Worded
from tracker.changes import Change, corrections
from tracker.dataset import Dataset
from tracker.dockets import docket_link
from tracker.evidence import on_weak_hosts
from tracker.exports.view import View
from tracker.filters import LABELS
from tracker.language.datewords import ap_date
from tracker.language.placenames import listed_name
from tracker.letter_key import of_letter
from tracker.pages.engine import render
from tracker.pages.footnotes import Footnotes
from tracker.pages.meanings import meanings
from tracker.pages.page import Page, made_once
from tracker.pages.papers import documents_by_event, papers_of
from tracker.place_record import Record, gaps_of
from tracker.row_types import CaseOnDay, Event, LetterOnDay, typed_rows
from tracker.search import nearest_places
from tracker.standing import is_disputed, since_when, suits_on
from tracker.standing.background import background_names
from tracker.status import letter_status
from tracker.vocabulary import (
    SINCE,
    Answer,
    CaseStatus,
    Concern,
    Confidence,
    Court,
    Doj,
    EventType,
    Party,
    SourceKind,
    Status,
    Term,
)

ORDER_LABELS = {"newest": "Newest first", "oldest": "Oldest first"}
"""The orders of the story."""


def record_at(address: Address, dataset: Dataset, today: date) -> Record | None:
    """Return the record of the place in an address; None where no such place is on record."""
    places = address.filters.id
    return Record(dataset, places[0], address.filters.day(dataset, today)) if places else None


@made_once
def record_page(address: Address, dataset: Dataset, today: date) -> Page:
    """Say everything on record for the place in the address by its day."""
    record = record_at(address, dataset, today)
    return _unknown(address, dataset) if record is None else _known(record, address, today)


def day_html(record: Record, address: Address, on_map: str, is_form: bool) -> str:
    """Return the day of a record, as a form or only said, above the link that shows the place on the map."""
    others = replace(address, filters=address.filters.drop("as_of"))
    kept = [(key, value) for key, value in others.pairs if key in (*LABELS, ORDER)]
    return render("record_day.html.j2", as_of=record.as_of, href=on_map, kept=kept, is_form=is_form)


def order_links(address: Address) -> list[tuple[str, str, bool]]:
    """Give each order of the story with the address that asks for it, and whether it is in use."""
    return [
        (
            ORDER_LABELS[word],
            address.staying("record", address.filters, **{ORDER: word}),
            word == address.word(ORDER),
        )
        for word in WORDS[ORDER]
    ]


def _known(record: Record, address: Address, today: date) -> Page:
    brief = place_brief(record.dataset, record.jurisdiction_id, record.as_of)
    view = View("letters", record.selection, path="record")
    credit = f"{view.about.credit}, as of {ap_date(record.as_of)}"
    values = _values(record, brief, address) | {"credit": credit, "frozen": view.frozen}
    return Page(
        title=f"{record.full_name}: {record.dataset.campaign.sender} letters, as of {ap_date(record.as_of)}",
        description=str(brief.headline),
        sections={
            "head": render("record_head.html.j2", brief=brief, **_card(record, values), **values),
            "letters": render(
                "record_letters.html.j2", now=_status_now(record, today), ended=_ended(record), **values
            ),
            "story": render(
                "record_story.html.j2",
                events=_story(record, address),
                background=background_names(record.dataset),
                **values,
            ),
            "rest": render("record_rest.html.j2", **values),
        },
        refused=tuple(
            Refused(ID, place, "is a second place; a record shows one") for place in address.filters.id[1:]
        ),
    )


def places_near(sought: str, dataset: Dataset) -> list[tuple[str, str]]:
    """Return the places that may be meant by an id that there is not, each id with its name."""
    return [(key, listed_name(dataset.places_by_id[key])) for key in nearest_places(dataset, sought)]


def _unknown(address: Address, dataset: Dataset) -> Page:
    """Say that the place is not on record, and offer the nearest names."""
    sought = next((part.value for part in address.refused if part.key == ID), "")
    near = places_near(sought, dataset)
    return Page(
        title="No such record",
        description="No place of this name is on record.",
        sections={"head": render("record_unknown.html.j2", sought=sought, near=near, address=address)},
        exists=False,
    )


def _values(record: Record, brief: Brief, address: Address) -> dict[str, Any]:
    """Give what the templates of a record share."""
    suits = litigation(record.dataset, record.jurisdiction_id, record.as_of)
    grounds = _grounds(record)
    later = (cell for cells in grounds.values() for cell in cells.values())
    said = (claim.sources for claim in (*brief.claims, *suits.claims))
    letters, words = typed_rows(_graded(record.letters, record), LetterOnDay), record.dataset.campaign.words
    return _labels(record.dataset.campaign) | {
        "record": record,
        "late": record.as_of > record.dataset.version.researched_to,
        "researched_to": record.dataset.version.researched_to,
        "status": words(Status).get(record.status or ""),
        "address": address,
        "letters": letters,
        "cases": [case | _standing(case) for case in typed_rows(_graded(record.cases, record), CaseOnDay)],
        "meanings": meanings(record.dataset.campaign, _words(record)),
        "litigation": suits,
        "grounds": grounds,
        "cited": Footnotes.of(record.dataset, (*said, *record.cited, *later)),
        "papers": {letter["round_id"]: papers_of(record.dataset, letter) for letter in letters},
        "terms": record.terms,
        "disputed": {
            letter["round_id"] for letter in letters if is_disputed(record.dataset, letter, record.as_of)
        },
        "shown": documents_by_event(record.dataset, record.jurisdiction_id),
        "others": typed_rows(record.others, LetterOnDay),
        "companions": [
            (letter, typed_rows(record.companions(letter["round_id"]), LetterOnDay)) for letter in letters
        ],
        "corrections": _corrections(record),
    }


def _labels(campaign: Campaign) -> dict[str, Any]:
    """Give the words of the vocabularies that the templates of a record use."""
    words = campaign.words
    return {
        "since": campaign.say(SINCE),
        "statuses": words(Status),
        "answers": words(Answer),
        "dojs": words(Doj),
        "courts": words(Court),
        "concerns": words(Concern),
        "types": words(EventType),
        "confidences": words(Confidence),
        "source_kinds": words(SourceKind),
    }


def _corrections(record: Record) -> list[Change]:
    """Give the corrections of the record by its day."""
    return [
        change
        for change in corrections(record.dataset)
        if record.jurisdiction_id in change.places and change.day <= record.as_of
    ]


def _card(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the card says of the newest letter; nothing to show without one."""
    if not values["letters"]:
        return {"newest": None}
    newest = values["letters"][0]
    return {
        "newest": newest,
        "paper": values["papers"][newest["round_id"]],
        "standing": since_when(record.dataset, newest, record.as_of),
        "gaps": tuple(gaps_of(newest)),
        "sued_since": _is_sued_since(record, newest),
        "suits": letter_suits(record.dataset, newest, record.as_of),
    }


def _is_sued_since(record: Record, letter: LetterOnDay) -> bool:
    """Tell whether the United States sued in a case that bears on a letter once that was sent."""
    suits = suits_on(record.dataset, record.as_of)
    suits = suits[of_letter(suits, letter) & (suits["brought_by"] == Party.UNITED_STATES)]
    cases = record.cases[record.cases["case_id"].isin(suits["case_id"])]
    return bool((cases["filed_on_latest"] >= letter["sent_on"]).any())


def _grounds(record: Record) -> dict[str, dict[str, Sources]]:
    """Give what the answers about each letter rest on, by round."""
    grounds = Grounds(record.dataset, record.as_of)
    return {
        str(round_id): {
            "status": grounds.standing(letter, "status"),
            "answer": grounds.answers(letter),
            "doj": grounds.steps(letter),
            "court": grounds.suits(letter, nearest=True),
            "suits": grounds.suits(letter),
        }
        for round_id, letter in record.letters.groupby("round_id")
    }


def _words(record: Record) -> dict[type[Term], Iterable[str]]:
    """Give the words that the letters, the story and the cases of a record use; statuses are at the map."""
    letters, support = record.letters, [*record.letters["confidence"], *record.events["confidence"]]
    return {
        Answer: letters["answer"],
        Doj: letters["doj"],
        Court: letters["court"],
        CaseStatus: record.cases["status"],
        Confidence: support,
    }


def _standing(case: CaseOnDay) -> dict[str, Any]:
    """Give what the row of a case only implies: where it stands, and where its docket is."""
    return {
        "stands": CaseStatus.of(case["status"]),
        "last": last_on_record(case) if case["status"] == CaseStatus.PENDING else "",
        "docket_href": docket_link(case["court"], case["docket"]),
    }


def _story(record: Record, address: Address) -> list[Event]:
    """Give the events in the order asked for."""
    events = typed_rows(_graded(record.events, record), Event)
    return events if address.word(ORDER) == WORDS[ORDER][0] else events[::-1]


def _graded(frame: pd.DataFrame, record: Record) -> pd.DataFrame:
    """Add whether a row rests on weak hosts alone."""
    return frame.assign(is_weak=on_weak_hosts(frame, record.dataset.sources))


def _ended(record: Record) -> dict[str, str]:
    """Give the date (EDTF) on which each round that had ended by the day of the page did so."""
    rounds = record.dataset.rounds
    over = rounds[rounds["ended_on_latest"] <= pd.Timestamp(record.as_of)]
    return dict(zip(over["round_id"], over["ended_on"], strict=True))


def _status_now(record: Record, today: date) -> dict[str, Worded]:
    """Give the status today of each letter whose status has changed since the day of the page, by round."""
    letters = record.dataset.letters.assign(now=letter_status(record.dataset, today))
    mine = letters[letters["jurisdiction_id"] == record.jurisdiction_id]
    now = dict(zip(mine["round_id"], mine["now"], strict=True))
    words = record.dataset.campaign.words(Status)
    then = zip(record.letters["round_id"], record.letters["status"], strict=True)
    return {key: words[now[key]] for key, status in then if now[key] not in (status, "")}
