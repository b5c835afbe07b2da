"""A ready request for the papers of a letter: to its sender, and to the place under its state's law."""

from dataclasses import dataclass

from tracker.brief.addressee import people
from tracker.campaign import Campaign
from tracker.dataset import Dataset
from tracker.language.datewords import ap_date
from tracker.language.placenames import full_name
from tracker.row_types import LetterOnDay
from tracker.statutes import UNITED_STATES, Statute, statute_of
from tracker.vocabulary import Evidence


@dataclass(frozen=True)
class RecordsRequest:
    """A public records request as text to copy, and the law that it invokes."""

    label: str
    to: str
    subject: str
    body: str
    law: Statute

    def __str__(self) -> str:
        """Print it as a letter."""
        return f"To: {self.to}\nSubject: {self.subject}\n\n{self.body}"


def records_requests(
    dataset: Dataset, letter: LetterOnDay, office: str
) -> tuple[RecordsRequest, RecordsRequest]:
    """Write the requests to sender and place, for a row of `letters_on` and the office that sent it."""
    campaign, place = dataset.campaign, full_name(letter)
    federal, local = (statute_of(code, dataset.statutes) for code in (UNITED_STATES, letter["state"]))
    desk = f"{campaign.sender_name}, {campaign.request_offices.get(office, office)}, FOIA staff"
    return (
        _request(campaign, f"To {campaign.sender_in_prose}", desk, federal, letter, office),
        _request(campaign, f"To {place}", f"Public records officer, {place}", local, letter, office),
    )


def _request(
    campaign: Campaign, label: str, to: str, law: Statute, letter: LetterOnDay, office: str
) -> RecordsRequest:
    day = ap_date(letter["sent_on"].date())
    sender = campaign.sender_name
    subject = f"Public records request: letter of the {sender} to {full_name(letter)}, {day}"
    wanted = "\n".join(
        f"{n}. {item}" for n, item in enumerate(_wanted(campaign, letter, office, day), start=1)
    )
    body = (
        f"Under the {law}, I request a copy of these records:\n\n{wanted}\n\n"
        "Please send them in electronic form. If you withhold any part, please name the exemption and "
        "release the rest. If there are fees, please tell me the amount before you go on.\n\n"
        "[Your name, address and telephone number]"
    )
    return RecordsRequest(label, to, subject, body, law)


def _wanted(campaign: Campaign, letter: LetterOnDay, office: str, day: str) -> list[str]:
    """List the papers; a letter whose text is public need not be asked for again."""
    to = people(letter["addressee"]) or full_name(letter)
    short = f"{campaign.sender} "
    writer = office if office.startswith(short) else f"{campaign.sender_name}, {office}"
    named = f"the letter of {day}, from the {writer.removeprefix(short)}, to {to}"
    answers = [
        "Any answer to that letter, with what was enclosed.",
        "Any later letter between the two on the same subject.",
    ]
    if letter["evidence"] == Evidence.LETTER:
        return [f"Any answer to {named}, with what was enclosed.", answers[1]]
    return [f"{named[:1].upper()}{named[1:]}, with its enclosures.", *answers]
