"""The columns of letters counted by groups, of answers by day, and of places then and now."""

from tracker.exports.columns import Declared, Form, Given, PublicColumn, words_of
from tracker.exports.letter_columns import NAMED, RECORD, REGION
from tracker.grouping import AT_LEAST, AT_MOST, BOUND_LABELS, BOUNDS, GROUPINGS, MEASURES, SHARE, SUITS
from tracker.then_and_now import NOW, THEN
from tracker.vocabulary import Answer, Court, Doj, Evidence, Status


def _counted(name: str) -> tuple[PublicColumn, ...]:
    """Declare the column of a measure, or the two of a range."""
    measure = MEASURES[name]
    if measure.possible is None:
        return (PublicColumn(name, measure.head, measure.meaning, Form.WHOLE),)
    return tuple(
        PublicColumn(
            name + end,
            f"{measure.head}, {BOUND_LABELS[end]}",
            f"{measure.meaning} {meaning}",
            Form.WHOLE,
        )
        for end, meaning in BOUNDS.items()
    )


_COUNTS: tuple[Declared, ...] = (
    *(column for name in MEASURES for column in _counted(name)),
    PublicColumn(
        SHARE + AT_LEAST,
        f"Share answered, {BOUND_LABELS[AT_LEAST]}",
        "Letters with an answer on record that came by the day for certain, as a part of all, also of those "
        "that no source names.",
        Form.NUMBER,
    ),
    PublicColumn(
        SHARE + AT_MOST,
        f"Share answered, {BOUND_LABELS[AT_MOST]}",
        "Letters with an answer on record that came by the day or, by its date, may have, as a part of those "
        "named; empty for none. An answer that is on no public record is in neither share.",
        Form.NUMBER,
        required=False,
    ),
    PublicColumn(
        SUITS,
        "Suits",
        "How many separate court cases count for the letters named: over a letter, or over the place’s "
        "policies or grants in the same period. One may count for letters of several groups.",
        Form.WHOLE,
    ),
)


GROUPS: tuple[Declared, ...] = (
    PublicColumn("by", "By", "What the letters are grouped by.", Form.TEXT, words=tuple(GROUPINGS)),
    PublicColumn("group", "Group", "The code, word or id of the group.", Form.TEXT),
    PublicColumn("group_label", "Group in words", "The group as the page prints it.", Form.TEXT),
    *_COUNTS,
)

SIDES: tuple[Declared, ...] = (
    PublicColumn("side", "Side", "1 is the view of the filters, 2 the one set against it.", Form.WHOLE),
    PublicColumn("side_label", "View", "What the view holds, in words.", Form.TEXT),
    PublicColumn(
        "filters", "Filters", "Its filters as in a link; empty for all letters.", Form.TEXT, required=False
    ),
    *_COUNTS,
)

ANSWERS: tuple[Declared, ...] = (
    Given("rounds.round_id"),
    PublicColumn("round_label", "Round in words", "The round as the page prints it.", Form.TEXT),
    PublicColumn(
        "deadline_days",
        "Days to deadline",
        "Days from the letters to their deadline; empty where they name none, or several.",
        Form.WHOLE,
        required=False,
    ),
    PublicColumn("day", "Day", "Days since the letter; the last is that of the view.", Form.WHOLE),
    PublicColumn("letters", "Letters", "Letters of the round whose recipient a source names.", Form.WHOLE),
    PublicColumn(
        "at_least",
        f"Answered, {BOUND_LABELS[AT_LEAST]}",
        "Letters with an answer on record, sent by then on every day that its dates allow.",
        Form.WHOLE,
    ),
    PublicColumn(
        "at_most",
        f"Answered, {BOUND_LABELS[AT_MOST]}",
        "Letters with an answer on record that, by its dates, may have been sent by then.",
        Form.WHOLE,
    ),
)


_OF_NEWEST: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("round_id", "round", "The round of the newest of these letters.", ()),
    ("addressee", "addressee", "The official it was addressed to; empty where none is on record.", ()),
    ("demand", "demand", "What its round asked for; empty where that is not on record.", ()),
    ("evidence", "evidence", "What shows that this letter was sent.", words_of(Evidence)),
    ("status", "status", "Where it stands on the as-of day.", words_of(Status)),
    ("answer", "answer", "What the place answered to it by the as-of day.", words_of(Answer)),
    ("doj", "next step", "What {sender} did about it by the as-of day.", words_of(Doj)),
    ("court", "court", "What came of the court cases about it by the as-of day.", words_of(Court)),
)
"""What is said of the newest letter of a period: the column, its title, what it means, its words."""

_MAY_BE_EMPTY = ("addressee", "demand")
"""The columns of these that may say nothing."""


_COUNTED_THEN: tuple[tuple[str, str, str], ...] = (
    ("letters", "letters", "How many letters of then name it, by a source."),
    (
        "inferred",
        "letters, not named",
        "How many more are entered for it though no source names it as the recipient.",
    ),
    ("answers", "answers", "How many of all these have an answer on record."),
)
"""What is counted of the letters of a period: the column, its title, what it means."""


def _of_period(begin: str, which: str) -> tuple[PublicColumn, ...]:
    """Declare what is said of the letters of one of two periods."""
    return (
        PublicColumn(
            f"{begin}era", f"{which} period", f"The years of the {which.lower()} period.", Form.TEXT
        ),
        *(
            PublicColumn(begin + name, f"{which} {title}", meaning, Form.WHOLE)
            for name, title, meaning in _COUNTED_THEN
        ),
        *(
            PublicColumn(
                begin + name, f"{which} {title}", meaning, Form.TEXT, name not in _MAY_BE_EMPTY, words
            )
            for name, title, meaning, words in _OF_NEWEST
        ),
        PublicColumn(
            f"{begin}policy_changes",
            f"{which} policy changes",
            "The ids of the events of those years in which the place changed a law or policy on the subject.",
            Form.LIST,
            required=False,
        ),
    )


ERAS: tuple[Declared, ...] = (
    *NAMED,
    REGION,
    *_of_period(THEN, "First"),
    *_of_period(NOW, "Last"),
    RECORD,
)
