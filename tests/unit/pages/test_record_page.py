"""The record page says everything on record for a place, each statement with its sources."""

import re
from datetime import date

import pytest

from builders import a_case, a_correction, a_dataset, a_letter, an_event
from tracker.address import Address
from tracker.brief import place_brief
from tracker.language.datewords import unbroken
from tracker.pages.record_page import record_page
from tracker.pages.snapshot import PageRequest, snapshot
from tracker.vocabulary import Confidence, Status

TODAY = date(2026, 11, 25)


def page_of(dataset, query):
    return record_page(Address.parse(query, dataset), dataset, TODAY)


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", " ".join(page.sections.values())))


@pytest.mark.parametrize(
    "fact",
    [
        "Chokwe Antar Lumumba, Mayor",
        "Tony Yarber, Mayor",
        "It was the only one of the 23 in Mississippi",
        "Louisville, Kentucky, and West Palm Beach, Florida",
        "All orders, directives, instructions or guidance",
        "A subpoena if the answer was late or incomplete",
        "City answered the November letter between Dec. 1, 2017, and Jan. 24, 2018",
        "Ethics Commission",
        "No answer to the letter of Jan. 24, 2018, was found",
        "Clarion Ledger",
    ],
)
def test_jackson_tells_the_report_and_what_came_after(dataset, fact):
    assert fact in text(page_of(dataset, "id=jackson-ms"))


def test_a_date_that_begins_an_entry_has_a_capital(dataset):
    story = page_of(dataset, "id=jackson-ms").sections["story"]
    assert unbroken(">Between Dec. 1, 2017, and Jan. 24, 2018</time>") in story


def test_the_end_of_a_round_is_told_once_it_is_over(dataset):
    over, before = (
        page_of(dataset, f"id=jackson-ms&as_of={day}").sections["letters"]
        for day in ("2021-04-30", "2021-04-29")
    )
    assert over.count('<dt>Round ended</dt><dd>April 2021 <span class="notes">') == 2
    assert "Round ended" not in before


def test_a_rating_is_explained_and_a_link_says_where_it_leads(dataset):
    page = page_of(dataset, "id=jackson-ms")
    rated = f'<span class="term">{Confidence.CONFIRMED.label}</span>'
    assert rated in page.sections["letters"]
    assert rated in page.sections["story"]
    assert Confidence.CONFIRMED.definition in page.sections["letters"]
    links = re.findall(
        r'<li id="note-\d+"><a href="([^"]+)"[^>]*>[^<]*</a> <span class="host">at ([^<]+)<',
        page.sections["rest"],
    )
    assert links
    assert all(f"/{host}/" in link.replace("//www.", "//") for link, host in links)


def test_a_status_that_has_changed_since_is_given_then_and_now(dataset):
    told = text(page_of(dataset, "id=louisville-ky&as_of=2018-03-01"))
    then, now = "Deadline passed, no answer on public record , as of March 1, 2018", "; today Cleared by DOJ"
    assert re.search(rf"{then}(?: \[[\d–]+\])+ {now}", told)


def test_every_note_has_its_source(dataset):
    html = "".join(page_of(dataset, "id=chicago-il").sections.values())
    assert set(re.findall(r'href="#(note-\d+)"', html)) <= set(re.findall(r'id="(note-\d+)"', html))


def test_the_story_is_told_in_the_order_asked_for(dataset):
    newest, oldest = (
        page_of(dataset, f"id=jackson-ms&order={word}").sections["story"] for word in ("newest", "oldest")
    )
    days = re.findall(r'<time datetime="([^"]+)"', newest)
    assert days[0] == "2021-05-21"
    assert days[::-1] == re.findall(r'<time datetime="([^"]+)"', oldest)


def test_an_unknown_place_offers_the_nearest_names(dataset):
    page = page_of(dataset, "id=jakson-ms")
    assert not page.exists
    assert "Jackson, MS" in text(page)


@pytest.mark.parametrize("query", ["", "id=", "id=%3Cscript%3E"])
def test_a_link_to_nothing_is_no_record(dataset, query):
    page = page_of(dataset, query)
    assert not page.exists
    assert "<script>" not in page.sections["head"]


def test_what_the_data_say_is_escaped(dataset):
    hostile = a_dataset(dataset, events=[an_event(summary="<img src=x onerror=alert(1)> & “quotes”")])
    assert "<img" not in page_of(hostile, "id=jackson-ms").sections["story"]


def test_a_correction_is_shown_with_both_values(dataset):
    corrected = a_dataset(dataset, corrections=[a_correction(corrected_on="2026-11-25")])
    told = text(page_of(corrected, "id=jackson-ms"))
    assert "“Addressee” is “Chokwe Antar Lumumba, Mayor”, no longer “Tony Yarber, Mayor”" in told


def test_a_correction_names_places_and_words_as_a_reader_knows_them(published):
    told = text(record_page(Address.parse("id=portland-or", published), published, date(2026, 11, 26)))
    corrections = told.split("Corrections to this record")[1].split("Sources")[0]
    assert "“Places” now has Portland, Oregon." in corrections.replace("\N{NO-BREAK SPACE}", " ")
    assert "“Confidence” is “Confirmed”, no longer “Single source”" in corrections
    assert not re.search(r"[a-z]-(?:or|ca|wa)\b|single-source", corrections)


def test_the_newest_event_of_the_place_is_told_beside_the_last_about_the_letter(dataset):
    newest = "Newest on record about Jackson, though not about this letter, on May 21, 2021"
    assert newest in str(place_brief(dataset, "jackson-ms", TODAY))
    assert "though not about" not in str(place_brief(dataset, "jackson-ms", date(2021, 5, 1)))
    assert "of this letter, and suits over it or the place’s policies or grants:" in text(
        page_of(dataset, "id=jackson-ms")
    )


def test_links_keep_the_filters_and_the_day(dataset):
    html = page_of(dataset, "id=jackson-ms&as_of=2018-01-25&state=MS").sections["rest"]
    assert "record?state=MS&amp;id=louisville-ky&amp;as_of=2018-01-25" in html


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("louisville-ky", "Read the letter"),
        ("hoboken-nj", "See where the letter is"),
        ("jackson-ms", "DOJ’s release names it"),
        ("east-lansing-mi", "No public copy found."),
        ("burlington-vt", "Read the answer"),
    ],
)
def test_a_record_leads_to_what_there_is_to_read(dataset, place, link):
    assert link in text(page_of(dataset, f"id={place}"))


def test_the_terms_of_a_letter_cite_their_own_sources(dataset):
    html = page_of(dataset, "id=jackson-ms&as_of=2018-03-01").sections["letters"]
    for name in ("Addressee", "Deadline", "Asked for", "Said could follow"):
        cells = re.findall(rf"<dt>{name}</dt><dd>(.*?)</dd>", html)
        assert len(cells) == 2
        assert all('href="#note-' in cell for cell in cells)


def test_what_is_not_on_record_of_a_letter_cites_nothing(dataset):
    letters = [a_letter(addressee="", deadline_on="")]
    html = page_of(a_dataset(dataset, letters=letters), "id=boston-ma").sections["letters"]
    for name in ("Addressee", "Deadline"):
        (cell,) = re.findall(rf"<dt>{name}</dt><dd>(.*?)</dd>", html)
        assert "on record" in cell
        assert "#note-" not in cell


def test_a_row_that_rests_on_weak_hosts_alone_says_so(dataset):
    told = text(page_of(dataset, "id=newark-nj"))
    assert "All of it was read at weak hosts only." in told
    assert "Rests on weak hosts alone" in told
    assert "weak hosts" not in text(page_of(dataset, "id=jackson-ms"))


def test_a_request_is_there_to_copy(dataset):
    told = text(page_of(dataset, "id=jackson-ms"))
    assert "Under the Mississippi Public Records Act of 1983" in told
    assert "Under the Freedom of Information Act, 5 U.S.C. 552" in told


def test_a_records_request_says_which_page_its_law_is_cited_from(dataset):
    page = text(page_of(dataset, "id=jackson-ms"))
    (law,) = dataset.statutes[dataset.statutes["state"] == "MS"].itertuples()
    assert f"Source of the citation: {law.publisher}: {law.title}" in page


def test_a_records_request_says_that_no_page_was_found(dataset):
    assert "No page was found that says where this law stands." in text(
        page_of(a_dataset(dataset, statutes=[]), "id=jackson-ms")
    )


def test_every_sentence_has_an_anchor_and_a_way_to_quote_it_with_its_source(dataset):
    address = Address.parse("id=jackson-ms&as_of=2018-03-01", dataset)
    sections = record_page(address, dataset, TODAY).sections
    brief = place_brief(dataset, "jackson-ms", date(2018, 3, 1))
    for name, count in (("head", 1 + len(brief.sentences)), ("story", sections["story"].count("<li>"))):
        said = re.findall(r'<span class="said" id="([^"]+)">', sections[name])
        assert said == re.findall(
            r'<a class="quote" href="#([^"]+)" data-quote aria-label="Quote', sections[name]
        )
        papers = sections[name].count('id="paper-')
        assert len(said) == len(set(said)) == count + papers > 1
        frozen = f"record?id=jackson-ms&amp;as_of=2018-03-01&amp;version={dataset.version.name}"
        assert f'data-link="{frozen}"' in sections[name]
        assert unbroken(f"{dataset.version.name}, CC BY 4.0, as of March 1, 2018") in sections[name]


def test_what_a_paper_says_a_ruling_and_a_correction_can_be_quoted_too(dataset):
    sections = record_page(Address.parse("id=chicago-il&as_of=2026-12-01", dataset), dataset, TODAY).sections
    for name, beginning in (("letters", "paper-"), ("rest", "ruling-"), ("rest", "correction-")):
        said = re.findall(rf'<span class="said" id="({beginning}[^"]+)">', sections[name])
        assert len(said) == len(set(said)) > 1
        assert all(f'href="#{one}" data-quote' in sections[name] for one in said)
    assert sections["letters"].count('class="paper-link"') == sections["letters"].count('id="paper-')
    assert 'data-credit="' in sections["letters"]


def test_without_scripts_the_day_is_a_form_and_the_order_two_links(dataset):
    query = "id=jackson-ms&state=MS&order=oldest&as_of=2018-01-25"
    body = snapshot(PageRequest("record", Address.parse(query, dataset), TODAY), dataset).body
    assert '<form id="choices" action="record"' in body
    for key, value in {"id": "jackson-ms", "state": "MS", "order": "oldest"}.items():
        assert f'<input type="hidden" name="{key}" value="{value}">' in body
    assert '<input type="date" form="choices" name="as_of" value="2018-01-25">' in body
    assert re.search(r'href="record\?[^"]*order=oldest" aria-current="true">Oldest first', body)
    assert re.search(r'href="record\?[^"]*order=newest">Newest first', body)


def test_a_file_of_a_record_says_its_day_and_asks_nothing(dataset):
    body = snapshot(
        PageRequest("record", Address.parse("id=jackson-ms&as_of=2018-01-25", dataset), TODAY, filed=True),
        dataset,
    ).body
    assert not re.search("<form|<button|Newest first", body)
    assert "<dt>As of</dt>" in body


def card(page):
    html = re.sub(r'<span class="notes">.*?</span>', "", page.sections["head"], flags=re.DOTALL)
    (lines,) = re.findall(r'<dl class="standing">(.*?)</dl>', html, re.DOTALL)
    return {
        name: re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).replace("\u00a0", " ").strip()
        for name, cell in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", lines, re.DOTALL)
    }


def test_a_record_opens_with_a_card_of_where_its_newest_letter_stands(dataset):
    page = page_of(dataset, "id=jackson-ms&as_of=2018-03-01")
    lines = card(page)
    assert lines["Status"] == Status.NO_ANSWER_FOUND.label
    assert lines["Letter"].startswith("Jan. 24, 2018 newest of 2.")
    assert lines["Answer"] == "None on record asked for by Feb. 23, 2018 (6 days past)"
    assert lines["Not on record"] == "A public copy of the letter An answer, if there was one"
    later = card(page_of(dataset, "id=louisville-ky&as_of=2018-05-01"))
    assert later["DOJ since"] == "Cleared April 12, 2018"


def test_the_card_accounts_for_every_suit_of_the_newest_letter(dataset):
    def in_court(*cases):
        return card(page_of(a_dataset(dataset, cases=list(cases)), "id=jackson-ms"))["In court"]

    won, other = {"outcome_for": "place", "decided_on": "2019-02-01"}, {"round_id": "", "court": "D. Mass."}
    one, two = a_case(**won), a_case(case_id="b", docket="1:18-cv-00002", **other, **won)
    settled = two | {"case_id": "c", "docket": "1:18-cv-00003", "outcome_for": "agreement"}
    pending = a_case(case_id="d", docket="1:18-cv-00004", **other)
    assert "suits" not in in_court(one)
    assert in_court(one, two, settled, pending).endswith(
        "; of the four suits over letter, policies or grants, two were decided for the place, one was "
        "settled and one has no final decision on record"
    )


def test_several_letters_are_rows_that_lead_to_what_is_said_of_each(dataset):
    page = page_of(dataset, "id=jackson-ms")
    rows = re.findall(r'<th scope="row"><a href="#(letter-[^"]+)"', page.sections["head"])
    assert rows == ["letter-2018-01", "letter-2017-11"]
    assert all(f'id="{row}"' in page.sections["letters"] for row in rows)
    assert "letters-of-place" not in page_of(dataset, "id=jackson-ms&as_of=2018-01-01").sections["head"]


def test_several_letters_are_told_with_the_status_of_each(dataset):
    head = page_of(dataset, "id=washington-dc").sections["head"]
    assert "<caption>The letters to the District of Columbia, as of" in head
    rows = re.findall(r'data-head="Status"><span class="term">(.*?)</span></td>', head)
    assert rows == [Status.NO_ANSWER_FOUND.label, "Cleared by DOJ"]


def test_without_a_letter_none_are_counted(dataset):
    letters = page_of(dataset, "id=minneapolis-mn").sections["letters"]
    assert "<h2>Letters</h2>" in letters
    assert "No letter to this place is on record" in letters


def test_a_case_without_a_decision_is_told_up_to_the_last_thing_on_record(dataset):
    record = text(page_of(dataset, "id=minneapolis-mn"))
    assert re.search(r"No final decision on record ?\(last on record: Jan. 31, 2026\)", record)
    assert "no end on record. No final decision" not in record


def test_the_card_stands_above_the_story_where_there_is_a_letter(dataset):
    head = page_of(dataset, "id=jackson-ms").sections["head"]
    assert head.index("</dl>") < head.index('id="said-0"')
    nothing = page_of(dataset, "id=jackson-ms&as_of=2017-01-01").sections["head"]
    assert '<dl class="standing">' not in nothing


def test_a_grant_that_sources_dispute_is_marked(published):
    """Illinois said in court that money was withheld which DOJ had called cleared."""
    marked = "Grant paid or cleared ; sources disagree"
    assert text(page_of(published, "id=state-of-illinois")).count(marked) == 4
    assert marked not in text(page_of(published, "id=jackson-ms"))


@pytest.mark.parametrize(("place", "is_sued_since"), [("boston-ma", True), ("new-york-ny", False)])
def test_only_a_suit_filed_since_the_letter_is_a_step_since(published, place, is_sued_since):
    """New York City was sued in July 2025, before its letter of August."""
    head = page_of(published, f"id={place}").sections["head"]
    assert ("other than the suit below" in head) is is_sued_since


def test_no_letter_of_another_review_follows_an_answer(published):
    """California’s letter of October 2025 is on arrests of agents, and follows up on none before it."""
    assert "followed that answer" not in text(page_of(published, "id=state-of-california"))


def test_the_record_tells_an_answer_to_the_list_apart(published):
    page = text(page_of(published, "id=state-of-nevada"))
    assert (
        "answered DOJ’s list of sanctuary jurisdictions in August 2025, which is no answer to the letter"
        in page
    )
    assert "Answer sent, on DOJ’s list of sanctuary jurisdictions, not on a letter." in page
