"""Pieces of a page: the brief, the summary of a place, what was refused, what is wrong with the data."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.address import SHOW, VERSION, Address
from tracker.address_values import Refused
from tracker.brief import figures, is_of_one_round, view_brief
from tracker.campaign import Campaign, Worded
from tracker.dataset import Dataset
from tracker.evidence import Count
from tracker.exports.paths import RELEASES
from tracker.filters import Filters, Selection
from tracker.hits import Hit, find_hits, find_hits_of_one_word, no_letter
from tracker.memo import once
from tracker.pages.engine import render
from tracker.pages.footnotes import Footnotes
from tracker.pages.meanings import meanings, status_key
from tracker.pages.papers import papers_of
from tracker.place_record import Record
from tracker.problems import Report
from tracker.row_types import Event, LetterOnDay, Round, typed_rows
from tracker.search import SEARCHED_IN_WORDS
from tracker.versions import release_of
from tracker.views.placing import home_of
from tracker.views.scene import map_scene
from tracker.views.style import OUTLINED, TINTED, UNNAMED
from tracker.vocabulary import Confidence, EventType, Evidence, Kind, SourceKind, Status

NEWEST = 5
"""How many events the summary of a place shows."""


def tagline(campaign: Campaign) -> str:
    """What this is, in one line."""
    return render("tagline.html.j2", tagline=campaign.tagline)


@once(512)
def brief(selection: Selection) -> str:
    """The answer first: what this view holds, in sentences."""
    version = selection.dataset.version
    return render(
        "brief.html.j2",
        brief=view_brief(selection),
        cited=_footnotes(selection),
        of_one_round=is_of_one_round(selection),
        late=selection.as_of > version.researched_to,
        researched_to=version.researched_to,
    )


@once(512)
def figures_line(selection: Selection) -> str:
    """The four figures of a view: one line on a desk."""
    return render("figures.html.j2", figures=figures(selection))


@once(512)
def sources(selection: Selection) -> str:
    """The numbered sources of the brief and of the letters of a view, folded away."""
    kinds = {str(term): term for term in SourceKind}
    return render("overview_sources.html.j2", sources=_footnotes(selection).sources, source_kinds=kinds)


@once(512)
def _footnotes(selection: Selection) -> Footnotes:
    """Number the sources of a view as its brief cites them, then the others of its letters."""
    said = (claim.sources for claim in view_brief(selection).claims)
    return Footnotes.of(selection.dataset, (*said, *selection.letters["sources"]))


def refusals(refused: Sequence[Refused]) -> str:
    """What in the link means nothing here."""
    return render("refusals.html.j2", refused=refused)


def version_note(address: Address, dataset: Dataset) -> str:
    """Say that a frozen link names another version of the data than is served, or none there was; else ""."""
    pinned = address.values.get(VERSION, "")
    if pinned in ("", dataset.version.name):
        return ""
    kept = release_of(pinned, dataset.releases)
    archive = f"{RELEASES}/{kept}.zip" if kept else ""
    is_known = bool(release_of(pinned, (*dataset.releases, dataset.version.name, dataset.version.stated)))
    return render(
        "version_note.html.j2", pinned=pinned, version=dataset.version, archive=archive, is_known=is_known
    )


def day_note(address: Address, today: date) -> str:
    """Say that the day of the view has not come; "" where it has."""
    as_of = address.filters.as_of
    return render("day_note.html.j2", as_of=as_of) if as_of and as_of > today else ""


def embed_credit(selection: Selection, address: Address) -> str:
    """The credit under an embedded view, which opens the full one in a tab of its own."""
    values = {key: value for key, value in address.values.items() if key != SHOW}
    link, name = address.link("", **values), selection.campaign.name
    return render("embed_credit.html.j2", selection=selection, link=link, name=name)


def place_panel(record: Record) -> str:
    """The summary of a place: status, all its letters, its newest events with their sources."""
    words, events = record.dataset.campaign.words, record.events.head(NEWEST)
    letters = typed_rows(record.letters, LetterOnDay)
    return render(
        "place.html.j2",
        paper=papers_of(record.dataset, letters[0]).best if letters else None,
        status=words(Status).get(record.status or ""),
        record=record,
        letters=letters,
        events=typed_rows(events, Event),
        sources=record.dataset.sources_by_id,
        statuses=words(Status),
        types=words(EventType),
        confidences=words(Confidence),
        meanings=meanings(
            record.dataset.campaign, {Confidence: events["confidence"]}, "How events are supported"
        ),
    )


@once(4_000_000, size=len)
def map_key(
    selection: Selection,
    address: Address,
    with_statuses: bool = True,
    opened: str | None = None,
    near: str | None = None,
) -> str:
    """The legend of the map, colours and shapes apart, its crowded places, every status with its definition.

    `with_statuses` is for a map that has no bar of its statuses beside it; the live page rings the mark of
    the place `opened`. `near` is the place whose state alone the map shows, if it does.
    """
    kinds, statuses = (set(selection.places[column]) for column in ("kind", "status"))
    return render(
        "map_key.html.j2",
        kinds=[kind for kind in Kind if kind in kinds],
        statuses=_worded(selection, statuses) if with_statuses else (),
        tinted=TINTED if any(Kind.of(kind).is_shaped for kind in kinds) else "",
        unnamed=UNNAMED if Evidence.INFERRED in set(selection.places["evidence"]) else "",
        outlined=OUTLINED if near and len(home_of(selection.dataset, near).counties) else "",
        insets=[] if near else _inset_places(selection),
        link=lambda place: address.link("record", id=place),
        opened=opened,
    ) + status_key(selection.campaign)


def _inset_places(selection: Selection) -> list[tuple[str, list[dict[str, object]]]]:
    """Give the places of each inset by its name: a finger needs more room than a phone's map has for them."""
    scene, words = map_scene(selection), selection.campaign.words(Status)
    return [
        (
            " ".join(inset.name),
            [
                {**place, "kind": Kind.of(place["kind"]), "status": words[place["status"]]}
                for place in typed_rows(scene.places_in(inset), LetterOnDay)
            ],
        )
        for inset in scene.insets
    ]


def _worded(selection: Selection, present: set[str]) -> list[Worded]:
    """Give the statuses that are there with their labels and definitions."""
    return [word for status, word in selection.campaign.words(Status).items() if status in present]


def part_heading(text: str) -> str:
    """The heading of a part of a page."""
    return render("part_heading.html.j2", text=text)


def copy_field(label: str, text: str) -> str:
    """A text under its label, with a button that copies it."""
    return render("copy_field.html.j2", label=label, text=text)


def story_heading(orders: Sequence[tuple[str, str, bool]] = ()) -> str:
    """The heading of all that is on record for a place; `orders`: words, link and whether in use."""
    return render("record_order.html.j2", orders=orders)


@once(512)
def pill_counts(key: str, counts: tuple[Count, ...]) -> str:
    """Style that writes a count behind each pill of the element `key`, in their order."""
    return render("pill_counts.html.j2", key=key, counts=counts)


def skip_filters() -> str:
    """The link by which a keyboard gets past the filters."""
    return render("skip_filters.html.j2").strip()


def sheet_end(selection: Selection) -> str:
    """The button that closes the filters where they lie over the page, with the letters that it shows."""
    return render("sheet_end.html.j2", count=Count.of(selection.letters))


@once(4)
def rounds_key(dataset: Dataset) -> str:
    """Every round with its date, its name and the letters on record, newest first, folded away."""
    rounds = dataset.rounds.sort_values("sent_on", ascending=False)
    counts = Count.by(dataset.letters, "round_id")
    return render("rounds_key.html.j2", rounds=typed_rows(rounds, Round), counts=counts, no_letter=Count())


def emptiness(selection: Selection) -> str:
    """Say why no letter is left, and what else the words of a search may mean, or one of them."""
    words = selection.filters.q
    word, hits_of_word = find_hits_of_one_word(selection.dataset, words, selection.as_of)
    return render(
        "emptiness.html.j2",
        too_early=selection.pool.empty,
        day=selection.as_of,
        first=selection.dataset.letters["sent_on"].min(),
        guilty=selection.emptied_by,
        words=words,
        no_letter=no_letter(selection.dataset, words),
        hits=_hits(selection, find_hits(selection.dataset, words, selection.as_of)),
        word=word,
        hits_of_word=_hits(selection, hits_of_word),
    )


def search_note(selection: Selection) -> str:
    """Say in what the words of a view were looked for, and what else is on record under them; "" for none."""
    words = selection.filters.q
    if not words or selection.letters.empty:
        return ""
    hits = _hits(selection, find_hits(selection.dataset, words, selection.as_of))
    return render("search_note.html.j2", words=words, searched=SEARCHED_IN_WORDS, hits=hits)


def _hits(selection: Selection, hits: Iterable[Hit]) -> list[tuple[str, str]]:
    """Give whatever else the words of a view may mean, each by its name and link."""
    kept = Address(Filters(as_of=selection.filters.as_of))
    return [
        (hit.words, hit.url or kept.link(hit.path, **hit.values))
        for hit in hits
        if hit.path or hit.values.get("q") != selection.filters.q
    ]


def search_hint() -> str:
    """What can be searched for, seen while the field has the focus."""
    return render("search_hint.html.j2")


def sought(words: str) -> str:
    """Mark, unseen, of which words the matches beside it are: the live page opens the first at Enter."""
    return render("sought.html.j2", words=words)


def failure(report: Report) -> str:
    """The page that stands in for all others when the data did not pass its checks."""
    return render("failure.html.j2", report=report)


def footer(dataset: Dataset) -> str:
    """The foot of every page: which data this is and how far it reaches."""
    return render("footer.html.j2", version=dataset.version, is_behind=bool(dataset.refused.problems))
