"""Rules for words."""

import pytest

from builders import add, an_event, describe, edit, found_in, new_in, report_on, rewrite

EVENT = an_event()["event_id"]


@pytest.mark.parametrize(
    "text", ["The sanctuary city answered.", "It has “a” Sanctuary law.", "Sanctuaryland."]
)
def test_a_contested_word_of_our_own_is_found(folder, text):
    add(folder, "events", an_event(summary=text))
    assert found_in(folder) == [(EVENT, "summary", "contested-word")]


@pytest.mark.parametrize(
    "text", ["DOJ asked for the end of “sanctuary” policies.", "It left the list of sanctuary jurisdictions."]
)
def test_a_contested_word_is_somebodys_or_in_a_name(folder, text):
    add(folder, "events", an_event(summary=text))
    assert found_in(folder) == []


def test_which_words_are_contested_is_the_campaigns_to_say(folder):
    add(folder, "events", an_event(summary="The knavery list names the knavish sanctuary."))
    describe(
        folder, lambda said: said["campaign"].update(contested=["knav"], contested_names=["knavery list"])
    )
    assert [problem.message.partition(" ")[0] for problem in report_on(folder).errors] == ["knavish"]
    describe(folder, lambda said: said["campaign"].pop("contested"))
    assert found_in(folder) == []


def test_a_title_keeps_its_words(folder):
    edit(folder, "sources", "9news-20180124-denver", title="Denver is a sanctuary city")
    assert found_in(folder) == []


@pytest.mark.parametrize("text", ["The cityâ€™s answer.", "JosÃ© said so.", "A sign is \ufffd lost."])
def test_garbled_text_is_found(folder, text):
    add(folder, "events", an_event(summary=text))
    assert found_in(folder) == [(EVENT, "summary", "mojibake")]


@pytest.mark.parametrize("text", ["The city’s answer.", "José said “so” – twice…", "Cañon §1373, £5, Ãb."])
def test_signs_of_other_languages_are_no_garbled_text(folder, text):
    add(folder, "events", an_event(summary=text))
    assert found_in(folder) == []


def test_a_file_read_in_a_wrong_encoding_is_one_problem(folder):
    rewrite(folder, "events.csv", lambda raw: raw.decode("cp1252", errors="replace").encode())
    (problem,) = [problem for problem in new_in(folder) if problem.code == "mojibake"]
    assert "more: the file was read in a wrong encoding" in problem.message
