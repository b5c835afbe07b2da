"""A ready request for the papers of a letter: to DOJ, and to the place under its state's law."""

from dataclasses import dataclass

from tracker.brief.addressee import people
from tracker.brief.where import Row, full_name
from tracker.dates import ap_date
from tracker.statutes import FEDERAL, OF_STATES, Statute
from tracker.vocabulary import Evidence

_ANSWERS_REQUESTS = {
    "Office of the Attorney General": "Office of Information Policy (for the Office of the Attorney General)",
    "DOJ Civil Division": "Civil Division",
}
"""The office of DOJ that answers requests, where that is not the office that wrote."""


@dataclass(frozen=True)
class RecordsRequest:
    """A public records request as text to copy."""

    label: str
    to: str
    subject: str
    body: str

    def __str__(self) -> str:
        """Print it as a letter."""
        return f"To: {self.to}\nSubject: {self.subject}\n\n{self.body}"


def records_requests(letter: Row, office: str) -> tuple[RecordsRequest, RecordsRequest]:
    """Write the requests to DOJ and to the place, for a row of `letters_on` and the office that sent it."""
    place, law = full_name(letter), OF_STATES[letter["state"]]
    desk = f"U.S. Department of Justice, {_ANSWERS_REQUESTS.get(office, office)}, FOIA staff"
    return (
        _request("To the Justice Department", desk, FEDERAL, letter, office),
        _request(f"To {place}", f"Public records officer, {place}", law, letter, office),
    )


def _request(label: str, to: str, law: Statute, letter: Row, office: str) -> RecordsRequest:
    day = ap_date(letter["sent_on"].date())
    subject = (
        f"Public records request: letter of the U.S. Department of Justice to {full_name(letter)}, {day}"
    )
    wanted = "\n".join(f"{n}. {item}" for n, item in enumerate(_wanted(letter, office, day), start=1))
    body = (
        f"Under the {law}, I request a copy of these records:\n\n{wanted}\n\n"
        "Please send them in electronic form. If you withhold any part, please name the exemption and "
        "release the rest. If there are fees, please tell me the amount before you go on.\n\n"
        "[Your name, address and telephone number]"
    )
    return RecordsRequest(label, to, subject, body)


def _wanted(letter: Row, office: str, day: str) -> list[str]:
    """List the papers; a letter whose text is public need not be asked for again."""
    to = people(letter["addressee"]) or full_name(letter)
    writer = office if office.startswith("DOJ") else f"U.S. Department of Justice, {office}"
    named = f"the letter of {day}, from the {writer.removeprefix('DOJ ')}, to {to}"
    answers = [
        "Any answer to that letter, with what was enclosed.",
        "Any later letter between the two on the same subject.",
    ]
    if letter["evidence"] == Evidence.LETTER:
        return [f"Any answer to {named}, with what was enclosed.", answers[1]]
    return [f"{named[:1].upper()}{named[1:]}, with its enclosures.", *answers]
