"""What a view leaves out in silence, said."""

from tracker.filters import Selection
from tracker.language.words import counted, sentence


def left_out(selection: Selection) -> str:
    """Say how many letters a choice of deadlines leaves out because they name none; "" for none."""
    if not selection.undated:
        return ""
    verbs = ("has", "is") if selection.undated == 1 else ("have", "are")
    letters = counted(selection.undated, "letter", "letters")
    return sentence(f"{letters} {verbs[0]} no deadline on record and {verbs[1]} left out")
