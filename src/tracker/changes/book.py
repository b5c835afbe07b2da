"""What every change takes from the dataset: names of places and rounds, and when rows were last corrected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from tracker.campaign import Campaign
from tracker.changes.change_rows import Change, ChangeKind, LetterKey
from tracker.dataset import Dataset
from tracker.evidence import inferred
from tracker.language.apstyle import ap_style
from tracker.language.datewords import month_in_words
from tracker.language.placenames import full_name, whole_name
from tracker.language.words import listed_names, sentence
from tracker.letter_key import LETTER_KEY
from tracker.letters import round_labels
from tracker.row_types import Case, Correction, Event, typed_rows
from tracker.vocabulary import Confidence, Term

Keyed = tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Book:
    """A dataset as changes are written from it."""

    dataset: Dataset = field(repr=False)

    def change(
        self, kind: ChangeKind, key: tuple[str, ...], on: str, day: date, recorded: date, keyed: Keyed
    ) -> Change:
        """Begin a change: its day of recording is the day itself where that came later, as of a deadline.

        Args:
            kind: its kind.
            key: the parts of its id.
            on: when it happened, in EDTF.
            day: the day from which it counts.
            recorded: the newest day on which one of its rows entered the dataset.
            keyed: table and key of those rows.
        """
        corrected = self.corrected_on(keyed)
        entered = max(recorded, day)
        return Change(key, kind, on, day, entered, max([entered, *corrected]), rows=keyed)

    def corrected_on(self, keyed: Keyed) -> list[date]:
        """Return the newest day of correction of each of some rows that was corrected."""
        return [self._corrected[row] for row in keyed if row in self._corrected]

    def at(self, change: Change, places: Iterable[str], round_id: str = "") -> Change:
        """Set a change at places, in the order of their names, and in a round."""
        here = sorted(set(places), key=self.names_by_id.__getitem__)
        return replace(
            change,
            places=tuple(here),
            names=listed_names([self.names_by_id[place] for place in here]),
            round_id=round_id,
            round_label=self.labels[round_id] if round_id else "",
        )

    @property
    def campaign(self) -> Campaign:
        """Whose letters these are."""
        return self.dataset.campaign

    def label(self, term: Term) -> str:
        """Return the label of a word."""
        return self.campaign.say(term.label)

    @cached_property
    def names_by_id(self) -> Mapping[str, str]:
        """Every place in words, by id."""
        return {key: full_name(place) for key, place in self.dataset.places_by_id.items()}

    @cached_property
    def whole_names_by_id(self) -> Mapping[str, str]:
        """Every place as a list of places has it, by id: `California`, `Jackson, Mississippi`."""
        return {key: whole_name(place) for key, place in self.dataset.places_by_id.items()}

    def is_inferred(self, letter: LetterKey) -> bool:
        """Tell whether no source names the recipient of a letter."""
        return letter in self._inferred

    @cached_property
    def _inferred(self) -> frozenset[LetterKey]:
        letters = inferred(self.dataset.letters)[LETTER_KEY]
        return frozenset(letters.itertuples(index=False, name=None))

    @cached_property
    def case_names(self) -> Mapping[str, str]:
        """The name of every court case by id."""
        return {key: case["name"] for key, case in self.dataset.cases_by_id.items()}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Every round by id as `Jan. 2018`."""
        labels = round_labels(self.dataset.rounds)
        return {str(key): str(label) for key, label in labels.items()}

    @cached_property
    def months(self) -> Mapping[str, str]:
        """The month and year of every round by id: `January 2018`."""
        return {key: month_in_words(each["sent_on"]) for key, each in self.dataset.rounds_by_id.items()}

    @cached_property
    def _corrected(self) -> Mapping[tuple[str, str], date]:
        ordered = typed_rows(self.dataset.corrections.sort_values("corrected_on"), Correction)
        return {(entry["table"], entry["row"]): entry["corrected_on"].date() for entry in ordered}


def weakest(confidences: Iterable[str]) -> str:
    """Return the weakest of some words of `Confidence`; "" for none."""
    order = list(Confidence)
    return max(confidences, key=lambda word: order.index(Confidence.of(word)), default="")


def cited(of: Iterable[Case | Event]) -> tuple[str, ...]:
    """Return the sources of some rows, each once."""
    return tuple(sorted({source for row in of for source in row["sources"]}))


def prose(*texts: str) -> str:
    """Put texts of the data together as sentences, dates as prose has them."""
    return " ".join(sentence(ap_style(text)) for text in texts if text)
