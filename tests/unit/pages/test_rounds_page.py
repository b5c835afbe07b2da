"""The rounds page says what each round was, who got its letters, and how any two differ."""

import re
from datetime import date

import pytest

from builders import a_dataset
from tracker.address import Address
from tracker.pages.rounds_page import rounds_page
from tracker.pages.snapshot import PageRequest, snapshot

TODAY = date(2026, 7, 3)
PAIR = "from=2017-11&to=2018-01"


def page(dataset, query="", today=TODAY):
    return rounds_page(Address.parse(query, dataset), dataset, today)


def text(html):
    """What a reader sees: the markup taken out."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def whole(page):
    return "\n".join(page.sections.values()).replace("\N{NO-BREAK SPACE}", " ")


def round_of(page, round_id):
    return page.sections["rounds"].split(f'id="round-{round_id}"')[1].split("</article>")[0]


def group(page, heading):
    return page.sections["compare"].split(f"<h3>{heading}")[1].split("</table>")[0]


def refused(page):
    return [str(part) for part in page.refused]


def raw(dataset, table, **cells):
    """The rows of a table as text, some cells of the first replaced."""
    rows = [
        {name: cell(row[name]) for name in dataset.schema[table].column_names}
        for row in dataset.tables[table].to_dict("records")
    ]
    return [rows[0] | cells, *rows[1:]]


def cell(value):
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value != value or str(value) in ("NaT", "<NA>") else str(value).removesuffix(" 00:00:00")


def test_rounds_stand_in_order_newest_first(dataset):
    ids = re.findall(r'id="round-([^"]+)"', page(dataset).sections["rounds"])
    assert len(ids) == len(dataset.rounds)
    assert ids[0] == dataset.rounds.sort_values("sent_on")["round_id"].iloc[-1]
    assert ids.index("2018-01") < ids.index("2017-11") < ids.index("2017-04") < ids.index("2016-05-oig")
    index = re.findall(r'href="#round-([^"]+)"', page(dataset).sections["index"])
    assert index == ids


def test_a_round_says_its_terms_and_where_its_letters_stand(dataset):
    said = text(round_of(page(dataset, "as_of=2018-03-01"), "2018-01"))
    assert "Jon Adler, Director, Bureau of Justice Assistance" in said
    assert "Byrne JAG grant conditions of FY2016 and FY2017" in said
    assert "All orders, directives, instructions or guidance" in said
    assert "A subpoena if the answer was late or incomplete" in said
    assert "Feb. 23, 2018 (6 days past)" in said
    assert "23 announced; 23 on record." in said
    assert "no end on record by March 1, 2018" in said
    assert "19 Deadline passed, no answer on public record 3 Answered 1 In court over the letter" in said


def test_a_round_names_its_sources_and_leads_to_its_letters(dataset):
    shown = round_of(page(dataset, "as_of=2018-03-01&state=CA"), "2018-01")
    (cited,) = dataset.rounds.loc[dataset.rounds["round_id"] == "2018-01", "sources"]
    assert shown.count('rel="noopener"') == len(cited)
    assert 'href="./?round=2018-01&amp;as_of=2018-03-01"' in shown
    assert "See these 23 letters on the map" in shown


def test_announced_and_recorded_stand_side_by_side_with_the_reason(dataset):
    said = text(round_of(page(dataset), "2025-08"))
    assert "No announced number on record; 23 named by a source, 10 more entered" in said
    assert "Editors’ note: Sources give 32 to 35 letters" in said


def test_background_is_called_so_and_has_no_tally(dataset):
    said = text(round_of(page(dataset), "2025-08-list"))
    assert "DOJ’s list of sanctuary jurisdictions Background." in said
    assert "on record by" not in said
    assert "announced" not in said


def test_rounds_not_sent_by_the_day_are_left_out(dataset):
    shown = page(dataset, "as_of=2018-01-25")
    assert "Five rounds of letters since April 2017" in shown.sections["head"]
    assert "2018-04" not in shown.sections["rounds"]
    assert "No round of letters is on record by Jan. 1, 2015" in whole(page(dataset, "as_of=2015-01-01"))


def test_a_day_past_the_research_is_said(dataset):
    assert "research behind this page reaches" in page(dataset, "as_of=2026-08-01").sections["head"]
    assert "research behind this page reaches" not in page(dataset).sections["head"]


def test_the_matrix_follows_the_filters_and_names_every_mark_beside_it(dataset):
    shown = page(dataset, "state=FL").sections["matrix"]
    assert "DOJ letters to places in Florida, as of July 3, 2026." in text(shown)
    assert 'href="record?id=west-palm-beach-fl&amp;' not in shown
    assert 'href="record?state=FL&amp;id=west-palm-beach-fl"' in shown
    legend = shown.split("<ul")[1].split("</ul>")[0]
    marks = set(re.findall(r'status (status-\w+)"', shown.split("<table")[1]))
    assert marks == set(re.findall(r'status (status-\w+)"', legend))
    assert "What the statuses mean" in shown
    assert "No letter matches" in page(dataset, "q=nosuchword").sections["matrix"]


def test_two_rounds_compared(dataset):
    shown = page(dataset, PAIR)
    assert shown.title == "The letters of November 2017 and of January 2018 compared"
    assert group(shown, "Only in November 2017 (10)").count('scope="row"') == 10
    assert group(shown, "Only in January 2018 (4)").count('scope="row"') == 4
    assert group(shown, "In both (19)").count('scope="row"') == 19


def test_of_those_left_out_only_what_is_on_record_is_said(dataset):
    left_out = text(group(page(dataset, PAIR), "Only in November 2017 (10)"))
    assert left_out.count("no reason found") == 7
    assert "No reason is on record" in page(dataset, PAIR).sections["compare"]


def test_those_new_to_a_round_have_their_earlier_letters_named(dataset):
    new = text(group(page(dataset, PAIR), "Only in January 2018 (4)"))
    assert new.count("April 2017") == 4
    assert new.count("October 2017") == 3


def test_the_newer_round_may_stand_first(dataset):
    shown = page(dataset, "from=2018-01&to=2017-11")
    assert "Earlier letters" in shown.sections["compare"]
    assert text(group(shown, "Only in January 2018 (4)")).count("April 2017") == 4
    assert "no reason found" in group(shown, "Only in November 2017 (10)")


def test_a_comparison_says_when_letters_had_not_been_sent(dataset):
    shown = page(dataset, f"{PAIR}&as_of=2018-01-01").sections["compare"]
    assert "The January 2018 letters had not been sent by Jan. 1, 2018" in text(shown)
    assert "<table" not in shown


def test_with_none_chosen_neighbours_are_offered(dataset):
    shown = page(dataset, "as_of=2018-01-25").sections["compare"]
    assert (
        'href="rounds?as_of=2018-01-25&amp;from=2017-11&amp;to=2018-01">Nov. 2017 and Jan. 2018</a>' in shown
    )
    assert "Choose a second round" in page(dataset, "from=2017-11").sections["compare"]
    assert "Choose a first round" in page(dataset, "to=2017-11").sections["compare"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("from=2019-01&to=2018-01", "`from=2019-01` is not a round on record; ignored"),
        (
            "from=2018-01&to=2025-08-list",
            "`to=2025-08-list` is background, with no letters to compare; ignored",
        ),
        ("from=2018-01&to=2018-01", "`to=2018-01` is the same round as the first; choose two; ignored"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(dataset, query, reason):
    shown = page(dataset, query)
    assert refused(shown) == [reason]
    assert "Choose a" in shown.sections["compare"]


def test_texts_of_the_data_are_escaped(dataset):
    hostile = "<script>alert(1)</script>"
    edited = a_dataset(dataset, rounds=raw(dataset, "rounds", name=hostile, demand=hostile))
    shown = whole(page(edited, PAIR))
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("query", ["", PAIR, "as_of=2018-03-01"])
def test_no_word_of_the_code_is_shown(dataset, query):
    assert (
        re.findall(
            r"\b[a-z]+_[a-z_]+\b|\bNaT\b|\bnan\b|\bNone\b(?!\.| on record)", text(whole(page(dataset, query)))
        )
        == []
    )


def test_demand_consequence_and_end_cite_their_own_sources(dataset):
    drawn = page(dataset)
    html, january = drawn.sections["rounds"], round_of(drawn, "2018-01")
    for name in ("Asked for", "Said could follow", "Ended"):
        assert 'href="#note-2018-01-' in january.split(f"<dt>{name}</dt>")[1].split("</dd>")[0]
    assert set(re.findall(r'href="#(note-[^"]+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))


def test_without_scripts_day_pair_and_filters_are_one_form(dataset):
    body = snapshot(
        PageRequest("rounds", Address.parse(f"{PAIR}&state=CA&as_of=2018-04-13", dataset), TODAY), dataset
    ).body
    assert '<form id="choices" action="rounds"' in body
    assert '<input type="date" form="choices" name="as_of" value="2018-04-13">' in body
    assert [body.count(f'name="{key}"') for key in ("from", "to", "as_of", "state")] == [1, 1, 2, 2]
    assert '<option value="2017-11" selected>' in body
    assert '<option value="2018-01" selected>' in body
    assert '<input type="hidden" name="state" value="CA">' in body


def test_a_file_of_the_rounds_has_no_fields(dataset):
    body = snapshot(PageRequest("rounds", Address.parse(PAIR, dataset), TODAY, filed=True), dataset).body
    assert not re.search("<form|<select|<button", body)
