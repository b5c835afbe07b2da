"""How to cite exactly one view: title, filters, day, data version and link in the forms that people use."""

import json
import re
from dataclasses import dataclass
from urllib.parse import unquote_plus

from tracker.exports.provenance import About
from tracker.language.datewords import ap_date
from tracker.language.words import number

_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "{}&%$#_"}


@dataclass(frozen=True)
class Citation:
    """One view cited: `caption` is the short credit, `sentence` goes into a story, the others into lists."""

    link: str
    caption: str
    sentence: str
    apa: str
    bibtex: str
    csl: str


def cite(about: About, link: str) -> Citation:
    """Cite a view.

    Args:
        about: the view.
        link: its whole address; that of a frozen link keeps the citation true.
    """
    version, day = about.version.name, ap_date(about.as_of)
    return Citation(
        link=link,
        caption=f"{title(about)} (data version {version}), {about.licence.short}",
        sentence=(
            f"The {about.campaign.name}, which names a source for every row, lists {_counted(about)}, "
            f"as of {day} (data version {version}): {link}"
        ),
        apa=(
            f"{about.campaign.author}. ({_year(about)}). {title(about)} (Version {version}) [Data set]. "
            f"{link}"
        ),
        bibtex=_bibtex(about, link),
        csl=_csl(about, link),
    )


def title(about: About) -> str:
    """Title a citation: the name, what the view holds, and the day."""
    return f"{about.campaign.name}: {about.title}, as of {ap_date(about.as_of)}"


def key(about: About) -> str:
    """Make the key of a view in a list of references, of ASCII letters, digits and hyphens only."""
    filters = unquote_plus(about.query.removesuffix(f"as_of={about.as_of}"))
    words = re.sub(r"[^A-Za-z0-9]+", "-", filters).strip("-")
    return "-".join(filter(None, (about.campaign.slug, words[:60].strip("-"), str(about.as_of))))


def _bibtex(about: About, link: str) -> str:
    fields = {
        "author": f"{{{_latex(about.campaign.author)}}}",
        "title": f"{{{_latex(title(about))}}}",
        "year": _year(about),
        "version": _latex(about.version.name),
        "note": f"Data set, version {_latex(about.version.name)}, {about.licence.short}",
        "url": _in_braces(link),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key(about)},\n{lines}\n}}"


def _csl(about: About, link: str) -> str:
    """Write one item of CSL-JSON, in the list that readers of it expect."""
    released = about.version.released_on
    item = {
        "id": key(about),
        "type": "dataset",
        "title": title(about),
        "author": [{"literal": about.campaign.author}],
        "issued": {"date-parts": [[released.year, released.month, released.day]]},
        "version": about.version.name,
        "publisher": about.campaign.name,
        "note": about.licence.short,
        "URL": link,
    }
    return json.dumps([item], ensure_ascii=False, indent=1)


def _year(about: About) -> str:
    return str(about.version.released_on.year)


def _counted(about: About) -> str:
    """Put the number before what the view holds: `nine DOJ letters in California`."""
    one, many = about.nouns
    held = about.title.removeprefix("All ")[len(many) :] or " in all"
    count = about.named or about.count
    said = f"{number(count) if count else 'no'} {one if count == 1 else many}{held}"
    if not about.inferred:
        return said
    unnamed = "to recipients that no source names"
    return (
        f"{said} and another {number(about.inferred)} {unnamed}" if about.named else f"{said}, all {unnamed}"
    )


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _in_braces(link: str) -> str:
    """Keep braces and backslashes of a link from ending its field."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", link)
