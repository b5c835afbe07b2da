"""The page goes out with the view in it, the right status and headers, and never breaks for want of it."""

import gzip
import logging
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.proto.BackMsg_pb2 import BackMsg

import tracker
from live import INDEX, STATIC, fake_live
from tracker.pages.site import PAGES
from tracker.pages.stylesheet import live_colours, style_element
from tracker.problems import Problem, Severity
from tracker.resources import data_folder
from tracker.settings import Settings
from tracker.views.style import PALETTES
from tracker.web import shell as shell_module
from tracker.web.chunks import widgets, with_chunks
from tracker.web.server import server

JANUARY = "/?round=2018-01&as_of=2018-01-25"


def client(data, **settings):
    app = Starlette(**server(fake_live(), data, Settings(data_folder(), **settings)))
    return TestClient(app, base_url="https://example.org")


@pytest.fixture
def site(dataset, caplog):
    """A client; at the end nothing was logged, so that no page went out without its snapshot."""
    with caplog.at_level(logging.WARNING):
        yield client(lambda: dataset)
    assert caplog.records == []


def broken():
    report = tracker.Report((Problem("letters.csv", 3, "x", "y", "code", Severity.ERROR, "is <b>wrong</b>"),))
    raise tracker.DataError(report)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_before_the_app(site, path):
    answer = site.get(f"/{path}", params={"id": "jackson-ms"} if path == "record" else {})
    assert answer.status_code == 200
    assert '<main id="answer"' in answer.text
    assert answer.text.index('<main id="answer"') < answer.text.index('<div id="root">')
    assert '<script type="module"' in answer.text
    assert '<html lang="en">' in answer.text


def test_curl_is_answered_too(site):
    answer = site.get(JANUARY, headers={"accept": "*/*", "user-agent": "curl/8"})
    assert "Twenty-three jurisdictions in 12 states" in answer.text
    assert answer.text.count('<th scope="row"><a href="record') == 2 * 23  # in the timeline and in the table


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/record?id=jackson-ms", 200),
        ("/record?id=nowhere", 404),
        ("/record", 404),
        ("/nothing", 404),
        ("/record/jackson-ms", 404),
        ("/wp-login.php", 404),
        ("/?state=XX", 200),
    ],
)
def test_the_status_tells_what_there_is(site, path, status):
    assert site.get(path).status_code == status
    assert site.head(path).status_code == status


def test_an_unknown_page_starts_no_app_and_leads_home(site):
    answer = site.get("/a/b/nothing")
    assert "<script" not in answer.text
    assert 'href="../../rounds"' in answer.text


@pytest.mark.parametrize(
    ("path", "root"), [("/records/jackson-ms", "../"), ("/jackson-ms", "./"), ("/x/y/jackson", "../../")]
)
def test_an_unknown_page_offers_a_search_and_the_place_that_may_be_meant(site, path, root):
    text = site.get(path).text
    form = text[text.index("<form") : text.index("</form>")]
    assert f'action="{root}" role="search"' in form
    assert 'type="search" name="q"' in form
    assert f'href="{root}record?id=jackson-ms"' in text
    assert "Did you mean" not in site.get("/nothing-at-all").text


def test_head_has_the_headers_of_get_and_no_body(site):
    got, headed = site.get(JANUARY), site.head(JANUARY)
    assert headed.content == b""
    assert headed.headers == got.headers


def test_title_and_preview_are_in_the_head(site):
    head = site.get(JANUARY).text.partition("</head>")[0]
    assert re.findall("<title>(.*?)</title>", head) == [
        "DOJ letters of the January 2018 round, as of Jan. 25, 2018 · DOJ letters tracker"
    ]
    assert 'content="https://example.org/card.png?round=2018-01&amp;as_of=2018-01-25&amp;version=' in head


def test_what_streamlit_says_without_scripts_is_left_out(site):
    html = site.get("/").text
    assert "You need to enable JavaScript" not in html
    assert "SourceSans" not in html


def test_no_style_sheet_is_waited_for(site):
    html = site.get("/").text
    assert html.index('<link rel="stylesheet"') > html.index('<main id="answer"')


def test_a_page_has_a_tag_of_its_own_in_place_of_streamlits(site):
    first = site.get("/", headers={"if-none-match": '"one"', "range": "bytes=0-10"})
    assert first.status_code == 200
    assert not {"last-modified", "accept-ranges"} & set(first.headers)
    again = site.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    other = site.get(JANUARY, headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_a_page_that_names_the_host_of_its_request_is_kept_by_the_one_who_asked_only(dataset):
    assert client(lambda: dataset).get("/").headers["cache-control"] == "private, no-cache"
    known = client(lambda: dataset, url="https://letters.example.org/").get("/")
    assert known.headers["cache-control"].startswith("public, max-age=60")
    assert "https://example.org/" not in known.text
    assert "https://letters.example.org/card.png" in known.text


@pytest.mark.parametrize("path", ["/nothing", "/record?id=nowhere"])
def test_what_is_not_there_is_not_kept(site, path):
    assert site.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/record/?id=jackson-ms", "/rounds/", "/feed.atom/"])
def test_a_slash_too_many_leads_on_and_stays_below_the_folder_of_a_proxy(site, path):
    answer = site.get(path, follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == ".." + path.replace("/?", "?").rstrip("/")
    assert answer.headers.get("access-control-allow-origin") == ("*" if "feed" in path else None)
    assert site.get(path).status_code == 200


@pytest.mark.parametrize("path", ["https://example.org//evil.example/", "/nothing/", "/record//"])
def test_nothing_else_leads_anywhere(site, path):
    assert site.get(path, follow_redirects=False).status_code == 404


def test_a_page_takes_nothing(site):
    answer = site.post("/", content=b"x")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_a_page_is_compressed_where_that_is_understood(dataset):
    with client(lambda: dataset) as site:
        plain = site.get("/", headers={"accept-encoding": "identity"})
        with site.stream("GET", "/", headers={"accept-encoding": "gzip"}) as packed:
            raw = b"".join(packed.iter_raw())
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    varies = ["save-data, Accept-Encoding"]
    assert packed.headers.get_list("vary") == plain.headers.get_list("vary") == varies


def test_the_files_of_the_live_page_are_named_in_a_template_and_nowhere_else(site):
    before, _, after = site.get("/").text.partition('<template id="live-files">')
    named, _, after = after.partition("</template>")
    files = re.findall(r'"\./(static/(?:js|css)/[^"]+)"', INDEX)
    assert [file for file in files if f'"./{file}"' not in named] == []
    assert "/static/" not in before + after


@pytest.mark.parametrize(("header", "saves"), [("on", True), ("On", True), ("off", False), ("", False)])
def test_a_reader_who_saves_data_is_marked(site, header, saves):
    html = site.get("/", headers={"save-data": header}).text
    assert ('<template id="live-files" data-saves>' in html) == saves


def policy(answer):
    parts = (part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    return {name: value for name, value in parts}


def test_only_the_scripts_of_the_page_may_run(site):
    answer = site.get("/")
    allowed = set(re.findall(r"'sha256-([^']+)'", policy(answer)["script-src"]))
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    assert {b64encode(sha256(script.encode()).digest()).decode() for script in inline} == allowed
    assert "unsafe" not in policy(answer)["script-src"]


def test_the_page_asks_its_line_to_the_server_in_streamlits_words(site):
    heartbeat = list(BackMsg(app_heartbeat=True).SerializeToString())
    assert f"HEARTBEAT = new Uint8Array({heartbeat});" in site.get("/").text


def test_a_page_knows_the_version_that_it_shows_as_the_health_of_the_server_names_it(site):
    version = site.get("/healthz").json()["version"]["content_hash"]
    assert f'<footer class="foot" data-version="{version}">' in site.get("/").text


def test_a_page_that_runs_no_script_may_run_none(site):
    answer = site.get(f"{JANUARY}&print=true")
    assert policy(answer)["script-src"] == "'self'"
    assert "<script" not in answer.text
    assert '<div id="root">' not in answer.text


def test_headers_keep_readers_to_themselves(site):
    answer = site.get("/")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_frames_are_for_embeds_and_whose_is_configuration(dataset):
    chosen = client(lambda: dataset, frame_ancestors="https://a.example https://*.b.example")
    assert policy(client(lambda: dataset).get("/"))["frame-ancestors"] == "'self'"
    assert policy(client(lambda: dataset).get("/?embed=true"))["frame-ancestors"] == "*"
    assert policy(chosen.get("/?embed=true"))["frame-ancestors"] == "https://a.example https://*.b.example"


def test_data_that_fail_their_checks_are_said_and_nothing_else_is(dataset):
    answer = client(broken).get("/")
    assert answer.status_code == 503
    assert "letters.csv:3" in answer.text
    assert "&lt;b&gt;wrong" in answer.text
    assert "<script" not in answer.text


def test_hostile_data_and_addresses_run_nothing(hostile):
    site = client(lambda: hostile)
    for path in (*PAGES, "?q=</script><script>alert(1)</script>", "record?id=<script>alert(1)</script>"):
        html = site.get(f"/{path}").text
        assert "<script>alert(1)" not in html


def fails(*_):
    raise KeyError("gone")


def with_sheet_alone():
    return INDEX.replace('<div id="root">', f'{style_element()}<div id="root">')


@pytest.mark.parametrize("theme", [None, *PALETTES])
def test_the_live_page_is_sent_the_colours_of_its_theme_alone_and_the_mark_of_the_sheet(site, theme):
    colours, mark = live_colours(theme), re.compile(r'data-sheet="(\w+)"')
    assert len(colours) < len(style_element(theme)) / 10
    assert mark.findall(colours) == mark.findall(site.get("/").text)
    assert ("--page: " + PALETTES[theme or "light"].page in colours) == bool(theme)
    assert (".js-plotly-plot" in colours) == (theme == "dark")


def test_the_page_without_an_answer_has_the_sheet_that_the_live_page_counts_on():
    assert with_sheet_alone().count('<style id="sheet"') == 1


@pytest.mark.parametrize("step", ["snapshot", "_with_snapshot", "_with_scripts", "head_tags"])
def test_whatever_step_fails_streamlits_page_goes_out_with_the_sheet_alone_and_the_log_says_why(
    dataset, monkeypatch, caplog, step
):
    monkeypatch.setattr(shell_module, step, fails)
    unseen = replace(dataset)  # of which no page was put together before
    answer = client(lambda: unseen).get("/")
    assert (answer.status_code, answer.text) == (200, with_sheet_alone())
    assert answer.headers["cache-control"] == "no-store"
    allowed = re.findall(r"'sha256-([^']+)'", policy(answer)["script-src"])
    assert len(allowed) == len(re.findall(r"<script>", INDEX))
    assert "no snapshot of" in caplog.text


def test_data_that_cannot_be_had_at_all_leave_streamlits_page_too(caplog):
    assert client(fails).get("/").text == with_sheet_alone()


def test_the_contact_is_on_the_about_page(dataset):
    assert "mailto:desk@example.org" in client(lambda: dataset, contact="desk@example.org").get("/about").text


@pytest.mark.parametrize("key", ["theme={}", "embed_options={}_theme"])
@pytest.mark.parametrize(("theme", "other"), [("dark", "light"), ("light", "dark")])
def test_a_frame_has_the_colours_that_it_asks_for_from_the_first(site, theme, other, key):
    options = key.format(theme)
    style = site.get(f"{JANUARY}&embed=true&{options}").text.partition('<style id="sheet"')[2]
    on_screen = style.partition("</style>")[0].partition("@media print")[0]
    assert f"--page: {PALETTES[theme].page}" in on_screen
    assert f"--page: {PALETTES[other].page}" not in on_screen
    assert f"--page: {PALETTES[other].page}" in site.get(f"{JANUARY}&{options}").text


@pytest.mark.parametrize("query", ["theme=dark", "embed_options=dark_theme"])
def test_a_form_in_a_frame_keeps_its_colours(site, query):
    kept = '<input type="hidden" name="theme" value="dark">'
    assert kept in site.get(f"/compare?embed=true&{query}").text
    assert kept not in site.get("/compare?embed=true").text
    assert kept not in site.get(f"/compare?{query}").text


def test_the_panel_of_a_page_has_whole_addresses(site):
    assert "<code>https://example.org/?round=2018-01&amp;as_of=2018-01-25</code>" in site.get(JANUARY).text
    assert "pictures/map.svg?round=2018-01&amp;as_of=2018-01-25" in site.get(JANUARY).text


def ahead(site, path):
    template = site.get(path).text.partition('<template id="live-files">')[2].partition("</template>")[0]
    return re.findall(r'fetchpriority="low" href="\./static/(js/[^"]+)"', template)


def test_a_page_names_the_scripts_that_it_will_ask_for_and_each_is_there(site):
    names = ahead(site, "/")
    assert [name for name in names if not (STATIC / "static" / name).is_file()] == []
    assert len(names) == len(set(names))
    assert [name for name in names if f"./static/{name}" in INDEX] == []
    assert any("PlotlyChart" in name for name in names)
    assert not any("PlotlyChart" in name for name in ahead(site, "/about"))


def test_every_widget_that_a_page_draws_is_found_among_streamlits_scripts():
    for path in PAGES:
        html = with_chunks(INDEX, STATIC / "static", widgets(path, embedded=False))
        for widget in widgets(path, embedded=False):
            assert f'href="./static/js/{widget}.' in html, (path, widget)


def test_where_the_scripts_are_not_found_nothing_is_named_ahead(tmp_path):
    assert with_chunks(INDEX, tmp_path, widgets("", embedded=False)) == INDEX


def test_in_a_frame_no_widget_is_asked_for_ahead(site):
    assert {name.partition(".")[0] for name in ahead(site, "/?embed=true")} == {"js/Html", "js/purify"}


def test_no_rule_hangs_the_style_of_every_element_on_what_another_one_holds(site):
    """Each change of the page would have all of it worked out anew, until the live page stands and after."""
    sheet = site.get("/").text.partition('<style id="sheet"')[2].partition("</style>")[0]
    assert re.findall(r"[^{},]*:has\([^{},]*\) \*[^{},]*", sheet) == []
