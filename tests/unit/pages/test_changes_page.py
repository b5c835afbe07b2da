"""The changes page says everything that differs between two days, and which days it compares."""

import re
from datetime import date

import pytest

from builders import a_dataset, a_letter, an_event
from tracker.address import Address
from tracker.case_filters import CaseFilters
from tracker.changes import days_of
from tracker.pages.changes_page import changes_page
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 7, 3)
SPRING = "from=2018-01-24&to=2018-04-13"


def page(dataset, query="", today=TODAY):
    return changes_page(Address.parse(query, dataset), dataset, today)


def days(dataset, query="", today=TODAY):
    return days_of(Address.parse(query, dataset), dataset, today)


def text(html):
    """What a reader sees: the markup taken out."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def whole(page):
    return text("\n".join(page.sections.values()))


def table(page):
    """The cells of each row."""
    body = page.sections["table"].split("<tbody>")[1].split("</tbody>")[0]
    return [
        [text(cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.S)]
        for row in body.split("<tr id=")[1:]
    ]


@pytest.fixture(scope="module")
def spring(dataset):
    return page(dataset, SPRING)


def test_the_spring_of_2018_is_told(spring):
    told = text(spring.sections["sentences"])
    assert "went to 23 jurisdictions" in told
    assert "City of West Palm Beach v. Sessions was filed" in told
    assert "West Palm Beach, Florida, on March 27, 2018: Settlement." in told
    assert "West Palm Beach, Florida, was in a court case as of Feb. 6 and was cleared by DOJ" in told
    assert "Louisville, Kentucky, went past the deadline on Feb. 24 and was cleared by DOJ" in told


def test_headings_give_counts_and_the_answer_comes_first(spring):
    assert "Letters sent (26)" in text(spring.sections["sentences"])
    assert "Court cases filed (3)" in text(spring.sections["sentences"])
    assert "Twenty-six letters sent; 23 letters past their deadline" in spring.sections["head"]
    assert spring.title == "What changed from Jan. 24, 2018, through April 13, 2018"
    assert next(iter(spring.sections)) == "head"


def test_every_change_is_a_row(spring):
    rows = table(spring)
    assert sum("Letter sent" in row for row in rows) == 26
    louisville = [row for row in rows if row[1] == "Louisville, KY" and row[4]]
    passed, clearance = louisville
    assert passed[4] == "Awaiting answer to Deadline passed, no answer on public record"
    assert clearance[0] == "April 12, 2018"
    assert clearance[3] == "Jan. 2018"
    assert clearance[4] == "Deadline passed, no answer on public record to Cleared by DOJ"


def test_a_letter_sent_has_no_status_before_it(spring):
    assert {row[4] for row in table(spring) if row[2] == "Letter sent"} == {""}


def test_events_are_called_by_their_type(spring):
    assert "Settlement" in {row[2] for row in table(spring)}


def test_places_lead_to_their_records_with_the_filters_kept(dataset):
    shown = page(dataset, f"{SPRING}&state=FL&as_of=2018-05-01").sections["table"]
    assert 'href="record?state=FL&amp;as_of=2018-05-01&amp;id=west-palm-beach-fl"' in shown


def test_a_record_opens_on_the_second_day_where_the_view_has_none(dataset):
    assert (
        'href="record?state=FL&amp;as_of=2018-04-13&amp;id=west-palm-beach-fl"'
        in (page(dataset, f"{SPRING}&state=FL").sections["table"])
    )


def test_days_that_the_research_does_not_reach_are_not_told_as_quiet(dataset):
    head = page(dataset, "from=2026-07-04&to=2026-08-01").sections["head"]
    assert "The research does not reach these days" in head
    assert "Nothing is on record of these days" not in head


def test_notes_lead_to_the_sources_below(spring):
    shown = spring.sections["table"]
    spans = re.findall(r'href="#note-(\d+)" aria-label="sources? \d+(?: to (\d+))?"', shown)
    cited = {number for first, last in spans for number in range(int(first), int(last or first) + 1)}
    assert cited == set(map(int, re.findall(r'id="note-(\d+)"', shown)))
    assert cited


def test_filters_narrow_it_and_are_said(dataset):
    shown = page(dataset, f"{SPRING}&state=FL")
    assert "DOJ letters to places in Florida." in whole(shown)
    assert {row[1] for row in table(shown)} == {"West Palm Beach, FL"}


def test_by_default_the_year_up_to_the_day_of_the_view(dataset):
    assert (days(dataset).start, days(dataset).end) == (date(2025, 7, 3), TODAY)
    then = days(dataset, "as_of=2020-02-29")
    assert (then.start, then.end) == (date(2019, 2, 28), date(2020, 2, 29))
    first = days(dataset, "to=2000-01-01")
    assert (first.start, first.end) == (date(2000, 1, 1), date(2000, 1, 1))


def test_days_that_mean_nothing_are_named(dataset):
    shown = page(dataset, "from=spring&to=2018-13-01")
    assert [part.key for part in shown.refused] == ["from", "to"]
    assert "from July 3, 2025, through July 3, 2026" in shown.title


def test_days_in_the_wrong_order_are_swapped_and_it_is_said(dataset):
    shown = page(dataset, "from=2018-04-13&to=2018-01-24")
    assert shown.refused == ()
    assert shown.title == "What changed from Jan. 24, 2018, through April 13, 2018"
    assert "The link gives the days the other way round" in shown.sections["head"]
    assert "the other way round" not in page(dataset, SPRING).sections["head"]


def test_a_fact_that_rests_on_one_publisher_says_so(dataset):
    edited = a_dataset(dataset, events=[an_event(confidence="single-source")], cases=[])
    (row,) = table(page(edited, "from=2018-02-14&to=2018-02-14"))
    assert row[-1].endswith("Single source")


def test_a_suit_is_one_row_that_leads_to_each_of_its_places(dataset):
    html = page(dataset, "from=2025-05-22&to=2025-05-22&q=Newark").sections["table"]
    assert len(re.findall(r'href="record[^"]*id=(?:hoboken|jersey-city|newark|paterson)-nj"', html)) == 4
    assert html.count("Court case filed") == 1


def test_a_case_that_is_named_leads_to_it(dataset):
    page = changes_page(Address.parse("from=2025-08-01&to=2025-08-31", dataset), dataset, TODAY)
    name = "Martin Luther King, Jr. County v. Turner"
    link = f'<a href="cases?as_of=2025-08-31&amp;q=2%3A25-cv-00814">{name}</a>'
    assert f"a court decided in {link}." in page.sections["sentences"]
    assert f"A court decided in {link}." in page.sections["table"]
    (found,) = CaseFilters(q="2:25-cv-00814").apply(dataset, TODAY)["name"]
    assert found == name


def test_a_day_without_news_is_said(dataset):
    shown = page(dataset, "from=2018-01-22&to=2018-01-22")
    assert "Nothing is on record of these days." in whole(shown)
    assert "A longer span" in whole(shown)
    assert "table" not in shown.sections


def test_a_day_past_the_research_is_said(dataset):
    assert "research behind this page reaches July 3, 2026" in whole(page(dataset, "to=2026-08-01"))
    assert "research behind" not in whole(page(dataset))


def test_by_the_day_of_recording(dataset):
    edited = a_dataset(
        dataset, letters=[a_letter(recorded_on="2026-12-01")], events=[an_event(recorded_on="2026-12-02")]
    )
    query = "by=recorded&from=2026-11-30&to=2026-12-31"
    shown = page(edited, query)
    assert shown.title == "What entered the record from Nov. 30, 2026, through Dec. 31, 2026"
    assert "Letters sent (1)" in whole(shown)
    assert table(shown)[-1][:3] == ["Dec. 1, 2026", "Boston, MA", "Letter sent"]
    assert table(shown)[0][0] == "Dec. 2, 2026"
    none = page(edited, "by=recorded&from=2018-01-01&to=2018-12-31")
    assert "The first entered on Dec. 1, 2026." in whole(none)


def test_what_was_recorded_is_told_from_what_happened_and_what_happened_last_comes_first(dataset):
    edited = a_dataset(
        dataset,
        letters=[a_letter(recorded_on="2026-12-01")],
        events=[
            an_event(
                event_id=f"boston-ma:{day}:statement", date=day, type="statement", recorded_on="2026-12-01"
            )
            for day in ("2018-03-01", "2026-11-30", "2020-05-05")
        ],
    )
    shown = page(edited, "by=recorded&from=2026-11-30&to=2026-12-31")
    assert "one of these four happened in these days; the last is of Nov. 30, 2026." in whole(shown)
    assert 'href="changes">What happened lately' in shown.sections["head"]
    words = " ".join(" ".join(row) for row in table(shown))
    assert words.index("Nov. 30, 2026:") < words.index("May 5, 2020:") < words.index("March 1, 2018:")
    assert "happened in these days" not in whole(page(edited, "from=2026-11-30&to=2026-12-31"))


def test_texts_of_the_data_and_of_the_link_are_escaped(dataset):
    hostile = "<script>alert(1)</script>"
    edited = a_dataset(dataset, events=[an_event(summary=hostile)])
    html = "".join(page(edited, SPRING).sections.values())
    html += "".join(page(dataset, f"{SPRING}&q={hostile}").sections.values())
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") >= 2


@pytest.mark.parametrize("query", ["", SPRING, "by=recorded&to=2026-12-01", "from=2000-01-01"])
def test_no_word_of_the_code_is_shown(dataset, query):
    assert (
        re.findall(
            r"\b[a-z]+_[a-z_]+\b|\bNaT\b|\bnan\b|\bNone\b(?! on record)|[{}]", whole(page(dataset, query))
        )
        == []
    )


def test_without_scripts_days_and_filters_are_one_form(dataset):
    body = snapshot(
        PageRequest("changes", Address.parse(f"{SPRING}&by=recorded&state=CA", dataset), TODAY), dataset
    ).body
    assert body.count("<form id=") == 1
    assert '<form id="choices" action="changes"' in body
    for key, value in {"from": "2018-01-24", "to": "2018-04-13"}.items():
        assert body.count(f'name="{key}"') == 1
        assert f'<input type="date" form="choices" name="{key}" value="{value}">' in body
    assert '<option value="recorded" selected>' in body
    assert '<input type="hidden" name="state" value="CA">' in body
    assert 'name="due_from"' in body
    assert f'class="clear" href="changes?{SPRING.replace("&", "&amp;")}&amp;by=recorded"' in body


@pytest.mark.parametrize("way", [{"filed": True}, {"paper": "https://example.org/"}])
def test_a_file_and_a_sheet_of_paper_have_no_fields(dataset, way):
    body = snapshot(PageRequest("changes", Address.parse(SPRING, dataset), TODAY, **way), dataset).body
    assert not re.search("<form|<select|<button|type=.date", body)


def test_what_was_recorded_lately_is_one_link_away(dataset):
    """Of the letters that the filters pick, to the day of whoever follows it."""
    head = page(dataset, f"state=IL&as_of=2018-04-13&{SPRING}").sections["head"]
    links = re.findall(r'<a href="changes\?([^"]+)">(\d+) days</a>', head)
    for query, count in links:
        lately = Address.parse(query.replace("&amp;", "&"), dataset)
        assert (lately.filters.state, lately.filters.as_of) == (("IL",), None)
        spanned = days_of(lately, dataset, TODAY)
        assert (spanned.end, (spanned.end - spanned.start).days + 1) == (TODAY, int(count))
        assert spanned.by == "recorded"
    assert [count for _, count in links] == ["7", "30"]
