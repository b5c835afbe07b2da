"""The data page as Streamlit's own test harness sees it."""

from visiting import html


def test_the_page_opens_with_a_button_for_every_file(visit, dataset):
    at = visit(as_of="2018-01-25")
    assert not at.exception
    assert "SHA-256" in html(at)
    labels = [button.proto.label for button in at.get("download_button")]
    assert [label.split(" ")[0] for label in labels] == list(dataset.files)


def test_every_section_is_shown(visit):
    shown = html(visit())
    for anchor in ("downloads", "tables", "words", "checks"):
        assert f'id="{anchor}"' in shown
        assert f'href="#{anchor}"' in shown
