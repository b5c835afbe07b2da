"""The sentences of a page, and the numbers that a sentence says, in figures or in words."""

import re
from html import unescape

UNITS = "no one two three four five six seven eight nine ten eleven twelve"
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: number for number, word in enumerate(f"{UNITS} {TEENS}".split())} | {"none": 0, "both": 2}
TENS = {word: 10 * number for number, word in enumerate(DECADES.split(), 2)}
DATES = re.compile(
    r"[A-Z][a-z]+\.? \d{1,2}(?: or \d{1,2})?, \d{4}|(?:in|since) [A-Z][a-z]+ \d{4}|"
    r"since \d{4}|section \d+|FY\d+"
)
IDIOMS = re.compile(
    r"places got one|more than one of|no (?:source|later outcome|outcome|answer|final|end|clearance)"
)


def value(word):
    word = word.lower()
    if word.replace(",", "").isdigit():
        return int(word.replace(",", ""))
    if word in SMALL:
        return SMALL[word]
    tens, _, ones = word.partition("-")
    return TENS[tens] + (SMALL[ones] if ones else 0) if tens in TENS else None


def numbers(sentence):
    """Read the numbers of a sentence in order, in figures or words, days and idioms apart."""
    text = IDIOMS.sub("", DATES.sub("", sentence))
    text = re.sub(r"one hundred (\S+)", lambda match: str(100 + value(match[1])), text, flags=re.I)
    words = re.findall(r"[A-Za-z]+(?:-[a-z]+)?|\d[\d,]*\d|\d", text)
    return [number for word in words if (number := value(word)) is not None]


def by_group(sentence, names):
    """Read `nine of the 23 are in California; one each in Oregon and Vermont` as numbers by name."""
    found = {}
    sentence = re.sub(r"^Of the \S+, ", "", sentence)  # `Of the 23, four each are in Illinois and New Jersey`
    for part in re.split(r"; (?:and )?|, (?=\S+ in the )| and (?=\S+ in the )", sentence.rstrip(".")):
        number = next(
            (number for word in part.split() if (number := value(word.strip(","))) is not None), None
        )
        for name in names:
            if re.search(rf"\b{name}\b", part):
                found[name] = number
    return found


def texts(pattern, html):
    """Read the text of each part of a page that a pattern finds."""
    spaced = html.replace("\N{NO-BREAK SPACE}", " ")
    return [
        unescape(re.sub(r"<[^>]+>", "", found)).strip() for found in re.findall(pattern, spaced, re.DOTALL)
    ]
